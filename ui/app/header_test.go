package app

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
	"isspp/ui/theme"
)

// A demonstration's banner is longer than the app's name: on the narrowest screen each
// tab can still be read whole, and be clicked.
func TestADemonstrationsBannerLeavesRoomForEachTab(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 60, 16)
	p.m.env.Banner = "FICTIONAL"
	p.presses("2")
	header, _, _ := strings.Cut(p.screen(), "\n")
	for i, name := range []string{"1 Rota", "2 Check", "3 Protect", "4 Directory", "5 Protocol"} {
		at := strings.Index(header, name)
		if at < 0 {
			t.Errorf("%q is not whole in %q", name, header)
			continue
		}
		p.sends(tea.MouseClickMsg{X: at + len(name) - 1, Y: 0, Button: tea.MouseLeft})
		p.onTab(i)
	}
}

// The clock and the state of the notes take what room the tabs leave, at every width.
func TestTheStateOfTheNotesCutsNoTab(t *testing.T) {
	for _, banner := range []string{"", "FICTIONAL"} {
		for w := component.MinWidth; w <= 140; w++ {
			p := sit(t, theme.Mono, theme.Unicode, w, 16)
			p.m.env.Banner = banner
			p.presses("2")
			if header, _, _ := strings.Cut(p.screen(), "\n"); !strings.Contains(header, "5 Protocol") {
				t.Errorf("at %d columns: %q", w, header)
			}
		}
	}
}
