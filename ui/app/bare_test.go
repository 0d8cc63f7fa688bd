package app

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
	"isspp/ui/theme"
)

// TestWhatIsSelectedIsCopiedWithoutBorders proves that y copies the words that are
// shown of what is selected, and z shows them alone and leaves the mouse to the terminal.
func TestWhatIsSelectedIsCopiedWithoutBorders(t *testing.T) {
	clip, copied := component.Clipboard, ""
	t.Cleanup(func() { component.Clipboard = clip })
	component.Clipboard = func(text string) error { copied = text; return nil }
	p := sit(t, theme.Dark, theme.Unicode, 80, 24)
	p.presses("y")
	for _, want := range []string{
		"PC Abdul Kamara, as of 2023–24",
		"The Metropolitan Police ended the Safer Schools Officer role on 1 May 2025. The new one",
	} {
		if !strings.Contains(copied, want) {
			t.Errorf("%q is not in what was copied:\n%s", want, copied)
		}
	}
	if strings.ContainsAny(copied, "│╭▌\x1b") {
		t.Errorf("a border was copied:\n%s", copied)
	}
	p.reads("Copied all that is selected (Arts and Media School Islington).")
	p.presses("5", "down", "y")
	if !strings.HasPrefix(copied, "---\nkind:") && !strings.Contains(copied, "# 1") {
		t.Errorf("a section is copied as %.80q", copied)
	}
	p.presses("1", "z")
	p.reads("PC Abdul Kamara, as of 2023–24", "back")
	if screen := p.screen(); strings.ContainsAny(screen, "│╭") || p.m.View().MouseMode != tea.MouseModeNone {
		t.Errorf("there are borders, or the app has the mouse:\n%s", screen)
	}
	p.presses("esc")
	p.reads("Schools and settings")
}

// TestAHintOfTheFooterIsClicked proves that each key in the footer can be clicked
// where it stands.
func TestAHintOfTheFooterIsClicked(t *testing.T) {
	for _, size := range sizes {
		p := sit(t, theme.Mono, theme.Unicode, size[0], size[1])
		for y, line := range strings.Split(p.screen(), "\n") {
			if at := strings.Index(line, "? help"); at >= 0 {
				p.sends(tea.MouseClickMsg{X: len([]rune(line[:at])) + 3, Y: y, Button: tea.MouseLeft})
			}
		}
		p.reads("Help: what you can do here")
	}
}
