package document

import (
	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// CallOutKind is whose words a call-out has. Each kind has a colour and a ground
// of its own; the bar, the label and the indentation say the same without.
type CallOutKind int

const (
	// NoteCallOut is a note of ours.
	NoteCallOut CallOutKind = iota
	// LocalCallOut is the school's own entry.
	LocalCallOut
	// ProtocolCallOut is the protocol's own words beside something else.
	ProtocolCallOut
)

func (p *Page) callOutStyles(kind CallOutKind) (lipgloss.Style, theme.Ground) {
	switch t := p.theme; kind {
	case LocalCallOut:
		return t.Local, t.LocalGround
	case ProtocolCallOut:
		return t.Heading, t.TextGround
	default:
		return t.NoteName, t.NoteGround
	}
}

// CallOut adds a call-out: its label and, quiet beside it or below the text where
// that has no room, where it is from; and paragraphs. Its bar is no part of what a
// search looks through.
func (p *Page) CallOut(kind CallOutKind, label, from string, paragraphs ...string) {
	st, _ := p.callOutStyles(kind)
	sub := p.InCallOut()
	lead, painted := label, st.Render(label)
	if from = model.CleanLine(from); from != "" && component.Width(label)+2+component.Width(from) <= sub.Width {
		lead, painted, from = label+"  "+from, painted+"  "+p.theme.Quiet.Render(from), ""
	}
	sub.Raw(painted, lead)
	for _, text := range paragraphs {
		sub.hang(p.theme.Plain, "", text)
	}
	if from != "" {
		sub.hang(p.theme.Quiet, "", from)
	}
	p.AddCallOut(kind, sub)
}

// InCallOut is an empty page as wide as the inside of a call-out on this one.
func (p *Page) InCallOut() *Page {
	return p.within(p.Width - 3)
}

// AddCallOut adds the lines of a page behind the bar of a kind, on its ground.
func (p *Page) AddCallOut(kind CallOutKind, inside *Page) {
	st, ground := p.callOutStyles(kind)
	bar := st.Render(p.signs.Bar) + " "
	if p.Bare {
		bar, ground = "  ", theme.Ground{}
	}
	for _, l := range inside.Lines {
		l.Text, l.Plain = ground.Line(bar+l.Text, p.Width), "  "+l.Plain
		for i := range l.Cols {
			l.Cols[i] += 2
		}
		p.Lines = append(p.Lines, l)
	}
}
