package plain

import (
	"time"

	"isspp/model"
	"isspp/ui/report"
)

// about is what documents about the walkthrough are made with.
func (w *walker) about() report.About {
	return report.About{
		Edition: w.env.Pack.Edition(), Lists: model.Way(w.env.Pack.Lists()), Local: w.env.Local, Cautions: w.env.Pack.NotesAbout("screen/closing"),
		Now: w.env.Clock(), By: w.env.Recorder, Banner: w.env.Banner,
	}
}

// showDoc writes a document, below its title.
func (w *walker) showDoc(d report.Doc) {
	title := d.Title
	if w.env.Banner != "" {
		title = w.env.Banner + ". " + title
	}
	w.heading(title)
	w.showBlocks(d.Blocks)
}

// showClosing writes the closing page.
func (w *walker) showClosing() {
	suggested := model.Suggest(w.live, w.env.Pack.Directory(), w.env.Pack.Suggestions(), w.env.Clock())
	d := report.ClosingOf(w.about(), w.live, suggested, w.cover())
	w.showDoc(d)
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
			out = append(out, w.own("", e))
		}
		out = append(out, report.Block{Kind: report.Paragraph, Layer: model.LayerProtocol, Spans: report.Plainly(s.Officer + ", " + s.Assigned + ", as of " + w.env.Pack.Edition().Years)})
		out = append(out, report.NotesOf(w.env.Pack.NotesAbout(s.ID, "rota"))...)
		return append(out, w.ourContacts()...)
	}
	var out []report.Block
	if found, fit := w.env.Local.FindSchools(w.live.Setting, w.env.Now); w.live.Setting != "" && fit == model.FitWhole && len(found) == 1 {
		out = append(out, report.H(2, "Who covers "+found[0].Name), w.own("", found[0]))
	}
	return append(out, w.ourContacts()...)
}

// own is an entry of the school's own layer as it stands on the closing page.
func (w *walker) own(name string, e model.LocalEntry) report.Block {
	text := e.Answer()
	if name != "" {
		text = name + ": " + text
	}
	if day := e.DayAnswer(w.env.Now); day != "" && e.Slot == "" {
		text += "; " + day
	}
	return report.Block{Kind: report.Paragraph, Layer: model.LayerLocal, Spans: report.Plainly(text + " (" + w.env.Local.CheckedWords(e, w.env.Now) + ")")}
}

// ourContacts are the school's own that a concern may need: those that are set,
// and loudly that there is no out-of-hours number.
func (w *walker) ourContacts() []report.Block {
	out := []report.Block{report.H(2, "Our own contacts")}
	for _, slot := range model.LocalSlots() {
		e, ok := w.env.Local.Contact(slot)
		switch {
		case ok:
			out = append(out, w.own(slot.Name(), e))
		case slot.Loud():
			out = append(out, report.Block{Kind: report.Paragraph, Layer: model.LayerLocal, Spans: report.Plainly(slot.Name() + ": NOT SET, and the protocol prints none. isspp local edit keeps it.")})
		}
	}
	return out
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
