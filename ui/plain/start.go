package plain

import (
	"strings"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/walk"
)

// start offers what is unfinished, a new walkthrough, and the concerns that are kept.
func (w *walker) start() {
	if w.unfinished() {
		return
	}
	for len(w.concerns()) > 0 {
		switch w.which("Enter starts a new walkthrough. list reads the concerns that are kept:",
			"Enter starts a walkthrough. list reads out the concerns, overdue actions first, and you choose one to "+
				"add to. q leaves.",
			"|n|new", "list|l", "q|quit") {
		case "q":
			return
		case "list":
			if w.choose() {
				return
			}
			continue
		}
		break
	}
	w.begin(walk.Begin(w.env, nil))
}

func (w *walker) concerns() []model.Concern { return walk.Concerns(w.keep, w.env.Clock()) }

// unfinished reports whether anything that was left unfinished was gone on with.
func (w *walker) unfinished() (done bool) {
	for _, u := range walk.UnfinishedOf(w.concerns()) {
		switch said := w.offer(u); {
		case said == "x":
			if err := u.Discard(w.keep); err != nil {
				w.say("It could not be discarded and is still here. " + err.Error())
				continue
			}
			w.say("Discarded. Nothing else has changed.")
		case said == "" && u.Walk != nil:
			w.live = walk.Open(w.env, u.Walk)
			w.recordedBy(w.live.By)
			at := w.stood(0)
			switch w.live.Stage {
			case walk.StageForm:
				w.whoWhereWhen()
			case walk.StageClosing:
				at = len(w.lists.Steps)
			}
			w.through(at)
			return true
		case said == "":
			w.entry(walk.ReopenEntry(w.env, *u.Draft))
			done = true
		}
	}
	if done {
		w.say("That was all.")
	}
	return done
}

// offer asks whether something unfinished is gone on with, "", discarded, "x", or left.
func (w *walker) offer(u walk.Unfinished) string {
	w.say(u.Words(w.env.Clock()) + ".")
	for {
		said := w.which("Enter resumes it, x discards it, n leaves it and goes on:",
			"Enter goes on at the same place. x discards it, with what was recorded in it. n leaves it for later.",
			"|r|resume", "n|no|new", "x|discard")
		if said != "x" || w.yes("Discard it? What was recorded in it is then gone.") {
			return said
		}
	}
}

func (w *walker) begin(r *walk.Run) {
	w.live = r
	w.whoWhereWhen()
	w.through(0)
}

// stood is the step that the walkthrough stands at, where the lists have it.
func (w *walker) stood(otherwise int) int {
	if i := w.lists.Step(w.live.At); i >= 0 {
		return i
	}
	return otherwise
}

// through goes through the items from one on, and to the end.
func (w *walker) through(at int) {
	for w.items(at); w.finish(); {
		w.items(w.stood(0))
	}
	w.after()
	w.done = true
}

// finish shows the closing page and closes the walkthrough, or goes back to the signs.
func (w *walker) finish() (back bool) {
	closing := func() {
		w.live.Stand(walk.StageClosing)
		w.save()
		w.showDoc(document.ClosingOf(w.env, w.live.Walkthrough))
	}
	closing()
	for {
		switch w.which("Enter finishes: it is then kept as it is. back goes to the signs:",
			"A finished walkthrough is never changed; what comes later is added to it. back goes to the signs and "+
				"factors, who to the reference and the rest. q stops here without finishing.",
			"", "back|b", "who|w", "save", "q|quit") {
		case "":
			w.live.Finish()
			w.save()
			if w.failed { // what could not be saved isn't finished
				w.live.Reopen()
				panic(left)
			}
			w.say("Finished" + map[bool]string{true: " and saved", false: ". NOT SAVED"}[w.durable] + ".")
			return false
		case "back":
			return true
		case "save":
			w.openLate()
		case "who":
			w.whoWhereWhen()
			closing()
		default:
			w.leave()
		}
	}
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
func (w *walker) choose() (chosen bool) {
	all := w.concerns()
	rows := make([]string, len(all))
	for i := range all {
		rows[i] = w.concernLine(&all[i])
	}
	n := w.pick("Which? A number, or Enter for none:", rows)
	if n >= 0 {
		w.showChronology(all[n].Ref, all[n:n+1])
		w.concern(all[n].ID)
	}
	return n >= 0
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
