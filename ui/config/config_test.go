package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"isspp/content"
	"isspp/ui/theme"
)

func read(t *testing.T, text string) (Config, string) {
	t.Helper()
	c, faults := configFaults(t, text)
	return c, faults.Notice()
}

func configFaults(t *testing.T, text string) (Config, Faults) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return Read(path)
}

// usual is what holds where the config file at path says nothing.
func usual(path string) Config {
	c := Default()
	c.Local = filepath.Join(filepath.Dir(path), content.LocalFile)
	return c
}

func TestNoConfigFileIsNoMistake(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	c, faults := Read(path)
	if c != usual(path) || faults.Notice() != "" || faults.Unread() {
		t.Errorf("%+v, %+v", c, faults)
	}
}

func TestEverySettingIsRead(t *testing.T) {
	c, notice := read(t, "school = \"St Aloysius RC College\"\ntheme = \"contrast\"\nascii = true\nmouse = "+
		"false\nrecorder = \"A. Lead, DSL\"\nadvance = true\nlock_after = 12\ncontent = \"/packs/2027\"\nnotes = "+
		"\"/notes.db\"\nlocal = \"/ours.md\"\nstale_days = 30\n")
	want := Config{
		School: "St Aloysius RC College", Recorder: "A. Lead, DSL", Theme: theme.Contrast, ASCII: true,
		Advance: true, LockAfter: 12, Content: "/packs/2027", Notes: "/notes.db", Local: "/ours.md", StaleDays: 30,
	}
	if c != want || notice != "" {
		t.Errorf("%+v, %q", c, notice)
	}
	if c.Idle() != 12*time.Minute {
		t.Errorf("locks after %v", c.Idle())
	}
}

func TestAMistakeIsNamedAndTheRestHolds(t *testing.T) {
	for text, says := range map[string]string{
		"scool = \"Beacon High School\"\ntheme = \"dark\"": `did you mean "school"`,
		"colour_of_the_sky = 1\ntheme = \"dark\"":          "The settings are school",
		"lock_after = 0\ntheme = \"dark\"":                 "from 1 to 60",
		"lock_after = 600\ntheme = \"dark\"":               "from 1 to 60",
	} {
		c, notice := read(t, text)
		if !strings.Contains(notice, says) || c.Theme != theme.Dark || c.LockAfter != 5 {
			t.Errorf("%q: %q, %+v", text, notice, c)
		}
	}
	c, notice := read(t, "theme = \"purple\"\nschool = \"Beacon High School\"")
	if !strings.Contains(notice, "The themes are") || c.Theme != theme.Auto || c.School == "" {
		t.Errorf("%q, %+v", notice, c)
	}
}

// One slip leaves the other lines in force, is said with its line and its mend,
// and tells whether the notes can still be known.
func TestASlipLeavesTheOtherLinesInForce(t *testing.T) {
	for _, c := range []struct {
		text   string
		says   []string
		unread bool
	}{
		{
			"school = Beacon High",
			[]string{"config.toml:2: ", "school is written in quotes: school = 'Beacon High'."},
			true,
		},
		{`notes = "C:\Users\ann\notes.db"`, []string{
			"config.toml:2: ",
			`single quotes: notes = 'C:\Users\ann\notes.db'.`,
		}, true},
		{`notes = "D:\notes.db"`, []string{"config.toml:2: ", `single quotes: notes = 'D:\notes.db'.`}, true},
		{`content = "D:\tower\pack" # ours`, []string{`single quotes: content = 'D:\tower\pack'.`}, true},
		{`lock_after = "7"`, []string{"config.toml:2: lock_after is a number without quotes: lock_after = 5."}, false},
		{"lock_after = 7.5", []string{"lock_after is a number"}, false},
		{`mouse = "yes"`, []string{"mouse is true or false, without quotes."}, false},
		{"school = 5", []string{"school is written in quotes"}, false},
		{"school =", []string{"school has no value"}, true},
		{"notes = 5", []string{"notes is written in quotes"}, true},
		{"good morning", []string{`"good morning" is no setting`}, true},
		{"theme = \"mono\"", []string{"theme is set twice; the first line counts."}, true},
		{`notes = "$NOT_SET_ANYWHERE/notes.db"`, []string{"$NOT_SET_ANYWHERE is not set here"}, true},
	} {
		got, faults := configFaults(t, "theme = \"dark\"\n"+c.text+"\nrecorder = \"A. Lead, DSL\"\n")
		if got.Theme != theme.Dark || got.Recorder != "A. Lead, DSL" || faults.Unread() != c.unread ||
			strings.Contains(faults.Notice(), "\n") {
			t.Errorf("%s: %+v, %+v", c.text, got, faults)
		}
		for _, text := range c.says {
			if !strings.Contains(faults.Notice(), text) {
				t.Errorf("%s: no %q in %q", c.text, text, faults.Notice())
			}
		}
	}
}

func TestAFileThatIsNoTextIsSaid(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"utf16": "\xff\xfes\x00c\x00", "latin": "school = \"\xe9cole\""} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if c, faults := Read(path); !faults.Unread() || !strings.Contains(faults.Notice(), "not a text in UTF-8") ||
			c != usual(path) {
			t.Errorf("%s: %+v, %+v", name, c, faults)
		}
	}
	if _, faults := Read(dir); !faults.Unread() || !strings.Contains(faults.Notice(), "can't be read") {
		t.Errorf("a folder: %+v", faults)
	}
	if c, faults := read(t, "\ufeffschool = \"Beacon\"\r\n"); c.School != "Beacon" || faults != "" {
		t.Errorf("with Notepad's mark: %+v, %q", c, faults)
	}
}

func TestTheHomeFolderIsWrittenAsPeopleDo(t *testing.T) {
	home, err := os.UserHomeDir()
	if err != nil {
		t.Skip(err)
	}
	for written, want := range map[string]string{
		"~/notes.db": home + "/notes.db", "$HOME/n.db": home + "/n.db", "${HOME}/n.db": home + "/n.db",
		`%USERPROFILE%/n.db`: home + "/n.db",
		"/a/~b/50%/n.db":     "/a/~b/50%/n.db",
	} {
		if c, faults := read(t, "notes = '"+written+"'\ncontent = '"+written+"'"); c.Notes != want ||
			c.Content != want || faults != "" {
			t.Errorf("%s: %q, %q, %q", written, c.Notes, c.Content, faults)
		}
	}
}

// Where the notes are never weakens: two mistakes in one file must not leave
// one of them in force.
func TestTwoMistakesAreBothPutRight(t *testing.T) {
	c, notice := read(t, "scool = \"x\"\nlock_after = 600\ntheme = \"purple\"")
	if c.LockAfter != 5 || c.Theme != theme.Auto || notice == "" {
		t.Errorf("%+v, %q", c, notice)
	}
}

func TestTheLocalFileIsBesideTheConfigUnlessThatSaysOtherwise(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "config.toml")
	whole := filepath.Join(dir, "shared", "ours.md")
	for set, want := range map[string]string{
		"": filepath.Join(dir, content.LocalFile), "local = 'ours.md'": filepath.Join(dir, "ours.md"),
		"local = '" + whole + "'": whole, "local = 5": "",
	} {
		if err := os.WriteFile(path, []byte(set), 0o600); err != nil {
			t.Fatal(err)
		}
		if c, _ := Read(path); c.Local != want {
			t.Errorf("%s is %s, not %s", set, c.Local, want)
		}
	}
}

func TestStaleDaysOutOfReasonAreSaidAndTheUsualOnesHold(t *testing.T) {
	c, notice := read(t, "stale_days = 0\n")
	if c.StaleDays != 90 || !strings.Contains(notice, "stale_days is days, from 1 to 3650") {
		t.Errorf("%d, %q", c.StaleDays, notice)
	}
}
