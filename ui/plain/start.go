package plain

import (
	"cmp"
	"fmt"
	"time"

	"isspp/model"
)

// start offers what is unfinished, and otherwise a new walkthrough or one of the
// concerns that are kept.
func (w *walker) start() error {
	for _, open := range w.keep.Walkthroughs() {
		if open.Final() {
			continue
		}
		resumed, err := w.offer(open)
		if err != nil || resumed {
			return err
		}
	}
	if resumed, err := w.drafts(); err != nil || resumed {
		return err
	}
	if len(w.concerns()) == 0 {
		return w.fresh()
	}
	for {
		answer, err := w.ask("Enter starts a new walkthrough. list reads the concerns that are kept:",
			"Enter starts a walkthrough. list reads out the concerns, overdue actions first, and you choose one to add to. q leaves.")
		if err != nil {
			return err
		}
		switch word(answer) {
		case "", "n", "new":
			return w.fresh()
		case "l", "list":
			chosen, err := w.choose()
			if err != nil || chosen {
				return err
			}
		case "q", "quit":
			return errLeave
		default:
			w.say(quoted(answer) + " is not an answer here.")
		}
	}
}

// offer asks whether an unfinished walkthrough is gone on with.
func (w *walker) offer(open model.Walkthrough) (resumed bool, err error) {
	w.say("Unfinished walkthrough from " + w.clock(open.Changed) + " for " + named(open.Ref) + ".")
	for {
		answer, err := w.ask("Enter resumes it, x discards it, n leaves it and goes on:",
			"Enter goes on at the same item. x discards it, with what was recorded in it. n leaves it for later.")
		if err != nil {
			return false, err
		}
		switch word(answer) {
		case "", "r", "resume":
			w.live = &open
			return true, w.goOn()
		case "n", "no", "new":
			return false, nil
		case "x", "discard":
			yes, err := w.yes("Discard it? What was recorded in it is then gone.")
			if err != nil {
				return false, err
			}
			if !yes {
				continue
			}
			w.discard(open.ID)
			return false, nil
		default:
			w.say(quoted(answer) + " is not an answer here.")
		}
	}
}

// discard gives an unfinished walkthrough up.
func (w *walker) discard(id string) {
	if err := w.keep.DiscardWalkthrough(id); err != nil {
		w.say("It could not be discarded and is still here. " + err.Error())
		return
	}
	w.say("Discarded. Nothing else has changed.")
}

// clock is a time as people say it.
func (w *walker) clock(at time.Time) string {
	now := w.env.Clock()
	at = at.In(now.Location())
	if at.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return at.Format("15:04")
	}
	return at.Format("15:04 on 2 January 2006")
}

// fresh starts a new walkthrough.
func (w *walker) fresh() error {
	w.begin()
	if err := w.whoWhereWhen(); err != nil {
		return err
	}
	return w.through(0)
}

// goOn goes on with the open walkthrough where it stood.
func (w *walker) goOn() error {
	w.recordedBy(w.live.By)
	w.live.By = cmp.Or(w.live.By, w.env.Recorder)
	w.live.EventAt = w.live.EventAt.Kept(w.live.EventTime)
	at := w.find(w.live.At, 0)
	switch w.live.Stage {
	case stageForm:
		if err := w.whoWhereWhen(); err != nil {
			return err
		}
	case stageClosing:
		at = len(w.way)
	}
	return w.through(at)
}

// through goes through the items from one on, and to the end: the closing page,
// the decision and what follows from it.
func (w *walker) through(at int) error {
	for {
		if err := w.walk(at); err != nil {
			return err
		}
		back, err := w.finish()
		if err != nil {
			return err
		}
		if !back {
			break
		}
		at = w.find(w.live.At, 0)
	}
	if err := w.after(); err != nil {
		return err
	}
	w.done = true
	return nil
}

// choose reads the concerns out and goes on with one of them.
func (w *walker) choose() (chosen bool, err error) {
	all := w.concerns()
	group := ""
	for i := range all {
		if g := all[i].Group(); g != group {
			group = g
			w.heading(g)
		}
		w.say(fmt.Sprintf("%d. %s", i+1, w.concernLine(&all[i])))
	}
	answer, err := w.ask("Which? A number, or Enter for none:", "Answer with the number before the concern.")
	if err != nil || answer == "" {
		return false, err
	}
	n, ok := w.number(answer, len(all))
	if !ok {
		return false, nil
	}
	return true, w.concern(all[n].ID)
}

func (w *walker) concernLine(c *model.Concern) string {
	line := named(c.Ref) + ", " + string(c.State) + ", last changed " + w.clock(c.Changed)
	for _, a := range c.OverdueActions() {
		line += ". Overdue since " + model.DayInWords(a.Due) + ": " + model.CleanLine(a.Text)
	}
	if c.ReviewDue {
		line += ". Review due since " + model.DayInWords(c.Review)
	}
	if c.Transfer.Waiting() {
		line += ". " + c.Transfer.Words()
	}
	return line
}
