package checklist

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// review sets two walkthroughs of a concern side by side, in words: what was
// said of each item then and now. It adds nothing up, since neither answer is
// more than the other.
type review struct {
	v       *View
	concern *model.Concern
	// before and after are indexes of the concern's walkthroughs.
	before, after int
	// all shows what is the same in both, too.
	all    bool
	page   *document.Page
	scroll kit.Scroll
	w, h   int
}

func newReview(v *View, c *model.Concern) *review {
	n := len(c.Walkthroughs)
	return &review{v: v, concern: c, before: max(n-2, 0), after: max(n-1, 0)}
}

func (r *review) resize(w, h int) {
	r.w, r.h = w, h
	r.redraw()
}

// two tells that there are two walkthroughs to set side by side.
func (r *review) two() bool { return len(r.concern.Walkthroughs) > 1 && r.before != r.after }

func (r *review) redraw() {
	t := r.v.env.Theme
	p := document.NewPage(min(r.w-4, 120), t, r.v.env.Signs)
	if r.two() {
		r.compare(p)
	} else {
		p.Text(t.Plain, "There is one walkthrough so far. n walks through the lists again; the two then stand here side by side.")
		p.Gap()
		p.Text(t.Plain, "w records what a review found without one.")
	}
	r.page = p
	r.scroll.Set(len(p.Lines), r.h)
}

// compare sets what was said of each item then and now beside each other: what
// differs first.
func (r *review) compare(p *document.Page) {
	t := r.v.env.Theme
	a, b := &r.concern.Walkthroughs[r.before], &r.concern.Walkthroughs[r.after]
	p.Text(t.Quiet, "In words only: neither answer is more than the other.")
	if a.Edition != b.Edition {
		p.Text(t.Quiet, "The first follows the protocol of "+model.CleanLine(a.Edition)+", the second that of "+model.CleanLine(b.Edition)+
			". Items are matched by their ids; an item that only one of them has may not have stood in the other.")
	}
	p.Gap()
	r.columns(p, func(c *document.Page, i int) {
		c.Text(t.Heading, "The walkthrough of "+when([]*model.Walkthrough{a, b}[i].Started, r.v.env.Now))
	})
	changed, same := r.parted(model.SideBySide(a, b, r.lists()))
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

func (r *review) lists() []model.List {
	var lists []model.List
	for _, s := range newWalk(r.v).sections {
		if s.first {
			lists = append(lists, s.list)
		}
	}
	return lists
}

// parted are the items of which the two say something else, and those of which
// they say the same.
func (r *review) parted(all []model.Change) (changed, same []model.Change) {
	for _, c := range all {
		if c.Same() {
			same = append(same, c)
			continue
		}
		changed = append(changed, c)
	}
	return changed, same
}

// changes are items under the headings of their domains.
func (r *review) changes(p *document.Page, items []model.Change, a, b *model.Walkthrough) {
	domain := ""
	for i, c := range items {
		p.Gap()
		if i == 0 || c.Domain != domain {
			domain = c.Domain
			title := r.v.domainTitle(domain)
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
		if e.Evidence == "" {
			return
		}
		st := t.Plain
		if e.Kind == model.ChildsWords {
			st = t.Quote
		}
		f := labels{p: side, t: t}
		f.below(e.EvidenceLabel(), e.Evidence, st)
		f.lay()
	})
	if c.Was != "" {
		p.Hang(t.Quiet, "  ", "On "+a.Started.Format("2 January")+" its words were: “"+model.CleanLine(c.Was)+"”")
	}
	if c.Gone {
		p.Hang(t.Quiet, "  ", "The protocol of "+r.v.env.Pack.Edition().Years+", which is loaded, has no matching item.")
	}
}

// columnsRoom is the width from which the two stand beside each other.
const columnsRoom = 66

// columns adds two texts beside each other, or below each other where there is no
// room for that.
func (r *review) columns(p *document.Page, write func(side *document.Page, i int)) {
	t, sg := r.v.env.Theme, r.v.env.Signs
	const in, gap = 2, 3
	if p.Width < columnsRoom {
		side := document.NewPage(p.Width-in, t, sg)
		write(side, 0)
		write(side, 1)
		for _, l := range side.Lines {
			p.Raw(kit.Spaces(in)+l.Text, kit.Spaces(in)+l.Plain)
		}
		return
	}
	w := (p.Width - in - gap) / 2
	left, right := document.NewPage(w, t, sg), document.NewPage(w, t, sg)
	write(left, 0)
	write(right, 1)
	for i := range max(len(left.Lines), len(right.Lines)) {
		var l, r document.Line
		if i < len(left.Lines) {
			l = left.Lines[i]
		}
		if i < len(right.Lines) {
			r = right.Lines[i]
		}
		p.Raw(kit.Spaces(in)+kit.Fit(l.Text, w+gap, sg)+r.Text, kit.Spaces(in)+kit.Fit(l.Plain, w+gap, sg)+r.Plain)
	}
}

func (r *review) draw() []string {
	from, to := r.scroll.Visible()
	return kit.Inset(r.page.Painted()[from:to])
}

func (r *review) actions() []kit.Action {
	write := func(kind model.EntryKind) func() tea.Cmd {
		return func() tea.Cmd { r.v.goTo(newEntry(r.v, r.concern, kind, nil)); return nil }
	}
	all := "Show what is the same in both, too"
	if r.all {
		all = "Show only what differs"
	}
	return append([]kit.Action{
		{ID: "write.review", Binding: kit.Keys("what it found", "w"), Help: "Record what the review found", Run: write(model.KindReview)},
		{ID: "write.reviewdate", Binding: kit.Keys("next day", "r"), Help: "Set the day of the next review", Run: write(model.KindReviewDate)},
		{ID: "review.all", Binding: kit.Keys("all or changed", "a"), Help: all, Disabled: off(r.two(), "There is one walkthrough so far."), Run: func() tea.Cmd { r.all = !r.all; r.redraw(); return nil }},
		{ID: "review.earlier", Binding: kit.Keys("", "[", "left", "h"), Hidden: true, Help: "Compare an earlier walkthrough", Disabled: off(r.before > 0, "There is none earlier."), Run: r.other(-1)},
		{ID: "review.later", Binding: kit.Keys("", "]", "right", "l"), Hidden: true, Help: "Compare a later walkthrough", Disabled: off(r.before < r.after-1, "There is none later."), Run: r.other(1)},
		{ID: "concern.again", Binding: kit.Keys("walk again", "n"), Help: "Another walkthrough for this concern", Run: func() tea.Cmd { return r.v.again(r.concern) }},
		{ID: "back", Binding: kit.Keys("back", "esc"), Help: "Back to the concern", Run: r.back},
	}, kit.PageKeys(&r.scroll)...)
}

// other takes another of the earlier walkthroughs.
func (r *review) other(n int) func() tea.Cmd {
	return func() tea.Cmd {
		r.before += n
		r.redraw()
		return nil
	}
}

func (r *review) back() tea.Cmd {
	r.v.goTo(newConcernPage(r.v, r.concern.ID))
	return nil
}

func (r *review) click(int, int) tea.Cmd { return nil }
func (r *review) wheel(_, _, n int)      { r.scroll.By(n) }
func (r *review) cursor() *tea.Cursor    { return nil }
