package plain

import (
	"cmp"
	"time"

	"isspp/model"
	"isspp/ui/document"
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

// showClosing writes the closing page.
func (w *walker) showClosing() { w.showDoc(document.ClosingOf(w.env, w.live)) }

// finish shows the closing page and closes the walkthrough, or goes back to the
// signs.
func (w *walker) finish() (back bool, err error) {
	w.live.Stage = stageClosing
	w.save()
	w.showClosing()
	for {
		answer, err := w.ask("Enter finishes: it is then kept as it is. back goes to the signs:",
			"A finished walkthrough is never changed; what comes later is added to it. back goes to the signs and factors, who to the reference and the rest. q stops here without finishing.")
		if err != nil {
			return false, err
		}
		switch word(answer) {
		case "":
			return false, w.close()
		case "back", "b":
			return true, nil
		case "who", "w":
			if err := w.whoWhereWhen(); err != nil {
				return false, err
			}
			w.live.Stage = stageClosing
			w.showClosing()
		case "save":
			w.openLate()
		case "q", "quit":
			if err := w.leave(); err != nil {
				return false, err
			}
		default:
			w.say(quoted(answer) + " is not an answer here.")
		}
	}
}

// close finishes the walkthrough. What could not be saved isn't finished.
func (w *walker) close() error {
	w.live.Finished, w.live.By = w.env.Clock(), cmp.Or(w.live.By, w.env.Recorder)
	w.live.Stage, w.live.Field, w.live.Draft = "", "", model.Draft{}
	w.save()
	if w.failed {
		w.live.Finished = time.Time{}
		return errLeave
	}
	w.say("Finished" + map[bool]string{true: " and saved", false: ". NOT SAVED"}[w.durable] + ".")
	return nil
}
