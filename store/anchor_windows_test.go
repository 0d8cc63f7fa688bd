package store

import (
	"path/filepath"
	"strings"
	"testing"
)

// Schools let %AppData% roam, or redirect it to a server.
func TestWhatThisComputerRemembersStaysOnThisComputer(t *testing.T) {
	local, roaming := folder(t), folder(t)
	t.Setenv("LOCALAPPDATA", local)
	t.Setenv("APPDATA", roaming)
	path := filepath.Join(folder(t), "notes.db")
	for _, name := range append([]string{anchorPath(path, Options{}), triesPath(path, Options{})}, rescuePlacesOf(path)...) {
		if !strings.HasPrefix(name, filepath.Join(local, "isspp")) {
			t.Errorf("%s is not below %s", name, local)
		}
	}
	if _, former := anchorFolders(); former != roaming {
		t.Errorf("formerly %q", former)
	}
}

func rescuePlacesOf(path string) []string {
	lasting, _ := rescuePlaces(path, Options{})
	return lasting[1:2]
}
