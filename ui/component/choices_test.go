package component

import (
	"slices"
	"strings"
	"testing"

	"isspp/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

func TestTheChosenRowIsShownWholeAtEveryPlaceOfALongList(t *testing.T) {
	texts := []string{
		"short", "words that are longer than the narrow list is wide", "short too",
		"and once more words that go on and on over the edge", "end",
	}
	th := theme.New(theme.Mono, false)
	for height := 3; height <= 9; height++ {
		l := &Picker{Base: Base{W: 28}, env: &Env{Theme: th, Signs: theme.Unicode}}
		for _, text := range texts {
			l.rows = append(l.rows, Choice{Key: "k", Text: text})
		}
		l.SetLen(len(texts))
		l.SetHeight(height)
		for at := range texts {
			l.Select(at)
			lines, of := l.draw()
			if len(lines) != len(of) || len(lines) > height {
				t.Fatalf("%d lines of %d rows on %d", len(lines), len(of), height)
			}
			var said []string
			for i, line := range lines {
				if Width(line) > 28 {
					t.Errorf("%q is too wide", line)
				}
				if of[i] == at {
					said = append(said, strings.Fields(strings.TrimPrefix(ansi.Strip(line), theme.Unicode.Bar))...)
				}
			}
			if want := append([]string{"k"}, strings.Fields(texts[at])...); !slices.Equal(said, want) {
				t.Errorf("on %d lines row %d says %q", height, at, said)
			}
		}
	}
}

func TestOfAChoiceHigherThanTheListTheStartIsShown(t *testing.T) {
	long := "first " + strings.Repeat("word ", 60)
	env := &Env{Theme: theme.New(theme.Mono, false), Signs: theme.Unicode}
	p := OneOf(env, "Which?", []string{long, long}, nil)
	p.SetSize(28, 4)
	p.Select(1)
	lines := p.View()[1:]
	if len(lines) != 3 || !strings.Contains(lines[0], "first") {
		t.Errorf("it shows %q", lines)
	}
}
