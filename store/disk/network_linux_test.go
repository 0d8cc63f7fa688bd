package disk

import (
	"os"
	"strings"
	"testing"
)

const someMounts = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw,discard
40 27 0:50 / /media/stick rw,nosuid - fuseblk /dev/sdb1 rw,user_id=0,group_id=0,allow_other,blksize=4096
41 27 0:51 / /home/a/server rw,nosuid shared:2 master:3 - fuse.sshfs a@server:/home/a rw,user_id=1000
42 27 0:52 / /home/a/vault rw - fuse.gocryptfs /home/a/.vault rw
43 27 0:53 / /home/a/dav rw - fuse https://files.example.sch.uk/dav rw
44 27 0:54 / /home/a/all rw - fuse.mergerfs disk1:disk2 rw
45 27 0:55 / /mnt/c rw,noatime - 9p C:\134 rw,dirsync,aname=drvfs;path=C:\;uid=1000,cache=5,access=client,trans=fd,rfd=8,wfd=8
46 27 0:56 / /container rw - 9p none rw,trans=fd,rfdno=4,wfdno=4
47 27 0:57 / /vm rw - 9p share rw,access=any,trans=virtio
48 27 0:58 / /plan9 rw - 9p 10.0.0.1 rw,trans=tcp,port=564
49 27 0:59 / /vm2 rw - virtiofs share rw
50 27 0:60 / /rootless rw - fuse.fuse-overlayfs fuse-overlayfs rw
51 27 0:61 / /cloud rw - fuse.rclone drive:notes rw
52 27 0:62 / /odd`

func TestOnlyNetworksAreTakenForOtherComputers(t *testing.T) {
	t.Parallel()
	for device, want := range map[string]string{
		"254:0": "", "0:50": "", "0:51": "sshfs", "0:52": "", "0:53": "fuse", "0:54": "", "0:55": "9p", "0:56": "",
		"0:57": "", "0:58": "9p", "0:59": "", "0:60": "", "0:61": "rclone", "0:62": "", "0:5": "",
	} {
		if got := findMount(strings.NewReader(someMounts), device).network(); got != want {
			t.Errorf("%s: %q", device, got)
		}
	}
}

func TestTheDisksOfThisComputerAreNotTakenForOthers(t *testing.T) {
	t.Parallel()
	for _, dir := range []string{folder(t), "/", "/dev/shm", "/proc", "/does/not/exist"} {
		if got := Network(dir); got != "" && os.Getenv("ISSPP_STORE_ON_NETWORK") == "" {
			t.Errorf("%s: %q (ISSPP_STORE_ON_NETWORK=yes if that is so)", dir, got)
		}
	}
}
