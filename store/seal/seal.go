// Package seal is what of private notes is bytes and secrets: the data key and the key slots that wrap it, what a
// passphrase costs to guess, the recovery key, and the envelope that every record is sealed in. It knows no files and
// no database; the package comment of store has the format.
package seal

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"golang.org/x/crypto/chacha20poly1305"
)

const (
	keySize   = 32
	saltSize  = 16
	idSize    = 16
	nonceSize = chacha20poly1305.NonceSizeX
	tagSize   = chacha20poly1305.Overhead
	hashSize  = sha256.Size
)

// ID is the number of a record, or of the notes themselves.
type ID [idSize]byte

// String is the id as the app knows it: 32 hexadecimal digits.
func (id ID) String() string { return hex.EncodeToString(id[:]) }

var (
	// ErrNewer is of what a newer isspp has written.
	ErrNewer = errors.New("of a newer format")
	// ErrUnsealed is of a record that does not open with the key.
	ErrUnsealed = errors.New("record does not open")

	errNoHeader = errors.New("no header")
	errDamaged  = errors.New("header damaged")
	errNoRecord = errors.New("no record")
)

// Keys are the random data key of one store and the keys derived from it, one for each purpose, so that no two uses
// share a key.
type Keys struct {
	// Store is the number of the notes that they are of.
	Store ID
	// Manifest, Log and Anchor are keys for an HMAC.
	Manifest, Log, Anchor []byte

	data    [keySize]byte
	records cipher.AEAD
	header  []byte
}

// NewKeys makes keys for new notes.
func NewKeys() *Keys {
	var data [keySize]byte
	var store ID
	rand.Read(data[:])
	rand.Read(store[:])
	return deriveKeys(data, store)
}

func deriveKeys(data [keySize]byte, store ID) *Keys {
	return &Keys{
		Store:    store,
		Manifest: expand(data[:], store[:], "manifest"),
		Log:      expand(data[:], store[:], "log"),
		Anchor:   expand(data[:], store[:], "anchor"),
		data:     data,
		records:  newAEAD(expand(data[:], store[:], "records")),
		header:   expand(data[:], store[:], "header"),
	}
}

// Forget clears the data key, as far as Go can.
func (k *Keys) Forget() { clear(k.data[:]) }

// expand derives one 32-byte key for one purpose. The error of hkdf.Key is only ever about a length beyond 8 KiB, so
// it cannot occur here.
func expand(secret, salt []byte, purpose string) []byte {
	key, err := hkdf.Key(sha256.New, secret, salt, "isspp notes 1 "+purpose, keySize)
	if err != nil {
		panic("hkdf: " + err.Error())
	}
	return key
}

func newAEAD(key []byte) cipher.AEAD {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil { // only for a key that is not 32 bytes long
		panic("chacha20poly1305: " + err.Error())
	}
	return aead
}
