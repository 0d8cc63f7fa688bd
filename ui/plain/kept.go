package plain

import (
	"cmp"
	"fmt"
	"strings"

	"isspp/model"
	"isspp/ui/document"
)

// drafts offers the entries that were cut short.
func (w *walker) drafts() (resumed bool, err error) {
	for _, e := range w.keep.ConcernEntries() {
		if e.Kept {
			continue
		}
		w.say("Not kept yet: " + e.Kind.Title() + " for " + named(e.Ref) + ", from " + w.clock(e.Recorded) + ".")
		answer, err := w.ask("Enter goes on with it, n leaves it:", "Enter goes on at the same question. n leaves it for later.")
		if err != nil {
			return false, err
		}
		if word(answer) != "" {
			continue
		}
		e.By, e.EventAt = cmp.Or(e.By, w.env.Recorder), e.EventAt.Kept(e.Event)
		if err := w.entry(&e); err != nil {
			return false, err
		}
		resumed = true
	}
	if resumed {
		w.say("That was all.")
	}
	return resumed, nil
}

// concernKinds are what can be added to a concern here, by the word that asks for it.
var concernKinds = []struct {
	word string
	kind model.EntryKind
}{
	{"add", model.KindAddition},
	{"decision", model.KindDecision},
	{"sharing", model.KindSharing},
	{"action", model.KindAction},
	{"filing", model.KindFiling},
	{"date", model.KindReviewDate},
	{"review", model.KindReview},
	{"reopen", model.KindReopening},
}

// concern reads a concern's chronology and takes entries to it.
func (w *walker) concern(id string) error {
	c, ok := w.concernOf(id)
	if !ok {
		return nil
	}
	d := document.ChronologyOf(w.about(), c.Ref, []model.Concern{c})
	w.showDoc(d)
	var names []string
	for _, k := range concernKinds {
		names = append(names, k.word)
	}
	prompt := "What now? " + strings.Join(names, ", ") + ", done (an action), correct (what is wrong), move (to another school), walk (a further walkthrough), or Enter to leave:"
	for {
		answer, err := w.ask(prompt, "Each adds a dated entry; nothing that is kept is changed. A correction shows what it corrects.")
		if err != nil {
			return err
		}
		switch said := word(answer); said {
		case "", "q", "quit":
			return errLeave
		case "walk":
			w.begin()
			w.live.Concern, w.live.Ref, w.live.Setting = c.ID, c.Ref, c.Setting
			w.set(c.Setting)
			if err := w.whoWhereWhen(); err != nil {
				return err
			}
			return w.through(0)
		case "done":
			err = w.tick(c)
		case "correct", "correction":
			err = w.correct(c)
		case "move", "transfer":
			err = w.move(c)
		default:
			err = w.add(c, said, answer)
		}
		if err != nil {
			return err
		}
		c, _ = w.concernOf(id)
	}
}

func (w *walker) add(c model.Concern, said, answer string) error {
	for _, k := range concernKinds {
		if k.word == said {
			return w.entry(w.newEntry(k.kind, c.ID, c.Ref))
		}
	}
	w.say(quoted(answer) + " is not an answer here.")
	return nil
}

// tick ticks one of the open actions off.
func (w *walker) tick(c model.Concern) error {
	var open []model.Action
	plans := 0
	for _, a := range c.Actions {
		if a.Closed == nil && a.Plan != nil {
			plans++
		}
		if a.Closed == nil && a.Plan == nil {
			open = append(open, a)
			w.say(fmt.Sprintf("%d. %s (%s, due %s)", len(open), model.CleanLine(a.Text), model.CleanLine(a.Owner), model.DayInWords(a.Due)))
		}
	}
	if plans > 0 {
		w.say("A plan to build a protective factor is marked as done in the app, in Protective.")
	}
	if len(open) == 0 {
		w.say("No action is open.")
		return nil
	}
	answer, err := w.ask("Which is done? A number, or Enter for none:", "Answer with the number before the action.")
	if err != nil || answer == "" {
		return err
	}
	n, ok := w.number(answer, len(open))
	if !ok {
		return nil
	}
	e := w.newEntry(model.KindActionDone, c.ID, c.Ref)
	e.About = open[n].ID
	return w.entry(e)
}

// correct asks which entry is wrong, and which part of it, and takes the correction.
func (w *walker) correct(c model.Concern) error {
	var kept []model.Moment
	var rows []string
	for _, m := range c.Chronology() {
		if !m.Draft {
			kept, rows = append(kept, m), append(rows, m.Title+" of "+w.clock(m.Recorded))
		}
	}
	n, err := w.oneOf("Which entry is to be corrected? A number, or Enter for none:", rows)
	if err != nil || n < 0 {
		return err
	}
	parts := kept[n].Parts()
	rows = nil
	for _, p := range parts {
		rows = append(rows, p.Label+": "+model.CleanLine(p.Text))
	}
	at, err := w.oneOf("What of it? A number, or Enter for none:", rows)
	if err != nil || at < 0 {
		return err
	}
	e := w.newEntry(model.KindCorrection, c.ID, c.Ref)
	e.About, e.Part, e.Was = kept[n].ID, parts[at].Label, parts[at].Text
	if e.Was != "" {
		w.say("It says: " + model.Clean(e.Was))
	}
	return w.entry(e)
}

// move takes what comes next of a move to another school.
func (w *walker) move(c model.Concern) error {
	kinds := c.Transfer.Next()
	var rows []string
	for _, k := range kinds {
		rows = append(rows, k.Title())
	}
	n, err := w.oneOf("Which? A number, or Enter for none:", rows)
	if err != nil || n < 0 {
		return err
	}
	e := w.newEntry(kinds[n], c.ID, c.Ref)
	if c.Transfer != nil && e.Kind != model.KindTransfer {
		e.About = c.Transfer.Entry.ID
	}
	return w.entry(e)
}

// oneOf reads rows out and gives the place of the one that is chosen, or -1. A single
// one is not asked about.
func (w *walker) oneOf(prompt string, rows []string) (int, error) {
	if len(rows) == 1 {
		return 0, nil
	}
	for i, row := range rows {
		w.say(fmt.Sprintf("%d. %s", i+1, row))
	}
	answer, err := w.ask(prompt, "Answer with one of the numbers.")
	if err != nil || answer == "" {
		return -1, err
	}
	n, ok := w.number(answer, len(rows))
	if !ok {
		return -1, nil
	}
	return n, nil
}

// concernOf is a concern by its id.
func (w *walker) concernOf(id string) (model.Concern, bool) {
	for _, c := range w.concerns() {
		if c.ID == id {
			return c, true
		}
	}
	return model.Concern{}, false
}
