package plain

import (
	"strings"

	"isspp/model"
	"isspp/ui/document"
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

func (w *walker) concerns() []model.Concern { return walk.Concerns(w.keep, w.env.Clock()) }

func (w *walker) unfinished() (done bool, err error) {
	for _, u := range walk.UnfinishedOf(w.concerns()) {
		said, err := w.offer(u)
		switch {
		case err != nil:
			return false, err
		case said == "x":
			if err := u.Discard(w.keep); err != nil {
				w.say("It could not be discarded and is still here. " + err.Error())
				continue
			}
			w.say("Discarded. Nothing else has changed.")
		case said == "" && u.Walk != nil:
			w.live = walk.Open(w.env, u.Walk)
			return true, w.goOn()
		case said == "":
			if err := w.entry(walk.ReopenEntry(w.env, *u.Draft)); err != nil {
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

func (w *walker) begin(r *walk.Run) error {
	w.live = r
	if err := w.whoWhereWhen(); err != nil {
		return err
	}
	return w.through(0)
}

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

// stood is the step that the walkthrough stands at, or another one where the lists
// have no such item.
func (w *walker) stood(otherwise int) int {
	if i := w.lists.Step(w.live.At); i >= 0 {
		return i
	}
	return otherwise
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

// finish shows the closing page and closes the walkthrough, or goes back to the
// signs.
func (w *walker) finish() (back bool, err error) {
	closing := func() {
		w.live.Stand(walk.StageClosing)
		w.save()
		w.showDoc(document.ClosingOf(w.env, w.live.Walkthrough))
	}
	closing()
	for {
		said, err := w.which("Enter finishes: it is then kept as it is. back goes to the signs:",
			"A finished walkthrough is never changed; what comes later is added to it. back goes to the signs and "+
				"factors, who to the reference and the rest. q stops here without finishing.",
			"", "back|b", "who|w", "save", "q|quit")
		switch {
		case err != nil:
		case said == "":
			return false, w.close()
		case said == "back":
			return true, nil
		case said == "save":
			w.openLate()
		case said == "who":
			if err = w.whoWhereWhen(); err == nil {
				closing()
			}
		default:
			err = w.leave()
		}
		if err != nil {
			return false, err
		}
	}
}

// close finishes the walkthrough. What could not be saved isn't finished.
func (w *walker) close() error {
	w.live.Finish()
	w.save()
	if w.failed {
		w.live.Reopen()
		return errLeave
	}
	w.say("Finished" + map[bool]string{true: " and saved", false: ". NOT SAVED"}[w.durable] + ".")
	return nil
}

func (w *walker) showDoc(d document.Doc) {
	title := d.Title
	if w.env.Banner != "" {
		title = w.env.Banner + ". " + title
	}
	w.heading(title)
	p := w.page()
	p.Write(d.Blocks...)
	w.show(p)
}

func (w *walker) showChronology(ref string, of []model.Concern) {
	about := document.AboutOf(w.env)
	about.Now = w.env.Clock()
	w.showDoc(document.ChronologyOf(about, ref, of))
}

// choose reads the concerns out, and goes on with one of them below its chronology.
func (w *walker) choose() (chosen bool, err error) {
	all := w.concerns()
	rows := make([]string, len(all))
	for i := range all {
		rows[i] = w.concernLine(&all[i])
	}
	n, err := w.pick("Which? A number, or Enter for none:", rows)
	if err != nil || n < 0 {
		return false, err
	}
	w.showChronology(all[n].Ref, all[n:n+1])
	return true, w.concern(all[n].ID)
}

func (w *walker) concernLine(c *model.Concern) string {
	line := c.Group() + ": " + model.ReferenceWords(c.Ref) + ", " + string(c.State) + ", last changed " +
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

func refWord(ref string) string {
	if ref = model.CleanLine(ref); ref == "" || ref[0] == '-' || strings.ContainsAny(ref, " '\"$\\()&;|<>*?#~") {
		return "REFERENCE"
	}
	return ref
}
