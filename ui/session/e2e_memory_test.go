//go:build linux

package session_test

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"

	"isspp/model"
	"isspp/store"
)

// image is all that a process can write to, as somebody would copy it who has
// the computer. A process that forbids it is read by root alone.
func image(t *testing.T, pid int) []byte {
	t.Helper()
	maps, err := os.Open(fmt.Sprintf("/proc/%d/maps", pid))
	if err != nil {
		t.Skipf("the memory of a process can't be read here (%v): run as root to prove that a lock leaves nothing in it", err)
	}
	defer func() { _ = maps.Close() }()
	mem, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		t.Skipf("the memory of a process can't be read here (%v): run as root to prove that a lock leaves nothing in it", err)
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
		out = append(out, b[:n]...)
	}
	return out
}

// family is a process and all that it started.
func family(t *testing.T, pid int) []int {
	t.Helper()
	out, err := exec.Command("ps", "-A", "-o", "pid=,ppid=").Output()
	if err != nil {
		t.Skipf("no ps on this machine: %v", err)
	}
	pids := []int{pid}
	for i := 0; i < len(pids); i++ {
		for _, line := range strings.Split(string(out), "\n") {
			var child, parent int
			if n, _ := fmt.Sscan(line, &child, &parent); n == 2 && parent == pids[i] {
				pids = append(pids, child)
			}
		}
	}
	return pids
}

// dataKey opens the passphrase's slot of the key file, as store/header.go
// describes it, to know what must not be found.
func dataKey(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const fixed, slot = 8 + 2 + 16 + 8 + 1, 1 + 4 + 4 + 1 + 16
	s := b[fixed:]
	kek := argon2.IDKey([]byte(passphrase), s[10:slot], binary.BigEndian.Uint32(s[5:]), binary.BigEndian.Uint32(s[1:]), s[9], 32)
	aead, err := chacha20poly1305.NewX(kek)
	if err != nil {
		t.Fatal(err)
	}
	aad := append(append(append([]byte{}, b[:8]...), b[10:26]...), s[:slot]...)
	key, err := aead.Open(nil, s[slot:slot+24], s[slot+24:slot+24+48], aad)
	if err != nil {
		t.Fatal("the key file is not as its description says")
	}
	return key
}

func TestAfterALockNoProcessHoldsANoteAKeyOrAPassphrase(t *testing.T) {
	h := withNotes(t)
	notes := filepath.Join(h.dir, "data", "isspp", "notes.db")
	opt := store.Options{Anchor: filepath.Join(h.dir, "anchor")}
	st, _, err := store.Unlock(notes, store.Passphrase([]byte(passphrase)), opt)
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 9))
	secrets, marks := map[string][]byte{"the passphrase": []byte(passphrase)}, map[string]bool{}
	for range 500 {
		mark := marked + hex.EncodeToString(binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, rnd.Uint64()), rnd.Uint64()))
		if err := st.SaveFactorNote(&model.FactorNote{About: "protective/child/hobbies", Ref: "REF-9", Body: mark}); err != nil {
			t.Fatal(err)
		}
		marks[mark] = true
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	secrets["the key"] = dataKey(t, strings.TrimSuffix(notes, ".db")+".keys")
	x := start(t, h, usual)
	x.see("notes locked")
	x.press("2", "u")
	x.unlocks()
	x.see("notes open")
	x.press("3")
	x.settled()
	during := found(t, x, secrets, marks)
	if len(during) < 400 { // the look must be able to find them
		t.Fatalf("while the notes are open, only %d were found", len(during))
	}
	x.press("\x0c") // ctrl+l
	x.see("notes locked")
	x.settled()
	if after := found(t, x, secrets, marks); len(after) > 0 {
		t.Errorf("after the lock: %v", after)
	}
	t.Logf("open: %d of %d found in memory, the last being %q; locked: 0", len(during), len(secrets)+len(marks), during[len(during)-1])
}

// marked begins every planted note, so that one pass finds them all.
const marked = "q7Zplanted"

// found names the secrets that are in the memory of any of the program's
// processes.
func found(t *testing.T, x *terminal, secrets map[string][]byte, marks map[string]bool) []string {
	t.Helper()
	out := map[string]bool{}
	for _, pid := range family(t, x.cmd.Process.Pid) {
		b := image(t, pid)
		for name, s := range secrets {
			if bytes.Contains(b, s) {
				out[name] = true
			}
		}
		for i := bytes.Index(b, []byte(marked)); i >= 0; i = bytes.Index(b, []byte(marked)) {
			b = b[i:]
			if mark := string(b[:min(len(b), len(marked)+32)]); marks[mark] {
				out[mark] = true
			}
			b = b[1:]
		}
	}
	return slices.Sorted(maps.Keys(out))
}
