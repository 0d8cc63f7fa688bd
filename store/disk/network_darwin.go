package disk

import (
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// networkTypes are the file systems of macOS that are on another computer.
var networkTypes = []string{"nfs", "smbfs", "afpfs", "webdav", "ftp", "cifs", "acfs"}

// networkAt names the network file system that path is on, or is empty.
func networkAt(path string) string {
	var st unix.Statfs_t
	if unix.Statfs(path, &st) != nil {
		return ""
	}
	return networkType(unix.ByteSliceToString(st.Fstypename[:]), unix.ByteSliceToString(st.Mntfromname[:]))
}

// networkType judges a kind and what was mounted. macFUSE shows disks and other computers alike, and FUSE-T shows
// both as nfs of its own.
func networkType(kind, source string) string {
	address := strings.Contains(source, "://") || strings.Contains(source, "@") && strings.Contains(source, ":")
	switch {
	case strings.Contains(kind, "fuse"), strings.HasPrefix(source, "fuse-t:"):
		if address {
			return kind
		}
		return ""
	case slices.Contains(networkTypes, kind):
		return kind
	}
	return ""
}
