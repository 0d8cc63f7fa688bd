//go:build linux

package e2e

import (
	"bufio"
	"bytes"
	"encoding/base32"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
)

// image is all that a process can write to, as somebody would copy it who has
// the computer. A process that forbids it is read by root alone.
func image(t testing.TB, pid int) []byte {
	t.Helper()
	maps, err := os.Open(fmt.Sprintf("/proc/%d/maps", pid))
	if errors.Is(err, fs.ErrNotExist) {
		return nil // it has ended
	}
	if err != nil {
		t.Skipf("the memory of a process can't be read here (%v): run as root to prove that a lock leaves nothing in "+
			"it", err)
	}
	defer func() { _ = maps.Close() }()
	mem, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		t.Skipf("the memory of a process can't be read here (%v): run as root to prove that a lock leaves nothing in "+
			"it", err)
	}
	defer func() { _ = mem.Close() }()
	var out []byte
	for in := bufio.NewScanner(maps); in.Scan(); {
		var from, to uint64
		var mode string
		if n, _ := fmt.Sscanf(in.Text(), "%x-%x %s", &from, &to, &mode); n != 3 || !strings.HasPrefix(mode, "rw") {
			continue
		}
		b := make([]byte, to-from)
		n, _ := mem.ReadAt(b, int64(from)) // what is reserved and never used can't be read
		out = append(out, used(b[:n])...)
	}
	return out
}

// used leaves the pages out that hold nothing: most of what is reserved.
func used(b []byte) []byte {
	var nothing [4096]byte
	kept := b[:0]
	for page := range slices.Chunk(b, len(nothing)) {
		if !bytes.Equal(page, nothing[:len(page)]) {
			kept = append(kept, page...)
		}
	}
	return kept
}

// keysOf are the data key and the key that wraps it, which the passphrase's slot of
// the key file gives as store/header.go describes it, to know what must not be found.
func keysOf(t testing.TB, path string) (data, wrapping []byte) {
	t.Helper()
	b, err := os.ReadFile(path) //nolint:gosec // the test's own folder
	if err != nil {
		t.Fatal(err)
	}
	const fixed, slot = 8 + 2 + 16 + 8 + 1, 1 + 4 + 4 + 1 + 16
	s := b[fixed:]
	kek := argon2.IDKey([]byte(passphrase), s[10:slot], binary.BigEndian.Uint32(s[5:]), binary.BigEndian.Uint32(s[1:]),
		s[9], 32)
	aead, err := chacha20poly1305.NewX(kek)
	if err != nil {
		t.Fatal(err)
	}
	aad := append(append(append([]byte{}, b[:8]...), b[10:26]...), s[:slot]...)
	key, err := aead.Open(nil, s[slot:slot+24], s[slot+24:slot+24+48], aad)
	if err != nil {
		t.Fatal("the key file is not as its description says")
	}
	return key, kek
}

// recoveryBytes are what a recovery key's letters stand for, but for its last
// group, which checks the others.
func recoveryBytes(t testing.TB, text string) []byte {
	t.Helper()
	letters := strings.ToUpper(strings.NewReplacer("-", "", " ", "").Replace(text))
	b, err := base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding).DecodeString(letters[:32])
	if err != nil {
		t.Fatal(err)
	}
	return b
}
