package present

import (
	"slices"
	"strings"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// The speaker's side shows the slide as text, whether or not it is revealed,
// what comes next, the time, and the notes: what the protocol says of it, our
// remarks, and questions for the room.

func (m *Screen) speakerTop() string {
	t, sg, now := m.env.Theme, m.env.Signs, m.env.Clock()
	left := " " + t.Strong.Render(now.Format("15:04")) + "   " + t.Strong.Render(m.show.timing(now))
	right := itoa(m.show.Slide+1) + " of " + itoa(len(m.show.deck.Slides)) + " "
	if talk := m.show.talking(now); talk != "" {
		right = t.Strong.Render(talk) + "   " + right
	}
	if m.show.Blank {
		right = t.Alert.Render("slide is hidden") + "   " + right
	}
	return component.Spread(left, right, m.w, sg)
}

// speakerBody is the slide and what comes next beside the notes, or above them
// where the screen is narrow.
func (m *Screen) speakerBody(w, h int) (out []string) {
	if h >= 20 {
		out, h = []string{""}, h-1
	}
	if w >= 100 {
		lw := w*45/100 - component.WallWidth
		rw := w - lw - component.WallWidth - 1
		return append(out, component.Columns(component.Inset(m.now(lw-2, h)), m.noteLines(rw, h), lw, rw, h,
			m.env.Theme, m.env.Signs)...)
	}
	upper := h / 2
	out = append(out, component.Inset(m.now(w-4, upper))...)
	out = append(out, m.env.Theme.Quiet.Render(strings.Repeat(m.env.Signs.Rule, w)))
	return append(out, component.Inset(m.noteLines(w-4, h-upper-1))...)
}

// now is the slide's items around where the hall is, and what comes next.
func (m *Screen) now(w, h int) []string {
	t, sg, s := m.env.Theme, m.env.Signs, m.show
	next := m.comesNext(w)
	head := document.NewPage(w, t, sg)
	head.Text(t.Heading, s.slide().Title)
	room := max(h-len(head.Lines)-len(next)-1, 2)
	page := document.NewPage(w, t, sg)
	first, last := 0, 0
	for i, p := range s.slide().Items {
		if i == s.At {
			first = len(page.Lines)
		}
		if p.Group != "" {
			page.Text(t.Strong, p.Group)
		}
		// What the hall doesn't see yet steps back.
		st, sign := t.Quiet, "  "
		if i < s.Shown {
			st, sign = t.Plain, sg.Bullet+" "
		}
		if i == s.Pointer {
			st, sign = t.Selected, sg.Bar+" "
		}
		if page.Hang(st, sign, p.Text); i < s.Shown {
			last = len(page.Lines)
		}
	}
	// The last revealed item stays in view with what follows it, and never
	// without its own first line.
	lines := page.Painted()
	from := min(max(last-room*2/3, 0), first)
	from = min(from, max(len(lines)-room, 0))
	lines = lines[from:min(from+room, len(lines))]
	out := append(head.Painted(), lines...)
	for len(out) < h-len(next) {
		out = append(out, "")
	}
	return append(out, next...)
}

func (m *Screen) comesNext(w int) []string {
	t, s := m.env.Theme, m.show
	page := document.NewPage(w, t, m.env.Signs)
	page.Raw("", "")
	slide := s.slide()
	if s.Shown < len(slide.Items) {
		page.Hang(t.Accent, "Next point  ", slide.Items[s.Shown].Text)
	}
	if s.Slide+1 < len(s.deck.Slides) {
		after := s.deck.Slides[s.Slide+1]
		page.Hang(t.Strong, "Next slide  ", after.Title)
		if len(after.Items) > 0 {
			page.Hang(t.Quiet, "            ", after.Items[0].Text)
		}
	} else {
		page.Text(t.Strong, "This is the last slide.")
	}
	lines := page.Painted()
	return lines[:min(len(lines), 8)]
}

func (m *Screen) noteLines(w, h int) []string {
	page := m.notesOf(w, m.show.slide())
	m.notes.Set(page.Painted(), max(h-1, 1))
	out := slices.Clone(m.notes.Lines())
	if !m.notes.AtBottom() {
		for len(out) < h-1 {
			out = append(out, "")
		}
		out = append(out, m.env.Theme.Accent.Render("J")+m.env.Theme.Quiet.Render(" more of the notes"))
	}
	return out
}

// notesOf are the questions for the room, then our remarks, then what the
// protocol says.
func (m *Screen) notesOf(w int, s *Slide) *document.Page {
	t := m.env.Theme
	page := document.NewPage(w, t, m.env.Signs)
	if len(s.Prompts) > 0 {
		page.Text(t.Heading, "Ask the room")
		for _, n := range s.Prompts {
			page.Gap()
			page.Labelled(t.Note, "Note", n.Text)
		}
		page.Gap()
	}
	if len(s.Notes) > 0 {
		page.Text(t.Heading, "Beside it")
		page.Notes(s.Notes)
		page.Gap()
	}
	if len(s.Guidance) > 0 {
		page.Text(t.Heading, "In the protocol")
		for _, b := range s.Guidance {
			if text := b.Plain(); text != "" && b.Kind != model.Heading {
				page.Gap()
				page.Labelled(t.Plain, "Protocol", text)
			}
		}
	}
	if len(page.Lines) == 0 {
		page.Text(t.Quiet, "No notes for this slide.")
	}
	return page
}
