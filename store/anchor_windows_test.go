package store

import (
	"path/filepath"
	"strings"
	"testing"

	"isspp/store/seal"
)

// Schools let %AppData% roam, or redirect it to a server.
func TestWhatThisComputerRemembersStaysOnThisComputer(t *testing.T) {
	local, roaming := folder(t), folder(t)
	t.Setenv("LOCALAPPDATA", local)
	t.Setenv("APPDATA", roaming)
	path := filepath.Join(folder(t), "notes.db")
	lasting, _ := rescuePlaces(path, Options{}, seal.ID{})
	for _, name := range []string{anchorPath(path, Options{}), triesPath(path, Options{}), lasting[1]} {
		if !strings.HasPrefix(name, filepath.Join(local, "isspp")) {
			t.Errorf("%s is not below %s", name, local)
		}
	}
}
