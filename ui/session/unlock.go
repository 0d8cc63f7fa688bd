package session

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/store"
	"isspp/ui/document"
	"isspp/ui/kit"
	"isspp/ui/process"
	"isspp/ui/upkeep"
)

// unlockedMsg carries the opened store.
type unlockedMsg struct {
	store *store.Store
	// recorder is who records in them, or empty.
	recorder string
	// notice is what the person should know about the file, or empty.
	notice string
	// tries tells of wrong tries since the notes were last opened.
	tries string
	// older says that the notes are older than the last ones, or others.
	older string
	// mendable tells that a rebuild may bring back what is missing.
	mendable bool
	// recovered is the recovery key, where that opened them.
	recovered *store.RecoveryKey
}

// refusedMsg says why the notes did not open.
type refusedMsg struct{ err error }

// cancelledMsg says that the person went back.
type cancelledMsg struct{}

// newWay is the way into the notes: unlocking, or setting up where there are none.
func newWay(s *notesSession, way entryStatusMsg) kit.Dialog {
	if way.state == kit.NotesAbsent {
		return s.setUp(way.place, way.refused)
	}
	return newUnlock(s)
}

// entryStatusMsg says how the notes stand, for the way into them, and what speaks against
// the place that new ones would have.
type entryStatusMsg struct {
	state kit.NotesState
	place []store.Finding
	// refused is why none can be set up there, or nil.
	refused error
}

func (o Options) entryStatus() entryStatusMsg {
	w := entryStatusMsg{state: o.notesState()}
	if w.refused = o.faults.NotesError(); w.refused != nil {
		w.state = kit.NotesAbsent // whichever are meant, none are opened and none set up
		return w
	}
	if w.state == kit.NotesAbsent {
		w.refused = store.CanCreate(o.NotesPath, o.storeOptions())
		w.place = o.placeFindings()
	}
	return w
}

// loadEntryStatus looks how the notes stand, beside the app, and then the way into them is
// shown.
func (s *notesSession) loadEntryStatus() tea.Cmd {
	o := s.o
	return func() tea.Msg { return o.entryStatus() }
}

// unlock asks for the passphrase, or for the recovery key of someone who has
// forgotten it.
type unlock struct {
	*upkeep.Page
	s        *notesSession
	recovery bool
	busy     bool
	// waits is how long a try waits after several wrong ones, and tries counts the
	// tries, so that one that was given up is not gone on with.
	waits   time.Duration
	tries   int
	problem string
}

// waitedMsg goes on with a try: at once, or after the wait for wrong ones.
type waitedMsg struct {
	u     *unlock
	try   int
	typed string
	wait  time.Duration
}

func newUnlock(s *notesSession) *unlock {
	u := &unlock{s: s}
	u.Page = upkeep.NewPage(s.env, u)
	u.Field.Secret(true)
	return u
}

func (u *unlock) Words(p *document.Page) {
	t := u.s.env.Theme
	p.Text(t.Heading, "Unlock your private notes")
	p.Gap()
	if u.problem != "" {
		p.Text(t.Alert, u.problem)
		p.Gap()
	}
	switch {
	case u.waits > 0:
		p.Text(t.Plain, fmt.Sprintf("After several wrong tries the next one waits: this one is made in %s, by itself.", waitWords(u.waits)))
		p.Gap()
		p.Text(t.Quiet, "Esc cancels it.")
		return
	case u.busy:
		p.Text(t.Plain, "Opening. This takes about a second on purpose: it is what makes guessing slow.")
		return
	case u.recovery:
		p.Text(t.Plain, "Recovery key, as you wrote it down. Spaces, dashes and capitals don't matter.")
	default:
		if !u.Framed() {
			p.Text(t.Plain, "Passphrase")
		}
		if u.s.o.Fictional {
			p.Text(t.Note, kit.Fictional+": in here it is “"+demoPassphrase+"”.")
		}
	}
	label := "Passphrase"
	if u.recovery {
		label = "Recovery key"
	}
	u.Line(p, label)
	p.Gap()
	if u.recovery {
		p.Text(t.Quiet, "ctrl+u empties the line. ctrl+r goes back to the passphrase.")
		return
	}
	p.Text(t.Quiet, "Forgotten? ctrl+r takes the recovery key from the set-up.")
}

// Key types, unlocks, or goes back.
func (u *unlock) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch key := k.String(); {
	case u.waits > 0 && (key == "esc" || key == "ctrl+c"):
		u.tries++
		u.busy, u.waits = false, 0
		u.Redraw()
		return false, nil
	case u.busy:
		return false, nil
	}
	switch k.String() {
	case "esc", "ctrl+c":
		return false, func() tea.Msg { return cancelledMsg{} }
	case "ctrl+r":
		u.recovery, u.problem = !u.recovery, ""
		u.Field.Set("")
		u.Field.Secret(!u.recovery)
		u.Redraw()
		return false, nil
	case "ctrl+n":
		return false, u.s.backToUpkeep()
	case "enter":
		return false, u.try()
	}
	u.Field.Type(k)
	return false, nil
}

func (u *unlock) try() tea.Cmd {
	typed := u.Field.Value()
	if typed == "" {
		return nil
	}
	if u.recovery {
		if _, err := store.ParseRecoveryKey(typed); err != nil {
			u.problem = err.Error() // what was typed stays, to be put right where it is wrong
			u.Redraw()
			return nil
		}
	}
	u.Field.Set("")
	u.busy, u.problem = true, ""
	u.tries++
	u.Redraw()
	o, try := u.s.o, u.tries
	return func() tea.Msg {
		return waitedMsg{u, try, typed, store.NextTry(o.NotesPath, o.storeOptions())}
	}
}

// waited makes the try, or shows how long it waits.
func (u *unlock) waited(m waitedMsg) tea.Cmd {
	if m.try != u.tries || !u.busy {
		return nil
	}
	u.waits = m.wait
	u.Redraw()
	if m.wait > 0 {
		step := min(m.wait, time.Second)
		m.wait -= step
		return tea.Tick(step, func(time.Time) tea.Msg { return m })
	}
	return openStore(u.s.o, m.typed, u.recovery)
}

// waitWords are whole seconds, rounded up.
func waitWords(d time.Duration) string {
	if n := int((d + time.Second - 1) / time.Second); n != 1 {
		return fmt.Sprintf("%d seconds", n)
	}
	return "1 second"
}

// openStore derives the key and opens the file.
func openStore(o Options, typed string, recovery bool) tea.Cmd {
	return func() tea.Msg {
		if why := process.Exposed(); why != "" {
			return refusedMsg{errors.New(why)}
		}
		secret := store.Passphrase([]byte(typed))
		var recovered *store.RecoveryKey
		if recovery {
			key, err := store.ParseRecoveryKey(typed)
			if err != nil {
				return refusedMsg{err}
			}
			secret, recovered = store.Recovery(key), &key
		}
		o.upkeep(nil, "").Wait()
		var report *store.Report
		st, err := store.Unlock(o.NotesPath, secret, o.storeOptions(), func(r *store.Report) { report = r })
		if err != nil {
			return refusedMsg{err}
		}
		return unlockedMsg{store: st, recorder: model.CleanLine(st.Recorder()), notice: strings.TrimSpace(notice(report) + " " + inApp(report)), older: upkeep.OlderWords(report), tries: triesWords(report), mendable: upkeep.Mendable(report), recovered: recovered}
	}
}

// triesWords tell whoever gets in that somebody tried before.
func triesWords(r *store.Report) string {
	for _, f := range r.Findings {
		if f.Code == "wrong-tries" {
			return f.Text
		}
	}
	return ""
}

// notice is what the person has to know about the file on opening it: losses
// and warnings, and no remark.
func notice(r *store.Report) string {
	var out []string
	for _, f := range r.Findings {
		if f.Severity > store.Remark {
			out = append(out, f.Text)
		}
	}
	if len(r.Lost) > 0 {
		out = append(out, lostWords(r))
	}
	return strings.Join(out, " ")
}

// inApp says which key mends what a report tells of, or is empty.
func inApp(r *store.Report) string {
	switch {
	case r.Has("older-file") && r.Has("opening-page"):
		return "ctrl+n does that."
	case upkeep.Mendable(r) && upkeep.OlderWords(r) != "":
		return "ctrl+n rebuilds what can be, or accepts them as the right ones."
	case upkeep.OlderWords(r) != "":
		return "ctrl+n accepts them as the right ones, or puts another file back."
	case upkeep.Mendable(r):
		return "ctrl+n rebuilds what can be."
	}
	return ""
}

// lostWords tell which files have what is missing.
func lostWords(r *store.Report) string {
	in := map[string]int{}
	for _, l := range r.Lost {
		in[l.Backup]++
	}
	var out []string
	for _, backup := range slices.Sorted(maps.Keys(in)) {
		where := "in no backup or copy"
		if backup != "" {
			where = "in " + filepath.Base(backup)
		}
		out = append(out, fmt.Sprintf("%d %s", in[backup], where))
	}
	return "Of what is missing: " + strings.Join(out, ", ") + ". Everything else opened and is safe."
}

// Message takes the refusal.
func (u *unlock) Message(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(refusedMsg); ok {
		u.busy, u.waits, u.problem = false, 0, m.err.Error()
		u.s.mendable = store.Rebuildable(m.err)
		switch back := store.As(m.err).Backup != ""; {
		case store.Rebuildable(m.err) && back:
			u.problem += " ctrl+n rebuilds them, which loses least, or puts that backup back."
		case store.Rebuildable(m.err):
			u.problem += " ctrl+n rebuilds them."
		case back:
			u.problem += " ctrl+n puts it back."
		}
		u.Redraw()
	}
	return nil
}

// Actions are the keys.
func (u *unlock) Actions() []kit.Action {
	switch {
	case u.waits > 0:
		return []kit.Action{kit.Hint("esc", "cancel it")}
	case u.busy:
		return nil
	}
	return []kit.Action{
		kit.Hint("enter", "unlock"),
		kit.Hint("ctrl+r", upkeep.SecretLabel(u.recovery)),
		kit.Hint("esc", "back"),
	}
}

// Working reports whether the notes are being opened.
func (u *unlock) Working() bool { return u.busy && u.waits == 0 }
