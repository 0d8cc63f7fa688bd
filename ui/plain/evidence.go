package plain

import "isspp/model"

// evidence asks what was seen or said about an item, of which kind it is, and
// when that was. Enter alone leaves what there is.
func (w *walker) evidence(s step) error {
	e, _ := w.live.Entry(s.item.ID)
	prompt := "What was seen or said? Enter for nothing:"
	if e.Evidence != "" {
		w.say("There is: " + evidenceLine(e))
		prompt = "What should it say instead? Enter keeps it, - removes it:"
	}
	kind := e.Kind
	if kind == "" {
		kind = usualKind(e.Answer)
	}
	w.live.At = s.item.ID
	before := e.Evidence
	text, err := w.text(prompt, "Write it as it was seen or said; the child's own words exactly. Of an injury write its site, size, shape and colour.", func(text string) {
		w.live.Draft = model.Draft{Item: s.item.ID, Text: text, Kind: kind}
		w.save()
		before = w.askAtOnce(text, before)
	})
	if err != nil || text == "" {
		return err
	}
	if text == "-" {
		w.keepEvidence(s, "", "", "", model.Reading{})
		w.say("Removed. z restores it.")
		return nil
	}
	return w.kindAndTime(s, text, kind)
}

// askAtOnce asks about words that may mean danger now, as soon as they stand
// there, and gives back what was asked about. Nothing is interrupted.
func (w *walker) askAtOnce(text, before string) string {
	if ask := w.env.Stop(text, before); ask != "" {
		w.say(ask)
	}
	return before + "\n" + text
}

// usualKind is the kind that Enter gives: what was told is most often somebody's
// words.
func usualKind(a model.Answer) model.EvidenceKind {
	if a == model.Told {
		return model.ChildsWords
	}
	return model.Observed
}

// kindAndTime asks the rest about a text and keeps it. Until then it is a draft.
func (w *walker) kindAndTime(s step, text string, kind model.EvidenceKind) error {
	kind, err := w.kind(kind)
	if err != nil {
		return err
	}
	w.live.Draft.Kind = kind
	e, _ := w.live.Entry(s.item.ID)
	prompt := "When was that? Enter leaves it open:"
	at := e.WhenAt.Kept(e.When)
	if e.When != "" {
		prompt = "When was that? So far " + at.Beside(e.When) + "; Enter keeps it:"
	}
	when, err := w.ask(prompt, "In your own words: yesterday after school; Tuesday 10:40.")
	if err != nil {
		return err
	}
	if when == "" {
		when = e.When
	} else {
		at = model.ReadPast(when, w.env.Clock())
		w.understood(at)
	}
	w.keepEvidence(s, kind, text, when, at)
	return w.askAnswer(s)
}

// askAnswer asks for the answer that belongs to evidence of an item without one:
// an item stands where its answer puts it.
func (w *walker) askAnswer(s step) error {
	for w.live.AnswerTo(s.item.ID) == model.NotConsidered {
		answer, err := w.ask("And the answer? s seen, t told, n not seen, d don't know. Enter leaves it open:", "The closing page lists it under its answer.")
		if err != nil || answer == "" {
			return err
		}
		a, ok := answers[word(answer)]
		if !ok || a == model.NotConsidered {
			w.say(quoted(answer) + " is not an answer. s seen, t told, n not seen, d don't know.")
			continue
		}
		w.remember()
		w.live.SetAnswer(s.place(), a, w.env.Clock())
		w.save()
	}
	return nil
}

// keepEvidence takes a text into the record.
func (w *walker) keepEvidence(s step, kind model.EvidenceKind, text, when string, at model.Reading) {
	w.remember()
	w.live.Draft = model.Draft{}
	w.live.SetEvidence(s.place(), kind, text, w.env.Clock())
	w.live.SetWhen(s.item.ID, when, at)
	w.save()
}

// understood says the date that words about a time were understood as.
func (w *walker) understood(at model.Reading) {
	switch text := at.Understood(); {
	case at.At != "":
		w.say("That is " + text)
	case text != "":
		w.say(text)
	}
}

func (w *walker) kind(usual model.EvidenceKind) (model.EvidenceKind, error) {
	prompt := "Kind: 1 observed, 2 the child's words, 3 told by somebody, 4 professional opinion. Enter: " + string(usual) + ":"
	for {
		answer, err := w.ask(prompt, "Fact, the child's words and opinion are kept apart. Answer with the number.")
		if err != nil {
			return usual, err
		}
		switch word(answer) {
		case "":
			return usual, nil
		case "1", "observed":
			return model.Observed, nil
		case "2", "the child's words", "child's words":
			return model.ChildsWords, nil
		case "3", "told by", "told":
			return model.ToldBy, nil
		case "4", "professional opinion", "opinion":
			return model.Opinion, nil
		}
		w.say(quoted(answer) + " is none of the four kinds.")
	}
}

// resumeDraft goes on with a text that was being written when it was cut short.
func (w *walker) resumeDraft() error {
	d := w.live.Draft
	at := w.find(d.Item, -1)
	if at < 0 || d.Text == "" {
		w.live.Draft = model.Draft{}
		return nil
	}
	s := w.way[at]
	w.heading("You were writing about: " + s.item.Text)
	w.say(d.Text)
	before := d.Text
	more, err := w.text("Go on writing, or Enter if that is all:", "What you write is added below it.", func(more string) {
		w.live.Draft.Text = d.Text + "\n" + more
		w.save()
		before = w.askAtOnce(more, before)
	})
	if err != nil {
		return err
	}
	text := d.Text
	if more != "" {
		text += "\n" + more
	}
	kind := d.Kind
	if kind == "" {
		kind = usualKind(w.live.AnswerTo(d.Item))
	}
	return w.kindAndTime(s, text, kind)
}
