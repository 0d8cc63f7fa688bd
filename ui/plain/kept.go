package plain

import (
	"slices"
	"strings"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/walk"
)

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
	c := walk.ConcernOf(w.concerns(), id)
	w.showDoc(document.ChronologyOf(w.about(), c.Ref, []model.Concern{*c}))
	var names []string
	for _, k := range concernKinds {
		names = append(names, k.word)
	}
	prompt := "What now? " + strings.Join(names, ", ") + ", done (an action), correct (what is wrong), move (to " +
		"another school), walk (a further walkthrough), or Enter to leave:"
	words := append(slices.Clone(names), "|q|quit", "walk", "done", "correct|correction", "move|transfer")
	for {
		said, err := w.which(prompt, "Each adds a dated entry; nothing that is kept is changed. A correction shows "+
			"what it corrects.", words...)
		if err != nil {
			return err
		}
		switch said {
		case "":
			return errLeave
		case "walk":
			return w.begin(walk.Begin(w.env, c))
		case "done":
			err = w.tick(c)
		case "correct":
			err = w.correct(c)
		case "move":
			err = w.move(c)
		}
		for _, k := range concernKinds {
			if k.word == said && err == nil {
				err = w.entry(w.newEntry(c, k.kind))
			}
		}
		if err != nil {
			return err
		}
		c = walk.ConcernOf(w.concerns(), id)
	}
}

// tick ticks one of the open actions off.
func (w *walker) tick(c *model.Concern) error {
	var rows []string
	open := walk.OpenActions(c)
	for _, a := range open {
		rows = append(rows, model.CleanLine(a.Text)+" ("+model.CleanLine(a.Owner)+", due "+model.DayInWords(a.Due)+")")
	}
	if slices.ContainsFunc(c.Actions, func(a model.Action) bool { return a.Closed == nil && a.Plan != nil }) {
		w.say("A plan to build a protective factor is marked as done in the app, in Protective.")
	}
	if len(open) == 0 {
		w.say("No action is open.")
		return nil
	}
	n, err := w.pick("Which is done? A number, or Enter for none:", rows)
	if err != nil || n < 0 {
		return err
	}
	e := w.newEntry(c, model.KindActionDone)
	e.About = open[n].ID
	return w.entry(e)
}

// correct asks which entry is wrong, and which part of it, and takes the correction.
func (w *walker) correct(c *model.Concern) error {
	kept := slices.DeleteFunc(c.Chronology(), func(m model.Moment) bool { return m.Draft })
	n, err := pickOf(w, "Which entry is to be corrected? A number, or Enter for none:", kept,
		func(m model.Moment) string {
			return m.Title + " of " + walk.Clock(m.Recorded, w.env.Clock())
		})
	if err != nil || n < 0 {
		return err
	}
	parts := kept[n].Parts()
	at, err := pickOf(w, "What of it? A number, or Enter for none:", parts,
		func(p model.Labelled) string { return p.Label + ": " + model.CleanLine(p.Text) })
	if err != nil || at < 0 {
		return err
	}
	e := walk.Correction(w.env, c, kept[n].ID, parts[at])
	if e.Was != "" {
		w.say("It says: " + model.Clean(e.Was))
	}
	return w.entry(e)
}

// move takes what comes next of a move to another school.
func (w *walker) move(c *model.Concern) error {
	kinds := c.Transfer.Next()
	n, err := pickOf(w, "Which? A number, or Enter for none:", kinds, model.EntryKind.Title)
	if err != nil || n < 0 {
		return err
	}
	return w.entry(w.newEntry(c, kinds[n]))
}

// pickOf is pick of what has a row each; a single one is not asked about.
func pickOf[T any](w *walker, prompt string, all []T, row func(T) string) (int, error) {
	if len(all) == 1 {
		return 0, nil
	}
	rows := make([]string, len(all))
	for i, one := range all {
		rows[i] = row(one)
	}
	return w.pick(prompt, rows)
}
