package disk

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// networkAt names the network drive that path is on, or is empty.
func networkAt(path string) string {
	path = filepath.FromSlash(path)
	volume, upper := filepath.VolumeName(path), strings.ToUpper(path)
	switch {
	case strings.HasPrefix(upper, `\\?\UNC\`), strings.HasPrefix(upper, `\\.\UNC\`):
		return "a network folder"
	case strings.HasPrefix(upper, `\\?\`), strings.HasPrefix(upper, `\\.\`): // a disk by its other name
	case strings.HasPrefix(upper, `\\`):
		return "a network folder"
	}
	root, err := windows.UTF16PtrFromString(volume + `\`)
	if err == nil && volume != "" && windows.GetDriveType(root) == windows.DRIVE_REMOTE {
		return "a network drive"
	}
	return ""
}
