package protocol

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"isspp/ui/component"
)

// View returns the body's lines.
func (v *View) View() []string {
	if v.kept == nil {
		v.load()
		v.kept = v.draw()
	}
	return v.kept
}

func (v *View) draw() []string {
	t, sg := v.env.Theme, v.env.Signs
	if !v.wide() && v.inText {
		return v.drawText(v.w)
	}
	list := component.Pane{Title: "Contents", Bottom: v.list.Place(), Focus: !v.inText}
	left := list.Draw(v.drawContents(), v.listWidth(), v.h, t, sg)
	if !v.wide() {
		return left
	}
	return component.Beside(left, v.drawText(v.textWidth()))
}

// drawText is the pane of the text: the search, where there is one, and the lines
// in view, in the middle of a wide pane.
func (v *View) drawText(w int) []string {
	t, sg := v.env.Theme, v.env.Signs
	p := v.pageOf(v.current())
	v.matchHere()
	var out []string
	iw, _ := component.Inside(w, v.h)
	if v.searchShown() {
		out = append(out, component.Spread(v.find.Draw(t), t.Quiet.Render(v.count()), iw, sg))
	}
	from, to := p.scroll.Visible()
	margin := component.Spaces((iw - v.pageSize()) / 2)
	for i := from; i < to; i++ {
		out = append(out, margin+v.marked(p, i))
	}
	pane := component.Pane{
		Title: v.title(p), Right: "protocol " + v.env.Pack.Edition().Years, Bottom: p.scroll.Percent(),
		Focus: v.inText,
	}
	return pane.Draw(out, w, v.h, t, sg)
}

func (v *View) searchShown() bool { return v.find.Focused() || v.search.query != "" }

func (v *View) title(p *page) string {
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
	return name
}

func (p *page) headAt() string {
	text := ""
	for i, h := range p.heads {
		if i > 0 && h.line <= p.scroll.YOffset()+1 {
			text = h.text
		}
	}
	return text
}

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
	var found []lipgloss.Range
	for _, m := range v.search.matches {
		for _, r := range m {
			if r.line == i {
				found = append(found, lipgloss.NewRange(r.from, r.to, v.env.Theme.Found))
			}
		}
	}
	return lipgloss.StyleRanges(line, found...)
}

// Cursor stands in the search while it is typed.
func (v *View) Cursor() *tea.Cursor {
	left := component.PaneLeft(v.h)
	if v.wide() {
		left += v.listWidth()
	}
	return v.find.Cursor(left, component.PaneTop)
}
