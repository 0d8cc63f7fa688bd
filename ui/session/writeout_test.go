package session

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// shown opens a document on the screen, with a clipboard beside it.
func shown(t *testing.T, allowed bool) (*writeOut, *board) {
	t.Helper()
	st, o := demonstrated(t)
	o.CopyPrivate = allowed
	b := &board{}
	s := &notesSession{o: o, env: o.env(), store: st, board: b}
	w := newWriteOut(s, outAskedMsg{ask: kit.WriteOutMsg{Ref: "DEMO-7"}, folder: t.TempDir()})
	w.SetSize(80, 18)
	h, err := o.upkeep(st, "").Held("DEMO-7")
	if err != nil {
		t.Fatal(err)
	}
	d, ok := outDoc(o.about(st), h, outDecisions, "")
	if !ok {
		t.Fatal("there is no decision")
	}
	w.Update(outMadeMsg{shown: &d})
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
	if !strings.Contains(b.text, "Follow the Contact Team's advice of 16:08") || !strings.HasPrefix(b.text, kit.Fictional) || strings.ContainsAny(b.text, "\x1b│▌") {
		t.Errorf("copied %q", b.text)
	}
}

func TestAFileThatIsThereIsReplacedOnlyWhenAskedAgain(t *testing.T) {
	st, o := demonstrated(t)
	dir := t.TempDir()
	s := &notesSession{o: o, env: o.env(), store: st, board: &board{}}
	w := newWriteOut(s, outAskedMsg{ask: kit.WriteOutMsg{Ref: "demo-7"}, folder: dir})
	w.SetSize(80, 18)
	write := func() outMadeMsg {
		t.Helper()
		msg, ok := w.write()().(outMadeMsg)
		if !ok {
			t.Fatal("nothing was made")
		}
		w.Update(msg)
		return msg
	}
	first := write()
	if first.err != nil || !strings.HasSuffix(first.path, ".pdf") || strings.Contains(strings.ToLower(first.path), "demo-7") {
		t.Fatalf("%s, %v", first.path, first.err)
	}
	if again := write(); again.err == nil || !strings.Contains(w.said, "Press ctrl+s again to replace it") {
		t.Fatalf("%v, said %q", again.err, w.said)
	}
	if third := write(); third.err != nil {
		t.Errorf("it is not replaced: %v", third.err)
	}
	w.form.Set(outForm, string(jsonFormat))
	w.form.Set(outWhat, outSharing)
	if cmd := w.write(); cmd != nil || w.said == "" {
		t.Error("a kind of entry is written as JSON")
	}
	w.form.Set(outRef, "REF-404")
	w.form.Set(outWhat, outChronology)
	if none := write(); none.err == nil || !strings.Contains(w.said, "Nothing of that is kept") {
		t.Errorf("%v, said %q", none.err, w.said)
	}
	lines, err := st.History()
	if err != nil || lines[len(lines)-1].Reason != "chronology, pdf" {
		t.Errorf("the log's last line is %+v, %v", lines[len(lines)-1], err)
	}
	if _, ok := outDoc(o.about(st), document.Held{Ref: "x"}, outEntry, string(model.KindDecision)); ok {
		t.Error("an entry is made of nothing")
	}
}
