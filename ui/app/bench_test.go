package app

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/internal/steps"
	"isspp/ui/theme"
)

// BenchmarkKeyToFrame is the app's own work for one key: Update and View.
func BenchmarkKeyToFrame(b *testing.B) {
	for _, at := range append(places()[:5:5], place{"walkthrough", walking},
		place{"closing", func(p *person) { walking(p); p.presses("f") }}) {
		b.Run(at.name, func(b *testing.B) {
			p := sit(b, theme.Dark, theme.Unicode, 80, 24)
			at.steps(p)
			_ = p.m.View()
			keys := []tea.KeyPressMsg{steps.Key("down"), steps.Key("up")}
			n := 0
			b.ReportAllocs()
			for b.Loop() {
				p.m.Update(keys[n/20%2])
				_ = p.m.View()
				n++
			}
		})
	}
}

// BenchmarkFirstFrame is from the loaded pack to the whole first frame.
func BenchmarkFirstFrame(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		p := sit(b, theme.Dark, theme.Unicode, 80, 24)
		_ = p.m.Frame()
	}
}

// Benchmark500Keys is a held key: each of them is applied and drawn.
func Benchmark500Keys(b *testing.B) {
	p := sit(b, theme.Dark, theme.Unicode, 80, 24)
	keys := []tea.KeyPressMsg{steps.Key("down"), steps.Key("up")}
	b.ReportAllocs()
	for b.Loop() {
		for i := range 500 {
			p.m.Update(keys[i/10%2])
			_ = p.m.View()
		}
	}
}

// BenchmarkResizeStorm is a window that is dragged through 200 sizes.
func BenchmarkResizeStorm(b *testing.B) {
	p := sit(b, theme.Dark, theme.Unicode, 80, 24)
	b.ReportAllocs()
	for b.Loop() {
		for i := range 200 {
			p.m.Update(tea.WindowSizeMsg{Width: 60 + (i*37)%141, Height: 16 + (i*23)%45})
			_ = p.m.View()
		}
	}
}
