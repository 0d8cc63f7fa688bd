package store

import (
	"errors"
	"runtime/debug"
)

var errFault = errors.New("fault while reading the file")

// guarded runs fn, which calls bbolt, and turns a panic or a memory fault in
// it into an error. It holds for this goroutine alone, so fn must not hand
// bbolt's memory to another.
func guarded(fn func() error) (err error) {
	old := debug.SetPanicOnFault(true)
	defer debug.SetPanicOnFault(old)
	defer func() {
		if recover() != nil {
			// What was recovered may quote bytes of the file; it goes no further.
			err = damaged("The notes file could not be read: its structure is broken.", errFault)
		}
	}()
	return fn()
}

// faulted reports whether bbolt may still hold a lock or a transaction, so
// that even closing it would wait for ever.
func faulted(err error) bool { return errors.Is(err, errFault) }
