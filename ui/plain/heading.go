package plain

import (
	"slices"

	"isspp/model"
	"isspp/ui/walk"
)

// whoWhereWhen asks about the walkthrough as a whole. Enter leaves a line as it is; each can be
// filled in later.
func (w *walker) whoWhereWhen() error {
	w.heading("Who, where, when. Enter leaves a line for later.")
	w.live.Stand(walk.StageForm)
	from := slices.IndexFunc(walk.Questions, func(q walk.Question) bool { return q.Label == w.live.Field })
	_, err := inTurn(from, len(walk.Questions), func(i int) (string, error) { return w.askAbout(walk.Questions[i]) })
	if err != nil {
		return err
	}
	w.live.Stage, w.live.Field = walk.StageItems, ""
	w.save()
	return nil
}

func (w *walker) askAbout(q walk.Question) (leadsTo string, err error) {
	value := q.Of(w.live.Walkthrough)
	if w.known(q.Label, *value) {
		return "", nil
	}
	w.live.Field = q.Label
	prompt := soFar(q.Label, q.Hint, *value)
	if q.Label == walk.Setting && *value == "" && w.env.School != "" {
		prompt = q.Label + " (Enter: " + w.env.School + "):"
	}
	answer, err := w.ask(prompt, "Write "+q.Label+": "+q.Hint+". Enter leaves it, - empties it, back goes to the "+
		"line before.")
	if err != nil {
		if w.half != "" {
			*value = w.half // asked for again with this in it
			w.save()
		}
		return "", err
	}
	switch word(answer) {
	case "back", "b":
		return "back", nil
	case "":
		if q.Label == walk.Setting {
			w.live.Put(q, *value)
		}
		return "", nil
	case "-":
		answer = ""
	}
	w.live.Put(q, answer)
	err = w.takenAs(q, answer)
	w.save()
	return "", err
}

// takenAs says what an answer about the walkthrough as a whole was taken as, and asks
// what that leaves open.
func (w *walker) takenAs(q walk.Question, answer string) error {
	switch q.Label {
	case walk.Event:
		w.understood(w.live.EventAt)
	case model.RecordedBy:
		w.recordedBy(answer)
	case walk.Reference:
		if warning := model.ReferenceWarning(answer); warning != "" {
			w.say(warning + " It is kept as you wrote it; back changes it.")
		}
		return w.join()
	case walk.Setting:
		return w.setting(q, answer)
	}
	return nil
}

// setting finds the school that was meant. Where several fit all are offered: a
// school is never guessed.
func (w *walker) setting(q walk.Question, typed string) error {
	found := walk.Settings(w.env, typed)
	switch {
	case typed == "":
		return nil
	case len(found) == 0:
		w.say("Not a setting in the rota: it is kept as you wrote it.")
		return nil
	case len(found) == 1:
		w.live.Put(q, found[0].Name)
		w.say("In the rota: " + found[0].Name + ".")
		return nil
	}
	w.say("Several fit:")
	names := make([]string, len(found))
	for i, s := range found {
		names[i] = s.Name
	}
	n, err := w.pick("Which? A number, or Enter to keep it as you wrote it:", names)
	if err == nil && n >= 0 {
		w.live.Put(q, names[n])
		w.say("Taken: " + names[n] + ".")
	}
	return err
}

// join adds the walkthrough to the concern under its reference, if there is
// one. Initials may be those of several children, so it is always asked.
func (w *walker) join() error {
	w.live.Concern = ""
	found, near := w.live.Alike(w.concerns())
	if found == nil {
		return nil
	}
	yes, no, question := "y|yes|", "n|no", "Is this about the same child, and added to it? Enter or y for yes, n "+
		"keeps it separate:"
	switch {
	case near:
		yes, no, question = "y|yes", "n|no|", "Is this the same child, and added to it under "+
			model.CleanLine(found.Ref)+"? y for yes, Enter or n keeps it separate:"
	case model.Initials(w.live.Ref):
		yes, no, question = "y|yes", "n|no|", "Initials may be those of another child. Is this the same one, and "+
			"added to it? y for yes, Enter or n keeps it separate:"
	}
	w.say(walk.Since(w.env, found, near) + ".")
	said, err := w.which(question, "y adds this walkthrough to that concern. n makes it a separate concern.", yes, no)
	switch {
	case err != nil:
	case said == "y":
		w.live.JoinTo(found)
	default:
		w.live.Separate()
	}
	return err
}

// concerns are those that are kept.
func (w *walker) concerns() []model.Concern { return walk.Concerns(w.keep, w.env.Clock()) }
