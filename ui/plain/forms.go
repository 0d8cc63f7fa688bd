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

// form is the questions of a record, asked in turn.
type form struct {
	fields []walk.Field
	// at is the label of the question that is asked, in the record.
	at *string
	// help says what leads elsewhere, and leads which answers do.
	help  string
	leads map[string]string
	// put takes an answer, and save keeps the record as it stands: after an empty answer
	// too where drafts tells that it is one.
	put    func(f walk.Field, answer string)
	save   func()
	drafts bool
}

// place is that of a question by its label, or the first.
func (r *form) place(label string) int {
	return max(slices.IndexFunc(r.fields, func(f walk.Field) bool { return f.Label == label }), 0)
}

// askAll asks the questions from the record's place on, and returns how they were left.
func (w *walker) askAll(r *form) (leadsTo string) {
	for i := r.place(*r.at); i < len(r.fields); i++ {
		switch w.question(r, i) {
		case "cancel":
			return "cancel"
		case "back":
			i = max(i-2, -1)
		}
	}
	return ""
}

// question asks one question, and tells where the answer leads.
func (w *walker) question(r *form, i int) (leadsTo string) {
	f := r.fields[i]
	*r.at = f.Label
	if f.Label == model.RecordedBy && *f.Value != "" && *f.Value == w.env.Recorder {
		return ""
	}
	if f.Rule != "" {
		w.say(f.Rule)
	}
	if f.About != "" {
		p := w.page()
		p.Notes(w.env.Pack.NotesAbout(f.About))
		w.show(p)
	}
	answer := w.answerTo(r, f)
	switch leadsTo = r.leads[word(answer)]; leadsTo {
	case "":
	case "q":
		r.save()
		if !w.failed {
			panic(left) // it stays as a draft
		}
		w.leave()
		return w.question(r, i)
	default:
		return leadsTo
	}
	if answer != "" || r.drafts {
		defer r.save() // where putting it asks more and that is left, too
	}
	r.put(f, answer)
	if answer != "" && f.Read != nil {
		w.understood(*f.Read, f.Understood())
	}
	*r.at = r.fields[min(i+1, len(r.fields)-1)].Label
	return ""
}

// answerTo reads a choice, a line, or several lines, which are kept as they come.
func (w *walker) answerTo(r *form, f walk.Field) string {
	before := *f.Value
	help := component.Capital(f.Hint) + ". " + r.help
	prompt := f.Label + " (" + f.Hint + "):"
	switch {
	case len(f.Choices) > 0:
		usual := cmp.Or(before, f.Choices[0])
		words, parts := []string{usual + "|", "back", "cancel", "q|quit"}, []string(nil)
		for i, c := range f.Choices {
			words = append(words, fmt.Sprintf("%s|%d", c, i+1))
			parts = append(parts, fmt.Sprintf("%d %s", i+1, c))
		}
		prompt = f.Label + ": " + strings.Join(parts, ", ") + ". Enter: " + usual + ":"
		return w.which(prompt, "Answer with the number. "+help, words...)
	case before != "":
		prompt = f.Label + " (so far: " + model.CleanLine(before) + "; Enter keeps it):"
	case f.Usual != "":
		prompt = f.Label + " (Enter: " + f.Usual + "):"
	}
	if !f.Lines {
		w.keepHalf = func(half string) {
			if r.leads[word(half)] == "" {
				*f.Value = half // asked for again with this in it
				r.save()
			}
		}
		defer func() { w.keepHalf = nil }()
		return w.ask(prompt, help)
	}
	return w.text(prompt, help, func(text string) {
		if r.leads[word(text)] != "" {
			return
		}
		*f.Value = text
		r.save()
		if f.Told {
			before = w.askAtOnce(text, before)
		}
	})
}

func (w *walker) understood(at model.Reading, text string) {
	if at.At != "" {
		text = "That is " + text
	}
	if text != "" {
		w.say(text)
	}
}

func (w *walker) whoWhereWhen() {
	w.heading("Who, where, when. Enter leaves a line for later.")
	w.live.Stand(walk.StageForm)
	w.askAll(&form{
		fields: w.live.Heading(), at: &w.live.Field, leads: map[string]string{"back": "back", "b": "back"},
		help: "Enter leaves it, - empties it, back goes to the line before.", put: w.putHeading, save: w.save,
	})
	w.live.Stage, w.live.Field = walk.StageItems, ""
	w.save()
}

// putHeading takes an answer, says what it was taken as, and asks what that leaves open.
func (w *walker) putHeading(f walk.Field, answer string) {
	switch answer {
	case "":
		w.live.Put(f, *f.Value)
		return
	case "-":
		answer = ""
	}
	w.live.Put(f, answer)
	if f.Warns != nil {
		if warning := f.Warns(answer); warning != "" {
			w.say(warning + " It is kept as you wrote it; back changes it.")
		}
	}
	switch f.Label {
	case model.RecordedBy:
		w.recordedBy(answer)
	case walk.Reference:
		w.join()
	case walk.Setting:
		w.setting(f, answer)
	}
}

// setting finds the school that was meant: several that fit are all offered.
func (w *walker) setting(f walk.Field, typed string) {
	found := walk.Settings(w.env, typed)
	switch {
	case typed == "":
	case len(found) == 0:
		w.say("Not a setting in the rota: it is kept as you wrote it.")
	case len(found) == 1:
		w.live.Put(f, found[0].Name)
		w.say("In the rota: " + found[0].Name + ".")
	default:
		w.say("Several fit:")
		n := pickOf(w, "Which? A number, or Enter to keep it as you wrote it:", found,
			func(s model.Setting) string { return s.Name })
		if n >= 0 {
			w.live.Put(f, found[n].Name)
			w.say("Taken: " + found[n].Name + ".")
		}
	}
}

// join adds it to the concern under its reference. Initials may be several children's: it asks.
func (w *walker) join() {
	w.live.Concern = ""
	found, near := w.live.Alike(w.concerns())
	if found == nil {
		return
	}
	yes, no, question := "y|yes", "n|no|", "y for yes, Enter or n keeps it separate:"
	switch {
	case near:
		question = "Is this the same child, and added to it under " + model.CleanLine(found.Ref) + "? " + question
	case model.Initials(w.live.Ref):
		question = "Initials may be those of another child. Is this the same one, and added to it? " + question
	default:
		yes, no, question = "y|yes|", "n|no", "Is this about the same child, and added to it? Enter or y for yes, n "+
			"keeps it separate:"
	}
	w.say(walk.Since(w.env, found, near) + ".")
	if w.which(question, "y adds this walkthrough to that concern. n makes it a separate concern.", yes, no) == "y" {
		w.live.JoinTo(found)
		return
	}
	w.live.Separate()
}

// askRecorder asks once who records; a script is asked by the walkthrough alone.
func (w *walker) askRecorder() {
	if w.env.Recorder != "" || !w.durable || w.echo || w.o.KeepRecorder == nil {
		return
	}
	w.recordedBy(w.ask("Who is recording? ("+model.RecorderHint+", such as A. Reed, DSL; Enter leaves it for now):",
		"Asked once and kept in your notes, to be shown with every entry. A decision can't be kept without it."))
}

// recordedBy takes the first name that is given for the one who records from then on.
func (w *walker) recordedBy(who string) {
	if !walk.Named(w.env, who) || !w.durable || w.o.KeepRecorder == nil {
		return
	}
	if err := w.o.KeepRecorder(who); err != nil {
		w.say("Your name could not be kept for the next time. " + err.Error())
	}
}
