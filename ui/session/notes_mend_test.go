package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// backedUp is a desk whose notes have a backup.
func backedUp(t *testing.T) (d *desk, backup string) {
	t.Helper()
	d = sitDown(t)
	said := d.gets("backup", "--passphrase-file", d.right)
	name := filepath.Base(strings.Fields(said)[1])
	return d, name
}

func TestWhateverStandsInThePlaceOfTheNotesTheCommandThatMendsItIsNamed(t *testing.T) {
	for name, put := range map[string]func(path string) error{
		"nothing":  os.Remove,
		"no bytes": func(path string) error { return os.Truncate(path, 0) },
		"another file": func(path string) error {
			return os.WriteFile(path, []byte("a letter to the governors"),
				0o600)
		},
		"a folder":         func(path string) error { return firstOf(os.Remove(path), os.Mkdir(path, 0o700)) },
		"the opening only": func(path string) error { return os.Truncate(path, 2*4096) },
	} {
		t.Run(name, func(t *testing.T) {
			d, backup := backedUp(t)
			if err := put(d.path); err != nil {
				t.Fatal(err)
			}
			mends := "isspp notes restore " + backup
			if out, _, _ := d.asks("where"); !strings.Contains(out, mends) {
				t.Errorf("where: %s", out)
			}
			if out, errs, status := d.asks("verify", "--passphrase-file", d.right); status != 1 ||
				!strings.Contains(out+errs, mends) {
				t.Errorf("verify: status %d, %s%s", status, out, errs)
			}
			d.gets("restore", backup)
			d.gets("verify", "--passphrase-file", d.right)
		})
	}
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func TestNotesBehindALinkThatLeadsNowhereAreSaidToBe(t *testing.T) {
	d := sitDown(t)
	if err := firstOf(os.RemoveAll(filepath.Dir(d.path)), os.Mkdir(filepath.Dir(d.path), 0o700),
		os.Symlink(filepath.Join(d.dir, "a-stick", "notes.db"), d.path)); err != nil {
		t.Skip("no links here: nothing was proved of them", err)
	}
	_, errs, status := d.asks("verify", "--passphrase-file", d.right)
	if status != 1 || !strings.Contains(errs, "a link to a file that is not there") ||
		!strings.Contains(errs, "a-stick") {
		t.Errorf("status %d, %s", status, errs)
	}
}

func TestABackupsFolderThatIsNoneIsSaidBesideTheNotes(t *testing.T) {
	d := sitDown(t)
	folder := filepath.Join(filepath.Dir(d.path), "backups")
	if err := firstOf(os.RemoveAll(folder), os.WriteFile(folder, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	out, _, status := d.asks("where")
	if status != 1 || !strings.Contains(out, "(sealed)") ||
		!strings.Contains(out, "The folder of the backups can't be read") {
		t.Errorf("status %d, %s", status, out)
	}
}

func TestAWrongPassphraseForNotesThatWerePutInThePlaceOfOthersSaysSo(t *testing.T) {
	d, other := sitDown(t), sitDown(t)
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	d.gets("backup", "--passphrase-file", d.right) // this computer remembers them now
	b, err := os.ReadFile(other.path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(d.path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, errs, status := d.asks("verify", "--passphrase-file", d.wrong); status != 1 ||
		!strings.Contains(errs, "different notes from those last opened here") {
		t.Errorf("status %d, %s", status, errs)
	}
}

func TestNothingIsDisposedOfWithoutATerminalOrAYes(t *testing.T) {
	d := sitDown(t)
	if _, errs, status := d.asks("purge", "--ref", "REF-1", "--reason", "tried", "--passphrase-file",
		d.right); status != 2 || !strings.Contains(errs, "--yes") {
		t.Errorf("status %d, %s", status, errs)
	}
}
