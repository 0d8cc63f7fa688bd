package disk

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
)

// Network names the kind of network file system that path is on, or is empty for this computer's own disk and where
// it can't be said. A link leads to where its file is.
func Network(path string) string {
	at, real, _ := settled(path)
	for _, p := range []string{at, real} {
		if kind := networkAt(p); kind != "" {
			return kind
		}
	}
	return ""
}

// settled is the part of a path that is there already, as given and with its links followed, and the rest, which is
// still to be made.
func settled(path string) (at, real, rest string) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path, path, ""
	}
	for at = abs; ; at = filepath.Dir(at) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return at, real, strings.TrimPrefix(abs, at)
		}
		if at == filepath.Dir(at) {
			return abs, abs, ""
		}
	}
}

// SyncedBy names the program that keeps path's folder in step with a server, as far as that can be told from the
// folders' names, or is empty.
func SyncedBy(path string) string {
	at, real, rest := settled(filepath.Dir(path))
	for _, p := range []string{at + rest, filepath.Join(real, rest)} {
		for _, variable := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
			if within(os.Getenv(variable), p) {
				return "OneDrive"
			}
		}
		if by := syncedName(filepath.ToSlash(p)); by != "" {
			return by
		}
	}
	return ""
}

// within tells that path is dir or below it, whatever the case of the letters.
func within(dir, path string) bool {
	rel, err := filepath.Rel(strings.ToLower(dir), strings.ToLower(path))
	return dir != "" && err == nil && filepath.IsLocal(rel)
}

// syncedNames are what such programs call their folders, in small letters.
var syncedNames = map[string]string{
	"onedrive": "OneDrive", "dropbox": "Dropbox", "google drive": "Google Drive", "googledrive": "Google Drive",
	"mobile documents": "iCloud", "icloud drive": "iCloud", "iclouddrive": "iCloud", "nextcloud": "Nextcloud",
	"owncloud": "ownCloud",
}

// syncedName goes by the names in a path with slashes.
func syncedName(path string) string {
	names := strings.Split(strings.ToLower(path), "/")
	for i, name := range names {
		// "OneDrive - Name of a School", "Dropbox (Personal)".
		first, _, _ := strings.Cut(name, " - ")
		first, _, _ = strings.Cut(first, " (")
		switch {
		case syncedNames[first] != "":
			return syncedNames[first]
		case i == 1 && name == "my drive": // a drive of its own on Windows
			return "Google Drive"
		case i > 0 && names[i-1] == "cloudstorage": // macOS: "OneDrive-School", "GoogleDrive-a@b"
			first, _, _ = strings.Cut(name, "-")
			return cmp.Or(syncedNames[first], "a cloud drive")
		}
	}
	return ""
}
