package store

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// The classes of failure. Every error that leaves this package answers to
// exactly one of them with errors.Is, save those for a caller's own mistake.
var (
	// ErrWrongPassphrase: the key slots are intact and the secret opens none.
	ErrWrongPassphrase = errors.New("the passphrase does not open these notes")
	// ErrMistyped: a recovery key whose check does not fit; no key was tried.
	ErrMistyped = errors.New("the recovery key has a typing mistake")
	// ErrLocked: another process holds the notes; see InUseError.
	ErrLocked = errors.New("the notes are open elsewhere")
	// ErrDamaged: bytes are missing or changed, by accident or on purpose.
	ErrDamaged = errors.New("the notes file is damaged")
	// ErrReadOnly: the place, or the state of the file, allows no writing.
	ErrReadOnly = errors.New("the notes can be read but not changed")
	// ErrDisplaced: the file was removed or replaced while it was open, and can't be
	// put back.
	ErrDisplaced = errors.New("the notes file was taken away while it was open")
	// ErrNewerFormat: a newer edition of isspp wrote the file.
	ErrNewerFormat = errors.New("the notes were written by a newer isspp")
	// ErrNotAStore: the file is something else.
	ErrNotAStore = errors.New("the file is not an isspp notes file")
	// ErrExists: there are notes, keys or backups where new ones were to go.
	ErrExists = errors.New("there are notes here already")
	// ErrAbsent: there is no notes file at this place.
	ErrAbsent = errors.New("there are no notes here")
	// ErrFull: the disk, or the allowance on it, is used up.
	ErrFull = errors.New("there is no room left on the disk")
	// ErrDenied: the system does not let this user open the file.
	ErrDenied = errors.New("this account may not open the notes file")
	// ErrRemote: the place is on another computer, where no notes are set up.
	ErrRemote = errors.New("the place is not on this computer's own disk")
	// ErrClosed: the store was closed, or given up after a fault.
	ErrClosed = errors.New("the notes are closed")
	// ErrFinished: a finished walkthrough is never rewritten or discarded.
	ErrFinished = errors.New("a finished walkthrough is not changed")
	// ErrHeld: a hold keeps the record from being disposed of.
	ErrHeld = errors.New("the record is on hold")
	// ErrWeak: the passphrase is too short, or the key settings too low.
	ErrWeak = errors.New("too weak to protect the notes")
	// ErrRefused: a file or request beyond the limits that keep us safe.
	ErrRefused = errors.New("refused")
)

// Error is a failure told in three plain sentences. It never quotes private
// text: the cause is kept for errors.Is and is not printed.
type Error struct {
	// Class is one of the Err… values above.
	Class error
	// What happened, what is Safe, and what to Do next.
	What, Safe, Do string
	// Cause is what the system said, if anything.
	Cause error
	// newest is the backup that Do names, and left tells damage that a rebuild may repair.
	newest string
	left   bool
}

// NewestNamed is the file name of the backup that an error proposes, or empty.
func NewestNamed(err error) string {
	var own *Error
	if errors.As(err, &own) {
		return own.newest
	}
	return ""
}

// Rebuildable reports whether an error is of damage that Salvage may repair, from one that leaves
// nothing to rebuild from.
func Rebuildable(err error) bool {
	var own *Error
	return errors.As(err, &own) && own.left
}

// Error joins what happened, what is safe, and what to do.
func (e *Error) Error() string {
	var b strings.Builder
	for _, s := range []string{e.What, e.Safe, e.Do} {
		if s == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return b.String()
}

// Unwrap gives the class and the cause to errors.Is and errors.As.
func (e *Error) Unwrap() []error {
	if e.Cause == nil {
		return []error{e.Class}
	}
	return []error{e.Class, e.Cause}
}

// InUseError says who has the notes open. It answers to ErrLocked.
type InUseError struct {
	Holder Holder
}

// Error names the holder.
func (e *InUseError) Error() string {
	return fmt.Sprintf("The notes are already open %s. Nothing was changed. Close them there, or look things up here without them.", e.Holder)
}

// Unwrap gives the class.
func (e *InUseError) Unwrap() error { return ErrLocked }

// WrongSecretError is a passphrase or recovery key that opens no slot. It
// answers to ErrWrongPassphrase.
type WrongSecretError struct {
	// Tries counts the wrong ones since the last right one.
	Tries int
	// Wait is how long the caller must wait before asking again.
	Wait time.Duration
	// Recovery tells that it was a recovery key, and Other that these seem to be
	// other notes than were last open here.
	Recovery, Other bool
}

// of says which of the two it was.
func (e *WrongSecretError) of(s Secret) *WrongSecretError {
	e.Recovery = s.kind() == slotRecovery
	return e
}

// Error says that the secret is wrong and that nothing was lost.
func (e *WrongSecretError) Error() string {
	s := "That does not open these notes. Nothing was changed. Check Caps Lock and the keyboard's language, or use the recovery key."
	if e.Recovery {
		s = "That recovery key is written right but does not open these notes: it belongs to other notes, or was replaced by a newer one. Nothing was changed."
	}
	if e.Other {
		s += " They seem to be different notes from those last opened here: perhaps another file was put in their place."
	}
	if e.Tries > 1 {
		s += fmt.Sprintf(" That was wrong try %d.", e.Tries)
	}
	if e.Wait > 0 {
		s += fmt.Sprintf(" Next try in %d s.", int(e.Wait/time.Second))
	}
	return s
}

// Unwrap gives the class.
func (e *WrongSecretError) Unwrap() error { return ErrWrongPassphrase }

func damaged(what string, cause error) *Error {
	return &Error{
		Class: ErrDamaged, What: what, Cause: cause, left: true,
		Safe: "The file was not changed.",
		Do:   "Keep this file as it is: the notes can be rebuilt from what can still be read in it, or an earlier copy put back.",
	}
}

// nothingLeft is damage that leaves nothing to rebuild from.
func nothingLeft(what string) *Error {
	e := damaged(what, nil)
	e.left = false
	e.Do = "Keep this file as it is, and put back an earlier copy."
	return e
}

func closedError() *Error {
	return &Error{Class: ErrClosed, What: "The notes are closed.", Safe: "What was saved is on the disk.", Do: "Unlock them again."}
}
