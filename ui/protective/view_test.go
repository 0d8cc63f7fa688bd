package protective

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/internal/steps"
)

// drawer keeps notes in memory, as a store would.
type drawer struct {
	kept  map[string]model.FactorNote
	walks []model.Walkthrough
	fail  error
}

func (d *drawer) SaveFactorNote(n *model.FactorNote) error {
	if d.fail == nil {
		d.kept[n.ID] = *n
	}
	return d.fail
}

func (d *drawer) FactorNotes() []model.FactorNote {
	var out []model.FactorNote
	for _, n := range d.kept {
		out = append(out, n)
	}
	return out
}

func (d *drawer) Walkthroughs() []model.Walkthrough { return d.walks }

func (d *drawer) ConcernEntries() []model.ConcernEntry { return nil }

func newDrawer() *drawer { return &drawer{kept: map[string]model.FactorNote{}} }

func shown(t testing.TB, w, h int, state component.NotesState) *View {
	t.Helper()
	now := steps.Monday
	env := steps.Env(now)
	env.Notes, env.Clock = state, func() time.Time { now = now.Add(time.Minute); return now }
	v := New(env)
	v.SetSize(w, h)
	return v
}

var press, write, wants, screen = steps.Press, steps.Write, steps.Shows, steps.Screen

// run runs commands to their end and returns what they say.
func run(v *View, cmd tea.Cmd) (said []string) {
	steps.Run(cmd, func(msg tea.Msg) {
		if n, ok := msg.(component.Noticed); ok {
			said = append(said, n.Text)
			return
		}
		said = append(said, run(v, v.Update(msg))...)
	})
	return said
}

func TestTableTwoIsReadWithoutNotes(t *testing.T) {
	v := shown(t, 120, 33, component.NotesLocked)
	wants(t, v, "Child / Young Person", "Positive/prosocial attitudes", "section 6C",
		"u unlocks your notes: then you can write here.")
	if said := run(v, press(t, v, "n")); steps.Typing(v) || len(said) != 1 || !strings.Contains(said[0], "u unlocks") {
		t.Errorf("text can be typed without the key; said %q", said)
	}
	v = shown(t, 60, 10, component.NotesAbsent)
	wants(t, v, "u sets up your notes")
	press(t, v, "down", "enter")
	wants(t, v, "Good communication skills, sociability", "u sets up your notes")
}

func TestANoteIsWrittenSealedAndListedNewestFirst(t *testing.T) {
	v, d := shown(t, 120, 33, component.NotesOpen), newDrawer()
	run(v, v.Keep(d))
	press(t, v, "n")
	write(t, v, "older")
	run(v, press(t, v, "esc"))
	press(t, v, "n")
	write(t, v, "**newer**")
	press(t, v, "tab")
	write(t, v, "REF-1")
	wants(t, v, "As it will be read", "newer", "For REF-1")
	run(v, press(t, v, "esc"))
	if len(d.kept) != 2 {
		t.Fatalf("%d notes are kept", len(d.kept))
	}
	wants(t, v, "For REF-1", "For the whole school", "saved", "notes")
	if text := screen(v); strings.Index(text, "newer") > strings.Index(text, "older") {
		t.Errorf("the newer note stands below:\n%s", text)
	}
	press(t, v, "f")
	write(t, v, "ref")
	press(t, v, "enter")
	if strings.Contains(screen(v), "older") {
		t.Error("the filter by reference lets another note through")
	}
	wants(t, v, "newer")
}

func TestANoteAndAPlanSayWhoWroteThemAndWhoChangedThem(t *testing.T) {
	v, d := shown(t, 120, 33, component.NotesOpen), newDrawer()
	v.Env.Recorder = "A. Lead, DSL"
	run(v, v.Keep(d))
	press(t, v, "b")
	write(t, v, "Football on Tuesdays")
	run(v, press(t, v, "esc"))
	v.Env.Recorder = "B. Cole, deputy"
	run(v, press(t, v, "x"))
	for _, n := range d.kept {
		if n.By != "A. Lead, DSL" || n.ChangedBy != "B. Cole, deputy" {
			t.Errorf("written by %q, ticked off by %q", n.By, n.ChangedBy)
		}
	}
	wants(t, v, "B. Cole, deputy")
}

func TestTextIsSealedWhileItIsTyped(t *testing.T) {
	v, d := shown(t, 120, 33, component.NotesOpen), newDrawer()
	run(v, v.Keep(d))
	press(t, v, "n")
	write(t, v, "half a sen")
	if v.Settled() {
		t.Error("typed text waits and the tab calls itself settled")
	}
	run(v, v.Update(component.SoonMsg{Soon: "factornote"}))
	if !v.Settled() || len(d.kept) != 1 {
		t.Fatalf("settled %v with %d notes kept", v.Settled(), len(d.kept))
	}
	for _, n := range d.kept {
		if n.Body != "half a sen" || n.Text != "Positive/prosocial attitudes" || n.About == "" {
			t.Errorf("kept %+v", n)
		}
	}
	write(t, v, "tence")
	run(v, v.Flush())
	for _, n := range d.kept {
		if n.Body != "half a sentence" {
			t.Errorf("a lock keeps %q", n.Body)
		}
	}
}

func TestWithoutAStoreNotesAreMarkedAndSavedOnceThereIsOne(t *testing.T) {
	v, d := shown(t, 120, 33, component.NotesNone), newDrawer()
	if v.Busy() != "" {
		t.Error("an untouched tab holds the person back")
	}
	press(t, v, "n")
	write(t, v, "first")
	wants(t, v, "NOT SAVED (ctrl+s)")
	run(v, press(t, v, "esc"))
	wants(t, v, "NOT SAVED", "first")
	if !strings.Contains(v.Busy(), "not saved") {
		t.Errorf("leaving asks %q", v.Busy())
	}
	run(v, v.Keep(d))
	if len(d.kept) != 1 || v.Busy() != "" || strings.Contains(screen(v), "NOT SAVED") {
		t.Errorf("%d kept, busy %q", len(d.kept), v.Busy())
	}
}

func TestAFailedSaveIsToldAndTriedAgain(t *testing.T) {
	v, d := shown(t, 120, 33, component.NotesOpen), newDrawer()
	run(v, v.Keep(d))
	d.fail = errors.New("the disk is full")
	press(t, v, "n")
	write(t, v, "kept?")
	said := run(v, press(t, v, "esc"))
	if len(said) != 1 || !strings.Contains(said[0], "the disk is full") || v.Busy() == "" {
		t.Fatalf("said %q, busy %q", said, v.Busy())
	}
	wants(t, v, "NOT SAVED", "kept?")
	d.fail = nil
	press(t, v, "n")
	write(t, v, "another")
	run(v, press(t, v, "esc"))
	if len(d.kept) != 2 || v.Busy() != "" {
		t.Errorf("%d notes are kept, busy %q", len(d.kept), v.Busy())
	}
}

func TestEmptyingANoteIsSaidAndCanBeUndone(t *testing.T) {
	v, d := shown(t, 60, 10, component.NotesOpen), newDrawer()
	run(v, v.Keep(d))
	press(t, v, "n")
	write(t, v, "ab")
	run(v, press(t, v, "esc"))
	press(t, v, "e", "backspace", "backspace")
	wants(t, v, "Empty: done removes the note.")
	said := run(v, press(t, v, "esc"))
	if len(said) != 1 || !strings.Contains(said[0], "z brings it back") {
		t.Errorf("said %q", said)
	}
	run(v, press(t, v, "z"))
	for _, n := range d.kept {
		if n.Body == "" {
			t.Error("the emptied note does not come back")
		}
	}
}

func TestAFullNameAsReferenceIsRemarkedOn(t *testing.T) {
	v := shown(t, 120, 33, component.NotesNone)
	press(t, v, "n", "tab")
	write(t, v, "Robin Hood")
	wants(t, v, "looks like a full name")
}

func TestFactorsAreFoundByWordsAndById(t *testing.T) {
	v := shown(t, 120, 33, component.NotesLocked)
	v.Filter()
	write(t, v, "humor")
	wants(t, v, "Humour")
	press(t, v, "esc")
	if !v.Open("protective/peers") || v.Open("risk/family") {
		t.Fatal("Open takes the wrong ids")
	}
	wants(t, v, "Positive peer influences")
}

func BenchmarkMove(b *testing.B) {
	v, d := shown(b, 120, 33, component.NotesOpen), newDrawer()
	run(v, v.Keep(d))
	v.View()
	n := 0
	for b.Loop() {
		key := "down"
		if n/20%2 == 1 {
			key = "up"
		}
		n++
		press(b, v, key)
		v.View()
	}
}
