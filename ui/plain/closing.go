package plain

import (
	"isspp/ui/document"
	"isspp/ui/walk"
)

// about is what documents about the walkthrough are made with.
func (w *walker) about() document.About {
	a := document.AboutOf(w.env)
	a.Now = w.env.Clock()
	return a
}

// showDoc writes a document, below its title.
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
