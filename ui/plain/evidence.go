package plain

import (
	"cmp"
	"strings"

	"isspp/model"
	"isspp/ui/walk"
)

// evidence asks what was seen or said about an item; Enter alone leaves what there is.
func (w *walker) evidence(s walk.Step) {
	e, _ := w.live.Entry(s.Item.ID)
	prompt := "What was seen or said? Enter for nothing:"
	if e.Evidence != "" {
		w.say("There is: " + e.EvidenceLabel() + ": " + e.Evidence)
		prompt = "What should it say instead? Enter keeps it, - removes it:"
	}
	w.live.At = s.Item.ID
	text := w.draft(s, prompt, "Write it as it was seen or said; the child's own words exactly. Of an injury "+
		"write its site, size, shape and colour.", "", e.Evidence)
	switch text {
	case "":
	case "-":
		w.live.Evidence(s, model.Draft{})
		w.save()
		w.say("Removed. z restores it.")
	default:
		w.kindAndTime(s, text)
	}
}

// draft asks for a text about an item, sealed as it is written; before is what was asked about.
func (w *walker) draft(s walk.Step, prompt, help, there, before string) string {
	e, _ := w.live.Entry(s.Item.ID)
	return w.text(prompt, help, func(text string) {
		w.live.Draft.Item, w.live.Draft.Text = s.Item.ID, there+text
		w.live.Draft.Kind = cmp.Or(w.live.Draft.Kind, walk.UsualKind(e))
		w.save()
		before = w.askAtOnce(text, before)
	})
}

// askAtOnce asks about words that may mean danger now, and gives back what was asked about.
func (w *walker) askAtOnce(text, before string) string {
	if ask := w.env.Stop(text, before); ask != "" {
		w.say(ask)
	}
	return before + "\n" + text
}

// kindAndTime asks the rest about a text and keeps it. Until then it is a draft.
func (w *walker) kindAndTime(s walk.Step, text string) {
	d := &w.live.Draft
	e, _ := w.live.Entry(s.Item.ID)
	usual := string(cmp.Or(d.Kind, walk.UsualKind(e)))
	said := w.which("Kind: 1 observed, 2 the child's words, 3 told by somebody, 4 professional opinion. Enter: "+
		usual+":", "Fact, the child's words and opinion are kept apart. Answer with the number.",
		usual+"|", string(model.Observed)+"|1", string(model.ChildsWords)+"|2|child's words",
		string(model.ToldBy)+"|3|told", string(model.Opinion)+"|4|opinion")
	prompt := "When was that? Enter leaves it open:"
	d.Kind, d.Text, d.When, d.WhenAt = model.EvidenceKind(said), text, e.When, e.WhenAt.Kept(e.When)
	if e.When != "" {
		prompt = "When was that? So far " + d.WhenAt.Beside(e.When) + "; Enter keeps it:"
	}
	if when := w.ask(prompt, "In your own words: yesterday after school; Tuesday 10:40."); when != "" {
		d.When, d.WhenAt = when, model.ReadPast(when, w.env.Clock())
		w.understood(d.WhenAt, d.WhenAt.Understood())
	}
	w.live.Evidence(s, *d)
	w.save()
	w.askAnswer(s)
}

// askAnswer asks for the answer to an item with evidence: it stands where that puts it.
func (w *walker) askAnswer(s walk.Step) {
	for w.live.AnswerTo(s.Item.ID) == model.NotConsidered {
		answer := w.ask("And the answer? s seen, t told, n not seen, d don't know. Enter leaves it open:",
			"The closing page lists it under its answer.")
		if answer == "" {
			return
		}
		a, ok := answers[word(answer)]
		if !ok || a == model.NotConsidered {
			w.say(quoted(answer) + " is not an answer. s seen, t told, n not seen, d don't know.")
			continue
		}
		w.live.Answer(s, a)
		w.save()
	}
}

// resumeDraft goes on with a text that was being written when it was cut short.
func (w *walker) resumeDraft() {
	d := w.live.Draft
	at := w.lists.Step(d.Item)
	if at < 0 || d.Text == "" {
		w.live.Draft = model.Draft{}
		return
	}
	s := w.lists.Steps[at]
	w.heading("You were writing about: " + s.Item.Text)
	w.say(d.Text)
	more := w.draft(s, "Go on writing, or Enter if that is all:", "What you write is added below it.",
		d.Text+"\n", d.Text)
	w.kindAndTime(s, strings.TrimSuffix(d.Text+"\n"+more, "\n"))
}
