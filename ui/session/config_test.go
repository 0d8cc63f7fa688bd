package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"isspp/ui/cli"
	"isspp/ui/theme"
)

func config(t *testing.T, text string) (Config, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return ReadConfig(path)
}

func TestNoConfigFileIsNoMistake(t *testing.T) {
	c, notice := ReadConfig(filepath.Join(t.TempDir(), "config.toml"))
	if c != DefaultConfig() || notice != "" {
		t.Errorf("%+v, %q", c, notice)
	}
}

func TestEverySettingIsRead(t *testing.T) {
	c, notice := config(t, "school = \"St Aloysius RC College\"\ntheme = \"contrast\"\nascii = true\nmouse = false\nrecorder = \"A. Lead, DSL\"\nadvance = true\nlock_after = 12\ncontent = \"/packs/2027\"\nnotes = \"/notes.db\"\nlocal = \"/ours.md\"\nstale_days = 30\n")
	want := Config{School: "St Aloysius RC College", Recorder: "A. Lead, DSL", Theme: theme.Contrast, ASCII: true, Advance: true, LockAfter: 12, Content: "/packs/2027", Notes: "/notes.db", Local: "/ours.md", StaleDays: 30}
	if c != want || notice != "" {
		t.Errorf("%+v, %q", c, notice)
	}
	if c.idle() != 12*time.Minute {
		t.Errorf("locks after %v", c.idle())
	}
}

func TestAMistakeIsNamedAndTheRestHolds(t *testing.T) {
	for text, says := range map[string]string{
		"scool = \"Beacon High School\"\ntheme = \"dark\"": `did you mean "school"`,
		"colour_of_the_sky = 1\ntheme = \"dark\"":          "The settings are school",
		"lock_after = 0\ntheme = \"dark\"":                 "from 1 to 60",
		"lock_after = 600\ntheme = \"dark\"":               "from 1 to 60",
	} {
		c, notice := config(t, text)
		if !strings.Contains(notice, says) || c.Theme != theme.Dark || c.LockAfter != 5 {
			t.Errorf("%q: %q, %+v", text, notice, c)
		}
	}
	c, notice := config(t, "theme = \"purple\"\nschool = \"Beacon High School\"")
	if !strings.Contains(notice, "The themes are") || c.Theme != theme.Auto || c.School == "" {
		t.Errorf("%q, %+v", notice, c)
	}
}

func TestABrokenConfigFileSaysTheLine(t *testing.T) {
	c, notice := config(t, "theme = \"dark\"\nschool = Beacon\n")
	if !strings.Contains(notice, "config.toml:2:") || c != DefaultConfig() {
		t.Errorf("%q, %+v", notice, c)
	}
}

// Where the notes are never weakens: two mistakes in one file must not leave
// one of them in force.
func TestTwoMistakesAreBothPutRight(t *testing.T) {
	c, notice := config(t, "scool = \"x\"\nlock_after = 600\ntheme = \"purple\"")
	if c.LockAfter != 5 || c.Theme != theme.Auto || notice == "" {
		t.Errorf("%+v, %q", c, notice)
	}
}

func TestNotesThatTheConfigFileNamesShortlyAreBesideIt(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(path, []byte("notes = \"kept/notes.db\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, want := read(cli.Options{Config: path}).NotesPath, filepath.Join(dir, "kept", "notes.db"); got != want {
		t.Errorf("the notes are in %s, not in %s", got, want)
	}
}

func TestTheSessionGetsTheSameOptions(t *testing.T) {
	o := Options{NotesPath: "/n.db", Theme: theme.Dark, ConfigPath: "/c.toml", ContentDir: "/p", contentFlag: "/p", ASCII: true}
	got := strings.Join(o.flags(), " ")
	if got != "--notes /n.db --theme dark --config /c.toml --content /p --ascii" {
		t.Errorf("%q", got)
	}
}
