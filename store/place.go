package store

import (
	"errors"
	"io/fs"
	"syscall"
)

// placeError tells what the system said of the place in plain words. Disk
// full is told apart first, since it also comes wrapped in other errors.
func placeError(err error) error {
	switch {
	case err == nil:
		return nil
	case isFull(err):
		return &Error{
			Class: ErrFull, Cause: err, What: "There is no room left on the disk.",
			Safe: "What was saved before is safe.", Do: "Free some space, then try again.",
		}
	case errors.Is(err, syscall.EROFS):
		return &Error{
			Class: ErrReadOnly, Cause: err, What: "The notes are in a place that cannot be written to.",
			Safe: "Nothing was changed.", Do: "Copy the file to your own folder to go on.",
		}
	case errors.Is(err, fs.ErrPermission):
		return &Error{
			Class: ErrDenied, Cause: err, What: "This account may not open the notes file.",
			Safe: "Nothing was changed.", Do: "Sign in as the person who set the notes up, or use another file.",
		}
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return &Error{
			Class: ErrAbsent, Cause: err, What: "There is no notes file here.",
			Safe: "Nothing was created.", Do: "Check the place, or set notes up there.",
		}
	}
	return &Error{
		Class: ErrReadOnly, Cause: err, What: "The system did not let isspp use the notes file.",
		Safe: "What was saved before is safe.", Do: "Check the disk and its permissions, then try again.",
	}
}
