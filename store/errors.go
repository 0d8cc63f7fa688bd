package store

import (
	"errors"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"isspp/store/disk"
)

// Code says what kind of failure an Error is of: errors.Is(err, ErrAbsent) asks for one.
type Code string

// The codes that callers act on.
const (
	// ErrAbsent: there is no such file, record or reference.
	ErrAbsent Code = "absent"
	// ErrDamaged: bytes are missing or changed, by accident or on purpose.
	ErrDamaged Code = "damaged"
	// ErrInUse: another process holds the notes.
	ErrInUse Code = "in use"
	// ErrRemote: the place is on another computer, where no notes are set up.
	ErrRemote Code = "remote"
	// ErrWrongSecret: the key slots are intact and the secret opens none.
	ErrWrongSecret Code = "wrong secret"
)

// The others, which only the sentences tell apart.
const (
	// errReadOnly: the place, or the state of the file, allows no writing.
	errReadOnly    Code = "read only"
	errFull        Code = "full"
	errDenied      Code = "denied"
	errNotAStore   Code = "not notes"
	errNewerFormat Code = "newer"
	errExists      Code = "exists"
	// errFinished and errOnHold: a record that is never rewritten, or not disposed of now.
	errFinished Code = "finished"
	errOnHold   Code = "on hold"
	// errMistyped: a key whose check does not fit, or of the wrong shape; none was tried.
	errMistyped Code = "mistyped"
	// errRefused: a request beyond the limits that keep us safe.
	errRefused Code = "refused"
)

// Error gives errors.Is something to look for.
func (c Code) Error() string { return string(c) }

// Error is a failure told in three plain sentences. It never quotes private text: the cause is kept for errors.Is and
// is not printed.
type Error struct {
	Code Code
	// What happened, what is Safe, and what to Do next.
	What, Safe, Do string
	// Backup is the file name of the backup that Do names, or empty.
	Backup string
	// Cause is what the system said, if anything.
	Cause error
	// left tells damage that a rebuild may repair.
	left bool
}

// As is the Error in err, or an empty one.
func As(err error) *Error {
	var own *Error
	if errors.As(err, &own) {
		return own
	}
	return &Error{}
}

// Rebuildable reports whether an error is of damage that Salvage may repair, from one that leaves nothing to rebuild
// from.
func Rebuildable(err error) bool { return As(err).left }

// Error joins what happened, what is safe, and what to do.
func (e *Error) Error() string {
	said := slices.DeleteFunc([]string{e.What, e.Safe, e.Do}, func(s string) bool { return s == "" })
	return strings.Join(said, " ")
}

// Is reports whether the error is of a code.
func (e *Error) Is(code error) bool { return code == e.Code }

// Unwrap gives the cause to errors.Is and errors.As.
func (e *Error) Unwrap() error { return e.Cause }

func damaged(what string, cause error) *Error {
	return &Error{
		Code: ErrDamaged, What: what, Cause: cause, left: true,
		Safe: "The file was not changed.",
		Do: "Keep this file as it is: the notes can be rebuilt from what can still be read in it, or an earlier " +
			"copy put back.",
	}
}

// nothingLeft is damage that leaves nothing to rebuild from.
func nothingLeft(what string) *Error {
	e := damaged(what, nil)
	e.left = false
	e.Do = "Keep this file as it is, and put back an earlier copy."
	return e
}

func problem(code Code, what, safe, do string) *Error {
	return &Error{Code: code, What: what, Safe: safe, Do: do}
}

func closedError() *Error {
	return problem(errReadOnly, "The notes are closed.", "What was saved is on the disk.", "Unlock them again.")
}

// because adds what the system said.
func (e *Error) because(cause error) *Error {
	e.Cause = cause
	return e
}

func unchanged(code Code, what, do string) *Error {
	return problem(code, what, "Nothing was changed.", do)
}

func notImported(code Code, what, do string) *Error {
	return problem(code, what, "Nothing was imported.", do)
}

func notWritten(code Code, what, do string) *Error {
	return problem(code, what, "Nothing was written.", do)
}

// placed gives errors of the system a class and leaves our own alone.
func placed(err error) error {
	if err != nil && As(err).Code != "" {
		return err
	}
	return placeError(err)
}

// isFull reports whether an error is of a disk, or an allowance on it, that is used up.
func isFull(err error) bool { return errors.Is(err, errFull) || disk.Full(err) }

// placeError tells what the system said of the place in plain words. Disk full is told apart first, since it also
// comes wrapped in other errors.
func placeError(err error) error {
	if err == nil {
		return nil
	}
	e := &Error{Code: errReadOnly, Cause: err, Safe: "Nothing was changed."}
	switch {
	case isFull(err):
		e.Code, e.What = errFull, "There is no room left on the disk."
		e.Safe, e.Do = "What was saved before is safe.", "Free some space, then try again."
	case errors.Is(err, syscall.EROFS):
		e.What = "The notes are in a place that cannot be written to."
		e.Do = "Copy the file to your own folder to go on."
	case disk.Busy(err):
		e.What = "Another program has the file open and lets nobody else use it just now, such as one that keeps " +
			"folders in step or looks for viruses."
		e.Do = "Wait a moment or close that program, then try again."
	case errors.Is(err, fs.ErrPermission) && runtime.GOOS == "windows": // which says the same of a file that is open
		e.Code, e.What = errDenied, "The notes file may not be used: another program has it open, or it is another "+
			"account's."
		e.Do = "Close programs that may have it open, such as one that keeps folders in step, and try again; " +
			"or sign in as the person who set the notes up."
	case errors.Is(err, fs.ErrPermission):
		e.Code, e.What = errDenied, "This account may not open the notes file."
		e.Do = "Sign in as the person who set the notes up, or use another file."
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		e.Code, e.What = ErrAbsent, "There is no notes file here."
		e.Safe, e.Do = "Nothing was created.", "Check the path, or set notes up there."
	default:
		e.What = "The system did not let isspp use the notes file."
		e.Safe, e.Do = "What was saved before is safe.", "Check the disk and its permissions, then try again."
	}
	return e
}
