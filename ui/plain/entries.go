package plain

import (
	"fmt"
	"slices"

	"isspp/model"
	"isspp/ui/walk"
)

// after asks what follows from a finished walkthrough: the decision, what was
// shared, what is to be done, when it is looked at again, and where it is filed.
func (w *walker) after() error {
	c := &model.Concern{ID: w.live.ConcernID(), Ref: w.live.Ref}
	w.heading("The decision. q at any question stops here; what is kept stays kept.")
	if err := w.entry(w.newEntry(c, model.KindDecision)); err != nil {
		return err
	}
	for _, next := range []struct {
		kind            model.EntryKind
		question, again string
	}{
		{
			model.KindSharing, "Was anything shared, or decided not to be shared?",
			"Anything else that was shared, or not?",
		},
		{model.KindAction, "Is there anything to be done?", "Another action?"},
		{model.KindReviewDate, "Is there a day to look at it again?", ""},
		{model.KindFiling, "Is it in the school's own safeguarding record already?", ""},
	} {
		for question := next.question; question != ""; question = next.again {
			fmt.Fprintln(w.out)
			yes, err := w.yes(question)
			if err != nil {
				return err
			}
			if !yes {
				break
			}
			if err := w.entry(w.newEntry(c, next.kind)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *walker) newEntry(c *model.Concern, kind model.EntryKind) model.ConcernEntry {
	e := walk.NewEntry(w.env, c, kind)
	for _, q := range model.Questions(kind) {
		if q.Day && q.Past {
			*q.Of(&e) = "today"
		}
	}
	return e
}

// entry asks the questions of an entry and keeps it. Each answer is sealed as a
// draft until then. Without what it needs it is refused, kindly.
func (w *walker) entry(e model.ConcernEntry) error {
	w.heading(e.Kind.Title())
	r := &form{
		fields: walk.EntryFields(&e), at: &e.At, drafts: true,
		leads: map[string]string{"back": "back", "cancel": "cancel", "q": "q", "quit": "q"},
		help:  "Enter leaves it as it is, back goes to the question before, cancel discards this entry.",
		put: func(f walk.Field, answer string) error {
			if answer != "" {
				*f.Value = answer
				e.ReadTimes(w.env.Clock())
			}
			return nil
		},
		save: func() {
			e.Recorded = w.env.Clock()
			e.ReadTimes(e.Recorded)
			snapshot := e
			w.saved(w.keep.SaveConcernEntry(&snapshot))
		},
	}
	leadsTo, err := w.askAll(r)
	for err == nil && leadsTo != "cancel" {
		kept, label, why := walk.SettleEntry(w.env, e)
		if why == "" {
			return w.keepEntry(&kept)
		}
		w.say(why)
		leadsTo, err = w.question(r, r.place(label))
	}
	if err != nil {
		return err
	}
	return w.cancel(e.ID)
}

// keepEntry makes the entry last. From here on it is never rewritten.
func (w *walker) keepEntry(e *model.ConcernEntry) error {
	w.recordedBy(e.By)
	for {
		snapshot := *e
		err := w.keep.SaveConcernEntry(&snapshot)
		if err == nil {
			w.failed, w.added = false, true
			w.news()
			w.say(e.Title() + map[bool]string{true: ": saved.", false: ": noted. NOT SAVED."}[w.durable])
			return nil
		}
		w.failed = true
		w.say("NOT SAVED. " + err.Error())
		if yes, err := w.yes("Try again?"); err != nil || !yes {
			return err
		}
	}
}

func (w *walker) cancel(id string) error {
	yes, err := w.yes("Discard this entry? What was written in it is then gone.")
	if err != nil {
		return err
	}
	if !yes {
		w.say("It is still there as a draft, and is offered the next time.")
		return nil
	}
	written := func(d model.ConcernEntry) bool { return d.ID == id }
	if !slices.ContainsFunc(w.keep.ConcernEntries(), written) {
		return nil // cancelled before anything of it was saved
	}
	if err := w.keep.DiscardConcernEntry(id); err != nil {
		w.say("It could not be discarded and is still here as a draft. " + err.Error())
	}
	return nil
}

// concernKinds are what can be added to a concern here, by the word that asks for it.
var concernKinds = []struct {
	word string
	kind model.EntryKind
}{
	{"add", model.KindAddition},
	{"decision", model.KindDecision},
	{"sharing", model.KindSharing},
	{"action", model.KindAction},
	{"filing", model.KindFiling},
	{"date", model.KindReviewDate},
	{"review", model.KindReview},
	{"reopen", model.KindReopening},
}

// concern takes entries to a concern whose chronology was read out.
func (w *walker) concern(id string) error {
	prompt, words := "What now? ", []string{"|q|quit", "walk", "done", "correct|correction", "move|transfer"}
	for _, k := range concernKinds {
		prompt += k.word + ", "
		words = append(words, k.word)
	}
	prompt += "done (an action), correct (what is wrong), move (to another school), walk (a further walkthrough), or " +
		"Enter to leave:"
	for {
		said, err := w.which(prompt, "Each adds a dated entry; nothing that is kept is changed. A correction shows "+
			"what it corrects.", words...)
		if err != nil {
			return err
		}
		c := walk.ConcernOf(w.concerns(), id)
		switch said {
		case "":
			return errLeave
		case "walk":
			return w.begin(walk.Begin(w.env, c))
		case "done":
			err = w.tick(c)
		case "correct":
			err = w.correct(c)
		case "move":
			kinds := c.Transfer.Next()
			n, picked := pickOf(w, "Which? A number, or Enter for none:", kinds, model.EntryKind.Title)
			if err = picked; err == nil && n >= 0 {
				err = w.entry(w.newEntry(c, kinds[n]))
			}
		}
		for _, k := range concernKinds {
			if k.word == said {
				err = w.entry(w.newEntry(c, k.kind))
			}
		}
		if err != nil {
			return err
		}
	}
}

func (w *walker) tick(c *model.Concern) error {
	if slices.ContainsFunc(c.Actions, func(a model.Action) bool { return a.Closed == nil && a.Plan != nil }) {
		w.say("A plan to build a protective factor is marked as done in the app, in Protective.")
	}
	var rows []string
	open := walk.OpenActions(c)
	for _, a := range open {
		rows = append(rows, model.CleanLine(a.Text)+" ("+model.CleanLine(a.Owner)+", due "+model.DayInWords(a.Due)+")")
	}
	if len(open) == 0 {
		w.say("No action is open.")
		return nil
	}
	n, err := w.pick("Which is done? A number, or Enter for none:", rows)
	if err != nil || n < 0 {
		return err
	}
	e := w.newEntry(c, model.KindActionDone)
	e.About = open[n].ID
	return w.entry(e)
}

// correct asks which entry is wrong, and which part of it, and takes the correction.
func (w *walker) correct(c *model.Concern) error {
	kept := slices.DeleteFunc(c.Chronology(), func(m model.Moment) bool { return m.Draft })
	n, err := pickOf(w, "Which entry is to be corrected? A number, or Enter for none:", kept,
		func(m model.Moment) string { return m.Title + " of " + walk.Clock(m.Recorded, w.env.Clock()) })
	if err != nil || n < 0 {
		return err
	}
	parts := kept[n].Parts()
	at, err := pickOf(w, "What of it? A number, or Enter for none:", parts,
		func(p model.Labelled) string { return p.Label + ": " + model.CleanLine(p.Text) })
	if err != nil || at < 0 {
		return err
	}
	e := walk.Correction(w.env, c, kept[n].ID, parts[at])
	if e.Was != "" {
		w.say("It says: " + model.Clean(e.Was))
	}
	return w.entry(e)
}
