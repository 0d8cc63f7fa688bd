package disk

import (
	"errors"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/windows"
)

// MayVanish is so where an open file can be moved or cut: what is open and mapped can't be moved, replaced, removed
// or cut.
const MayVanish = false

// SyncDir does nothing: Windows refuses to flush a directory, and Replace writes through instead.
func SyncDir(string) error { return nil }

const (
	renamePatience = 5 * time.Second
	renamePause    = 2 * time.Millisecond
	renameLongest  = 250 * time.Millisecond
)

// rename renames old over new. A virus scanner or a sync tool may hold either for a moment, so a sharing violation is
// tried again, soon at first, for some seconds.
func rename(from, to string) error {
	f, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	t, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	until := time.Now().Add(renamePatience)
	for pause := renamePause; ; pause = min(2*pause, renameLongest) {
		err = windows.MoveFileEx(f, t, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
		if err == nil {
			return nil
		}
		held := errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
		if !held || time.Now().After(until) {
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
		}
		time.Sleep(pause)
	}
}

// busyCodes are what the system says where another program has a file for itself.
var busyCodes = []syscall.Errno{windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION}

// fullCodes are what the system says where there is no room.
var fullCodes = []syscall.Errno{
	windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED,
	windows.ERROR_FILE_TOO_LARGE,
}

// Restrict lets nobody but this account and the system itself open a file or, for a folder, what is made in it.
// Windows knows nothing of mode 0600. It takes the place of what would be inherited. Where the file system keeps no
// such lists (a memory stick) it fails, and the seal is all there is.
func Restrict(path string, folder bool) error {
	me, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return err
	}
	system, err := windows.CreateWellKnownSid(windows.WinLocalSystemSid)
	if err != nil {
		return err
	}
	inherited := uint32(windows.NO_INHERITANCE)
	if folder {
		inherited = windows.SUB_CONTAINERS_AND_OBJECTS_INHERIT
	}
	var entries []windows.EXPLICIT_ACCESS
	for _, sid := range []*windows.SID{me.User.Sid, system} {
		entries = append(entries, windows.EXPLICIT_ACCESS{
			AccessPermissions: windows.GENERIC_ALL, AccessMode: windows.SET_ACCESS, Inheritance: inherited,
			Trustee: windows.TRUSTEE{
				TrusteeForm: windows.TRUSTEE_IS_SID, TrusteeType: windows.TRUSTEE_IS_UNKNOWN,
				TrusteeValue: windows.TrusteeValueFromSID(sid),
			},
		})
	}
	acl, err := windows.ACLFromEntries(entries, nil)
	if err != nil {
		return err
	}
	return windows.SetNamedSecurityInfo(path, windows.SE_FILE_OBJECT,
		windows.DACL_SECURITY_INFORMATION|windows.PROTECTED_DACL_SECURITY_INFORMATION, nil, nil, acl, nil)
}

// OwnFolder is where this computer keeps what it alone should remember: %LOCALAPPDATA%. Schools let %AppData% roam
// from computer to computer, which makes each remember what another saw, or keep it on a server.
func OwnFolder() (string, error) { return os.UserCacheDir() }

// Lock takes a file for this process alone, or says ErrLocked. It locks one byte far beyond the content, since a
// locked range could not be read by who wants to know the holder.
func Lock(f *os.File) error {
	ol := windows.Overlapped{OffsetHigh: 1}
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY,
		0, 1, 0, &ol)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return ErrLocked
	}
	return err
}
