package session

import (
	"crypto/sha256"
	"fmt"
	"os"
	"testing"

	"isspp/store"
)

// Here a passphrase costs nothing: what it costs is the store's to prove. A wrong one,
// and other notes, still give another key.
func TestMain(m *testing.M) {
	costs = &store.Costs{Work: 1, Stretch: func(passphrase, salt []byte, k store.KDF) []byte {
		key := sha256.Sum256(fmt.Appendf(nil, "%q %x %v", passphrase, salt, k))
		return key[:]
	}}
	os.Exit(m.Run())
}
