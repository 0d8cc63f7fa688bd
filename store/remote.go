package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"isspp/store/disk"
)

// remoteSetUpError is for setting up; see remoteFinding for opening.
func remoteSetUpError(kind string) *Error {
	return problem(ErrRemote, "The notes can't be set up here: this folder is on another computer ("+kind+
		"), and a network can lose or mix up what is saved.", "Nothing was created.",
		"Choose a folder on this computer's own disk: --notes FILE, or notes in the config file.")
}

func remoteError() error {
	return problem(errReadOnly, "The notes are on another computer, so they are open for reading only.",
		"Nothing is changed.", "Copy them to this computer's own disk, and open the copy to go on writing.")
}

func remoteFinding(path, kind string) Finding {
	return Finding{Warning, "network", "These notes are on another computer (" + kind + "). A network can lose or " +
		"mix up what is saved, so they open for reading only. Nothing is lost, and nothing is changed. To go on " +
		"writing, copy " +
		filepath.Base(path) + " and " + filepath.Base(sidePath(path)) + " to this computer's own disk and open the " +
		"copy: --notes FILE, or notes in the config file."}
}

// AtPlace is what speaks against notes at a path, there or not: "network", where they can't be set up and open for
// reading only; "synced", a folder that a program keeps in step with a server. It asks the system and reads no notes.
func AtPlace(path string, opt Options) []Finding {
	var out []Finding
	if kind := opt.network(path); kind != "" {
		f := remoteFinding(path, kind)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			e := remoteSetUpError(kind)
			f.Text = e.What + " " + e.Do
		}
		out = append(out, f)
	}
	if by := disk.SyncedBy(path); by != "" {
		out = append(out, Finding{Warning, "synced", "The folder of the notes is one that " + by +
			" keeps in step with a server. It may put an older copy in their place, or copy them half written: isspp " +
			"notices, but what was saved last may then be missing. A sealed copy of them is on that server, too. " +
			"Better is a folder of this computer's own that is not kept in step: --notes FILE, or notes in the " +
			"config file. Notes that are there already are moved while they are locked: " + filepath.Base(path) + ", " +
			filepath.Base(sidePath(path)) + " and the folder " + filepath.Base(backupDir(path)) + "."})
	}
	return out
}
