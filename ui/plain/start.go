package plain

import (
	"isspp/model"
	"isspp/ui/walk"
)

// start offers what is unfinished, and otherwise a new walkthrough or one of the
// concerns that are kept.
func (w *walker) start() error {
	if done, err := w.unfinished(); err != nil || done {
		return err
	}
	for len(w.concerns()) > 0 {
		said, err := w.which("Enter starts a new walkthrough. list reads the concerns that are kept:",
			"Enter starts a walkthrough. list reads out the concerns, overdue actions first, and you choose one to "+
				"add to. q leaves.",
			"|n|new", "list|l", "q|quit")
		switch {
		case err != nil:
			return err
		case said == "q":
			return errLeave
		case said == "list":
			if chosen, err := w.choose(); err != nil || chosen {
				return err
			}
			continue
		}
		break
	}
	return w.begin(walk.Begin(w.env, nil))
}

// unfinished offers what was left unfinished, the newest first.
func (w *walker) unfinished() (done bool, err error) {
	for _, u := range walk.UnfinishedOf(w.concerns()) {
		said, err := w.offer(u)
		switch {
		case err != nil:
			return false, err
		case said == "x":
			w.discard(u)
		case said == "" && u.Walk != nil:
			w.live = walk.Open(w.env, u.Walk)
			return true, w.goOn()
		case said == "":
			e := walk.ReopenEntry(w.env, *u.Draft)
			if err := w.entry(e); err != nil {
				return false, err
			}
			done = true
		}
	}
	if done {
		w.say("That was all.")
	}
	return done, nil
}

// offer asks whether something unfinished is gone on with, "", discarded, "x", or left.
func (w *walker) offer(u walk.Unfinished) (said string, err error) {
	w.say(u.Words(w.env.Clock()) + ".")
	for {
		said, err = w.which("Enter resumes it, x discards it, n leaves it and goes on:",
			"Enter goes on at the same place. x discards it, with what was recorded in it. n leaves it for later.",
			"|r|resume", "n|no|new", "x|discard")
		if said != "x" || err != nil {
			return said, err
		}
		yes, err := w.yes("Discard it? What was recorded in it is then gone.")
		if yes || err != nil {
			return said, err
		}
	}
}

// discard gives something unfinished up.
func (w *walker) discard(u walk.Unfinished) {
	if err := u.Discard(w.keep); err != nil {
		w.say("It could not be discarded and is still here. " + err.Error())
		return
	}
	w.say("Discarded. Nothing else has changed.")
}

// goOn goes on with the open walkthrough where it stood.
func (w *walker) goOn() error {
	w.recordedBy(w.live.By)
	at := w.stood(0)
	switch w.live.Stage {
	case walk.StageForm:
		if err := w.whoWhereWhen(); err != nil {
			return err
		}
	case walk.StageClosing:
		at = len(w.lists.Steps)
	}
	return w.through(at)
}

// through goes through the items from one on, and to the end: the closing page,
// the decision and what follows from it.
func (w *walker) through(at int) error {
	for back := true; back; at = w.stood(0) {
		if err := w.items(at); err != nil {
			return err
		}
		var err error
		if back, err = w.finish(); err != nil {
			return err
		}
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
	rows := make([]string, len(all))
	for i := range all {
		rows[i] = all[i].Group() + ": " + w.concernLine(&all[i])
	}
	n, err := w.pick("Which? A number, or Enter for none:", rows)
	if err != nil || n < 0 {
		return false, err
	}
	return true, w.concern(all[n].ID)
}

func (w *walker) concernLine(c *model.Concern) string {
	line := model.ReferenceWords(c.Ref) + ", " + string(c.State) + ", last changed " +
		walk.Clock(c.Changed, w.env.Clock())
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
