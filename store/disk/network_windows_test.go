package disk

import "testing"

func TestNetworkFoldersOfWindowsAreTold(t *testing.T) {
	for path, network := range map[string]bool{
		`\\server\share\isspp\notes.db`:          true,
		`//server/share/isspp/notes.db`:          true,
		`\\?\UNC\server\share\notes.db`:          true,
		`\\wsl.localhost\Debian\home\a\notes.db`: true,
		`\\?\C:\Users\a\notes.db`:                false,
		`C:\Users\a\notes.db`:                    false,
		folder(t):                                false,
		`notes.db`:                               false,
	} {
		if got := networkAt(path); (got != "") != network {
			t.Errorf("%s: %q", path, got)
		}
	}
}
