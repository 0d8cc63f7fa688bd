package present

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

// overview is every slide's number and title in a grid, by columns.
type overview struct {
	m    *Screen
	at   int
	rows int
	cols int
	top  int
}

func newOverview(m *Screen) *overview { return &overview{m: m, at: m.show.place.Slide} }

// cellWidth is the narrowest that a title gets.
const cellWidth = 34

func (v *overview) draw(w, h int) []string {
	t, sg, slides := v.m.env.Theme, v.m.env.Signs, v.m.show.deck.Slides
	v.cols = min(max(w/cellWidth, 1), max((len(slides)+h-1)/h, 1))
	v.rows = (len(slides) + v.cols - 1) / v.cols
	row := v.at % v.rows
	seen := h - 1
	v.top = min(max(v.top, row-seen+1), row)
	each := w / v.cols
	numberW := len(itoa(len(slides))) + 1
	out := append(make([]string, 0, h), "")
	h--
	for y := v.top; y < min(v.top+h, v.rows); y++ {
		line := ""
		for x := range v.cols {
			i := x*v.rows + y
			if i >= len(slides) {
				continue
			}
			mark, st := kit.Spaces(kit.Width(sg.Bar)), t.Plain
			if i == v.at {
				mark, st = t.Accent.Render(sg.Bar), t.Selected
			}
			title := st.Render(slides[i].Title) + t.Quiet.Render(apart(slides, i, sg))
			line += mark + " " + kit.Fit(t.Quiet.Render(kit.Fit(itoa(i+1), numberW, sg))+title, each-3-kit.Width(sg.Bar), sg) + "  "
		}
		out = append(out, line)
	}
	return out
}

// apart is what tells a slide from others of the same title: how it begins, or
// what it belongs to.
func apart(slides []Slide, i int, sg kit.Signs) string {
	s := &slides[i]
	same := (i > 0 && slides[i-1].Title == s.Title) || (i+1 < len(slides) && slides[i+1].Title == s.Title)
	switch {
	case same && len(s.Items) > 0:
		return "  " + s.Items[0].Text
	case s.Part != s.Title && (i == 0 || slides[i-1].Part != s.Part):
		return "  " + sg.Dot + " " + s.Part
	}
	return ""
}

func (v *overview) key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	n := len(v.m.show.deck.Slides)
	switch k.String() {
	case "esc", "o", "q", "ctrl+c":
		return true, nil
	case "enter", "space":
		v.m.show.jump(v.at)
		return true, nil
	case "down", "j":
		v.at++
	case "up", "k":
		v.at--
	case "right", "l":
		v.at += v.rows
	case "left", "h":
		v.at -= v.rows
	case "pgdown":
		v.at += 8
	case "pgup":
		v.at -= 8
	case "home", "g":
		v.at = 0
	case "end", "G":
		v.at = n - 1
	}
	v.at = min(max(v.at, 0), n-1)
	return false, nil
}

func (v *overview) cursor() *tea.Cursor { return nil }

func (v *overview) hints() []kit.Action {
	return []kit.Action{kit.Hint("enter", "go there"), kit.Hint("esc", "back to the slide")}
}
