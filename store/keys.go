package store

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"

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

// dataKey is the random key that everything in one store hangs on.
type dataKey [keySize]byte

// subkeys are the data key's offspring, one for each purpose, so that no two
// uses share a key.
type subkeys struct {
	records  cipher.AEAD
	header   []byte
	manifest []byte
	log      []byte
	anchor   []byte
}

// expand derives one 32-byte key for one purpose. The error of hkdf.Key is
// only ever about a length beyond 8 KiB, so it cannot occur here.
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

func deriveSubkeys(key dataKey, store [idSize]byte) *subkeys {
	return &subkeys{
		records:  newAEAD(expand(key[:], store[:], "records")),
		header:   expand(key[:], store[:], "header"),
		manifest: expand(key[:], store[:], "manifest"),
		log:      expand(key[:], store[:], "log"),
		anchor:   expand(key[:], store[:], "anchor"),
	}
}

// mac is HMAC-SHA256 over the parts, one after the other. Callers see to it
// that the parts have fixed lengths, or that the last alone varies.
func mac(key []byte, parts ...[]byte) [hashSize]byte {
	h := hmac.New(sha256.New, key)
	for _, p := range parts {
		h.Write(p)
	}
	var out [hashSize]byte
	h.Sum(out[:0])
	return out
}

// random fills b from the system; crypto/rand ends the process rather than
// return anything else.
func random(b []byte) {
	rand.Read(b)
}
