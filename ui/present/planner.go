package present

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
)

// planner is what a full session opens with: its parts, in an order, with minutes
// for each. What is chosen is kept for the next time.
type planner struct {
	component.Base
	m    *Screen
	rows []planRow
	list component.List
}

// planRow is a part of a session. The first is the opening with the closing, which
// stays: danger comes before everything else.
type planRow struct {
	Name    string `json:"name"`
	Minutes int    `json:"minutes"`
	Out     bool   `json:"out,omitempty"`

	title  string
	slides int
}

// longest is more minutes than any part lasts.
const longest = 600

// leastSeconds is how short a slide can be and still be read.
const leastSeconds = 30

func newPlanner(m *Screen) *planner {
	p := &planner{m: m, rows: m.planRows(m.kept.Plans[m.keptName(Whole)])}
	if m.o.Minutes > 0 {
		p.scale(m.o.Minutes)
	}
	p.list.SetLen(len(p.rows))
	return p
}

// planRows are the parts as they were kept, and those that the pack has beside them.
func (m *Screen) planRows(kept []planRow) []planRow {
	b := builder{pack: m.env.Pack, local: m.env.Local, now: m.env.Clock()}
	rows := []planRow{{title: "Opening and closing", slides: len(b.whole(nil)) + len(b.caution())}}
	if len(kept) > 0 && kept[0].Name == "" {
		rows[0].Minutes = kept[0].Minutes
	}
	all := parts(m.env.Pack)
	add := func(r planRow) {
		c, _ := choice(m.env.Pack, r.Name)
		r.title, r.slides = c.Title, len(b.part(r.Name, true))
		rows = append(rows, r)
	}
	for _, r := range kept {
		if slices.Contains(all, r.Name) {
			add(r)
		}
	}
	for _, name := range all {
		if !slices.ContainsFunc(rows, func(r planRow) bool { return r.Name == name }) {
			add(planRow{Name: name})
		}
	}
	for i := range rows {
		if n := rows[i].Minutes; n < 1 || n > longest {
			rows[i].Minutes = rows[i].slides
		}
	}
	return rows
}

// sums are the slides and the minutes of what is taken.
func (p *planner) sums() (slides, minutes int) {
	for _, r := range p.rows {
		if !r.Out {
			slides, minutes = slides+r.slides, minutes+r.Minutes
		}
	}
	return slides, minutes
}

// scale makes the parts that are taken last some minutes together, in the shares
// that they have; each keeps one at least.
func (p *planner) scale(minutes int) {
	_, was := p.sums()
	left, of := minutes, was
	for i := range p.rows {
		r := &p.rows[i]
		if r.Out || of == 0 {
			continue
		}
		share := max((left*r.Minutes+of/2)/of, 1)
		of -= r.Minutes
		left -= share
		r.Minutes = share
	}
}

// tooFast says that a slide has too little time, or is empty.
func tooFast(slides, minutes int) string {
	if minutes == 0 || slides == 0 || minutes*60/slides >= leastSeconds {
		return ""
	}
	return fmt.Sprintf("%d slides in %d minutes: %d seconds each. %d minutes would give each half a minute.",
		slides, minutes, minutes*60/slides, (slides*leastSeconds+59)/60)
}

// View draws the parts, with what they come to.
func (p *planner) View() []string {
	t, sg := p.m.env.Theme, p.m.env.Signs
	in := min(p.W-4, 90)
	slides, minutes := p.sums()
	total := fmt.Sprintf("%d slides, %d minutes", slides, minutes)
	out := []string{"", component.Spread(t.Heading.Render("Plan the session"), t.Strong.Render(total), in, sg), ""}
	said, shade := "For a hall, enlarge the terminal's letters (often ctrl and +) until about 80 fit in a row.", t.Quiet
	if warn := tooFast(slides, minutes); warn != "" {
		said, shade = warn+" Leave parts out, or add minutes.", t.Alert
	}
	foot := component.WrapText(said, in)
	p.list.SetHeight(p.H - len(out) - len(foot) - 2)
	from, to := p.list.Visible()
	for i := from; i < to; i++ {
		r := p.rows[i]
		mark, st, number := sg.Seen+" ", t.Plain, fmt.Sprintf("%3d slides %4d min", r.slides, r.Minutes)
		if r.Out {
			mark, st, number = "  ", t.Quiet, fmt.Sprintf("%3d slides  left out", r.slides)
		}
		if i == p.list.At {
			st = t.Selected
		}
		title := t.Accent.Render(mark) + st.Render(r.title)
		out = append(out, component.Mark(i == p.list.At, t, sg)+component.Spread(title, st.Render(number), in-3, sg))
	}
	out = append(out, "")
	for _, line := range foot {
		out = append(out, shade.Render(line))
	}
	for i, line := range out {
		out[i] = component.Spaces((p.W-in)/2) + line
	}
	return out
}

func (p *planner) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	r := &p.rows[p.list.At]
	switch k.String() {
	case "esc", "q", "ctrl+c":
		p.Close()
	case "enter":
		return p.begin()
	case "space", "x":
		r.Out = !r.Out && r.Name != ""
	case "right", "+", "=":
		r.Minutes = min(r.Minutes+1, longest)
	case "left", "-":
		r.Minutes = max(r.Minutes-1, 1)
	case "down", "j":
		p.list.Move(1)
	case "up", "k":
		p.list.Move(-1)
	case "J":
		p.move(1)
	case "K":
		p.move(-1)
	}
	return nil
}

func (p *planner) move(n int) {
	at, to := p.list.At, p.list.At+n
	if at > 0 && to > 0 && to < len(p.rows) {
		p.rows[at], p.rows[to] = p.rows[to], p.rows[at]
		p.list.Select(to)
	}
}

// begin starts the session that is planned, and keeps the plan.
func (p *planner) begin() tea.Cmd {
	m, spec := p.m, Spec{Whole: true}
	for _, r := range p.rows[1:] {
		if !r.Out {
			spec.Parts = append(spec.Parts, r.Name)
		}
	}
	if len(spec.Parts) == 0 {
		m.said = component.Noticed{Text: "Every part is left out. Space takes one."}
		return nil
	}
	if slices.Equal(spec.Parts, parts(m.env.Pack)) {
		spec.Parts = nil // all of them, in the usual order
	}
	_, m.o.Minutes = p.sums()
	m.kept.Plans[m.keptName(Whole)] = p.rows
	write := m.kept.write(m.kept)
	p.Close()
	m.begin(spec.String())
	return writing("The plan can't be kept for the next time", write)
}

// Actions are the plan's keys.
func (p *planner) Actions() []component.Action {
	return []component.Action{
		component.Hint("enter", "begin"), component.Hint("space", "take or leave"), component.Hint("right", "minutes"),
		component.Hint("J", "move"), component.Hint("esc", "leave"),
	}
}
