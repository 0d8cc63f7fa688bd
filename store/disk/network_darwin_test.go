package disk

import "testing"

func TestOnlyNetworksOfMacOSAreTakenForOtherComputers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ kind, source, want string }{
		{"apfs", "/dev/disk3s5", ""},
		{"hfs", "/dev/disk4s2", ""},
		{"exfat", "/dev/disk5s1", ""},
		{"smbfs", "//a@server/share", "smbfs"},
		{"nfs", "server:/export", "nfs"},
		{"nfs", "fuse-t:/Vault", ""},
		{"webdav", "https://files.example.sch.uk/", "webdav"},
		{"macfuse", "a@server:/home/a", "macfuse"},
		{"macfuse", "Vault", ""},
	} {
		if got := networkType(c.kind, c.source); got != c.want {
			t.Errorf("%s %s: %q", c.kind, c.source, got)
		}
	}
}
