package disk

import (
	"os"
	"path/filepath"
	"strings"
)

// SyncedBy names the program that keeps path's folder in step with a server, as
// far as that can be told from the folders' names, or is empty.
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
	if dir == "" {
		return false
	}
	dir, path = strings.ToLower(filepath.Clean(dir)), strings.ToLower(filepath.Clean(path))
	return path == dir || strings.HasPrefix(path, strings.TrimSuffix(dir, string(filepath.Separator))+
		string(filepath.Separator))
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
		if by := syncedNames[name]; by != "" {
			return by
		}
		// "OneDrive - Name of a School", "Dropbox (Personal)".
		for _, sep := range []string{" - ", " ("} {
			if first, _, ok := strings.Cut(name, sep); ok && syncedNames[first] != "" {
				return syncedNames[first]
			}
		}
		switch {
		case i == 1 && name == "my drive": // a drive of its own on Windows
			return "Google Drive"
		case i > 0 && names[i-1] == "cloudstorage": // macOS: "OneDrive-School", "GoogleDrive-a@b"
			first, _, _ := strings.Cut(name, "-")
			if by := syncedNames[first]; by != "" {
				return by
			}
			return "a cloud drive"
		}
	}
	return ""
}
