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
	r := &review{text: text{v: v}, concern: c, before: max(n-2, 0), after: max(n-1, 0)}
	r.Lay = r.lay
	return r
}

func (r *review) View() []string {
	return r.draw(component.Pane{
		Title: "Review: " + model.ReferenceWords(r.concern.Ref), Bottom: r.Says(r.v.env.Signs),
	})
}

// two reports whether there are two walkthroughs to set side by side.
func (r *review) two() bool { return len(r.concern.Walkthroughs) > 1 && r.before != r.after }

func (r *review) lay() []string {
	t, p := r.v.env.Theme, r.page(120)
	if !r.two() {
		p.Text(t.Plain, "There is one walkthrough so far. n walks through the lists again; the two then stand here "+
			"side by side.")
		p.Gap()
		p.Text(t.Plain, "w records what a review found without one.")
		return p.Painted()
	}
	a, b := &r.concern.Walkthroughs[r.before], &r.concern.Walkthroughs[r.after]
	p.Text(t.Quiet, "In words only: neither answer is more than the other.")
	if a.Edition != b.Edition {
		p.Text(t.Quiet, "The first follows the protocol of "+model.CleanLine(a.Edition)+", the second that of "+
			model.CleanLine(b.Edition)+". Items are matched by their ids; an item that only one of them has may not "+
			"have stood in the other.")
	}
	p.Gap()
	r.columns(p, func(c *document.Page, i int) {
		c.Text(t.Heading, "The walkthrough of "+r.v.when([]*model.Walkthrough{a, b}[i].Started))
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
	return p.Painted()
}

// changes are items under the headings of their domains.
func (r *review) changes(p *document.Page, items []model.Change, a, b *model.Walkthrough) {
	for i, c := range items {
		p.Gap()
		if i == 0 || c.Domain != items[i-1].Domain {
			title := model.SectionTitle(r.v.env.Pack.Lists(), c.Domain)
			if c.Gone && title == c.Domain {
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
			word = " " + r.v.answerWord(e.Answer) + " "
		}
		if on := "on " + w.Started.Format("2 January"); !narrow {
			side.Raw(r.v.answerStyle(e.Answer).Render(word)+t.Quiet.Render(on), word+on)
		}
		if text := model.WithoutEmptyInjury(model.Clean(e.Evidence)); text != "" {
			labels{{e.EvidenceLabel(), text, r.v.said(e.Kind == model.ChildsWords), true}}.lay(side, t)
		}
	})
	if c.Was != "" {
		p.Hang(t.Quiet, "  ", "On "+a.Started.Format("2 January")+" its words were: “"+model.CleanLine(c.Was)+"”")
	}
	if c.Gone {
		years := r.v.env.Pack.Edition().Years
		p.Hang(t.Quiet, "  ", "The protocol of "+years+", which is loaded, has no matching item.")
	}
}

const columnsRoom = 66

// columns adds two texts beside each other, or below each other without the room.
func (r *review) columns(p *document.Page, write func(side *document.Page, i int)) {
	const in, gap = "  ", 3
	w, beside := p.Width-len(in), p.Width >= columnsRoom
	if beside {
		w = (w - gap) / 2
	}
	left, right := r.v.page(w), r.v.page(w)
	write(left, 0)
	if !beside {
		write(left, 1)
		for _, l := range left.Lines {
			p.Raw(in+l.Text, in+l.Plain)
		}
		return
	}
	write(right, 1)
	for len(left.Lines) < len(right.Lines) {
		left.Lines = append(left.Lines, document.Line{})
	}
	for i, l := range left.Lines {
		var beside document.Line
		if i < len(right.Lines) {
			beside = right.Lines[i]
		}
		fit := func(s string) string { return in + component.Fit(s, w+gap, r.v.env.Signs) }
		p.Raw(fit(l.Text)+beside.Text, fit(l.Plain)+beside.Plain)
	}
}

func (r *review) Actions() []component.Action {
	write := func(kind model.EntryKind) func() tea.Cmd {
		return component.Do(func() { r.v.goTo(newEntry(r.v, walk.NewEntry(r.v.env, r.concern, kind))) })
	}
	other := func(n int) func() tea.Cmd { return component.Do(func() { r.before += n; r.Redraw() }) }
	all := "Show what is the same in both, too"
	if r.all {
		all = "Show only what differs"
	}
	return append([]component.Action{
		act("write.review", "what it found", "Record what the review found", write(model.KindReview), "w"),
		act("write.reviewdate", "next day", "Set the day of the next review", write(model.KindReviewDate), "r"),
		unless(off(r.two(), "There is one walkthrough so far."),
			act("review.all", "all or changed", all, component.Do(func() { r.all = !r.all; r.Redraw() }), "a")),
		unless(off(r.before > 0, "There is none earlier."),
			quiet("review.earlier", "Compare an earlier walkthrough", other(-1), "[", "left", "h")),
		unless(off(r.before < r.after-1, "There is none later."),
			quiet("review.later", "Compare a later walkthrough", other(1), "]", "right", "l")),
		act("concern.again", "walk again", "Another walkthrough for this concern",
			component.Do(func() { r.v.goTo(newGate(r.v, r.concern)) }), "n"),
		act("back", "back", "Back to the concern", component.Do(func() { r.v.goTo(newConcernPage(r.v, r.concern.ID)) }),
			"esc"),
	}, component.PageKeys(&r.Scroll)...)
}
