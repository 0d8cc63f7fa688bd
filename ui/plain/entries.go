package plain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"isspp/model"
	"isspp/ui/component"
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
		question := next.question
		for question != "" {
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
			question = next.again
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
	questions := model.Questions(e.Kind)
	w.heading(e.Kind.Title())
	ask := func(i int) (string, error) { return w.question(&e, questions[i]) }
	leadsTo, err := inTurn(questionAt(questions, e.At), len(questions), ask)
	for err == nil && leadsTo != "cancel" {
		kept, label, why := walk.SettleEntry(w.env, e)
		if why == "" {
			return w.keepEntry(&kept)
		}
		w.say(why)
		leadsTo, err = ask(questionAt(questions, label))
	}
	if err != nil {
		return err
	}
	return w.cancel(&e)
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
		yes, aerr := w.yes("Try again?")
		if aerr != nil || !yes {
			return aerr
		}
	}
}

// inTurn asks n questions from one on, and goes back where that is asked.
func inTurn(from, n int, ask func(i int) (leadsTo string, err error)) (leadsTo string, err error) {
	for i := max(from, 0); i < n; i++ {
		leadsTo, err := ask(i)
		if err != nil || leadsTo == "cancel" {
			return leadsTo, err
		}
		if leadsTo == "back" {
			i = max(i-2, -1)
		}
	}
	return "", nil
}

// known reports whether who records needs no asking.
func (w *walker) known(label, value string) bool {
	return label == model.RecordedBy && value != "" && value == w.env.Recorder
}

// soFar asks a question, with what stands there.
func soFar(label, hint, value string) string {
	if value != "" {
		return label + " (so far: " + model.CleanLine(value) + "; Enter keeps it):"
	}
	return label + " (" + hint + "):"
}

func questionAt(questions []model.Question, label string) int {
	return max(slices.IndexFunc(questions, func(q model.Question) bool { return q.Label == label }), 0)
}

// question asks one question of an entry, and tells where the answer leads.
func (w *walker) question(e *model.ConcernEntry, q model.Question) (leadsTo string, err error) {
	value := q.Of(e)
	e.At = q.Label
	if w.known(q.Label, *value) {
		return "", nil
	}
	if q.Label == model.FamilyLabel {
		p := w.page()
		p.Notes(w.env.Pack.NotesAbout("screen/family"))
		w.show(p)
	}
	answer, err := w.answerTo(e, q)
	if err != nil {
		if half := w.half; half != "" && !q.Lines && leads(half) == "" {
			*value = half // asked for again with this in it
			w.saveDraft(e)
		}
		return "", err
	}
	switch leadsTo = leads(answer); {
	case leadsTo == "q":
		w.saveDraft(e)
		if err := w.leaveEntry(); err != nil {
			return "", err
		}
		return w.question(e, q)
	case leadsTo != "":
		return leadsTo, nil
	case answer != "":
		*value = answer
		e.ReadTimes(w.env.Clock())
		if q.At != nil && (q.At(e).At != "" || !q.Day) {
			w.understood(*q.At(e))
		}
	}
	e.At = following(e.Kind, q.Label)
	w.saveDraft(e)
	return "", nil
}

// answerTo reads what is answered to a question: one of its choices, a line, or several
// lines, which are kept as they come.
func (w *walker) answerTo(e *model.ConcernEntry, q model.Question) (string, error) {
	value := q.Of(e)
	before := *value
	help := component.Capital(q.Hint) + ". Enter leaves it as it is, back goes to the question before, cancel " +
		"discards " +
		"this entry."
	switch prompt := soFar(q.Label, q.Hint, before); {
	case len(q.Choices) > 0:
		usual := cmp.Or(before, q.Choices[0])
		words, parts := []string{usual + "|", "back", "cancel", "q|quit"}, []string(nil)
		for i, c := range q.Choices {
			words = append(words, fmt.Sprintf("%s|%d", c, i+1))
			parts = append(parts, fmt.Sprintf("%d %s", i+1, c))
		}
		prompt = q.Label + ": " + strings.Join(parts, ", ") + ". Enter: " + usual + ":"
		return w.which(prompt, "Answer with the number. "+help, words...)
	case !q.Lines:
		return w.ask(prompt, help)
	default:
		return w.text(prompt, help, func(text string) {
			if leads(text) != "" {
				return
			}
			*value = text
			w.saveDraft(e)
			if q.Told {
				before = w.askAtOnce(text, before)
			}
		})
	}
}

// leaveEntry stops in an entry, which stays as a draft: it asks only where the
// draft is not saved.
func (w *walker) leaveEntry() error {
	if w.failed {
		return w.leave()
	}
	return errLeave
}

// following is the label of the question after another: where somebody goes on
// who is cut short now.
func following(kind model.EntryKind, label string) string {
	questions := model.Questions(kind)
	return questions[min(questionAt(questions, label)+1, len(questions)-1)].Label
}

// leads is where an answer leads that is none: back, cancel or q; or empty.
func leads(answer string) string {
	switch said := word(answer); said {
	case "back", "cancel", "q":
		return said
	case "quit":
		return "q"
	}
	return ""
}

// saveDraft seals an entry that is being answered.
func (w *walker) saveDraft(e *model.ConcernEntry) {
	e.Recorded = w.env.Clock()
	e.ReadTimes(e.Recorded)
	snapshot := *e
	w.saved(w.keep.SaveConcernEntry(&snapshot))
}

// cancel gives an entry up that isn't kept.
func (w *walker) cancel(e *model.ConcernEntry) error {
	yes, err := w.yes("Discard this entry? What was written in it is then gone.")
	if err != nil {
		return err
	}
	if !yes {
		w.say("It is still there as a draft, and is offered the next time.")
		return nil
	}
	written := func(d model.ConcernEntry) bool { return d.ID == e.ID }
	if !slices.ContainsFunc(w.keep.ConcernEntries(), written) {
		return nil // cancelled before anything of it was saved
	}
	if err := w.keep.DiscardConcernEntry(e.ID); err != nil {
		w.say("It could not be discarded and is still here as a draft. " + err.Error())
	}
	return nil
}
