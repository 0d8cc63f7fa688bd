package vault

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"isspp/store"
	"isspp/ui/component"
	"isspp/ui/theme"
	"isspp/ui/upkeep"
)

const words = "five calm words for notes"

// door is somebody before notes that are locked, one try after the other.
type door struct {
	t      *testing.T
	u      *Unlock
	now    time.Time
	opened *OpenedMsg
	// next are the commands that are under way, and went where the person was led.
	next []tea.Cmd
	went string
}

// before makes notes whose passphrase costs nothing, and stands before them.
func before(t *testing.T) (*door, store.RecoveryKey) {
	t.Helper()
	dir := t.TempDir()
	d := &door{t: t, now: time.Now()}
	cheap := &store.Costs{Work: 1, Stretch: func(passphrase, salt []byte, _ store.KDF) []byte {
		key := sha256.Sum256(fmt.Appendf(nil, "%q %x", passphrase, salt))
		return key[:]
	}}
	n := &upkeep.Notes{Path: filepath.Join(dir, "notes.db"), Options: store.Options{
		Now: func() time.Time { return d.now }, Anchor: filepath.Join(dir, "anchor"), Costs: cheap,
	}}
	st, key, err := store.Create(n.Path, []byte(words), n.Options)
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	env := &component.Env{Theme: theme.New(theme.Mono, false), Signs: theme.Unicode}
	goes := func(where string) func() tea.Cmd { return func() tea.Cmd { d.went = where; return nil } }
	d.u = NewUnlock(env, n, "", goes("back"), goes("what can be done"))
	d.u.SetSize(100, 30)
	return d, key
}

func (d *door) presses(keys ...string) {
	codes := map[string]tea.KeyPressMsg{
		"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "ctrl+c": {Code: 'c', Mod: tea.ModCtrl},
		"ctrl+n": {Code: 'n', Mod: tea.ModCtrl}, "ctrl+r": {Code: 'r', Mod: tea.ModCtrl},
	}
	for _, k := range keys {
		if key, known := codes[k]; known {
			d.waits(d.u.Update(key))
			continue
		}
		for _, r := range k {
			d.waits(d.u.Update(tea.KeyPressMsg{Code: r, Text: string(r)}))
		}
	}
}

func (d *door) waits(cmd tea.Cmd) {
	if cmd != nil {
		d.next = append(d.next, cmd)
	}
}

// goesOn takes the results of the commands under way, which may begin others.
func (d *door) goesOn() {
	all := d.next
	d.next = nil
	for _, cmd := range all {
		switch msg := cmd().(type) {
		case component.ResultMsg:
			d.waits(msg.To.Update(msg.Msg))
		case OpenedMsg:
			d.opened = &msg
			d.t.Cleanup(func() { _ = msg.Store.Close() })
		default:
			d.waits(d.u.Update(msg))
		}
	}
}

func (d *door) screen() string { return ansi.Strip(strings.Join(d.u.View(), "\n")) }

func (d *door) sees(text string) {
	d.t.Helper()
	if !strings.Contains(d.screen(), text) {
		d.t.Fatalf("no %q on the screen:\n%s", text, d.screen())
	}
}

// wrong is a wrong passphrase, as often as it is said.
func (d *door) wrong(times int) {
	for range times {
		_, _ = store.Unlock(d.u.notes.Path, store.Passphrase([]byte("wrong")), d.u.notes.Options,
			func(*store.Report) {})
	}
}

func (d *door) keys() string {
	var out []string
	for _, a := range d.u.Actions() {
		out = append(out, a.Keys()[0]+" "+a.Binding.Help().Desc)
	}
	return strings.Join(out, ", ")
}

func TestATryThatWaitsIsGivenUpByEitherKeyAndIsNotMadeLater(t *testing.T) {
	for _, leaves := range []string{"esc", "ctrl+c"} {
		d, _ := before(t)
		d.wrong(4) // the next waits a second
		d.now = d.now.Add(970 * time.Millisecond)
		d.presses(words, "enter")
		d.goesOn()
		d.sees("this one is made in 1 second")
		d.presses("x", "enter", "ctrl+r", "ctrl+n") // none of these is for now
		d.sees("this one is made in 1 second")
		if d.keys() != "esc cancel it" || d.u.Working() {
			t.Errorf("the keys are %q", d.keys())
		}
		d.presses(leaves)
		d.sees("Forgotten? ctrl+r")
		if d.went != "" {
			t.Errorf("%s leaves unlocking too: %s", leaves, d.went)
		}
		d.goesOn() // the wait is over
		if len(d.next) > 0 || d.opened != nil {
			t.Errorf("a try that was given up by %s is made", leaves)
		}
		d.presses(leaves)
		if d.went != "back" {
			t.Errorf("%s a second time goes nowhere", leaves)
		}
	}
}

func TestATryThatWasGivenUpIsNotMadeBesideTheNextOne(t *testing.T) {
	d, _ := before(t)
	d.wrong(4)
	d.now = d.now.Add(970 * time.Millisecond)
	d.presses(words, "enter")
	d.goesOn()
	d.presses("esc", "other words that are wrong", "enter")
	d.now = d.now.Add(time.Minute)
	d.goesOn() // the first one's wait is over, and the second has none
	d.goesOn()
	if d.opened != nil {
		t.Error("the first try opened the notes")
	}
	d.sees("That does not open these notes.")
}

func TestATryIsMadeByItselfOnceItsWaitIsOver(t *testing.T) {
	d, _ := before(t)
	d.wrong(4)
	d.now = d.now.Add(970 * time.Millisecond)
	d.presses(words, "enter")
	d.goesOn()
	d.sees("this one is made in 1 second")
	d.now = d.now.Add(time.Minute)
	d.goesOn()
	d.sees("Opening.")
	if d.keys() != "" || !d.u.Working() {
		t.Errorf("keys are offered while it opens: %q", d.keys())
	}
	d.presses("x", "esc") // an Esc too many leaves nothing half open
	d.goesOn()
	if d.opened == nil || d.went != "" {
		t.Fatalf("not opened, or left for %q", d.went)
	}
	if d.opened.Tries == "" {
		t.Error("whoever gets in isn't told that somebody tried")
	}
}

func TestAWrongPassphraseIsSaidAndTheNextOneOpens(t *testing.T) {
	d, _ := before(t)
	d.presses("enter")
	if d.u.Working() || len(d.next) > 0 {
		t.Error("an empty line is tried")
	}
	d.presses("a horse and a violin", "enter")
	d.goesOn()
	d.goesOn()
	d.sees("That does not open these notes.")
	if d.u.problem == "" || d.opened != nil || d.u.Field.Value() != "" {
		t.Fatalf("after a wrong one: %q, and %q is in the line", d.u.problem, d.u.Field.Value())
	}
	d.presses(words, "enter")
	if d.u.problem != "" {
		t.Error("what was wrong with the last one still stands there")
	}
	d.goesOn()
	d.goesOn()
	if d.opened == nil || d.opened.Recovered != nil {
		t.Fatal("the right one doesn't open")
	}
}

func TestTheRecoveryKeyIsReadAsItIsTypedAndThePassphraseIsNot(t *testing.T) {
	d, key := before(t)
	d.presses("calm")
	if strings.Contains(d.screen(), "calm") {
		t.Error("the passphrase is on the screen")
	}
	d.presses("ctrl+r")
	d.sees("ctrl+r goes back to the passphrase")
	d.presses("ABCD", "enter")
	d.sees("ABCD") // what was typed stays, to be put right
	d.sees("too short")
	d.presses("ctrl+r")
	d.sees("Forgotten? ctrl+r")
	if d.u.problem != "" || d.u.Field.Value() != "" {
		t.Errorf("back at the passphrase: %q, %q", d.u.problem, d.u.Field.Value())
	}
	d.presses("calm")
	if strings.Contains(d.screen(), "calm") {
		t.Error("the passphrase is on the screen")
	}
	d.presses("ctrl+r", key.Text(), "enter")
	d.goesOn()
	d.goesOn()
	if d.opened == nil || d.opened.Recovered == nil {
		t.Fatal("the recovery key doesn't open, or isn't known to have")
	}
}

func TestFromTheLockedDoorOneComesToWhatCanBeDone(t *testing.T) {
	d, _ := before(t)
	d.presses("ctrl+n")
	if d.went != "what can be done" {
		t.Errorf("ctrl+n goes to %q", d.went)
	}
	if err := os.Remove(d.u.notes.Path); err != nil {
		t.Fatal(err)
	}
	d.presses(words, "enter")
	d.goesOn()
	d.goesOn()
	if d.opened != nil || d.u.problem == "" || d.u.busy {
		t.Errorf("notes that are gone: %q", d.u.problem)
	}
}

// What is said as the notes open names the key that mends it, and nothing to mend where
// nothing can be.
func TestWhatTheNotesLackIsSaidWithTheKeyThatMendsIt(t *testing.T) {
	lost := []store.LostRecord{{}, {Backup: "/b/notes-2026-11-23.db"}, {Backup: "/b/notes-2026-11-23.db"}}
	found := func(f ...store.Finding) store.Report { return store.Report{Findings: f} }
	warns := func(code string) store.Finding {
		return store.Finding{Severity: store.Warning, Code: code, Text: "It is so."}
	}
	remark := func(code string) store.Finding { return store.Finding{Code: code, Text: "It is so."} }
	for _, c := range []struct {
		name     string
		report   store.Report
		mendable bool
		says     string
	}{
		{"nothing", store.Report{}, false, ""},
		{"a remark", found(remark("other")), false, ""},
		{"a warning", found(warns("other")), false, "It is so."},
		{"records lost", store.Report{Lost: lost}, true, "Of what is missing: 1 in no backup or copy, " +
			"2 in notes-2026-11-23.db. Everything else opened and is safe. ctrl+n rebuilds what can be."},
		{"a damaged record", found(warns("record-damaged")), true, "It is so. ctrl+n rebuilds what can be."},
		{"a newer copy", found(warns("copy-newer")), true, "It is so. ctrl+n rebuilds what can be."},
		{"a page that was put right", found(remark("opening-page")), false, ""},
		{"a page that lost something", found(warns("opening-page")), true, "It is so. ctrl+n rebuilds what can be."},
		{
			"an older file", found(warns("older-file")), false,
			"It is so. ctrl+n accepts them as the right ones, or puts another file back.",
		},
		{
			"an older file that lacks something",
			store.Report{Findings: found(warns("older-file")).Findings, Lost: lost[:1]},
			true,
			"ctrl+n rebuilds what can be, or accepts them as the right ones.",
		},
		{
			"an older file by its page", found(warns("older-file"), warns("opening-page")), true,
			"It is so. It is so. ctrl+n does that.",
		},
	} {
		got := strings.TrimSpace(Notice(&c.report) + " " + inApp(&c.report))
		if !strings.HasSuffix(got, c.says) || c.says == "" && got != "" || upkeep.Mendable(&c.report) != c.mendable {
			t.Errorf("%s: %q, mendable %v", c.name, got, upkeep.Mendable(&c.report))
		}
	}
}

func TestAWaitIsSaidInWholeSeconds(t *testing.T) {
	for wait, want := range map[time.Duration]string{
		time.Millisecond: "1 second", time.Second: "1 second",
		time.Second + 1: "2 seconds", time.Minute: "60 seconds",
	} {
		if got := upkeep.WaitWords(wait); got != want {
			t.Errorf("%v is %q", wait, got)
		}
	}
}
