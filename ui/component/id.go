package component

import (
	"crypto/rand"
	"encoding/hex"
)

// NewID is sixteen random bytes in hexadecimal: a record's id says nothing of
// what is in it.
func NewID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // crypto/rand never fails: it ends the program first
	return hex.EncodeToString(b[:])
}
