package session

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"isspp/store"
)

// portableFolder is the folder that makes isspp portable: where it stands beside the
// program, everything is kept in it, so that a memory stick has both.
const portableFolder = "isspp-data"

// portableVariable tells the program's other process that this one is portable. It
// must not look for itself: a demonstration keeps everything apart once more.
const portableVariable = "ISSPP_PORTABLE"

// platformFolders are where the platform keeps things, by the variables that say so.
var platformFolders = []string{"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"}

// goPortable keeps everything beside the program at self, where the folder for it is
// there, in place of the platform's folders.
func goPortable(self string) {
	if os.Getenv(portableVariable) != "" {
		return
	}
	if real, err := filepath.EvalSymlinks(self); err == nil {
		self = real
	}
	dir := filepath.Join(filepath.Dir(self), portableFolder)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return
	}
	// Where it can't be, isspp looks in the platform's folders, as "notes where" says.
	if os.Setenv(portableVariable, dir) == nil && os.Setenv("XDG_RUNTIME_DIR", dir) == nil {
		_ = keepIn(dir)
	}
}

// keepIn puts the platform's folders into another one, for this process and those
// that it starts.
func keepIn(dir string) error {
	for _, name := range platformFolders {
		if err := os.Setenv(name, dir); err != nil {
			return err
		}
	}
	xdg.Reload()
	return nil
}

// portable is the folder that everything is kept in, or empty where isspp is
// installed on this computer.
func portable() string { return os.Getenv(portableVariable) }

// portableAnchor is where what was seen of the notes at a path is remembered, or
// empty where the platform's place serves. On a stick it goes by the place on the
// stick: another computer may call that by another letter.
func portableAnchor(notes string) string {
	dir := portable()
	if dir == "" {
		return ""
	}
	if within, err := filepath.Rel(dir, notes); err == nil && filepath.IsLocal(within) {
		notes = filepath.ToSlash(within)
	}
	sum := sha256.Sum256([]byte(notes))
	return filepath.Join(dir, folder, "notes-"+hex.EncodeToString(sum[:6])+".anchor")
}

// placeFindings are what speaks against the place that the notes have, or would have.
func (o Options) placeFindings() []store.Finding {
	found := store.AtPlace(o.NotesPath, o.storeOptions())
	if dir := portable(); dir != "" && !o.Fictional {
		found = append(found, store.Finding{
			Severity: store.Warning, Code: "portable",
			Text: "isspp is portable: the settings, the notes and their backups are in " + dir + ", beside the program. A stick is easily lost. " +
				"Whoever has it can't read the notes without the passphrase, but you have lost them too: copy that folder to a safe place often. " +
				"Documents that you write out are not sealed. For one computer, move the program away from that folder.",
		})
	}
	return found
}
