package document

import (
	"isspp/model"
	"isspp/ui/kit"
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

func (p *Page) callOutStyles(kind CallOutKind) (kit.Style, theme.Ground) {
	switch t := p.theme; kind {
	case LocalCallOut:
		return t.Local, t.LocalGround
	case ProtocolCallOut:
		return t.Heading, t.TextGround
	default:
		return t.NoteName, t.NoteGround
	}
}

// CallOut adds a call-out: its label and, quiet beside it, where it is from, then
// paragraphs. Its bar is no part of what a search looks through.
func (p *Page) CallOut(kind CallOutKind, label, from string, paragraphs ...string) {
	st, _ := p.callOutStyles(kind)
	sub := p.InCallOut()
	lead, painted := label+"  ", st.Render(label)+"  "
	if sub.Width < narrow {
		sub.Raw(st.Render(label), label)
		lead, painted = "", ""
	}
	for _, l := range kit.WrapText(model.Clean(from), sub.Width-kit.Width(lead)) {
		sub.Raw(painted+p.theme.Quiet.Render(l), lead+l)
		lead = kit.Spaces(kit.Width(lead))
		painted = lead
	}
	for _, text := range paragraphs {
		sub.hang(p.theme.Plain, "", text)
	}
	p.AddCallOut(kind, sub)
}

// InCallOut is an empty page as wide as the inside of a call-out on this one.
func (p *Page) InCallOut() *Page {
	return &Page{Width: max(p.Width-3, 4), theme: p.theme, signs: p.signs}
}

// AddCallOut adds the lines of a page behind the bar of a kind, on its ground.
func (p *Page) AddCallOut(kind CallOutKind, inside *Page) {
	st, ground := p.callOutStyles(kind)
	bar := st.Render(p.signs.Bar) + " "
	for _, l := range inside.Lines {
		l.Text, l.Plain = ground.Line(bar+l.Text, p.Width), "  "+l.Plain
		for i := range l.Cols {
			l.Cols[i] += 2
		}
		p.Lines = append(p.Lines, l)
	}
}
