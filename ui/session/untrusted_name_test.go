package session

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/store"
	"isspp/ui/upkeep"
)

// TestNothingInAFilesNameActs keeps the notes in a folder whose name is an attack,
// with such names beside them, as whoever shares the computer could make them.
func TestNothingInAFilesNameActs(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	for name, a := range together() {
		a = strings.NewReplacer("/", "", "\x00", "").Replace(a)
		dir := filepath.Join(t.TempDir(), a)
		if err := os.MkdirAll(filepath.Join(dir, "backups"), 0o700); err != nil {
			t.Skipf("no such name is possible here: %v", err)
		}
		st, _ := notes(t, dir)
		if _, err := st.Backup("", false); err != nil {
			t.Fatal(err)
		}
		if err := st.Close(); err != nil {
			t.Fatal(err)
		}
		for _, beside := range []string{
			"notes.db.2026-" + a, "notes.db." + a + ".unsaved",
			filepath.Join("backups", "notes-"+a+".db"), a,
		} {
			if err := os.WriteFile(filepath.Join(dir, beside), []byte(a), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		base, strange := withWords(t, dir), filepath.Join(dir, a)
		for _, args := range [][]string{
			{"notes", "where"},
			{"notes", "where", "--json"},
			{"notes", "verify"},
			{"notes", "verify", "--json"},
			{"notes", "log"},
			{"notes", "init"},
			{"notes", "backup"},
			{"notes", "backup", "--to", filepath.Join(dir, "copy"+a)},
			{"notes", "restore", a},
			{"notes", "restore", strange},
			{"notes", "import", strange},
			{"notes", "export", "--all", "-o", strange},
			{"notes", "export", "--all", "-o", filepath.Join(strange, "x")},
			{"checklist", "report", "--ref", "REF-1", "-o", strange},
			{"content", "check", strange},
			{"content", "init", dir},
			{"rota", "--content", strange},
			{"local", "import", strange},
			{"local", "show", "--config", strange},
		} {
			out, errs, _ := asksWith(t, Settings, append(args, base...)...)
			harmless(t, fmt.Sprintf("%s, %v", name, args[:min(2, len(args))]), out+errs)
		}
		s := sit(t, dir, Begin{Upkeep: true}, func(o *Options) { o.ContentDir = strange; o.loadPack() })
		s.types(words)
		s.presses("enter")
		s.until("opening the notes", func() bool { return s.host.store != nil })
		for _, key := range []string{
			"ctrl+n", "down", "down", "enter", "down", "esc", "down", "down", "down", "enter",
			"esc", "esc", "E", "esc",
		} {
			s.presses(key)
			s.pump()
			harmless(t, fmt.Sprintf("%s, after %s", name, key), s.host.app.Frame())
		}
		if s.host.store != nil {
			_ = s.host.store.Close()
			s.host.store = nil
		}
		for _, state := range []store.Status{store.Look(filepath.Join(dir, "notes.db")), store.Look(strange)} {
			harmless(t, name+", how they stand", upkeep.StateWord(state))
		}
	}
}
