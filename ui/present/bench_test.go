package present

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/ui/theme"
)

// BenchmarkKeyToSlide is our own work from a key to the slide that it shows: the
// step, its layout where the slide is new, and the whole frame.
func BenchmarkKeyToSlide(b *testing.B) {
	for _, size := range [][2]int{{80, 24}, {240, 70}} {
		for _, speaker := range []bool{false, true} {
			name := itoa(size[0]) + "x" + itoa(size[1])
			if speaker {
				name += " speaker"
			}
			b.Run(name, func(b *testing.B) { keyToSlide(b, size[0], size[1], speaker) })
		}
	}
}

func keyToSlide(b *testing.B, w, h int, speaker bool) {
	m := &Screen{
		o: Options{Loop: time.Hour}, env: environment(theme.Dark, theme.Unicode),
		colours: theme.Colours{Asked: theme.Dark},
		link:    &saved{}, kept: &kept{Decks: map[string]stop{}}, speaker: speaker, ticking: true,
	}
	d, ok := Build(content.Embedded(), nil, Whole, 7, when)
	if !ok {
		b.Fatal("no deck")
	}
	m.show = newShow(m.env, d, 45, when)
	m.Resize(w, h)
	space := tea.KeyPressMsg(tea.Key{Code: tea.KeySpace, Text: " "})
	for b.Loop() {
		if m.show.atEnd() {
			m.show.jump(0)
			m.show.redraw()
		}
		m.Update(space)
		_ = m.Frame()
	}
}

// BenchmarkWholeDeck builds the slides of a full session.
func BenchmarkWholeDeck(b *testing.B) {
	for b.Loop() {
		if _, ok := Build(content.Embedded(), nil, Whole, 7, when); !ok {
			b.Fatal("no deck")
		}
	}
}
