package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"isspp/content"
	"isspp/ui/cli"
	"isspp/ui/theme"
)

func config(t *testing.T, text string) (Config, string) {
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
	return ReadConfig(path)
}

func TestNoConfigFileIsNoMistake(t *testing.T) {
	c, faults := ReadConfig(filepath.Join(t.TempDir(), "config.toml"))
	if c != DefaultConfig() || faults.Notice() != "" || faults.Unread() {
		t.Errorf("%+v, %+v", c, faults)
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

// One slip leaves the other lines in force, is said with its line and its mend,
// and tells whether the notes can still be known.
func TestASlipLeavesTheOtherLinesInForce(t *testing.T) {
	for _, c := range []struct {
		text   string
		says   []string
		unread bool
	}{
		{"school = Beacon High", []string{"config.toml:2: ", "school is written in quotes: school = 'Beacon High'."}, true},
		{`notes = "C:\Users\ann\notes.db"`, []string{"config.toml:2: ", `single quotes: notes = 'C:\Users\ann\notes.db'.`}, true},
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
		if got.Theme != theme.Dark || got.Recorder != "A. Lead, DSL" || faults.Unread() != c.unread || strings.Contains(faults.Notice(), "\n") {
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
		if c, faults := ReadConfig(path); !faults.Unread() || !strings.Contains(faults.Notice(), "not a text in UTF-8") || c != DefaultConfig() {
			t.Errorf("%s: %+v, %+v", name, c, faults)
		}
	}
	if _, faults := ReadConfig(dir); !faults.Unread() || !strings.Contains(faults.Notice(), "can't be read") {
		t.Errorf("a folder: %+v", faults)
	}
	if c, faults := config(t, "\ufeffschool = \"Beacon\"\r\n"); c.School != "Beacon" || faults != "" {
		t.Errorf("with Notepad's mark: %+v, %q", c, faults)
	}
}

func TestTheHomeFolderIsWrittenAsPeopleDo(t *testing.T) {
	home, err := os.UserHomeDir()
	if err != nil {
		t.Skip(err)
	}
	for written, want := range map[string]string{
		"~/notes.db": home + "/notes.db", "$HOME/n.db": home + "/n.db", "${HOME}/n.db": home + "/n.db", `%USERPROFILE%/n.db`: home + "/n.db",
		"/a/~b/50%/n.db": "/a/~b/50%/n.db",
	} {
		if c, faults := config(t, "notes = '"+written+"'\ncontent = '"+written+"'"); c.Notes != want || c.Content != want || faults != "" {
			t.Errorf("%s: %q, %q, %q", written, c.Notes, c.Content, faults)
		}
	}
}

// Commands on the notes do nothing while nobody can say which are meant; the
// others say what is wrong and go on.
func TestAConfigFileThatCannotBeReadIsHeardEverywhere(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(path, []byte("notes = \"D:\\notes.db\"\nschool = Beacon\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"rota", "beacon"}, {"directory"}, {"find", "gangs"}, {"content", "where"}, {"local", "show"}, {"man"}, {"help"}} {
		_, errs, status := asksWith(t, Settings, append(args, "--config", path)...)
		if status != 0 || !strings.Contains(errs, "config.toml:1: ") || !strings.Contains(errs, "config.toml:2: ") || strings.Count(errs, "\n") != 1 {
			t.Errorf("isspp %v: %d, %q", args, status, errs)
		}
	}
	for _, args := range [][]string{
		{"notes"},
		{"notes", "where"},
		{"notes", "init"},
		{"notes", "verify"},
		{"notes", "purge"},
		{"checklist", "--plain"},
		{"checklist", "report", "--ref", "R", "-o", filepath.Join(dir, "r.md")},
		{"checklist", "access", "--ref", "R", "-o", filepath.Join(dir, "a.md")},
	} {
		out, errs, status := asksWith(t, Settings, append(args, "--config", path)...)
		if status != cli.StatusNothing || !strings.Contains(errs, "nothing was done") || out != "" {
			t.Errorf("isspp %v: %d, %q %q", args, status, out, errs)
		}
	}
	for _, args := range [][]string{{"rota"}, {"notes", "where"}, {"local", "check"}} {
		if _, errs, status := asksWith(t, Settings, append(args, "--config", filepath.Join(dir, "none.toml"))...); status != cli.StatusUsage || !strings.Contains(errs, "none.toml") {
			t.Errorf("isspp %v without the config file: %d, %q", args, status, errs)
		}
	}
}

// A slip in the line that names another place's protocol: nobody else's answers.
func TestASlipInTheProtocolsLineIsNotAnsweredByTheEmbeddedOne(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(path, []byte("content = \"D:\\town\"\nlocal = 5\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, errs, status := asksWith(t, Settings, "rota", "--config", path)
	if status != cli.StatusNothing || out != "" || !strings.Contains(errs, "doesn't say which protocol") || !strings.Contains(errs, "999") {
		t.Errorf("%d, %q %q", status, out, errs)
	}
	if o := read(cli.Options{Config: path}); len(o.Pack.Documents()) > 0 || o.state != content.Unusable || o.banner() == "" {
		t.Errorf("the app opens with %+v", o.Pack.Edition())
	}
	if _, errs, status := asksWith(t, Settings, "local", "edit", "--config", path); status != cli.StatusNothing || !strings.Contains(errs, "where your Local file is") {
		t.Errorf("local edit: %d, %q", status, errs)
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
