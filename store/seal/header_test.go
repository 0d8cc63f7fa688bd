package seal

import (
	"bytes"
	"errors"
	"fmt"
	"testing"
)

// cheap costs nothing: a wrong passphrase or other settings still give another key.
func cheap(passphrase, salt []byte, k KDF) []byte { return expand(passphrase, salt, fmt.Sprint(k)) }

func TestOneByteOfDamageInTheSlotsIsNeverCalledAWrongPassphrase(t *testing.T) {
	t.Parallel()
	secret := Passphrase([]byte("five calm words for notes"))
	good := NewKeys().Wrap(nil, 1, leastKDF, cheap, secret, Recovery(NewRecoveryKey())).Encode()
	for i := range good {
		b := bytes.Clone(good)
		b[i] ^= 0x40
		h, err := ParseHeader(b)
		if err == nil || h != nil || errors.Is(err, ErrNewer) {
			t.Fatalf("byte %d: %v", i, err)
		}
	}
}

func TestAHeaderWithTwoSlotsOfAKindIsRefusedBeforeAnyDerivation(t *testing.T) {
	t.Parallel()
	keys := NewKeys()
	h := keys.Wrap(nil, 1, leastKDF, cheap, Passphrase([]byte("five calm words for notes")))
	h.slots = append(h.slots, h.slots[0])
	h.MAC = h.mac(keys)
	if _, err := ParseHeader(h.Encode()); err == nil {
		t.Error("read")
	}
}
