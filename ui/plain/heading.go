package plain

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"isspp/model"
	"isspp/ui/kit"
)

func newID() string { return kit.NewID() }

// aboutLine is one of the lines about who, where and when.
type aboutLine struct {
	label, hint string
	of          func(l *model.Walkthrough) *string
}

var abouts = []aboutLine{
	{"Reference", "the school's own record reference, or initials, not a name", func(l *model.Walkthrough) *string { return &l.Ref }},
	{"Setting", "a few letters find it", func(l *model.Walkthrough) *string { return &l.Setting }},
	{"Year group", "such as 9", func(l *model.Walkthrough) *string { return &l.YearGroup }},
	{"When it happened", "if not now", func(l *model.Walkthrough) *string { return &l.EventTime }},
	{"Raised by", "a role or initials", func(l *model.Walkthrough) *string { return &l.RaisedBy }},
	{model.RecordedBy, model.RecorderHint, func(l *model.Walkthrough) *string { return &l.By }},
}

// whoWhereWhen asks about the walkthrough as a whole. Enter leaves a line as it is; each can be
// filled in later.
func (w *walker) whoWhereWhen() error {
	w.heading("Who, where, when. Enter leaves a line for later.")
	w.live.Stage = stageForm
	from := max(slices.IndexFunc(abouts, func(a aboutLine) bool { return a.label == w.live.Field }), 0)
	for i := from; i < len(abouts); i++ {
		back, err := w.askAbout(abouts[i])
		if err != nil {
			return err
		}
		if back {
			i = max(i-2, -1)
		}
	}
	w.live.Stage, w.live.Field = stageWalk, ""
	w.save()
	return nil
}

func (w *walker) askAbout(a aboutLine) (back bool, err error) {
	value := a.of(w.live)
	if a.label == model.RecordedBy && *value != "" && *value == w.env.Recorder {
		return false, nil
	}
	w.live.Field = a.label
	prompt := a.label + " (" + a.hint + "):"
	switch {
	case *value != "":
		prompt = a.label + " (so far " + model.CleanLine(*value) + "; Enter keeps it):"
	case a.label == "Setting" && w.env.School != "":
		prompt = a.label + " (Enter: " + w.env.School + "):"
	}
	answer, err := w.ask(prompt, "Write "+a.label+": "+a.hint+". Enter leaves it, - empties it, back goes to the line before.")
	if err != nil {
		if w.half != "" {
			*value = w.half // asked for again with this in it
			w.save()
		}
		return false, err
	}
	switch word(answer) {
	case "back", "b":
		return true, nil
	case "":
		if a.label == "Setting" {
			w.set(cmp.Or(*value, w.env.School))
		}
		return false, nil
	case "-":
		answer = ""
	}
	*value = answer
	if a.of(w.live) == &w.live.EventTime {
		w.live.ReadEvent(w.env.Clock())
		w.understood(w.live.EventAt)
	}
	switch a.label {
	case model.RecordedBy:
		w.recordedBy(answer)
	case "Reference":
		if warning := model.ReferenceWarning(answer); warning != "" {
			w.say(warning + " It is kept as you wrote it; back changes it.")
		}
		err = w.join()
	case "Setting":
		err = w.setting(answer)
	}
	w.save()
	return false, err
}

// set takes a setting's name, and its id where the rota has it.
func (w *walker) set(name string) {
	w.live.Setting, w.live.SettingID = name, ""
	for _, s := range w.env.Pack.Rota().Settings {
		if s.Name == name {
			w.live.SettingID = s.ID
		}
	}
}

// setting finds the school that was meant. Where several fit all are offered: a
// school is never guessed.
func (w *walker) setting(typed string) error {
	w.set(typed)
	if typed == "" {
		return nil
	}
	found, _ := model.Rank(typed, w.env.Pack.Rota().Settings, func(s model.Setting) []string { return []string{s.Name} })
	switch len(found) {
	case 0:
		w.say("Not a setting in the rota: it is kept as you wrote it.")
		return nil
	case 1:
		w.set(found[0].Name)
		w.say("In the rota: " + found[0].Name + ".")
		return nil
	}
	w.say("Several fit:")
	for i, s := range found {
		w.say(strconv.Itoa(i+1) + ". " + s.Name)
	}
	for {
		answer, err := w.ask("Which? A number, or Enter to keep it as you wrote it:", "Answer with the number before the school. Enter keeps what you wrote.")
		if err != nil || answer == "" {
			return err
		}
		if n, ok := w.number(answer, len(found)); ok {
			w.set(found[n].Name)
			w.say("Taken: " + found[n].Name + ".")
			return nil
		}
	}
}

// join adds the walkthrough to the concern under its reference, if there is
// one. Initials may be those of several children, so it is always asked.
func (w *walker) join() error {
	w.live.Concern = ""
	if w.live.Ref == "" {
		return nil
	}
	found, near := model.Alike(w.concerns(), w.live.Ref, w.live.ID)
	if found == nil {
		return nil
	}
	since := found.Opened.In(w.env.Now.Location()).Format("2 January 2006")
	usual, question := "y", "Is this about the same child, and added to it? Enter or y for yes, n keeps it separate:"
	if model.Initials(w.live.Ref) {
		usual, question = "n", "Initials may be those of another child. Is this the same one, and added to it? y for yes, Enter or n keeps it separate:"
	}
	under := "this reference"
	if near {
		under = model.CleanLine(found.Ref)
		usual, question = "n", "Is this the same child, and added to it under "+under+"? y for yes, Enter or n keeps it separate:"
	}
	w.say("There is a concern under " + under + ", opened on " + since + ".")
	for {
		answer, err := w.ask(question, "y adds this walkthrough to that concern. n makes it a separate concern.")
		if err != nil {
			return err
		}
		switch cmp.Or(word(answer), usual) {
		case "y", "yes":
			if w.live.Concern = found.ID; near {
				w.live.Ref = found.Ref
			}
			return nil
		case "n", "no":
			w.live.Concern = w.live.ID
			return nil
		}
		w.say(quoted(answer) + " is neither yes nor no.")
	}
}

// concerns are those that are kept, with what is planned to build their protective
// factors among what is to be done.
func (w *walker) concerns() []model.Concern {
	all := model.Concerns(w.keep.Walkthroughs(), w.keep.ConcernEntries(), w.env.Clock())
	if planner, ok := w.keep.(kit.Planner); ok {
		return model.WithPlans(all, planner.FactorNotes(), w.env.Clock())
	}
	return all
}

func named(ref string) string {
	return cmp.Or(strings.TrimSpace(model.CleanLine(ref)), "no reference yet")
}
