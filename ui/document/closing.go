package document

import (
	"slices"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/lookup"
)

// AboutOf is what documents are made with on a screen or in a shell.
func AboutOf(env *component.Env) About {
	front := ""
	for _, c := range env.Pack.Contacts() {
		if c.Emergency && c.Ask {
			front = c.Short
		}
	}
	return About{
		Edition: env.Pack.Edition(), Whose: env.Pack.Whose(), Lists: model.WalkOrder(env.Pack.Lists()),
		Cautions: env.Pack.NotesAbout("screen/closing"),
		Askings:  env.Pack.Askings(), Front: front,
		Local: env.Local, Now: env.Now, By: env.Recorder, Banner: env.Banner,
	}
}

// ClosingOf is a walkthrough's closing page, in the order in which it is needed:
// whom to turn to first, what was recorded and isn't known, what to bear in mind,
// everybody else to turn to, what was not seen, and how far the lists were considered.
// It says nothing of how much was present.
func ClosingOf(env *component.Env, w *model.Walkthrough) Doc {
	a := AboutOf(env)
	d := a.doc("Closing page: " + model.ReferenceWords(w.Ref))
	p := a.closingParts(env, w)
	d.Blocks = slices.Concat([]Block{p.heading}, p.first, p.recorded, p.turn, p.rest)
	return d
}

// ClosingBeside is the same in two parts that stand beside each other: what is
// known, and whom to turn to.
func ClosingBeside(env *component.Env, w *model.Walkthrough) (known, turn []Block) {
	p := AboutOf(env).closingParts(env, w)
	return slices.Concat([]Block{p.heading}, p.recorded, p.rest), append(p.first, p.turn...)
}

// RecordedOf is what a walkthrough recorded, with what to bear in mind.
func RecordedOf(env *component.Env, w *model.Walkthrough) []Block {
	return AboutOf(env).closingParts(env, w).recorded
}

// closingParts are a closing page's: who and when; whom to turn to first; what
// was recorded, and what to bear in mind; everybody else to turn to; and what was
// not seen, with how far the lists were considered.
type closingParts struct {
	heading                     Block
	first, recorded, turn, rest []Block
}

func (a About) closingParts(env *component.Env, w *model.Walkthrough) closingParts {
	turn := lookup.TurnTo(env.Pack, w, env.Now)
	p := closingParts{
		heading: a.closingHeading(w), first: leads(env, turn),
		turn: slices.Concat(outOfHours(env), cover(env, w), ownContacts(env), services(env, w, turn)),
	}
	for _, s := range a.ClosingSections(w) {
		if s.Title == notSeenTitle {
			p.rest = a.sectionBlocks(w, s, 2)
			continue
		}
		p.recorded = append(p.recorded, a.sectionBlocks(w, s, 2)...)
	}
	p.recorded = append(append(p.recorded, a.draftBlocks(w, 2)...), a.caution("Before you decide"))
	p.rest = append(p.rest, a.considered(w)...)
	return p
}

func (a About) closingHeading(w *model.Walkthrough) Block {
	fields := []Field{F("Protocol", w.Edition), F("Begun", a.moment(w.Started))}
	if w.Final() {
		fields = append(fields, F("Finished", a.moment(w.Finished)+". It is kept as it is."))
	}
	for _, f := range w.Heading() {
		fields = append(fields, F(f.Label, f.Text))
	}
	return Labelled(fields...)
}

// considered is how far the lists were gone through: the only number there is,
// and never one of what is present.
func (a About) considered(w *model.Walkthrough) []Block {
	var lines []string
	for _, l := range a.Lists {
		for _, d := range l.Domains {
			lines = append(lines, l.SectionTitle(d)+": "+w.Progress(d))
		}
	}
	return []Block{H(2, "How far the lists were considered"), List(lines...)}
}
