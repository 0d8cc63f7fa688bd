package seal

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

	"golang.org/x/crypto/argon2"
)

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(strings.ReplaceAll(s, " ", ""))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The reference implementation's vectors for Argon2id version 1.3. RFC 9106's
// own has a secret and associated data, which notes do not use and the library
// does not offer.
func TestArgon2id(t *testing.T) {
	t.Parallel()
	for _, v := range []struct {
		passes, memory uint32
		lanes          uint8
		password, salt string
		want           string
	}{
		{2, 1 << 16, 1, "password", "somesalt", "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"},
		{2, 1 << 8, 1, "password", "somesalt", "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"},
		{2, 1 << 8, 2, "password", "somesalt", "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"},
		{1, 1 << 16, 1, "password", "somesalt", "f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98"},
		{4, 1 << 16, 1, "password", "somesalt", "9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c"},
		{
			2, 1 << 16, 1, "differentpassword", "somesalt",
			"0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde",
		},
		{2, 1 << 16, 1, "password", "diffsalt", "bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c"},
	} {
		got := argon2.IDKey([]byte(v.password), []byte(v.salt), v.passes, v.memory, v.lanes, 32)
		if hex.EncodeToString(got) != v.want {
			t.Errorf("%d passes, %d KiB, %d lanes: %x", v.passes, v.memory, v.lanes, got)
		}
		sl := slot{KDF: KDF{MemoryKiB: v.memory, Passes: v.passes, Lanes: v.lanes}}
		if n := copy(sl.Salt[:], v.salt); n != len(v.salt) {
			t.Fatal(n)
		}
		full := argon2.IDKey([]byte(v.password), sl.Salt[:], v.passes, v.memory, v.lanes, 32)
		if !bytes.Equal(Passphrase([]byte(v.password)).kek(&sl, nil), full) {
			t.Errorf("%+v: a slot's key is derived in another way", sl.KDF)
		}
	}
}

// The vector of the XChaCha20-Poly1305 draft, A.3.1.
func TestXChaCha20Poly1305(t *testing.T) {
	t.Parallel()
	key := unhex(t, "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f")
	nonce := unhex(t, "404142434445464748494a4b4c4d4e4f5051525354555657")
	aad := unhex(t, "50515253c0c1c2c3c4c5c6c7")
	plain := "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen " +
		"would be it."
	want := "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452" +
		"2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49"
	sealed := newAEAD(key).Seal(nil, nonce, []byte(plain), aad)
	if hex.EncodeToString(sealed) != want {
		t.Fatalf("%x", sealed)
	}
}

// RFC 5869, test cases 1 and 3; then our own use of it, which must not change.
func TestHKDF(t *testing.T) {
	t.Parallel()
	for _, v := range []struct{ key, salt, info, want string }{
		{
			strings.Repeat("0b", 22), "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9",
			"3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
		},
		{strings.Repeat("0b", 22), "", "", "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"},
	} {
		got, err := hkdf.Key(sha256.New, unhex(t, v.key), unhex(t, v.salt), string(unhex(t, v.info)), 42)
		if err != nil || hex.EncodeToString(got) != v.want {
			t.Errorf("%x %v", got, err)
		}
	}
	plain, err := hkdf.Key(sha256.New, []byte("k"), []byte("s"), "isspp notes 1 records", keySize)
	if err != nil || !bytes.Equal(expand([]byte("k"), []byte("s"), "records"), plain) {
		t.Fatal("subkeys are derived in another way than files of format 1 need")
	}
}

// vectorKeys are the keys of the vectors: the data key 00 01 02 … and the store
// id 80 81 82 ….
func vectorKeys() *Keys {
	var data [keySize]byte
	var store ID
	for i := range data {
		data[i] = byte(i)
	}
	for i := range store {
		store[i] = 0x80 + byte(i)
	}
	return deriveKeys(data, store)
}

// verdictOf opens an object of a vector and says what became of it, in a word.
func verdictOf(object string, b []byte) string {
	keys := vectorKeys()
	word := func(err error) string {
		for _, e := range []struct {
			err  error
			word string
		}{
			{nil, "opens"},
			{errNoRecord, "no-record"},
			{ErrNewer, "newer"},
			{ErrUnsealed, "unsealt"},
			{errDamaged, "damaged"},
			{errNoHeader, "foreign"},
		} {
			if errors.Is(err, e.err) || err == nil && e.err == nil {
				return e.word
			}
		}
		var typo mistyped
		if errors.As(err, &typo) {
			return "mistyped"
		}
		return "unknown"
	}
	switch object {
	case "record":
		_, _, err := keys.Open('r', b)
		return word(err)
	case "sealed-line", "sealed-manifest":
		_, _, err := keys.Open('h', b)
		return word(err)
	case "header":
		h, err := ParseHeader(b)
		if err == nil && !h.Authentic(keys) {
			return "forged"
		}
		return word(err)
	case "header-rehashed": // by who knows the format and not the key
		return verdictOf("header", rehashed(b))
	case "recovery-key":
		_, err := ParseRecoveryKey(string(b))
		return word(err)
	}
	return elsewhere
}

// elsewhere is the verdict on what is no object of this package.
const elsewhere = "elsewhere"

// TestOneFaultVectors reads the vectors of the store: objects as hexadecimal, and
// after each the faults, one a line, with what must become of it.
func TestOneFaultVectors(t *testing.T) {
	t.Parallel()
	f, err := os.Open("../testdata/vectors.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
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
			if got := verdictOf(object, whole); got != "opens" && got != elsewhere {
				t.Errorf("line %d: %s itself: %s", n, object, got)
			}
		case verdictOf(object, whole) == elsewhere:
		default:
			faults++
			if got := verdictOf(object, faulty(t, whole, field[:len(field)-1])); got != field[len(field)-1] {
				t.Errorf("line %d: %s: %s", n, in.Text(), got)
			}
		}
	}
	if in.Err() != nil || faults < 80 {
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
	b, err := os.ReadFile("../testdata/vectors.txt")
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
