package session

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"isspp/content"
	"isspp/content/packtest"
	"isspp/model"
	"isspp/store"
	"isspp/ui/app"
	"isspp/ui/component"
	"isspp/ui/config"
	"isspp/ui/editor"
	"isspp/ui/internal/steps"
	"isspp/ui/theme"
)

// writer is somebody at the first process, whose editor does what edits say.
type writer struct {
	t     *testing.T
	host  *supervisor
	dir   string
	edits []func(path string) error
	// opened is how the editor was called.
	opened []string
}

// sitToEdit opens the app with a config folder of its own, and maybe a protocol.
func sitToEdit(t *testing.T, contentDir string) *writer {
	t.Helper()
	d := &writer{t: t, dir: t.TempDir()}
	clock := func() time.Time { return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC) }
	o := Options{
		ContentDir: contentDir, ConfigPath: filepath.Join(d.dir, "config.toml"),
		NotesPath: filepath.Join(d.dir, "notes.db"),
		Config:    config.Config{Theme: theme.Mono}, Clock: clock,
	}
	o.loadPack()
	env := o.env()
	d.host = &supervisor{o: o, env: env, lend: d.lend}
	d.host.editors = editor.System{
		Platform: "linux", Getenv: func(string) string { return "vi" },
		LookPath: func(name string) (string, error) { return name, nil },
	}
	views, _, _ := tabs(env)
	d.host.app = app.New(app.Options{
		Env: env, Tabs: views, Theme: theme.Mono, Host: d.host, Clock: clock,
		Notice: o.Notice,
	})
	d.host.app.Resize(100, 30)
	return d
}

func (d *writer) lend(c *exec.Cmd, done tea.ExecCallback) tea.Cmd {
	return func() tea.Msg {
		args := c.Args
		d.opened = append(d.opened, strings.Join(args, " "))
		var err error
		if len(d.edits) > 0 {
			err = d.edits[0](args[len(args)-1])
			d.edits = d.edits[1:]
		}
		return done(err)
	}
}

// will makes the editor replace a text the next time that it is opened.
func (d *writer) will(old, change string) {
	d.edits = append(d.edits, func(path string) error {
		text, err := os.ReadFile(path)
		if err != nil || !strings.Contains(string(text), old) {
			d.t.Fatalf("%s doesn't hold %q: %v", path, old, err)
		}
		return os.WriteFile(path, []byte(strings.Replace(string(text), old, change, 1)), 0o600)
	})
}

func (d *writer) presses(keys ...string) {
	for _, k := range keys {
		msg := tea.KeyPressMsg{Text: k, Code: []rune(k)[0]}
		switch k {
		case "enter":
			msg = tea.KeyPressMsg{Code: tea.KeyEnter}
		case "esc":
			msg = tea.KeyPressMsg{Code: tea.KeyEscape}
		}
		d.sends(msg)
	}
}

func (d *writer) sends(msg tea.Msg) {
	_, cmd := d.host.app.Update(msg)
	d.runs(cmd)
}

func (d *writer) runs(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			d.runs(c)
		}
	default:
		d.sends(msg)
	}
}

func (d *writer) reads(texts ...string) {
	d.t.Helper()
	screen := ansi.Strip(d.host.app.Frame())
	for _, text := range texts {
		if !steps.Reads(screen, text) {
			d.t.Errorf("no %q on\n%s", text, d.host.app.Frame())
		}
	}
}

func TestTheBuiltInProtocolIsWrittenOutAfterAsking(t *testing.T) {
	d := sitToEdit(t, "")
	d.will("PC Abdul Kamara", "PC Ann Reed")
	d.presses("E")
	folder := filepath.Join(d.dir, "protocol")
	d.reads("can't be edited where it is", "Write it there and edit it", "Leave it as it is")
	d.presses("enter")
	if _, err := os.Stat(folder); err == nil || len(d.opened) > 0 {
		t.Fatal("Enter, the safe answer, wrote it out")
	}
	d.presses("E", "y")
	if want := "vi +11 " + filepath.Join(folder, "rota.md"); len(d.opened) != 1 || d.opened[0] != want {
		t.Fatalf("opened %q, want %q", d.opened, want)
	}
	d.reads("the officer was “PC Abdul Kamara” and now is “PC Ann Reed”", "PC Ann Reed")
	if conf, faults := config.Read(filepath.Join(d.dir, "config.toml")); conf.Content != folder ||
		faults.Notice() != "" {
		t.Errorf("the config says %q, %q", conf.Content, faults.Notice())
	}
}

func TestAMistakeIsShownAndWhatWasReadStays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "next")
	if _, err := content.Init(dir, false, time.Now()); err != nil {
		t.Fatal(err)
	}
	d := sitToEdit(t, dir)
	d.will("PC Abdul Kamara | Monday,", "PC Ann Reed | Moonday,")
	d.will("Moonday", "Monday")
	d.presses("E")
	d.reads("1 mistake in "+dir, "rota.md, line 11", "“Monday”", "What was read before is still shown")
	if d.host.env.Pack.Rota().Settings[0].Officer != "PC Abdul Kamara" {
		t.Error("half a protocol is shown")
	}
	d.presses("enter")
	if want := "vi +11 " + filepath.Join(dir, "rota.md"); len(d.opened) != 2 || d.opened[1] != want {
		t.Fatalf("opened %q, want %q", d.opened, want)
	}
	d.reads("PC Ann Reed")
}

func TestAFolderWithMistakesIsOpenedAtTheFirst(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "next")
	if _, err := content.Init(dir, false, time.Now()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "pack.md")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(text), "years:", "yaers:", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	d := sitToEdit(t, dir)
	d.will("yaers:", "years:")
	d.reads("has 2 mistakes", "no other protocol answers in its place")
	d.presses("E")
	d.reads("pack.md, line 2", "“years”", "only numbers to ring are shown until they are corrected.")
	d.presses("enter")
	if len(d.opened) != 1 || !strings.HasSuffix(d.opened[0], path) {
		t.Fatalf("opened %q", d.opened)
	}
	if d.host.env.Pack.Path(content.Place{}) != dir {
		t.Error("the mended folder is not used")
	}
}

func TestAnEditorThatIsNotThereIsSaid(t *testing.T) {
	d := sitToEdit(t, "")
	d.host.editors.LookPath = func(string) (string, error) { return "", errors.New("no") }
	d.presses("E")
	d.reads("Nothing was opened", `VISUAL is set to "vi"`)
}

func TestEveryTabOpensTheRightDocument(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "next")
	if _, err := content.Init(dir, false, time.Now()); err != nil {
		t.Fatal(err)
	}
	d := sitToEdit(t, dir)
	d.presses("4", "E")
	d.reads("in your school's own Local file, not in the protocol")
	if len(d.opened) > 0 {
		t.Errorf("for the school's own contact it opened %q", d.opened)
	}
	for tab, document := range map[string]string{
		"1": "rota.md", "3": "protective-factors.md", "4": "contacts.md",
		"5": "pack.md",
	} {
		d.opened = nil
		d.presses(tab)
		for strings.HasPrefix(d.host.app.At(), model.LocalPlace) {
			d.presses("j")
		}
		d.presses("E")
		if len(d.opened) != 1 || !strings.HasSuffix(d.opened[0], document) {
			t.Errorf("tab %s opened %q, want %s", tab, d.opened, document)
		}
	}
	d.presses("2", "E")
	d.reads("Select an entry first")
}

// The process that holds keys gives no editor the terminal: it locks first, and
// the safe answer stays.
func TestAnEditorIsNotOpenedWhileNotesAreOpen(t *testing.T) {
	s := &notesSession{}
	if got, ok := s.Handle(component.EditMsg{ID: "rota"})().(component.Noticed); !ok ||
		!strings.Contains(got.Text, "Not while something is unsaved") {
		t.Errorf("without a store: %+v", got)
	}
	s.store = &store.Store{}
	asked, ok := s.Handle(component.EditMsg{ID: "rota"})().(component.Confirm)
	if !ok || asked.Safe != "Stay" || asked.Risk != "Lock the notes" {
		t.Errorf("with the notes open: %+v", asked)
	}
}

// A town's protocol that can't be used: its numbers are there, and the app says
// on every screen that the rest isn't.
func TestAProtocolThatCannotBeUsedLeavesItsNumbersAlone(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(packtest.Folder(t))); err != nil {
		t.Fatal(err)
	}
	d := sitToEdit(t, dir)
	d.reads("Kelp Lane Primary", "Imre Vasquez-Holt")
	rota := filepath.Join(dir, "rota.md")
	text, err := os.ReadFile(rota)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(rota, []byte(strings.Replace(string(text), "Monday", "Moonday", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	d = sitToEdit(t, dir)
	own := packtest.OwnWords(content.Embedded())
	for _, tab := range []string{"1", "2", "3", "4", "5", "!"} {
		d.presses(tab)
		d.reads("01632 960111", "PROTOCOL CAN'T BE USED")
		if w := packtest.Said(ansi.Strip(d.host.app.Frame()), own); w != "" {
			t.Errorf("on %s: %q, which is the embedded edition's", tab, w)
		}
	}
	d.presses("esc", "P")
	d.reads("There is nothing to present")
	d.will("Moonday", "Monday")
	d.presses("E", "enter", "1")
	d.reads("Kelp Lane Primary", "Imre Vasquez-Holt")
	if strings.Contains(d.host.app.Frame(), "CAN'T BE USED") {
		t.Error("still said after the mend")
	}
}
