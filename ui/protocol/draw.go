package protocol

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"isspp/ui/kit"
)

// Draw returns the body's lines.
func (v *View) Draw() []string {
	if v.kept == nil {
		v.load()
		v.kept = v.draw()
	}
	return v.kept
}

func (v *View) draw() []string {
	if v.wide() {
		return kit.Columns(v.drawContents(), v.drawText(), v.listWidth(), v.textWidth(), v.h, v.env.Theme, v.env.Signs)
	}
	if v.inText {
		return v.drawText()
	}
	return v.drawContents()
}

// drawText is the title, or the search, over the lines in view.
func (v *View) drawText() []string {
	p := v.pageOf(v.current())
	v.matchHere()
	out := make([]string, 0, v.h)
	out = append(out, v.title(p))
	from, to := p.scroll.Visible()
	for i := from; i < to; i++ {
		out = append(out, " "+v.marked(p, i))
	}
	return out
}

// title says where one is, or what is searched and which match is shown.
func (v *View) title(p *page) string {
	t, sg, w := v.env.Theme, v.env.Signs, v.textWidth()
	if v.find.Focused() || v.search.query != "" {
		return kit.Spread(" "+v.find.Draw(t), t.Quiet.Render(v.count()+" "), w, sg)
	}
	e := v.current()
	name := e.title
	if e.number != "" {
		name = e.number + " " + name
	}
	if h := p.headAt(); h != "" && h != e.title {
		name = h
	}
	if e.kind == "plan" {
		name = "Plan: " + v.partnerName(v.partner)
	}
	st := t.Quiet
	if v.inText {
		st = t.Accent
	}
	return kit.Spread(" "+st.Render(name), t.Quiet.Render(p.scroll.Says(sg)+" "), w, sg)
}

// headAt is the heading that the first line in view stands below.
func (p *page) headAt() string {
	text := ""
	for i, h := range p.heads {
		if i > 0 && h.line <= p.scroll.Top+1 {
			text = h.text
		}
	}
	return text
}

// count is how the search stands in the open document.
func (v *View) count() string {
	switch n := len(v.search.matches); {
	case v.search.query == "":
		return ""
	case v.search.nowhere:
		return "nowhere in the protocol"
	case n == 0 && v.find.Focused():
		return "not in this section; Enter looks on"
	case n == 0:
		return "not in this section; n looks on"
	default:
		return fmt.Sprintf("match %d of %d", v.search.at+1, n)
	}
}

// marked is a line with the matches in it marked. The one that n and N stand on
// carries a sign at the line's start as well.
func (v *View) marked(p *page, i int) string {
	line := p.lines[i].Text
	if v.search.in == "" || len(v.search.matches) == 0 {
		return line
	}
	plain := p.lines[i].Plain
	w := kit.Width(plain)
	for _, m := range v.search.matches {
		for _, r := range m {
			if r.line != i {
				continue
			}
			line = ansi.Cut(line, 0, r.from) + v.env.Theme.Found.Render(ansi.Cut(plain, r.from, r.to)) + ansi.Cut(line, r.to, max(w, r.to))
		}
	}
	return line
}

// Cursor stands in the search while it is typed.
func (v *View) Cursor() *tea.Cursor {
	if !v.wide() {
		return v.find.Cursor(1, 0)
	}
	return v.find.Cursor(v.listWidth()+kit.WallWidth+1, 0)
}
