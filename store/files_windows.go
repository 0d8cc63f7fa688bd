package store

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// mayVanish: what is open and mapped can't be moved, replaced, removed or cut.
const mayVanish = false

// syncDir does nothing: Windows refuses to flush a directory, and
// replaceFile writes through instead.
func syncDir(string) error { return nil }

const (
	renameTries = 20
	renamePause = 250 * time.Millisecond
)

// replaceFile renames old over new. A virus scanner or a sync tool may hold
// either for a moment, so a sharing violation is tried again for 5 seconds.
func replaceFile(from, to string) error {
	f, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	t, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	for range renameTries {
		err = windows.MoveFileEx(f, t, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
		if !errors.Is(err, windows.ERROR_SHARING_VIOLATION) && !errors.Is(err, windows.ERROR_ACCESS_DENIED) {
			return err
		}
		time.Sleep(renamePause)
	}
	return err
}

// busyCodes are what the system says where another program has a file for itself.
var busyCodes = []windows.Errno{windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION}

// To rename over a file that is open elsewhere is denied in the same words as to
// open another account's.
const (
	deniedWhat = "The notes file may not be used: another program has it open, or it is another account's."
	deniedDo   = "Close programs that may have it open, such as one that keeps folders in step, and try again; or sign in as the person who set the notes up."
)

// fullCodes are what the system says where there is no room.
var fullCodes = []windows.Errno{
	windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED,
	windows.ERROR_FILE_TOO_LARGE,
}

// restrict lets nobody but this account and the system itself open a file or,
// for a folder, what is made in it. Windows knows nothing of mode 0600. It takes
// the place of what would be inherited. Where the file system keeps no such
// lists (a memory stick) it fails, and the seal is all there is.
func restrict(path string, folder bool) error {
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
			Trustee: windows.TRUSTEE{TrusteeForm: windows.TRUSTEE_IS_SID, TrusteeType: windows.TRUSTEE_IS_UNKNOWN, TrusteeValue: windows.TrusteeValueFromSID(sid)},
		})
	}
	acl, err := windows.ACLFromEntries(entries, nil)
	if err != nil {
		return err
	}
	return windows.SetNamedSecurityInfo(path, windows.SE_FILE_OBJECT, windows.DACL_SECURITY_INFORMATION|windows.PROTECTED_DACL_SECURITY_INFORMATION, nil, nil, acl, nil)
}

// anchorFolder is what this computer's memory of notes is kept below: %LOCALAPPDATA%,
// where the notes are too. Schools let %AppData% roam from computer to computer, which
// makes each remember what another saw, or keep it on a server.
func anchorFolder() (string, error) { return os.UserCacheDir() }
