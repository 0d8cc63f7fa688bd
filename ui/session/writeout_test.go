package session

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/app"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/upkeep"
)

// shown opens a document on the screen, with a clipboard beside it.
func shown(t *testing.T, allowed bool) (*shownPaper, *board) {
	t.Helper()
	st, o := demonstrated(t)
	o.CopyPrivate = allowed
	b := &board{}
	s := &notesSession{
		screen: screen{o: o, env: o.env()}, openNotes: openNotes{store: st},
		pasteboard: pasteboard{board: b},
	}
	paper, err := makeOut(o.upkeep(st, ""), []string{"DEMO-7", outDecisions, app.ToScreen}, "", "", false)
	if err != nil {
		t.Fatal(err)
	}
	w := newShownPaper(s, paper)
	w.SetSize(80, 18)
	return w, b
}

func TestWhatIsShownIsCopiedOnlyWhereThatIsSwitchedOn(t *testing.T) {
	w, b := shown(t, false)
	if cmd := w.Update(tea.KeyPressMsg{Code: 'y', Mod: tea.ModCtrl}); cmd == nil || b.puts != 0 {
		t.Fatal("it is copied, or nothing is said")
	}
	w, b = shown(t, true)
	cmd := w.Update(tea.KeyPressMsg{Code: 'y', Mod: tea.ModCtrl})
	cmd()
	if !strings.Contains(b.text, "Follow the Contact Team's advice of 16:08") ||
		!strings.HasPrefix(b.text, component.Fictional) || strings.ContainsAny(b.text, "\x1b│▌") {
		t.Errorf("copied %q", b.text)
	}
}

func TestAFileThatIsThereIsReplacedOnlyWhenAskedAgain(t *testing.T) {
	st, o := demonstrated(t)
	dir := t.TempDir()
	s := &notesSession{
		screen: screen{o: o, env: o.env()}, openNotes: openNotes{store: st},
		pasteboard: pasteboard{board: &board{}},
	}
	w := s.writeOut(component.WriteOutMsg{Ref: "demo-7"}, dir)
	w.SetSize(80, 18)
	write := func() string {
		t.Helper()
		cmd := w.Update(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
		if cmd == nil {
			t.Fatal("nothing was made")
		}
		s.app = app.New(app.Options{Env: s.env, Theme: o.Theme, Host: s, Clock: o.Clock})
		result, ok := cmd().(component.ResultMsg)
		if !ok || result.To != w {
			t.Fatal("the form isn't told")
		}
		if then := w.Update(result.Msg); then != nil {
			said, _ := then().(component.Noticed)
			return said.Text
		}
		return strings.Join(w.View(), "\n")
	}
	first := write()
	made, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || !strings.HasPrefix(first, "Written: ") || len(made) != 1 || !strings.HasSuffix(made[0], ".pdf") ||
		strings.Contains(strings.ToLower(made[0]), "demo-7") {
		t.Fatalf("%q, made %v, %v", first, made, err)
	}
	before, err := os.ReadFile(made[0])
	if err != nil {
		t.Fatal(err)
	}
	if again := write(); !strings.Contains(again, "Press ctrl+s again to replace") {
		t.Fatalf("said %q", again)
	}
	if after, err := os.ReadFile(made[0]); err != nil || string(after) != string(before) {
		t.Error("it was replaced at once")
	}
	if third := write(); !strings.HasPrefix(third, "Written: ") {
		t.Errorf("it is not replaced: %q", third)
	}
	if at, why := checkOut([]string{"DEMO-7", outSharing, string(jsonFormat)}); at != outForm || why == "" {
		t.Error("a kind of entry is written as JSON")
	}
	if at, why := checkOut([]string{" ", outSharing, string(document.PDF)}); at != outRef || why == "" {
		t.Error("it is written about nobody")
	}
	n := o.upkeep(st, "")
	for _, a := range [][]string{{"REF-404", upkeep.Chronology, "pdf"}, {"x", upkeep.OneEntry, "pdf"}} {
		if _, err := makeOut(n, a, string(model.KindDecision), filepath.Join(dir, "none.pdf"), false); !errors.Is(err,
			upkeep.ErrNothing) {
			t.Errorf("%v: %v", a, err)
		}
	}
	lines, err := st.History()
	if err != nil || lines[len(lines)-1].Reason != "chronology, pdf" {
		t.Errorf("the log's last line is %+v, %v", lines[len(lines)-1], err)
	}
}
