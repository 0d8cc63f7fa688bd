package seal

import (
	"bytes"
	"crypto/sha256"
	"strings"
	"testing"
)

// The fuzzers look for a panic, a hang, or something that reads as one thing
// and writes as another. Their seeds run with every "go test".

func FuzzHeader(f *testing.F) {
	for _, o := range vectorObjects(f, "header") {
		f.Add(o)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, b := range [][]byte{b, rehashed(b)} {
			h, err := ParseHeader(b)
			if err != nil {
				continue
			}
			if !bytes.Equal(h.Encode(), b) {
				t.Fatal("written otherwise than read")
			}
			for _, s := range h.slots {
				if s.Kind == slotPassphrase && !s.KDF.Acceptable() {
					t.Fatal("absurd settings got through")
				}
			}
		}
		FindHeaders(b)
	})
}

// rehashed is b as somebody would send it who knows the format: the closing hash fits.
func rehashed(b []byte) []byte {
	b = bytes.Clone(b)
	if len(b) > hashSize {
		sum := sha256.Sum256(b[:len(b)-hashSize])
		copy(b[len(b)-hashSize:], sum[:])
	}
	return b
}

func FuzzRecord(f *testing.F) {
	for _, name := range []string{"record", "sealed-line", "sealed-manifest"} {
		for _, o := range vectorObjects(f, name) {
			f.Add(o)
		}
	}
	keys := vectorKeys()
	honest := map[string]bool{}
	for _, name := range []string{"record", "sealed-line", "sealed-manifest"} {
		for _, o := range vectorObjects(f, name) {
			honest[string(o)] = true
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, in := range []Place{'h', 'r'} {
			if _, _, err := keys.Open(in, b); err == nil && !honest[string(b)] {
				t.Fatal("opened what was never sealed")
			}
		}
	})
}

func FuzzRecoveryKey(f *testing.F) {
	for _, o := range vectorObjects(f, "recovery-key") {
		f.Add(string(o))
	}
	f.Add("o4io 61ol")
	f.Fuzz(func(t *testing.T, text string) {
		k, err := ParseRecoveryKey(text)
		switch {
		case err == nil:
			if again, err := ParseRecoveryKey(k.Text()); err != nil || again != k {
				t.Fatal("a key does not read as itself")
			}
		case len(text) > 8 && strings.Contains(err.Error(), text):
			t.Fatal("the error quotes the key")
		}
	})
}
