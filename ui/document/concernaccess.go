package document

import (
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
	d.Blocks = append([]Block{a.beforeHandingOut()}, d.Blocks...)
	d.Blocks = append(d.Blocks, H(2, "Notes on protective factors"))
	d.Blocks = append(d.Blocks, a.notes(h.Notes)...)
	d.Blocks = append(d.Blocks, H(2, "What was done to these records"))
	d.Blocks = append(d.Blocks, a.lines(h.Lines)...)
	for _, why := range h.Holds {
		d.Blocks = append(d.Blocks, H(2, "On hold: not to be disposed of"), P(model.Clean(why)))
	}
	d.Blocks = append(d.Blocks, H(2, "What was disposed of from these notes"))
	d.Blocks = append(d.Blocks, a.disposals(h.Disposals)...)
	d.Blocks = append(d.Blocks, H(2, "Where else it is kept"))
	if len(h.Places) == 0 {
		d.Blocks = append(d.Blocks, P("No backup of the notes is kept beside them."))
	} else {
		d.Blocks = append(d.Blocks, P("Sealed backups of the whole notes, each as they were on its day. Files that "+
			"were exported or handed over are not known to isspp beyond the lines above."), List(h.Places...))
	}
	return d
}

func (a About) beforeHandingOut() Block {
	all := "This is all that these notes hold under the reference, unfinished texts and all."
	if len(a.Gaps) > 0 {
		all = "This is all that could be read under the reference, unfinished texts and all. It MAY NOT BE ALL that " +
			"was recorded: see below."
	}
	return Boxed(Plain, "Before this is handed to anybody",
		P(all+" They are working notes: the school's own safeguarding record holds more."),
		P("Read it through first. It may name other people, who have rights of their own, and some of it may have to "+
			"be kept back by law where handing it out could harm a child. Your data protection officer decides with "+
			"you."))
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
		if n.Body != "" {
			fields = append(fields, F("Note", n.Body))
		}
		if b := n.Build; b.Planned() {
			fields = append(fields, F("What we will do", b.What))
			for _, f := range []Field{F("Owner", b.Owner), F("Due", b.DueWords())} {
				if model.PlainText(f.Value) != "" {
					fields = append(fields, f)
				}
			}
			if !b.Done.IsZero() {
				fields = append(fields, F("Done", a.moment(b.Done)))
			}
		}
		out = append(out, Labelled(fields...))
	}
	return out
}

func (a About) lines(lines []HeldLine) []Block {
	if len(lines) == 0 {
		return []Block{P("No line of the log is about them.")}
	}
	return []Block{P("The log has no content of the records."), a.lineTable(lines)}
}

// disposals are the lines that stay of records that are gone.
func (a About) disposals(lines []HeldLine) []Block {
	if len(lines) == 0 {
		return []Block{P("Nothing was ever disposed of or discarded.")}
	}
	return []Block{P("Such a line has neither content nor reference, so these are of all the notes: whether one of " +
		"them was about this child is not known."), a.lineTable(lines)}
}

func (a About) lineTable(lines []HeldLine) Block {
	var rows [][]string
	for i := 0; i < len(lines); {
		first, last := lines[i], lines[i]
		for i < len(lines) && sameDeed(lines[i], first) {
			last = lines[i]
			i++
		}
		when := a.moment(first.When)
		if until := a.moment(last.When); until != when {
			when += " to " + until
		}
		record := first.Record
		if len(record) > 8 {
			record = record[:8]
		}
		rows = append(rows, []string{when, first.What, first.Kind, record, model.Clean(first.Reason)})
	}
	table := Rows([]string{"When", "What was done", "To a record of this kind", "Its id begins", "Reason given"},
		rows...)
	table.Widths = []float64{3, 2, 2, 2, 3}
	return table
}

// sameDeed tells lines that say the same of the same record: a record that is
// written is saved again and again, and one row says so.
func sameDeed(a, b HeldLine) bool {
	return a.What == b.What && a.Record == b.Record && a.Kind == b.Kind && a.Reason == b.Reason
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

// PartOf is the part of a chronology's moments whose kind a word names, for
// pasting into another system: "decision", "walkthrough", "action".
func PartOf(concerns []model.Concern, kind string) []model.Moment {
	var out []model.Moment
	for _, m := range of(concerns) {
		if string(m.Kind) == kind {
			out = append(out, m)
		}
	}
	return out
}

// RecordOf is the one moment of a record, or none.
func RecordOf(concerns []model.Concern, id string) []model.Moment {
	for _, m := range of(concerns) {
		if m.ID == id {
			return []model.Moment{m}
		}
	}
	return nil
}

// SectionOf is some moments of a chronology as a document of their own.
func SectionOf(a About, ref string, moments []model.Moment) Doc {
	a.ref = ref
	d := a.doc("From the notes on " + model.ReferenceWords(ref))
	d.Blocks = append(d.Blocks, a.moments(moments)...)
	return d
}
