package plain

import (
	"fmt"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// answers are the words that each answer is given by: the app's keys first.
var answers = map[string]model.Answer{
	"s": model.Seen, "seen": model.Seen,
	"t": model.Told, "told": model.Told,
	"n": model.NotSeen, "not seen": model.NotSeen,
	"d": model.DontKnow, "don't know": model.DontKnow, "dont know": model.DontKnow,
	"c": model.NotConsidered, "clear": model.NotConsidered,
}

const walkHelp = `s: seen, by you. t: told, by the child or another. n: not seen, though looked for. d: don't know: the closing page says who might know. c: clear the answer.
Enter: go on without an answer. e: write what was seen or said. z: undo the last answer. back: the item before.
i: what the protocol says about this section. list: the sections, to jump to one. next: the next section. a: only what isn't considered yet. find: an item by its words.
who: reference, setting and the rest. f: the closing page. save: open your notes and keep this. q: stop here; what is saved stays.`

// walk asks about each item, from one on. It returns once the person asks for
// the closing page or has come to the end.
func (w *walker) walk(at int) error {
	w.live.Stage = stageWalk
	if w.live.Draft.Item != "" {
		if err := w.resumeDraft(); err != nil {
			return err
		}
	}
	for at >= 0 && at < len(w.way) {
		s := w.way[at]
		if w.only && (s.item.ReadOnly || w.live.AnswerTo(s.item.ID) != model.NotConsidered) {
			at++
			continue
		}
		w.present(s)
		w.live.At = s.item.ID
		next, done, err := w.one(at)
		if err != nil || done {
			return err
		}
		at = next
	}
	if w.only {
		w.only = false
		w.say("Nothing else is unanswered.")
	}
	return nil
}

// present reads an item out, with its section where that starts.
func (w *walker) present(s step) {
	if s.at == 0 || !w.told {
		w.heading(s.title() + ". i reads what the protocol says about it.")
	}
	if !w.told {
		w.told = true
		w.say("For each: s seen, t told, n not seen, d don't know, or Enter to go on. ? says the rest.")
	}
	fmt.Fprintln(w.out)
	w.say(fmt.Sprintf("Item %d of %d. %s", s.at+1, len(s.domain.Items), s.item.Text))
	if s.item.ReadOnly {
		w.say(model.ReadOnlyWords)
	}
	e, ok := w.live.Entry(s.item.ID)
	if !ok {
		return
	}
	w.say("So far: " + e.Answer.String() + ".")
	if e.Evidence != "" {
		w.say(evidenceLine(e))
	}
}

// evidenceLine is what is known of an item, in the words of the record.
func evidenceLine(e model.Entry) string { return e.EvidenceLabel() + ": " + model.Clean(e.Evidence) }

// one takes an answer about an item and tells where to go on.
func (w *walker) one(at int) (next int, done bool, err error) {
	s := w.way[at]
	prompt := "Answer:"
	if s.item.ReadOnly {
		prompt = "Enter goes on:"
	}
	answer, err := w.ask(prompt, walkHelp)
	if err != nil {
		return at, false, err
	}
	said := word(answer)
	if _, ok := answers[said]; s.item.ReadOnly && (ok || said == "e" || said == "evidence") {
		w.say("Nothing was recorded. " + model.ReadOnlyWords)
		return at + 1, false, nil
	}
	if a, ok := answers[said]; ok {
		return w.answered(at, a)
	}
	switch said {
	case "", "skip":
		return at + 1, false, nil
	case "e", "evidence":
		return at, false, w.evidence(s)
	case "z", "undo":
		return w.takeBack(at), false, nil
	case "b", "back", "p", "previous":
		return max(at-1, 0), false, nil
	case "i", "info":
		w.info(s)
		return at, false, nil
	case "a", "unanswered":
		w.only = !w.only
		w.say(map[bool]string{true: "Only what isn't considered yet is asked.", false: "Every item is asked."}[w.only])
		return at, false, nil
	case "f", "closing", "finish":
		return at, true, nil
	case "q", "quit":
		return at, false, w.leave()
	}
	return w.moved(at, said, answer)
}

// moved does what leads elsewhere.
func (w *walker) moved(at int, said, answer string) (next int, done bool, err error) {
	switch said {
	case "next", "]":
		for i := at + 1; i < len(w.way); i++ {
			if w.way[i].at == 0 {
				return i, false, nil
			}
		}
		w.say("This is the last section. f is the closing page.")
		return at, false, nil
	case "l", "list", "sections":
		next, err = w.jump(at)
		return next, false, err
	case "find", "/":
		next, err = w.search(at)
		return next, false, err
	case "w", "who", "r":
		return at, false, w.whoWhereWhen()
	case "save":
		w.openLate()
		return at, false, nil
	}
	w.say(quoted(answer) + " is not an answer. s seen, t told, n not seen, d don't know, e to write what was seen or said, ? for the rest.")
	return at, false, nil
}

// answered records an answer and, where something was seen or told, asks what.
func (w *walker) answered(at int, a model.Answer) (next int, done bool, err error) {
	s := w.way[at]
	w.remember()
	w.live.SetAnswer(s.place(), a, w.env.Clock())
	w.save()
	if a == model.Seen || a == model.Told {
		if e, _ := w.live.Entry(s.item.ID); e.Evidence == "" {
			err = w.evidence(s)
		}
	}
	return at + 1, false, err
}

// info is what the protocol says about the section and its list, with our notes.
func (w *walker) info(s step) {
	p := w.page()
	p.Gap()
	p.Labelled(kit.Style{}, "Protocol", w.env.Pack.Edition().Years+", "+s.title())
	beside := func(id string) []model.Note { return w.env.Pack.NotesAbout(id) }
	p.Blocks(s.domain.Guidance, beside)
	p.Blocks(document.WithoutHeadings(s.list.Intro), beside)
	p.Notes(w.env.Pack.NotesAbout(s.item.ID, s.domain.ID, s.list.ID))
	w.show(p)
}

// jump lists the sections with how much of each is considered, and goes to one.
func (w *walker) jump(at int) (int, error) {
	starts := w.sections()
	for i, start := range starts {
		s := w.way[start]
		w.say(fmt.Sprintf("%d. %s: %s", i+1, s.title(), w.live.Progress(s.domain)))
	}
	answer, err := w.ask("Which section? A number, or Enter to stay:", "Answer with the number before the section.")
	if err != nil || answer == "" {
		return at, err
	}
	if n, ok := w.number(answer, len(starts)); ok {
		return starts[n], nil
	}
	return at, nil
}

// search goes to the item that fits words best; where several fit it lists them.
func (w *walker) search(at int) (int, error) {
	words, err := w.ask("Words of the item:", "A few letters of each word are enough.")
	if err != nil || words == "" {
		return at, err
	}
	found, _ := model.Rank(words, w.way, func(s step) []string { return []string{s.item.Text} })
	if len(found) == 0 {
		w.say("No item has these words.")
		return at, nil
	}
	const most = 6
	for i, s := range found[:min(len(found), most)] {
		w.say(fmt.Sprintf("%d. %s (%s)", i+1, s.item.Text, s.title()))
	}
	answer, err := w.ask("Which? A number, or Enter to stay:", "Answer with the number before the item.")
	if err != nil || answer == "" {
		return at, err
	}
	if n, ok := w.number(answer, min(len(found), most)); ok {
		return w.find(found[n].item.ID, at), nil
	}
	return at, nil
}

// leave stops here. Where nothing is saved, or the last change isn't, it asks first.
func (w *walker) leave() error {
	question := ""
	switch {
	case w.late != nil:
		question = "This walkthrough is NOT SAVED. Leaving tries again, then puts it aside, sealed, where there is room; if there is none it is written out here, and kept nowhere. Leave?"
	case !w.durable && w.live != nil && w.touched():
		question = "This walkthrough is NOT SAVED. It is written out here in full, and kept nowhere. Leave?"
	case w.failed:
		question = "The last change is NOT SAVED. Leaving tries again, then puts it aside, sealed, where there is room; if there is none it is lost. Leave?"
	default:
		return errLeave
	}
	yes, err := w.yes(question)
	if err != nil || !yes {
		return err
	}
	return errLeave
}
