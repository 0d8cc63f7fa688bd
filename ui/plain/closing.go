package plain

import (
	"time"

	"isspp/model"
	"isspp/ui/report"
)

// about is what documents about the walkthrough are made with.
func (w *walker) about() report.About {
	return report.About{
		Edition: w.env.Pack.Edition(), Lists: model.Way(w.env.Pack.Lists()), Cautions: w.env.Pack.NotesAbout("screen/closing"),
		Now: w.env.Clock(), By: w.env.Recorder,
	}
}

// showClosing writes the closing page.
func (w *walker) showClosing() {
	suggested := model.Suggest(w.live, w.env.Pack.Directory(), w.env.Pack.Suggestions(), w.env.Clock())
	d := report.ClosingOf(w.about(), w.live, suggested, w.cover())
	w.heading(d.Title)
	w.showBlocks(d.Blocks)
}

// cover is who covers the setting: the school's own entry first, then the
// protocol's with our notes.
func (w *walker) cover() []report.Block {
	for _, s := range w.env.Pack.Rota().Settings {
		if s.ID != w.live.SettingID || s.ID == "" {
			continue
		}
		out := []report.Block{report.H(2, "Who covers "+s.Name)}
		if e, ok := w.env.Local.Cover(s, w.env.Now); ok {
			out = append(out, report.Block{Kind: report.Paragraph, Layer: model.LayerLocal, Spans: report.Plainly(localCover(e))})
		}
		out = append(out, report.Block{Kind: report.Paragraph, Layer: model.LayerProtocol, Spans: report.Plainly(s.Officer + ", " + s.Assigned + ", as of " + w.env.Pack.Edition().Years)})
		return append(out, report.NotesOf(w.env.Pack.NotesAbout(s.ID, "rota"))...)
	}
	return nil
}

func localCover(e model.LocalEntry) string {
	text := e.Who
	for _, part := range []string{e.Assigned, e.Phone, e.Email} {
		if part != "" {
			text += ", " + part
		}
	}
	if e.Checked != "" {
		text += " (checked on " + model.DayInWords(e.Checked)
		if e.By != "" {
			text += " by " + e.By
		}
		text += ")"
	}
	return model.CleanLine(text)
}

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
	w.live.Finished = w.env.Clock()
	w.live.Stage, w.live.Field, w.live.Draft = "", "", model.Draft{}
	w.save()
	if w.failed {
		w.live.Finished = time.Time{}
		return errLeave
	}
	w.say("Finished" + map[bool]string{true: " and saved", false: ". NOT SAVED"}[w.durable] + ".")
	return nil
}
