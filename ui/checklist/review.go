package checklist

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/walk"
)

// review sets two walkthroughs of a concern side by side, in words: what was
// said of each item then and now. It adds nothing up, since neither answer is
// more than the other.
type review struct {
	text
	concern *model.Concern
	// before and after are indexes of the concern's walkthroughs.
	before, after int
	// all shows what is the same in both, too.
	all bool
}

func newReview(v *View, c *model.Concern) *review {
	n := len(c.Walkthroughs)
	return &review{text: text{screen: screen{v: v}}, concern: c, before: max(n-2, 0), after: max(n-1, 0)}
}

func (r *review) pane() (component.Pane, bool) {
	title := "Review: " + model.ReferenceWords(r.concern.Ref)
	return component.Pane{Title: title, Bottom: r.scroll.Says(r.v.env.Signs), Focus: true}, false
}

// two tells that there are two walkthroughs to set side by side.
func (r *review) two() bool { return len(r.concern.Walkthroughs) > 1 && r.before != r.after }

func (r *review) redraw() {
	t := r.v.env.Theme
	p := r.newPage(4, 120)
	if r.two() {
		r.compare(p)
	} else {
		p.Text(t.Plain, "There is one walkthrough so far. n walks through the lists again; the two then stand here "+
			"side by side.")
		p.Gap()
		p.Text(t.Plain, "w records what a review found without one.")
	}
	r.lay(p)
}

// compare sets what was said of each item then and now beside each other: what
// differs first.
func (r *review) compare(p *document.Page) {
	t := r.v.env.Theme
	a, b := &r.concern.Walkthroughs[r.before], &r.concern.Walkthroughs[r.after]
	p.Text(t.Quiet, "In words only: neither answer is more than the other.")
	if a.Edition != b.Edition {
		p.Text(t.Quiet, "The first follows the protocol of "+model.CleanLine(a.Edition)+", the second that of "+
			model.CleanLine(b.Edition)+". Items are matched by their ids; an item that only one of them has may not "+
			"have stood in the other.")
	}
	p.Gap()
	r.columns(p, func(c *document.Page, i int) {
		c.Text(t.Heading, "The walkthrough of "+when([]*model.Walkthrough{a, b}[i].Started, r.v.env.Now))
	})
	all := model.SideBySide(a, b, document.AboutOf(r.v.env).Lists)
	changed := slices.DeleteFunc(slices.Clone(all), model.Change.Same)
	same := slices.DeleteFunc(all, func(c model.Change) bool { return !c.Same() })
	if len(changed) == 0 {
		p.Gap()
		p.Text(t.Plain, "The two walkthroughs agree on every item. That is no reassurance. a shows them all.")
	}
	r.changes(p, changed, a, b)
	if r.all && len(same) > 0 {
		p.Gap()
		p.Text(t.Heading, "The same in both")
		r.changes(p, same, a, b)
	}
}

// changes are items under the headings of their domains.
func (r *review) changes(p *document.Page, items []model.Change, a, b *model.Walkthrough) {
	domain := ""
	for i, c := range items {
		p.Gap()
		if i == 0 || c.Domain != domain {
			domain = c.Domain
			title := model.SectionTitle(r.v.env.Pack.Lists(), domain)
			if c.Gone && title == domain {
				title = "Not in the protocol that is loaded"
			}
			p.Text(r.v.env.Theme.Group, title)
		}
		r.change(p, c, a, b)
	}
}

// change says what was recorded of one item in each of the two.
func (r *review) change(p *document.Page, c model.Change, a, b *model.Walkthrough) {
	t := r.v.env.Theme
	narrow := p.Width < columnsRoom
	p.Text(t.Strong, model.CleanLine(c.Text))
	if narrow {
		p.Hang(t.Plain, "  ", c.Words(a.Started, b.Started))
	}
	r.columns(p, func(side *document.Page, i int) {
		w, e := a, c.Before
		if i == 1 {
			w, e = b, c.After
		}
		word := c.Word(e) + " "
		if e.Answer != model.NotConsidered {
			word = " " + answerWord(e.Answer, r.v.env.Signs) + " "
		}
		on := "on " + w.Started.Format("2 January")
		if !narrow {
			side.Raw(r.v.answerStyle(e.Answer).Render(word)+t.Quiet.Render(on), word+on)
		}
		text := model.WithoutEmptyInjury(model.Clean(e.Evidence))
		if text == "" {
			return
		}
		st := t.Plain
		if e.Kind == model.ChildsWords {
			st = t.Quote
		}
		f := labels{p: side, t: t}
		f.below(e.EvidenceLabel(), text, st)
		f.lay()
	})
	if c.Was != "" {
		p.Hang(t.Quiet, "  ", "On "+a.Started.Format("2 January")+" its words were: “"+model.CleanLine(c.Was)+"”")
	}
	if c.Gone {
		years := r.v.env.Pack.Edition().Years
		p.Hang(t.Quiet, "  ", "The protocol of "+years+", which is loaded, has no matching item.")
	}
}

// columnsRoom is the width from which the two stand beside each other.
const columnsRoom = 66

// columns adds two texts beside each other, or below each other where there is no
// room for that.
func (r *review) columns(p *document.Page, write func(side *document.Page, i int)) {
	t, sg := r.v.env.Theme, r.v.env.Signs
	const in, gap = 2, 3
	w, sides := p.Width-in, 1
	if p.Width >= columnsRoom {
		w, sides = (w-gap)/2, 2
	}
	left, right := document.NewPage(w, t, sg), document.NewPage(w, t, sg)
	write(left, 0)
	write([]*document.Page{left, right}[sides-1], 1)
	for i := range max(len(left.Lines), len(right.Lines)) {
		line := func(p *document.Page) (l document.Line) {
			if i < len(p.Lines) {
				l = p.Lines[i]
			}
			return l
		}
		l, r := line(left), line(right)
		if sides == 2 {
			l.Text, l.Plain = component.Fit(l.Text, w+gap, sg), component.Fit(l.Plain, w+gap, sg)
		}
		p.Raw(component.Spaces(in)+l.Text+r.Text, component.Spaces(in)+l.Plain+r.Plain)
	}
}

func (r *review) actions() []component.Action {
	write := func(kind model.EntryKind) func() tea.Cmd {
		return component.Do(func() { r.v.goTo(newEntry(r.v, walk.NewEntry(r.v.env, r.concern, kind))) })
	}
	other := func(n int) func() tea.Cmd { return component.Do(func() { r.before += n; r.redraw() }) }
	all := "Show what is the same in both, too"
	if r.all {
		all = "Show only what differs"
	}
	return append([]component.Action{
		act("write.review", "what it found", "Record what the review found", write(model.KindReview), "w"),
		act("write.reviewdate", "next day", "Set the day of the next review", write(model.KindReviewDate), "r"),
		unless(off(r.two(), "There is one walkthrough so far."),
			act("review.all", "all or changed", all, component.Do(func() { r.all = !r.all; r.redraw() }), "a")),
		unless(off(r.before > 0, "There is none earlier."),
			quiet("review.earlier", "Compare an earlier walkthrough", other(-1), "[", "left", "h")),
		unless(off(r.before < r.after-1, "There is none later."),
			quiet("review.later", "Compare a later walkthrough", other(1), "]", "right", "l")),
		act("concern.again", "walk again", "Another walkthrough for this concern",
			component.Do(func() { r.v.goTo(newGate(r.v, r.concern)) }), "n"),
		act("back", "back", "Back to the concern", component.Do(func() { r.v.goTo(newConcernPage(r.v, r.concern.ID)) }),
			"esc"),
	}, component.PageKeys(&r.scroll)...)
}
