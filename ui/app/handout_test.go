package app

import (
	"os"
	"path/filepath"
	"testing"

	"isspp/ui/theme"
)

// asks opens the handout's form with a folder of the test's own.
func (p *person) asksForHandout(folder string) {
	p.t.Helper()
	p.sends(handoutAskedMsg{folder: folder})
	p.reads("A handout of what?")
}

func TestAHandoutIsMadeFromTheTab(t *testing.T) {
	for _, size := range sizes[:3] {
		folder := t.TempDir()
		p := sit(t, theme.Mono, theme.Unicode, size[0], size[1])
		p.presses("4")
		p.asksForHandout(folder)
		p.safe("the decks")
		p.presses("enter")
		p.reads("A handout: Directory of support", "[pdf]")
		p.safe("the form")
		p.fits("the form")
		p.presses("right")
		p.reads("[html]")
		p.presses("ctrl+s")
		p.reads("The handout is in")
		if _, err := os.Stat(filepath.Join(folder, "isspp-directory.html")); err != nil {
			t.Error(err)
		}
	}
}

func TestTheFilesEndingFollowsTheFormat(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 120, 40)
	p.asksForHandout("/d")
	p.presses("enter", "right")
	p.reads("isspp-rota.html")
	p.presses("tab", "end", "backspace", "backspace", "backspace", "backspace")
	p.types("pdf")
	p.reads("isspp-rota.pdf")
	p.presses("shift+tab", "right")
	p.reads("[md]", "isspp-rota.md")
}

func TestAHandoutReplacesAFileOnlyWhenAskedTwice(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "isspp-rota.pdf")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	p := sit(t, theme.Mono, theme.Unicode, 120, 40)
	p.asksForHandout(folder)
	p.presses("enter", "ctrl+s")
	p.reads("That file already exists")
	if text, _ := os.ReadFile(path); string(text) != "mine" {
		t.Error("the file was replaced at once")
	}
	p.presses("ctrl+s")
	p.reads("The handout is in")
	if text, _ := os.ReadFile(path); len(text) < 5 || string(text[:5]) != "%PDF-" {
		t.Errorf("it wasn't replaced: %.20q", text)
	}
}

func TestAHandoutThatCannotBeWrittenKeepsWhatWasTyped(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 120, 40)
	p.asksForHandout(filepath.Join(t.TempDir(), "none"))
	p.presses("enter", "tab", "enter")
	p.reads("Nothing was left behind", "isspp-rota.pdf")
	p.presses("!")
	p.reads("Emergency: whom to ring now")
	p.presses("esc")
	p.reads("isspp-rota.pdf")
	p.presses("esc", "esc")
	p.missesFrom("A handout")
}

func TestTheHandoutsKeyIsOffered(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 120, 40)
	p.presses("H")
	p.reads("A handout of what?", "Officer rota", "The whole protocol")
	p.presses("esc", "ctrl+k")
	p.types("handout")
	p.reads("Make a handout to print")
}
