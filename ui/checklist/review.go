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
	p := document.NewPage(min(r.w-4, 110), t, r.v.env.Signs)
	p.Text(t.Heading, "Review: "+refOr(r.concern.Ref))
	if r.two() {
		r.compare(p)
	} else {
		p.Gap()
		p.Text(t.Plain, "There is one walkthrough so far. n walks through the lists again; the two then stand here side by side.")
		p.Text(t.Plain, "w records what a review found without one.")
	}
	r.page = p
	r.scroll.Set(len(p.Lines), r.h)
}

func (r *review) compare(p *document.Page) {
	t := r.v.env.Theme
	a, b := &r.concern.Walkthroughs[r.before], &r.concern.Walkthroughs[r.after]
	p.Text(t.Quiet, "The walkthrough of "+when(a.Started, r.v.env.Now)+" beside that of "+when(b.Started, r.v.env.Now)+". In words only: neither answer is more than the other.")
	if a.Edition != b.Edition {
		p.Text(t.Quiet, "The first follows the protocol of "+model.CleanLine(a.Edition)+", the second that of "+model.CleanLine(b.Edition)+
			". Items are matched by their ids; an item that only one of them has may not have stood in the other.")
	}
	var lists []model.List
	for _, s := range newWalk(r.v).sections {
		if s.first {
			lists = append(lists, s.list)
		}
	}
	domain, any := "", false
	for _, c := range model.SideBySide(a, b, lists) {
		if !r.all && c.Same() {
			continue
		}
		if any = true; c.Domain != domain {
			domain = c.Domain
			p.Gap()
			title := r.v.domainTitle(domain)
			if c.Gone && title == domain {
				title = "Not in the protocol that is loaded"
			}
			p.Text(t.Strong, title)
		}
		r.change(p, c, a, b)
	}
	if !any {
		p.Gap()
		p.Text(t.Plain, "The two say the same of every item. That is no reassurance. a shows them all.")
	}
}

// change says what was recorded of one item in each of the two.
func (r *review) change(p *document.Page, c model.Change, a, b *model.Walkthrough) {
	t, sg := r.v.env.Theme, r.v.env.Signs
	p.Hang(t.Plain, sg.Bullet+" ", model.CleanLine(c.Text))
	p.Hang(t.Strong, "    ", c.Words(a.Started, b.Started))
	if c.Was != "" {
		p.Hang(t.Quiet, "    ", "On "+a.Started.Format("2 January")+" its words were: “"+model.CleanLine(c.Was)+"”")
	}
	if c.Gone {
		p.Hang(t.Quiet, "    ", "The protocol of "+r.v.env.Pack.Edition().Years+", which is loaded, has no counterpart of this item.")
	}
	for _, side := range []struct {
		e model.Entry
		w *model.Walkthrough
	}{{c.Before, a}, {c.After, b}} {
		if side.e.Evidence != "" {
			p.Hang(t.Plain, "    ", side.w.Started.Format("2 January")+", "+side.e.EvidenceLabel()+": "+model.Clean(side.e.Evidence))
		}
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
		{ID: "write.review", Keys: []string{"w"}, Label: "what it found", Help: "Record what the review found", Do: write(model.KindReview)},
		{ID: "write.reviewdate", Keys: []string{"r"}, Label: "next day", Help: "Set the day of the next review", Do: write(model.KindReviewDate)},
		{ID: "review.all", Keys: []string{"a"}, Label: "all or changed", Help: all, Off: off(r.two(), "There is one walkthrough so far."), Do: func() tea.Cmd { r.all = !r.all; r.redraw(); return nil }},
		{ID: "review.earlier", Keys: []string{"[", "left", "h"}, Quiet: true, Help: "An earlier walkthrough on the one side", Off: off(r.before > 0, "There is none earlier."), Do: r.other(-1)},
		{ID: "review.later", Keys: []string{"]", "right", "l"}, Quiet: true, Help: "A later walkthrough on the one side", Off: off(r.before < r.after-1, "There is none later."), Do: r.other(1)},
		{ID: "concern.again", Keys: []string{"n"}, Label: "walk again", Help: "Another walkthrough for this concern", Do: func() tea.Cmd { return r.v.again(r.concern) }},
		{ID: "back", Keys: []string{"esc"}, Label: "back", Help: "Back to the concern", Do: r.back},
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
