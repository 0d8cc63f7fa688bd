package store

import (
	"bufio"
	"bytes"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"

	"isspp/store/seal"
)

// The format's measures, as the package comment has them, and bbolt's.
const (
	recordMagic  = "\x93ISSP\x1a"
	recordFormat = 1
	recordFixed  = 37
	nonceSize    = 24
	headerMagic  = "\x93ISSPKEY"
	headerFormat = 1

	pageFixed = 16
	elemSize  = 16
	metaSize  = 64
)

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(strings.ReplaceAll(s, " ", ""))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// vectorKeys has the key of the vectors' anchors, of the data key 00 01 02 … in the store
// 80 81 82 ….
func vectorKeys(t testing.TB) *seal.Keys {
	t.Helper()
	var data [32]byte
	var keys seal.Keys
	for i := range data {
		data[i] = byte(i)
	}
	for i := range keys.Store {
		keys.Store[i] = 0x80 + byte(i)
	}
	var err error
	if keys.Anchor, err = hkdf.Key(sha256.New, data[:], keys.Store[:], "isspp notes 1 anchor", 32); err != nil {
		t.Fatal(err)
	}
	return &keys
}

// verdictOf opens an object of a vector and says what became of it, in a word.
func verdictOf(t testing.TB, object string, b []byte) string {
	t.Helper()
	var err error
	switch object {
	case "payload":
		_, err = decodePayload(b)
	case "line":
		_, err = decodeLine(b)
	case "manifest":
		_, err = decodeManifest(b)
	case "anchor":
		_, whole, authentic := parseAnchor(b, vectorKeys(t))
		switch {
		case !whole:
			return "foreign"
		case !authentic:
			return "forged"
		}
	default:
		return elsewhere
	}
	switch {
	case err == nil:
		return "opens"
	case errors.Is(err, errPayload), errors.Is(err, errLine), errors.Is(err, errManifest):
		return "shape"
	}
	return err.Error()
}

// elsewhere is the verdict on what package seal opens.
const elsewhere = "elsewhere"

// TestOneFaultVectors reads testdata/vectors.txt: objects as hexadecimal, and
// after each the faults, one a line, with what must become of it.
func TestOneFaultVectors(t *testing.T) {
	t.Parallel()
	f, err := os.Open("testdata/vectors.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(f)
	var object string
	var whole []byte
	faults := 0
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		field := strings.Fields(in.Text())
		switch {
		case len(field) == 0 || field[0] == "#":
		case field[0] == "object":
			object, whole = field[1], unhex(t, field[2])
			if got := verdictOf(t, object, whole); got != "opens" && got != elsewhere {
				t.Errorf("line %d: %s itself: %s", n, object, got)
			}
		case verdictOf(t, object, whole) == elsewhere:
		default:
			faults++
			if got := verdictOf(t, object, faulty(t, whole, field[:len(field)-1])); got != field[len(field)-1] {
				t.Errorf("line %d: %s: %s", n, in.Text(), got)
			}
		}
	}
	if in.Err() != nil || faults < 40 {
		t.Fatal(faults, in.Err())
	}
	t.Logf("%d vectors", faults)
}

// faulty does to b what a line of the vectors says.
func faulty(t *testing.T, b []byte, field []string) []byte {
	t.Helper()
	b = bytes.Clone(b)
	at, err := strconv.Atoi(field[1])
	if err != nil {
		t.Fatal(err)
	}
	if at < 0 {
		at += len(b)
	}
	switch field[0] {
	case "xor":
		for i, c := range unhex(t, field[2]) {
			b[at+i] ^= c
		}
	case "set":
		copy(b[at:], unhex(t, field[2]))
	case "cut":
		b = b[:at]
	case "add":
		b = append(b, make([]byte, at)...)
	default:
		t.Fatalf("no such fault: %q", field)
	}
	return b
}

// vectorObjects are the objects of one name in the vectors.
func vectorObjects(t testing.TB, name string) [][]byte {
	t.Helper()
	b, err := os.ReadFile("testdata/vectors.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out [][]byte
	for line := range strings.Lines(string(b)) {
		if field := strings.Fields(line); len(field) == 3 && field[0] == "object" && field[1] == name {
			out = append(out, unhex(t, field[2]))
		}
	}
	return out
}
