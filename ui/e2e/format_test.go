//go:build !windows

package e2e

import (
	"bytes"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/text/unicode/norm"
)

// outsider reads notes by what "go doc isspp/store" says of the format, and by nothing
// else: whoever has a secret of theirs is not bound to this program.
type outsider struct {
	header, store []byte
	keys          map[string][]byte
}

var be = binary.BigEndian

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func hmacOf(key []byte, parts ...[]byte) []byte {
	h := hmac.New(sha256.New, key)
	for _, p := range parts {
		h.Write(p)
	}
	return h.Sum(nil)
}

func expand(secret, salt []byte, info string) []byte {
	return must(hkdf.Key(sha256.New, secret, salt, "isspp notes 1 "+info, 32))
}

// unwritten are the 20 bytes of a recovery key's first 32 letters.
func unwritten(key string) []byte {
	return must(base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").DecodeString(strings.ReplaceAll(key, " ",
		"")[:32]))
}

// unlock opens the data key with a secret of a kind, and makes the other keys of it.
func unlock(h []byte, kind byte, secret []byte) *outsider {
	o := &outsider{header: h, store: h[10:26], keys: map[string][]byte{}}
	sum := sha256.Sum256(h[:len(h)-32])
	if string(h[:8]) != "\x93ISSPKEY" || be.Uint16(h[8:]) != 1 || !bytes.Equal(sum[:], h[len(h)-32:]) {
		panic("the key slots are not whole")
	}
	for i := range int(h[34]) {
		slot := h[35+i*98:][:98]
		if slot[0] != kind {
			continue
		}
		salt, nonce := slot[10:26], slot[26:50]
		kek := expand(secret, salt, "recovery")
		if kind == 1 {
			kek = argon2.IDKey(norm.NFKC.Bytes(secret), salt, be.Uint32(slot[5:]), be.Uint32(slot[1:]), slot[9], 32)
		}
		aad := append(append([]byte("\x93ISSPKEY"), o.store...), slot[:26]...)
		data := must(must(chacha20poly1305.NewX(kek)).Open(nil, nonce, slot[50:], aad))
		for _, name := range []string{"header", "records", "manifest", "log"} {
			o.keys[name] = expand(data, o.store, name)
		}
	}
	if mac := len(h) - 64; !bytes.Equal(hmacOf(o.keys["header"], h[:mac]), h[mac:mac+32]) {
		panic("the key slots are not authentic")
	}
	return o
}

// open opens a sealed record of a bucket.
func (o *outsider) open(bucket byte, v []byte) []byte {
	if string(v[:6]) != "\x93ISSP\x1a" || int(be.Uint32(v[33:])) != len(v)-61 {
		panic("no record")
	}
	aad := append(append(bytes.Clone(v[:37]), o.store...), bucket)
	return must(must(chacha20poly1305.NewX(o.keys["records"])).Open(nil, v[37:61], v[61:], aad))
}

// readAll reads every record, follows the log, and holds both against the manifest.
func (o *outsider) readAll(tx *bolt.Tx) (bodies map[string]string, lines int) {
	bodies = map[string]string{}
	digest, head, count := make([]byte, 32), make([]byte, 32), uint64(0)
	must(0, tx.Bucket([]byte("r")).ForEach(func(k, v []byte) error {
		p := o.open('r', v)
		p = p[:be.Uint32(p)]
		kind := string(p[6:][:p[5]])
		label := be.Uint16(p[6+p[5]:])
		bodies[kind] += string(p[8+int(p[5])+int(label):])
		for i, b := range hmacOf(o.keys["manifest"], k, v[23:31], v[len(v)-16:]) {
			digest[i] ^= b
		}
		count++
		return nil
	}))
	c := tx.Bucket([]byte("h")).Cursor()
	for k, v := c.Seek([]byte("l")); k != nil && k[0] == 'l'; k, v = c.Next() {
		l := o.open('h', v)
		if lines++; be.Uint64(k[1:]) != uint64(lines) || be.Uint64(l[4:]) != uint64(lines) ||
			!bytes.Equal(l[53:85], head) {
			panic("the log is no chain")
		}
		head = hmacOf(o.keys["log"], l)
	}
	m := o.open('h', tx.Bucket([]byte("h")).Get([]byte("m")))
	if m[0] != 2 || be.Uint64(m[9:]) != count || !bytes.Equal(m[17:49], digest) || be.Uint64(m[49:]) != uint64(lines) ||
		!bytes.Equal(m[57:89], head) {
		panic("the manifest says otherwise")
	}
	if be.Uint64(m[89:]) != be.Uint64(o.header[26:]) ||
		!bytes.Equal(m[97:129], o.header[len(o.header)-64:len(o.header)-32]) {
		panic("the key slots are not the manifest's")
	}
	return bodies, lines
}

func TestNotesAreReadByAnOutsiderFromTheDocumentation(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	file := h.secret(t)
	said, status := h.pipes(t, "", "notes", "init", "--passphrase-file", file)
	_, key, ok := strings.Cut(said, "Recovery key")
	if status != 0 || !ok {
		t.Fatalf("status %d: %s", status, said)
	}
	key, _, _ = strings.Cut(strings.TrimSpace(key), "\n")
	h.pipes(t, strings.Join(spoken, "\n")+"\n", "checklist", "--plain", "--passphrase-file", file)
	db := must(bolt.Open(filepath.Join(h.dir, "data", "isspp", "notes.db"), 0o600, &bolt.Options{ReadOnly: true}))
	must(0, db.View(func(tx *bolt.Tx) error {
		slots := bytes.Clone(tx.Bucket([]byte("h")).Get([]byte("h")))
		for kind, secret := range map[byte][]byte{1: []byte(passphrase), 2: unwritten(key)} {
			o := unlock(slots, kind, secret)
			bodies, lines := o.readAll(tx)
			if !strings.Contains(bodies["walkthrough"], private) ||
				!strings.Contains(bodies["concern entry"], `"decision"`) || lines < 5 {
				t.Errorf("%d lines, %v", lines, bodies)
			}
		}
		return nil
	}))
}
