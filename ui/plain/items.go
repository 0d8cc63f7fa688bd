package plain

import (
	"fmt"
	"slices"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/walk"
)

// answers are the words that each answer is given by: the app's keys first.
var answers = map[string]model.Answer{
	"s": model.Seen, "seen": model.Seen,
	"t": model.Told, "told": model.Told,
	"n": model.NotSeen, "not seen": model.NotSeen,
	"d": model.DontKnow, "don't know": model.DontKnow, "dont know": model.DontKnow,
	"c": model.NotConsidered, "clear": model.NotConsidered,
}

const walkHelp = `s: seen, by you. t: told, by the child or another. n: not seen, though looked for.
d: don't know: the closing page says who might know. c: clear the answer.
Enter: go on without an answer. e: write what was seen or said. z: undo the last answer. back: the item before.
i: what the protocol says about this section. list: the sections, to jump to one. next: the next section.
a: only what isn't considered yet. find: an item by its words.
who: reference, setting and the rest. f: the closing page. save: open your notes and keep this.
q: stop here; what is saved stays.`

// items asks about each item from one on, to the end or until the closing page is asked for.
func (w *walker) items(at int) {
	w.live.Stand(walk.StageItems)
	if w.live.Draft.Item != "" {
		w.resumeDraft()
	}
	for at >= 0 && at < len(w.lists.Steps) {
		s := w.lists.Steps[at]
		if w.only && (s.Item.ReadOnly || w.live.AnswerTo(s.Item.ID) != model.NotConsidered) {
			at++
			continue
		}
		w.present(s)
		w.live.At = s.Item.ID
		var done bool
		if at, done = w.item(at); done {
			return
		}
	}
	if w.only {
		w.only = false
		w.say("Nothing else is unanswered.")
	}
}

func (w *walker) present(s walk.Step) {
	if s.At == 0 || !w.told {
		w.heading(s.Title() + ". i reads what the protocol says about it.")
	}
	if !w.told {
		w.told = true
		w.say("For each: s seen, t told, n not seen, d don't know, or Enter to go on. ? says the rest.")
	}
	fmt.Fprintln(w.out)
	w.say(fmt.Sprintf("Item %d of %d. %s", s.At+1, len(s.Domain.Items), s.Item.Text))
	if s.Item.ReadOnly {
		w.say(model.ReadOnlyWords)
	}
	if e, ok := w.live.Entry(s.Item.ID); ok {
		w.say("So far: " + e.Answer.String() + ".")
		if e.Evidence != "" {
			w.say(e.EvidenceLabel() + ": " + e.Evidence)
		}
	}
}

// item takes an answer about an item and tells where to go on.
func (w *walker) item(at int) (next int, done bool) {
	s := w.lists.Steps[at]
	prompt := "Answer:"
	if s.Item.ReadOnly {
		prompt = "Enter goes on:"
	}
	answer := w.ask(prompt, walkHelp)
	said := word(answer)
	a, is := answers[said]
	switch {
	case s.Item.ReadOnly && (is || said == "e" || said == "evidence"):
		w.say("Nothing was recorded. " + model.ReadOnlyWords)
		return at + 1, false
	case is:
		w.answered(s, a)
		return at + 1, false
	}
	switch said {
	case "", "skip":
		return at + 1, false
	case "z", "undo":
		return w.takeBack(at), false
	case "b", "back", "p", "previous":
		return max(at-1, 0), false
	case "f", "closing", "finish":
		return at, true
	case "next", "]", "l", "list", "sections", "find", "/":
		return w.elsewhere(at, said[0]), false
	}
	w.otherwise(s, said, answer)
	return at, false
}

// otherwise does what leads nowhere else.
func (w *walker) otherwise(s walk.Step, said, answer string) {
	switch said {
	case "e", "evidence":
		w.evidence(s)
	case "i", "info":
		w.info(s)
	case "a", "unanswered":
		w.only = !w.only
		w.say(map[bool]string{true: "Only what isn't considered yet is asked.", false: "Every item is asked."}[w.only])
	case "w", "who", "r":
		w.whoWhereWhen()
	case "save":
		w.openLate()
	case "q", "quit":
		w.leave()
	default:
		w.say(quoted(answer) + " is not an answer. s seen, t told, n not seen, d don't know, e to write what was " +
			"seen or said, ? for the rest.")
	}
}

func (w *walker) takeBack(at int) int {
	if !w.live.CanUndo() {
		w.say("There is nothing to undo.")
		return at
	}
	w.live.Undo()
	w.save()
	w.say("Undone.")
	return w.stood(at)
}

// answered records an answer and, where something was seen or told, asks what.
func (w *walker) answered(s walk.Step, a model.Answer) {
	w.live.Answer(s, a)
	w.save()
	if e, _ := w.live.Entry(s.Item.ID); e.Evidence == "" && (a == model.Seen || a == model.Told) {
		w.evidence(s)
	}
}

func (w *walker) info(s walk.Step) {
	p := w.page()
	p.Gap()
	p.Labelled(lipgloss.Style{}, "Protocol", w.env.Pack.Edition().Years+", "+s.Title())
	beside := func(id string) []model.Note { return w.env.Pack.NotesAbout(id) }
	p.Blocks(s.Domain.Guidance, beside)
	p.Blocks(document.WithoutHeadings(s.List.Intro), beside)
	p.Notes(w.env.Pack.NotesAbout(s.Item.ID, s.Domain.ID, s.List.ID))
	w.show(p)
}

// elsewhere goes to the next section, to one of all, or to an item by its words.
func (w *walker) elsewhere(at int, key byte) int {
	steps, rows, prompt := w.lists.Steps, []string(nil), ""
	to := slices.DeleteFunc(slices.Clone(steps), func(s walk.Step) bool { return s.At > 0 })
	switch key {
	case 'n', ']':
		for i := at + 1; i < len(steps); i++ {
			if steps[i].At == 0 {
				return i
			}
		}
		w.say("This is the last section. f is the closing page.")
		return at
	case 'l', 's':
		prompt = "Which section? A number, or Enter to stay:"
		for _, s := range to {
			rows = append(rows, s.Title()+": "+w.live.Progress(s.Domain))
		}
	default:
		words := w.ask("Words of the item:", "A few letters of each word are enough.")
		if words == "" {
			return at
		}
		const most = 6
		to, _ = w.lists.Search(words)
		if to = to[:min(len(to), most)]; len(to) == 0 {
			w.say("No item has these words.")
			return at
		}
		prompt = "Which? A number, or Enter to stay:"
		for _, s := range to {
			rows = append(rows, s.Item.Text+" ("+s.Title()+")")
		}
	}
	n := w.pick(prompt, rows)
	if n < 0 {
		return at
	}
	return w.lists.Step(to[n].Item.ID)
}
