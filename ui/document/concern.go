package document

import (
	"cmp"
	"slices"
	"time"

	"isspp/model"
	"isspp/ui/lookup"
)

// About is what a document about concerns is made with, beside their records.
type About struct {
	Edition model.Edition
	// Lists are the protocol's, in the order of the walkthrough, for the titles
	// and for the protocol's own caution.
	Lists []model.List
	// Whose says whose the notes are; Cautions are those to a walkthrough's closing page.
	Whose    string
	Cautions []model.Note
	// Askings are what to ask colleagues about what isn't known.
	Askings []model.Asking
	// Front is the short name of the contact that takes every worry about a child.
	Front string
	Now   time.Time
	// Local is the school's own layer: what it knows of a service comes first.
	Local *model.Local
	// By is who made the document, by name and role, or empty.
	By string
	// Gaps say what the notes that it is made of may lack.
	Gaps []string
	// Banner stands on every page: Confidential, or what a demonstration has.
	Banner string
	// Fictional tells that the records are invented, for a demonstration.
	Fictional bool
	// ref is the reference of the document: entries under another one say so.
	ref string
}

// Confidential is the banner of a document about a child.
const Confidential = "CONFIDENTIAL"

func (a About) doc(title string) Doc {
	made := "Made by isspp on " + a.moment(a.Now)
	if by := model.CleanLine(a.By); by != "" {
		made += ", for " + by
	}
	var blocks []Block
	if len(a.Gaps) > 0 {
		texts := []Block{P("Not all of the notes that this was made from could be read or trusted. What it says was " +
			"recorded; something may be missing from it.")}
		for _, gap := range a.Gaps {
			texts = append(texts, P(model.CleanLine(gap)))
		}
		blocks = []Block{Boxed(Caution, "This may be incomplete", texts...)}
	}
	return Doc{
		Blocks: blocks,
		Title:  title, Edition: a.Edition.Title + ", " + a.Edition.Place + ", " + a.Edition.Years,
		Years: a.Edition.Years, Whose: a.Whose,
		Banner: cmp.Or(a.Banner, Confidential), Made: made,
	}
}

func (a About) moment(t time.Time) string {
	return t.In(a.Now.Location()).Format("2 January 2006, 15:04")
}

// ChronologyOf is everything that was recorded under a reference, oldest first,
// with who and when for each entry, as a document. It has no total of anything.
func ChronologyOf(a About, ref string, concerns []model.Concern) Doc {
	a.ref = ref
	d := a.doc("Chronology: " + model.ReferenceWords(ref))
	d.Blocks = append(d.Blocks, a.caution("Before you read this"))
	d.Blocks = append(d.Blocks, a.standing(concerns)...)
	d.Blocks = append(d.Blocks, a.actions(concerns)...)
	d.Blocks = append(d.Blocks, a.ownContacts()...)
	d.Blocks = append(d.Blocks, H(2, "Chronology"))
	d.Blocks = append(d.Blocks, a.moments(of(concerns))...)
	return d
}

// ownContacts are whom the school itself turns to: who reads a record is likely to
// ring one of them. One that matters and isn't set is loud here too.
func (a About) ownContacts() []Block {
	var fields []Field
	for _, o := range lookup.Owns(a.Local, a.Now, lookup.WhomToRing()...) {
		switch {
		case o.Set:
			text := o.Says()
			if o.Entry.Note != "" {
				text += "; " + model.CleanLine(o.Entry.Note)
			}
			fields = append(fields, Field{
				Label: o.Slot.Name(), Layer: model.LayerLocal,
				Value: Plainly(text + " (" + o.Checked + ")"),
			})
		case o.Slot.Loud():
			fields = append(fields, Field{
				Label: o.Slot.Name(), Layer: model.LayerLocal,
				Value: Strongly(lookup.NotSet),
			})
		}
	}
	return []Block{H(2, "Our own contacts"), Labelled(fields...)}
}

// of are the moments of concerns, oldest first, drafts last.
func of(concerns []model.Concern) []model.Moment {
	var out []model.Moment
	for i := range concerns {
		out = append(out, concerns[i].Chronology()...)
	}
	slices.SortStableFunc(out, func(x, y model.Moment) int {
		if x.Draft != y.Draft {
			if x.Draft {
				return 1
			}
			return -1
		}
		return x.Recorded.Compare(y.Recorded)
	})
	return out
}

// caution is what has to be borne in mind before a record of the lists is read,
// or acted on.
func (a About) caution(title string) Block {
	var blocks []Block
	for _, l := range a.Lists {
		if l.ID != "signs" {
			continue
		}
		for _, b := range l.Intro {
			if b.Kind == model.Paragraph {
				blocks = append(blocks, Block{Kind: Paragraph, Layer: model.LayerProtocol, Spans: b.Spans})
			}
		}
	}
	return Boxed(Caution, title, append(blocks, NotesOf(a.Cautions)...)...)
}

func (a About) standing(concerns []model.Concern) []Block {
	out := []Block{H(2, "How it stands")}
	for i := range concerns {
		c := &concerns[i]
		fields := []Field{F("Reference", model.ReferenceWords(c.Ref))}
		if c.Setting != "" {
			fields = append(fields, F("Setting", c.Setting))
		}
		fields = append(fields, F("Opened", a.moment(c.Opened)), F("State", string(c.State)),
			F("In the school's own record", a.filed(c)))
		if c.Review != "" {
			word := "next review"
			if c.ReviewDue {
				word = "review due"
			}
			fields = append(fields, F("Review", model.DayInWords(c.Review)+" ("+word+")"))
		}
		if c.Transfer != nil {
			fields = append(fields, F("Transfer", c.Transfer.Words()))
		}
		out = append(out, Labelled(fields...))
	}
	return out
}

// filed says whether what was recorded is in the school's own system.
func (a About) filed(c *model.Concern) string {
	last := ""
	for _, e := range c.Entries {
		if e.Kind == model.KindFiling {
			last = model.CleanLine(e.System)
			if e.SystemRef != "" {
				last += ", " + model.CleanLine(e.SystemRef)
			}
			last += ", " + model.DayInWords(e.On)
		}
	}
	switch {
	case last == "":
		return "not yet filed"
	case c.NotFiled:
		return last + "; what was recorded since is not yet filed"
	}
	return last
}

// actions are what is to be done: overdue first, what is done last.
func (a About) actions(concerns []model.Concern) []Block {
	var rows [][]string
	for i := range concerns {
		for _, act := range concerns[i].Actions {
			rows = append(rows, []string{
				model.Clean(act.Text), model.CleanLine(act.Owner), model.DayInWords(act.Due),
				a.actionState(act),
			})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	table := Rows([]string{"What is to be done", "Who", "Due", "How it stands"}, rows...)
	table.Widths = []float64{4, 2, 2, 2}
	return []Block{H(2, "Actions"), table}
}

func (a About) actionState(act model.Action) string {
	switch {
	case act.Closed == nil && act.Overdue:
		return "overdue"
	case act.Closed == nil:
		return "open"
	case act.Closed.Kind == model.KindActionDropped:
		return "no longer needed"
	case act.Closed.On != "":
		return "done " + model.DayInWords(act.Closed.On)
	}
	return "done"
}
