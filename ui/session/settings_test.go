package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"isspp/ui/config"
	"isspp/ui/theme"
)

func TestSettingsAreChangedInTheAppAndWrittenToTheConfigAndTheNotes(t *testing.T) {
	dir := t.TempDir()
	st, _ := notes(t, dir)
	if err := st.KeepRecorder("A. Reed, DSL"); err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(path, []byte("# ours\nmouse = true # for the hall\nstale_days = 30\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{Tab: 1}, func(o *Options) {
		o.Recorder, o.ConfigPath = "", path
		o.file, _ = config.Read(path)
	})
	s.types(words)
	s.presses("enter")
	s.sees("notes open")
	s.presses(",")
	s.sees("ctrl+s saves")
	s.sees("A. Reed, DSL")
	s.presses("ctrl+u")
	s.types("B. Cole, deputy")
	s.presses("down")
	s.types("city of london")
	s.sees("Several fit")
	s.presses("ctrl+s")
	s.sees("Several schools fit")
	s.presses("ctrl+u")
	s.types("aloysius")
	s.presses("down", "ctrl+u")
	s.types("90")
	s.presses("ctrl+s")
	s.sees("from 1 to 60")
	s.presses("ctrl+u")
	s.types("12")
	s.presses("down", "l", "down", "l", "down", "l", "ctrl+s")
	s.sees("Settings saved.")
	s.until("the name in the notes", func() bool { return s.host.store.Recorder() == "B. Cole, deputy" })
	conf, faults := config.Read(path)
	if conf.School != "St Aloysius RC College" || conf.LockAfter != 12 || conf.Theme != theme.Dark || conf.Mouse ||
		!conf.Advance || conf.StaleDays != 30 || conf.Recorder != "" || faults.Notice() != "" {
		t.Errorf("the config has %+v, %q", conf, faults.Notice())
	}
	env := s.host.env
	if env.School != conf.School || env.Recorder != "B. Cole, deputy" || !env.Advance ||
		s.host.o.Idle() != 12*time.Minute || s.host.app.Theme() != theme.Dark {
		t.Errorf("they don't hold yet: %+v, %v", env, s.host.o.Idle())
	}
	if text, err := os.ReadFile(path); err != nil || !strings.Contains(string(text), "# for the hall") ||
		!strings.Contains(string(text), "# ours") {
		t.Errorf("what else was in the file is gone: %s, %v", text, err)
	}
}

func TestSettingsThatCannotBeWrittenStayOnTheScreenWithTheReason(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(path, []byte("school = \n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{Unsaved: true, Tab: 1}, func(o *Options) { o.ConfigPath, o.file = path, config.Default() })
	s.presses(",")
	s.sees("ctrl+s saves")
	s.presses("down")
	s.types("aloysius")
	s.presses("ctrl+s")
	s.sees("has a mistake, so nothing was changed")
	s.sees("aloysius")
	s.presses("esc")
	if s.host.env.School != "" {
		t.Errorf("the school is %q", s.host.env.School)
	}
}

// The time until the lock was set while the notes were open. What is said once they
// have locked by themselves is by that time, not by the one from the start.
func TestALockNamesTheTimeThatWasSetInTheSession(t *testing.T) {
	d := sitToEdit(t, "")
	d.host.o.file, d.host.o.Config = config.Default(), config.Default()
	if err := config.Set(d.host.o.ConfigPath, "lock_after", 1); err != nil {
		t.Fatal(err)
	}
	d.runs(d.host.ended(Outcome{Idle: true, Tab: tabChecklist}))
	if screen := d.host.app.Frame(); !strings.Contains(screen, "no key was pressed for 1 minute,") {
		t.Errorf("it says:\n%s", screen)
	}
}
