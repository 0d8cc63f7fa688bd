package disk

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// networkMagic are the file systems that are always on another computer, by the number that Linux gives them.
var networkMagic = map[uint32]string{
	unix.NFS_SUPER_MAGIC: "nfs", unix.SMB_SUPER_MAGIC: "smb", 0xff534d42: "cifs", 0xfe534d42: "smb2",
	unix.AFS_SUPER_MAGIC: "afs", unix.CODA_SUPER_MAGIC: "coda", 0x00c36400: "ceph", 0x564c: "ncp", 0x0bd00bd0: "lustre",
}

// networkAt names the network file system that path is on, or is empty.
func networkAt(path string) string {
	var st unix.Statfs_t
	if unix.Statfs(path, &st) != nil {
		return ""
	}
	magic := uint32(st.Type) //nolint:gosec // the number has 32 bits, whatever the size of the field
	if kind := networkMagic[magic]; kind != "" {
		return kind
	}
	if magic != unix.FUSE_SUPER_MAGIC && magic != unix.V9FS_MAGIC { // these may be either
		return ""
	}
	var at unix.Stat_t
	f, err := os.Open("/proc/self/mountinfo")
	if err != nil || unix.Stat(path, &at) != nil {
		return ""
	}
	defer func() { _ = f.Close() }()
	return findMount(f, fmt.Sprintf("%d:%d", unix.Major(at.Dev), unix.Minor(at.Dev))).network()
}

// mount is what the system says of one.
type mount struct{ kind, source, options string }

// findMount finds a device in the text of mountinfo.
func findMount(mounts io.Reader, device string) mount {
	for lines := bufio.NewScanner(mounts); lines.Scan(); {
		before, after, ok := strings.Cut(lines.Text(), " - ")
		first, last := strings.Fields(before), strings.Fields(after)
		if ok && len(first) > 2 && len(last) > 1 && first[2] == device {
			m := mount{kind: last[0], source: last[1]}
			if len(last) > 2 {
				m.options = last[2]
			}
			return m
		}
	}
	return mount{}
}

// networkFUSE are the programs that show another computer's files as if they were here. All others show a disk, an
// archive or other folders of this computer: ntfs-3g (fuseblk), gocryptfs, mergerfs, fuse-overlayfs and so on.
var networkFUSE = []string{
	"sshfs", "rclone", "s3fs", "goofys", "gcsfuse", "blobfuse", "blobfuse2", "davfs", "davfs2", "curlftpfs", "smbnetfs",
	"gvfsd-fuse", "gvfs-fuse-daemon", "kio-fuse", "glusterfs", "ceph-fuse", "juicefs", "mfs", "lizardfs", "seaweedfs",
	"google-drive-ocamlfuse", "onedriver", "pcloud", "expandrive", "mountainduck",
}

// network names a mount that is on another computer, or is empty. A 9p one may be the disk of a container or of a
// virtual machine; it isn't where it goes over a network, or shows a drive of Windows inside it.
func (m mount) network() string {
	if m.kind == "9p" {
		for _, sign := range []string{"trans=tcp", "trans=rdma", "aname=drvfs"} {
			if strings.Contains(m.options, sign) {
				return "9p"
			}
		}
		return ""
	}
	program, ok := strings.CutPrefix(m.kind, "fuse.")
	switch {
	case ok && slices.Contains(networkFUSE, strings.ToLower(program)):
		return program
	case (ok || m.kind == "fuse") && strings.Contains(m.source, "://"):
		return m.kind
	}
	return ""
}
