package document

import (
	"slices"
	"time"

	"isspp/model"
)

// Held is everything that the notes hold under a reference, for somebody who
// asks what is held about a child.
type Held struct {
	Ref      string
	Concerns []model.Concern
	// Elsewhere are the references that further concerns have by now which once had
	// this one. Nothing of them is in here.
	Elsewhere []string
	// Notes are the private notes on protective factors and other things.
	Notes []model.FactorNote
	// Holds say why nothing of it may be disposed of.
	Holds []string
	// Lines are what was done to these records, oldest first.
	Lines []HeldLine
	// Disposals are the lines of records that are gone, of any reference: they have
	// none in them.
	Disposals []HeldLine
	// Places are where else it is kept: backups, with what they are.
	Places []string
}

// HeldLine is one line of the notes' own log, which has no content.
type HeldLine struct {
	When time.Time `json:"when"`
	What string    `json:"what"`
	// Kind is the record's, and Record its id.
	Kind   string `json:"kind,omitempty"`
	Record string `json:"record,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// AccessOf is everything held under a reference as a document: the chronology
// with its drafts, the notes, what was done to the records, and where else they
// are. What may be handed out of it is the school's to decide, and it says so.
func AccessOf(a About, h Held) Doc {
	d := ChronologyOf(a, h.Ref, h.Concerns)
	d.Title = "Everything held under " + model.ReferenceWords(h.Ref)
	all := "This is all that these notes hold under the reference, unfinished texts and all."
	if len(a.Gaps) > 0 {
		all = "This is all that could be read under the reference, unfinished texts and all. It MAY NOT BE ALL that " +
			"was recorded: see below."
	}
	first := Boxed(Plain, "Before this is handed to anybody",
		P(all+" They are working notes: the school's own safeguarding record holds more."),
		P("Read it through first. It may name other people, who have rights of their own, and some of it may have to "+
			"be kept back by law where handing it out could harm a child. Your data protection officer decides with "+
			"you."))
	d.Blocks = append([]Block{first}, d.Blocks...)
	add := func(title string, blocks ...Block) { d.Blocks = append(append(d.Blocks, H(2, title)), blocks...) }
	add("Notes on protective factors", a.notes(h.Notes)...)
	add("What was done to these records", a.lines("The log has no content of the records.",
		"No line of the log is about them.", h.Lines)...)
	for _, why := range h.Holds {
		add("On hold: not to be disposed of", P(model.Clean(why)))
	}
	add("What was disposed of from these notes", a.lines("Such a line has neither content nor reference, so these are "+
		"of all the notes: whether one of them was about this child is not known.",
		"Nothing was ever disposed of or discarded.", h.Disposals)...)
	if len(h.Places) == 0 {
		add("Where else it is kept", P("No backup of the notes is kept beside them."))
	} else {
		add("Where else it is kept", P("Sealed backups of the whole notes, each as they were on its day. Files that "+
			"were exported or handed over are not known to isspp beyond the lines above."), List(h.Places...))
	}
	return d
}

func (a About) notes(notes []model.FactorNote) []Block {
	if len(notes) == 0 {
		return []Block{P("None.")}
	}
	var out []Block
	for _, n := range notes {
		fields := []Field{
			{Label: "Factor", Value: Plainly(model.CleanLine(n.Text)), Layer: model.LayerProtocol},
			F("Written", a.moment(n.Created)+byWhom(n.By)), F("Last changed", a.moment(n.Changed)+byWhom(n.ChangedBy)),
		}
		add := func(said bool, label, text string) {
			if said {
				fields = append(fields, F(label, text))
			}
		}
		b := n.Build
		add(n.Body != "", "Note", n.Body)
		add(b.Planned(), "What we will do", b.What)
		add(b.Planned() && b.Owner != "", "Owner", b.Owner)
		add(b.Planned() && b.DueWords() != "", "Due", b.DueWords())
		add(b.Planned() && !b.Done.IsZero(), "Done", a.moment(b.Done))
		out = append(out, Labelled(fields...))
	}
	return out
}

// lines are lines of the log, below what has to be known of them, or else that there
// are none. A record that is written is saved again and again: one row says so.
func (a About) lines(about, none string, lines []HeldLine) []Block {
	if len(lines) == 0 {
		return []Block{P(none)}
	}
	var rows [][]string
	alike := func(x, y *HeldLine) bool { z := *y; z.When = x.When; return z == *x }
	for _, run := range model.Runs(lines, alike) {
		first := run[0]
		when := a.moment(first.When)
		if until := a.moment(run[len(run)-1].When); until != when {
			when += " to " + until
		}
		record := first.Record[:min(len(first.Record), 8)]
		rows = append(rows, []string{when, first.What, first.Kind, record, model.Clean(first.Reason)})
	}
	table := Rows([]string{"When", "What was done", "To a record of this kind", "Its id begins", "Reason given"},
		rows...)
	table.Widths = []float64{3, 2, 2, 2, 3}
	return []Block{P(about), table}
}

// HeldJSON is everything held, for programs: the chronology, and the records
// themselves as they are kept.
type HeldJSON struct {
	ConcernJSON
	Notes        []model.FactorNote   `json:"notes"`
	Walkthroughs []model.Walkthrough  `json:"walkthroughs"`
	Records      []model.ConcernEntry `json:"records"`
	Holds        []string             `json:"holds,omitempty"`
	Log          []HeldLine           `json:"log"`
	Disposals    []HeldLine           `json:"disposals"`
	Backups      []string             `json:"backups"`
}

// AccessJSON is AccessOf for programs.
func AccessJSON(a About, h Held) HeldJSON {
	out := HeldJSON{
		ConcernJSON: ChronologyJSON(a, h.Ref, h.Concerns), Notes: append([]model.FactorNote{}, h.Notes...),
		Walkthroughs: []model.Walkthrough{}, Records: []model.ConcernEntry{}, Holds: h.Holds,
		Log: append([]HeldLine{}, h.Lines...), Disposals: append([]HeldLine{}, h.Disposals...),
		Backups: append([]string{}, h.Places...),
	}
	for i := range h.Concerns {
		c := &h.Concerns[i]
		out.Walkthroughs = append(out.Walkthroughs, c.Walkthroughs...)
		out.Records = append(append(out.Records, c.Entries...), c.Drafts...)
	}
	return out
}

// SectionOf is the moments of a chronology that a test picks as a document of their own,
// for pasting into another system, and whether there are any.
func SectionOf(a About, ref string, concerns []model.Concern, picks func(model.Moment) bool) (Doc, bool) {
	a.ref = ref
	moments := slices.DeleteFunc(of(concerns), func(m model.Moment) bool { return !picks(m) })
	d := a.doc("From the notes on " + model.ReferenceWords(ref))
	d.Blocks = append(d.Blocks, a.moments(moments)...)
	return d, len(moments) > 0
}
