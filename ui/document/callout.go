package document

import (
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// note adds a remark of ours as a call-out: its label and, quiet beside it or below the
// text where that has no room, where it is from.
func (p *Page) note(b Block) {
	from := model.CleanLine(b.Source)
	if from != "" {
		from = "Source: " + from
	}
	p.callOut(model.LayerNote, func(in *Page) {
		lead, painted := "Note", p.theme.NoteName.Render("Note")
		if from != "" && component.Width(lead)+2+component.Width(from) <= in.Width {
			lead, painted, from = lead+"  "+from, painted+"  "+p.theme.Quiet.Render(from), ""
		}
		in.Raw(painted, lead)
		in.Text(p.theme.Plain, model.PlainText(b.Spans))
		if from != "" {
			in.Text(p.theme.Quiet, from)
		}
	})
}

// callOut adds what is written behind the bar of a layer, on its ground. The bar, the
// label and the indentation say without colours whose words it has; the bar is no part
// of what a search looks through.
func (p *Page) callOut(layer model.Layer, write func(in *Page)) {
	st, ground := p.theme.Heading, p.theme.TextGround
	switch layer {
	case model.LayerLocal:
		st, ground = p.theme.Local, p.theme.LocalGround
	case model.LayerNote:
		st, ground = p.theme.NoteName, p.theme.NoteGround
	}
	bar := st.Render(p.signs.Bar) + " "
	if p.Bare {
		bar, ground = "  ", theme.Ground{}
	}
	in := p.within(p.Width - 3)
	write(in)
	for _, l := range in.Lines {
		l.Text, l.Plain = ground.Line(bar+l.Text, p.Width), "  "+l.Plain
		for i := range l.Cols {
			l.Cols[i] += 2
		}
		p.Lines = append(p.Lines, l)
	}
}
