package plain

import (
	"fmt"
	"slices"

	"isspp/model"
	"isspp/ui/walk"
)

// after asks what follows from a finished walkthrough.
func (w *walker) after() {
	c := &model.Concern{ID: w.live.ConcernID(), Ref: w.live.Ref}
	w.heading("The decision. q at any question stops here; what is kept stays kept.")
	w.entry(w.newEntry(c, model.KindDecision))
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
			if !w.yes(question) {
				break
			}
			w.entry(w.newEntry(c, next.kind))
		}
	}
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

// entry asks the questions of an entry, a draft until it is kept.
func (w *walker) entry(e model.ConcernEntry) {
	w.heading(e.Kind.Title())
	r := &form{
		fields: walk.EntryFields(&e), at: &e.At, drafts: true,
		leads: map[string]string{"back": "back", "cancel": "cancel", "q": "q", "quit": "q"},
		help:  "Enter leaves it as it is, back goes to the question before, cancel discards this entry.",
		put: func(f walk.Field, answer string) {
			if answer != "" {
				*f.Value = answer
				e.ReadTimes(w.env.Clock())
			}
		},
		save: func() {
			e.Recorded = w.env.Clock()
			e.ReadTimes(e.Recorded)
			snapshot := e
			w.saved(w.keep.SaveConcernEntry(&snapshot))
		},
	}
	for leadsTo := w.askAll(r); leadsTo != "cancel"; {
		kept, label, why := walk.SettleEntry(w.env, e)
		if why == "" {
			w.keepEntry(&kept)
			return
		}
		w.say(why)
		leadsTo = w.question(r, r.place(label))
	}
	w.cancel(e.ID)
}

// keepEntry makes the entry last. From here on it is never rewritten.
func (w *walker) keepEntry(e *model.ConcernEntry) {
	w.recordedBy(e.By)
	for {
		snapshot := *e
		err := w.keep.SaveConcernEntry(&snapshot)
		if err == nil {
			w.failed, w.added = false, true
			w.news()
			w.say(e.Title() + map[bool]string{true: ": saved.", false: ": noted. NOT SAVED."}[w.durable])
			return
		}
		w.failed = true
		w.say("NOT SAVED. " + err.Error())
		if !w.yes("Try again?") {
			return
		}
	}
}

func (w *walker) cancel(id string) {
	if !w.yes("Discard this entry? What was written in it is then gone.") {
		w.say("It is still there as a draft, and is offered the next time.")
		return
	}
	written := func(d model.ConcernEntry) bool { return d.ID == id }
	if !slices.ContainsFunc(w.keep.ConcernEntries(), written) {
		return // cancelled before anything of it was saved
	}
	if err := w.keep.DiscardConcernEntry(id); err != nil {
		w.say("It could not be discarded and is still here as a draft. " + err.Error())
	}
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
func (w *walker) concern(id string) {
	prompt, words := "What now? ", []string{"|q|quit", "walk", "done", "correct|correction", "move|transfer"}
	for _, k := range concernKinds {
		prompt += k.word + ", "
		words = append(words, k.word)
	}
	prompt += "done (an action), correct (what is wrong), move (to another school), walk (a further walkthrough), or " +
		"Enter to leave:"
	for {
		said := w.which(prompt, "Each adds a dated entry; nothing that is kept is changed. A correction shows "+
			"what it corrects.", words...)
		c := walk.ConcernOf(w.concerns(), id)
		switch said {
		case "":
			return
		case "walk":
			w.begin(walk.Begin(w.env, c))
			return
		case "done":
			w.tick(c)
		case "correct":
			w.correct(c)
		case "move":
			kinds := c.Transfer.Next()
			if n := pickOf(w, "Which? A number, or Enter for none:", kinds, model.EntryKind.Title); n >= 0 {
				w.entry(w.newEntry(c, kinds[n]))
			}
		}
		for _, k := range concernKinds {
			if k.word == said {
				w.entry(w.newEntry(c, k.kind))
			}
		}
	}
}

func (w *walker) tick(c *model.Concern) {
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
	} else if n := w.pick("Which is done? A number, or Enter for none:", rows); n >= 0 {
		e := w.newEntry(c, model.KindActionDone)
		e.About = open[n].ID
		w.entry(e)
	}
}

// correct asks which entry is wrong, and which part of it, and takes the correction.
func (w *walker) correct(c *model.Concern) {
	kept := slices.DeleteFunc(c.Chronology(), func(m model.Moment) bool { return m.Draft })
	n := pickOf(w, "Which entry is to be corrected? A number, or Enter for none:", kept,
		func(m model.Moment) string { return m.Title + " of " + walk.Clock(m.Recorded, w.env.Clock()) })
	if n < 0 {
		return
	}
	parts := kept[n].Parts()
	at := pickOf(w, "What of it? A number, or Enter for none:", parts,
		func(p model.Labelled) string { return p.Label + ": " + model.CleanLine(p.Text) })
	if at < 0 {
		return
	}
	e := walk.Correction(w.env, c, kept[n].ID, parts[at])
	if e.Was != "" {
		w.say("It says: " + model.Clean(e.Was))
	}
	w.entry(e)
}
