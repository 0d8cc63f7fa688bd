package session

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"
)

// unsealed are the files in what was handed over, by their names.
func unsealed(t *testing.T, path string, id age.Identity) map[string]string {
	t.Helper()
	b, err := os.ReadFile(path) //nolint:gosec // the test's own folder
	if err != nil {
		t.Fatal(err)
	}
	plain, err := age.Decrypt(bytes.NewReader(b), id)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for in := tar.NewReader(plain); ; {
		h, err := in.Next()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		out[h.Name] = string(text)
	}
}

// resealed makes a file of the same kind with what somebody else put into it.
func resealed(t *testing.T, path string, to age.Recipient, files [][2]string) {
	t.Helper()
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, to)
	if err != nil {
		t.Fatal(err)
	}
	out := tar.NewWriter(w)
	for _, f := range files {
		if err := out.WriteHeader(&tar.Header{
			Name: f[0], Mode: 0o600, Size: int64(len(f[1])),
			Format: tar.FormatPAX,
		}); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(out, f[1]); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []io.Closer{out, w} {
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, sealed.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestNothingThatIsHandedOverOrTakenInActs(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	for name, a := range together() {
		here, there := t.TempDir(), t.TempDir()
		planted(t, here, a)
		file := filepath.Join(here, "out.age")
		out, errs, status := asks(t, append([]string{
			"notes", "export", "--ref", asKept(a), "-o", file, "--recipient",
			id.Recipient().String(),
		}, withWords(t, here)...)...)
		if status != 0 {
			t.Fatalf("%s: status %d, %s%s", name, status, out, errs)
		}
		harmless(t, name+", handed over", out+errs)
		files := unsealed(t, file, id)
		for inside, text := range files {
			harmless(t, name+", "+inside, inside+"\n"+text)
			if !strings.Contains(text, "mark") {
				t.Errorf("%s: %s shows nothing of it", name, inside)
			}
		}

		st, _ := notes(t, there)
		if err := st.Close(); err != nil {
			t.Fatal(err)
		}
		key := filepath.Join(there, "identity")
		if err := os.WriteFile(key, []byte(id.String()+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		resealed(t, file, id.Recipient(), [][2]string{
			{"chronology.md", a},
			{"../../" + strings.ReplaceAll(a, "\x00", ""), a},
			{"records.json", files["records.json"]},
		})
		base := withWords(t, there)
		for _, args := range [][]string{
			{"notes", "import", file, "--identity", key},
			{"notes", "import", file, "--identity", key},
			{"notes", "log"},
			{"notes", "purge"},
			{"notes", "verify"},
			{"notes", "verify", "--json"},
			{"checklist", "access", "--ref", asKept(a), "-o", "-", "--format", "json"},
		} {
			out, errs, status := asks(t, append(args, base...)...)
			if status != 0 {
				t.Fatalf("%s, %v: status %d, %s%s", name, args, status, out, errs)
			}
			harmless(t, fmt.Sprintf("%s, %v", name, args), out+errs)
		}
		left, err := filepath.Glob(filepath.Join(filepath.Dir(here), "*mark*"))
		if err != nil || len(left) > 0 {
			t.Errorf("%s: a file was written outside: %q, %v", name, left, err)
		}
	}
}
