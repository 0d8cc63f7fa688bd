package document

import (
	"isspp/model"
	"isspp/ui/kit"
	"isspp/ui/lookup"
)

// AboutOf is what documents are made with on a screen or in a shell.
func AboutOf(env *kit.Env) About {
	front := ""
	for _, c := range env.Pack.Contacts() {
		if c.Emergency && c.Ask {
			front = c.Short
		}
	}
	return About{
		Edition: env.Pack.Edition(), Whose: env.Pack.Whose(), Lists: model.Way(env.Pack.Lists()), Cautions: env.Pack.NotesAbout("screen/closing"),
		Askings: env.Pack.Askings(), Front: front,
		Local: env.Local, Now: env.Now, By: env.Recorder, Banner: env.Banner,
	}
}

// ClosingOf is a walkthrough's closing page, in the order in which it is needed:
// whom to turn to first, what was recorded, what isn't known, what to bear in mind, whom to turn to,
// and how far the lists were considered. It says nothing of how much was
// present.
func ClosingOf(env *kit.Env, w *model.Walkthrough) Doc {
	a := AboutOf(env)
	d := a.doc("Closing page: " + shown(w.Ref))
	d.Blocks = append(d.Blocks, a.closingHeading(w))
	turn := lookup.TurnTo(env.Pack, w, env.Now)
	d.Blocks = append(d.Blocks, leads(env, turn)...)
	var last []Block
	for _, s := range a.ClosingSections(w) {
		if s.Title == notSeenTitle {
			last = a.sectionBlocks(w, s, 2)
			continue
		}
		d.Blocks = append(d.Blocks, a.sectionBlocks(w, s, 2)...)
	}
	d.Blocks = append(d.Blocks, a.draftBlocks(w, 2)...)
	d.Blocks = append(d.Blocks, a.caution("Before you decide"))
	d.Blocks = append(d.Blocks, turnTo(env, w, turn)...)
	d.Blocks = append(d.Blocks, last...)
	d.Blocks = append(d.Blocks, a.considered(w)...)
	return d
}

// closingHeading is when, by which edition, and who and where.
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
			lines = append(lines, a.sectionOf(model.Entry{Domain: d.ID})+": "+w.Progress(d))
		}
	}
	return []Block{H(2, "How far the lists were considered"), List(lines...)}
}
