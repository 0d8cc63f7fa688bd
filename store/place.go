package store

import (
	"errors"
	"io/fs"
	"runtime"
	"syscall"

	"isspp/store/disk"
)

// isFull reports whether an error is of a disk, or an allowance on it, that is used up.
func isFull(err error) bool { return errors.Is(err, errFull) || disk.Full(err) }

// placeError tells what the system said of the place in plain words. Disk
// full is told apart first, since it also comes wrapped in other errors.
func placeError(err error) error {
	switch {
	case err == nil:
		return nil
	case isFull(err):
		return &Error{
			Code: errFull, Cause: err, What: "There is no room left on the disk.",
			Safe: "What was saved before is safe.", Do: "Free some space, then try again.",
		}
	case errors.Is(err, syscall.EROFS):
		return &Error{
			Code: errReadOnly, Cause: err, What: "The notes are in a place that cannot be written to.",
			Safe: "Nothing was changed.", Do: "Copy the file to your own folder to go on.",
		}
	case disk.Busy(err):
		return &Error{
			Code: errReadOnly, Cause: err, What: "Another program has the file open and lets nobody else use it just " +
				"now, such as one that keeps folders in step or looks for viruses.",
			Safe: "Nothing was changed.", Do: "Wait a moment or close that program, then try again.",
		}
	case errors.Is(err, fs.ErrPermission):
		e := &Error{
			Code: errDenied, Cause: err, What: "This account may not open the notes file.",
			Safe: "Nothing was changed.", Do: "Sign in as the person who set the notes up, or use another file.",
		}
		if runtime.GOOS == "windows" { // which says the same of a file that is open elsewhere
			e.What = "The notes file may not be used: another program has it open, or it is another account's."
			e.Do = "Close programs that may have it open, such as one that keeps folders in step, and try again; " +
				"or sign in as the person who set the notes up."
		}
		return e
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return &Error{
			Code: ErrAbsent, Cause: err, What: "There is no notes file here.",
			Safe: "Nothing was created.", Do: "Check the path, or set notes up there.",
		}
	}
	return &Error{
		Code: errReadOnly, Cause: err, What: "The system did not let isspp use the notes file.",
		Safe: "What was saved before is safe.", Do: "Check the disk and its permissions, then try again.",
	}
}
