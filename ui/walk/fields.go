package walk

import (
	"cmp"
	"strings"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// Field is one question, and the text in the record that its answer goes to. The app's
// forms and the plain questions ask the same.
type Field struct {
	Label, Hint string
	// Lines tells that the answer may have several lines; Choices are the only answers
	// there are, or nil.
	Lines   bool
	Choices []string
	// Usual is what stands there where nothing is written, or empty.
	Usual string
	// Told tells that what became known is written here, where words can mean danger now.
	Told  bool
	Value *string
	// Read is what words about a time were understood as, and Understood says so; nil
	// where a time isn't asked for.
	Read       *model.Reading
	Understood func() string
	// Warns is a gentle word about an answer, and may be nil.
	Warns func(answer string) string
	// Rule is what to know of the answer, and About the id of our notes about it; either
	// may be empty.
	Rule, About string
}

// The labels of the questions that more is said about.
const (
	Reference = "Reference"
	Setting   = "Setting"
)

// Heading asks who, where and when. Each question can be left for later.
func (r *Run) Heading() []Field {
	return []Field{
		{
			Label: Reference, Hint: "the school's own record reference, or initials", Value: &r.Ref,
			Warns: model.ReferenceWarning,
		},
		{Label: Setting, Hint: "a few letters find it", Value: &r.Setting, Usual: r.env.School},
		{Label: "Year group", Hint: "such as 9", Value: &r.YearGroup},
		{
			Label: "When it happened", Hint: "if not now", Value: &r.EventTime, Read: &r.EventAt,
			Understood: func() string { return r.EventAt.Understood() },
		},
		{Label: "Raised by", Hint: "a role or initials", Value: &r.RaisedBy},
		{Label: model.RecordedBy, Hint: model.RecorderHint, Value: &r.By},
	}
}

// Put takes an answer to a question of the heading.
func (r *Run) Put(f Field, text string) {
	*f.Value = strings.TrimSpace(text)
	switch {
	case f.Label == Setting:
		r.Setting, r.SettingID = cmp.Or(r.Setting, r.env.School), ""
		for _, s := range r.env.Pack.Rota().Settings {
			if s.Name == r.Setting {
				r.SettingID = s.ID
			}
		}
	case f.Read != nil:
		r.ReadEvent(r.env.Clock())
	}
}

// EntryFields ask what an entry of a concern says.
func EntryFields(e *model.ConcernEntry) []Field {
	var out []Field
	for _, q := range model.Questions(e.Kind) {
		f := Field{
			Label: q.Label, Hint: q.Hint, Lines: q.Lines, Choices: q.Choices, Told: q.Told, Value: q.Of(e),
		}
		if q.At != nil {
			f.Read, f.Understood = q.At(e), func() string { return q.Understood(e) }
		}
		switch {
		case q.Label == model.FamilyLabel:
			f.About = "screen/family"
		case e.Kind == model.KindReference && q.Label == Reference:
			f.Warns = model.ReferenceWarning
		case e.Kind == model.KindTransfer && q.Day:
			f.Rule = transferRule
		}
		out = append(out, f)
	}
	return out
}

// transferRule says what is counted, and that it is our reading.
const transferRule = "Keeping Children Safe in Education: within 5 days of a move in the school year, or within the " +
	"first 5 days of a new term. isspp counts working days, Monday to Friday without bank holidays; your school's " +
	"policy may count otherwise."

// Below writes what stands under a question while it is answered: what its words call
// for at once, or were understood as, and a gentle warning.
func (f Field) Below(p *document.Page, env *component.Env, answer string) {
	t := env.Theme
	say := func(st lipgloss.Style, text string) {
		if text != "" {
			p.Text(st, text)
		}
	}
	if f.Told {
		say(t.Alert, env.Stop(answer, ""))
	}
	if f.Understood != nil {
		p.Text(t.Quiet, f.Understood())
	}
	if f.Warns != nil {
		say(t.Note, f.Warns(answer))
	}
	say(t.Note, f.Rule)
	if f.About != "" {
		p.Notes(env.Pack.NotesAbout(f.About))
	}
}

// Form is the form that asks the questions.
func Form(fields []Field) *component.Form {
	lines := make([]component.FormLine, len(fields))
	for i, f := range fields {
		lines[i] = component.FormLine{
			Label: f.Label, Hint: f.Hint, Lines: f.Lines, Choices: f.Choices, Value: *f.Value,
		}
		if f.Usual != "" {
			lines[i].Hint = f.Usual + ", unless you type another"
		}
	}
	return component.NewForm(lines)
}
