package store

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"

	agetest "c2sp.org/CCTV/age"
	"filippo.io/age"
)

// ageVector is one of age's test vectors: a file, what opens it, and what must
// become of it.
type ageVector struct {
	expect  string
	hash    string // of the text, in hexadecimal
	armored bool
	open    Opening
	more    []age.Identity // of further passphrases
	file    []byte
}

func readAgeVector(t *testing.T, raw []byte) (v ageVector) {
	t.Helper()
	head, body, ok := bytes.Cut(raw, []byte("\n\n"))
	if !ok {
		t.Fatal("a vector without a file")
	}
	v.file = body
	var keys []string
	for line := range strings.SplitSeq(string(head), "\n") {
		field, value, _ := strings.Cut(line, ": ")
		switch field {
		case "expect":
			v.expect = value
		case "payload":
			v.hash = value
		case "identity":
			keys = append(keys, value)
		case "passphrase":
			if v.open.Passphrase != "" {
				id, err := age.NewScryptIdentity(value)
				if err != nil {
					t.Fatal(err)
				}
				v.more = append(v.more, id)
			}
			v.open.Passphrase = value
		case "armored":
			v.armored = true
		case "compressed":
			z, err := zlib.NewReader(bytes.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			if v.file, err = io.ReadAll(z); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(keys) > 0 {
		ids, err := ParseIdentities(strings.Join(keys, "\n"))
		if err != nil {
			t.Fatal(err)
		}
		v.open.Identities = ids
	}
	return v
}

// Every vector of the age format, in bytes and as text, against the opening of
// what is handed over.
func TestAgeVectors(t *testing.T) {
	t.Parallel()
	names, err := fs.ReadDir(agetest.Vectors, ".")
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, name := range names {
		raw, err := fs.ReadFile(agetest.Vectors, name.Name())
		if err != nil {
			t.Fatal(err)
		}
		v := readAgeVector(t, raw)
		ids, err := v.open.identities()
		if err != nil {
			t.Fatal(err)
		}
		plain, err := openSealed(bytes.NewReader(v.file), append(ids, v.more...))
		count[v.expect]++
		if v.armored {
			count["of these as text"]++
		}
		if err != nil && plain != nil {
			t.Errorf("%s: %d bytes were let out of a file that was refused", name.Name(), len(plain))
		}
		var want []error
		switch v.expect {
		case "success":
			sum := sha256.Sum256(plain)
			if err != nil || hex.EncodeToString(sum[:]) != v.hash {
				t.Errorf("%s: %d bytes, %v", name.Name(), len(plain), err)
			}
			continue
		case "no match":
			want = []error{ErrWrongSecret}
		case "header failure":
			want = []error{ErrDamaged, errRefused}
		default:
			want = []error{ErrDamaged}
		}
		if !isAny(err, want) {
			t.Errorf("%s, %s: %v", name.Name(), v.expect, err)
		}
	}
	if len(names) < 143 {
		t.Errorf("there are only %d vectors", len(names))
	}
	t.Logf("%d vectors, each as it must be: %v", len(names), count)
}

func isAny(err error, classes []error) bool {
	for _, c := range classes {
		if errors.Is(err, c) {
			return true
		}
	}
	return false
}
