package document

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

func TestAPageIsNeverWiderThanAsked(t *testing.T) {
	blocks := []model.Block{
		{Kind: model.Heading, Spans: []model.Span{{Text: "Signs of gang involvement"}}, ID: "signs"},
		{Kind: model.Paragraph, Spans: []model.Span{
			{Text: "A number of these "},
			{Text: "signs", Strong: true},
			{Text: ", see "},
			{Text: "https://www.islington.gov.uk/a-long-address-on-the-web", Link: "x"},
		}},
	}
	for w := 8; w < 100; w += 7 {
		p := NewPage(w, theme.New(theme.Dark, false), theme.Unicode)
		p.Blocks(blocks, nil)
		p.Notes([]model.Note{{
			Text: "The Met ended this role in May 2025.", Source: "Youth Justice Legal Centre",
			Dated: "2026-11-23",
		}})
		if p.Lines[0].ID != "signs" {
			t.Errorf("the heading has the id %q", p.Lines[0].ID)
		}
		for _, l := range p.Lines {
			drawn := strings.TrimRight(ansi.Strip(l.Text), " ")
			if component.Width(l.Text) > w || component.Width(drawn) != component.Width(strings.TrimRight(l.Plain,
				" ")) {
				t.Errorf("at %d: %d cells painted, %d plain: %q", w, component.Width(l.Text), component.Width(l.Plain),
					l.Plain)
			}
		}
	}
}

func TestANumberWithAnExtensionIsNeverCut(t *testing.T) {
	p := NewPage(60, theme.New(theme.Dark, false), theme.Unicode)
	p.number("020 7946 0100 extension 12", "Out-of-hours number", "Local")
	if got := ansi.Strip(p.Lines[0].Text); got != "  020 7946 0100 extension 12" {
		t.Errorf("the panel shows %q", got)
	}
}
