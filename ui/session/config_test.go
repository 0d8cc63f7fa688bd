package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/content"
	"isspp/ui/cli"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// Commands on the notes do nothing while nobody can say which are meant; the
// others say what is wrong and go on.
func TestAConfigFileThatCannotBeReadIsHeardEverywhere(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(path, []byte("notes = \"D:\\notes.db\"\nschool = Beacon\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"rota", "beacon"},
		{"directory"},
		{"find", "gangs"},
		{"content", "where"},
		{"local", "show"},
		{"man"},
		{"help"},
	} {
		_, errs, status := asksWith(t, Settings, append(args, "--config", path)...)
		if status != 0 || !strings.Contains(errs, "config.toml:1: ") || !strings.Contains(errs, "config.toml:2: ") ||
			strings.Count(errs, "\n") != 1 {
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
		if _, errs, status := asksWith(t, Settings, append(args, "--config",
			filepath.Join(dir, "none.toml"))...); status != cli.StatusUsage || !strings.Contains(errs, "none.toml") {
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
	if status != cli.StatusNothing || out != "" || !strings.Contains(errs, "doesn't say which protocol") ||
		!strings.Contains(errs, "999") {
		t.Errorf("%d, %q %q", status, out, errs)
	}
	if o := read(cli.Options{Config: path}); len(o.Pack.Documents()) > 0 || o.state != content.Unusable ||
		o.banner() == "" {
		t.Errorf("the app opens with %+v", o.Pack.Edition())
	}
	if _, errs, status := asksWith(t, Settings, "local", "edit", "--config", path); status != cli.StatusNothing ||
		!strings.Contains(errs, "where your Local file is") {
		t.Errorf("local edit: %d, %q", status, errs)
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
	dir := t.TempDir()
	file := filepath.Join(dir, "c.toml")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	o := read(cli.Options{Notes: "/n.db", Theme: theme.Dark, Config: file, Content: dir, ASCII: true})
	got := strings.Join((&supervisor{o: o, walking: true}).childArgs(component.AskUnlock, 2), " ")
	if got != "session --notes /n.db --theme dark --tab 2 --config "+file+" --content "+dir+" --ascii --walking" {
		t.Errorf("%q", got)
	}
}
