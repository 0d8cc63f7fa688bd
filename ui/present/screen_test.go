package present

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"

	"isspp/ui/component"
	"isspp/ui/internal/steps"
)

func TestAPersonPresents(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "risk"})
	r.sees("Risk factors indicate an increased likelihood", danger, "Protocol · ISSPP Islington 2023–24 · section 6A",
		"1 of 10")
	r.press("8", "enter")
	r.sees("8 of 10", "Risk factors: Peers")
	r.seesNo("Deviant peer influences")
	r.press("space")
	r.sees("Deviant peer influences")
	r.seesNo("Bullying")
	r.press("pgdown", "right", "enter", "space") // a presenter in the hand, and three other keys
	r.sees("Bullying")
	r.press("left", "pgup")
	r.seesNo("Bullying")
	r.press("a")
	r.sees("Discrimination and stereotyping")
	r.press("b")
	r.seesNo("Discrimination", "Peers")
	r.sees(danger)
	r.press("b")
	r.sees("Discrimination and stereotyping")
}

func TestTheEmergencyPanelIsAKeyAwayFromEverything(t *testing.T) {
	home(t)
	for _, before := range [][]string{nil, {"o"}, {"/", "bully"}, {"b"}, {"s"}, {"?"}, {"1"}} {
		r := enter(t, Options{Deck: "risk", Restart: true})
		r.press(before...)
		was := r.screen()
		r.press("!")
		r.sees("Emergency: whom to ring now", "Children's Services Contact Team", danger)
		r.press("esc")
		if got := r.screen(); got != was {
			t.Errorf("after %v and the panel:\n%s\nbefore it:\n%s", before, got, was)
		}
	}
}

func TestNumberAndEnterJump(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "risk"})
	r.press("9")
	r.sees("Slide 9", "Enter goes there")
	r.press("backspace", "6", "enter")
	r.sees("6 of 10")
	r.press("99", "enter")
	r.sees("There are slides 1 to 10.")
	r.press("4", "esc")
	r.sees("6 of 10")
	r.seesNo("Slide 4")
}

func TestTheOverviewGoesToASlide(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "risk"})
	r.press("o")
	r.sees("Child's Family", "10 Notes: Risk factors", danger)
	r.press("end", "up", "up", "enter")
	r.sees("8 of 10")
	r.press("o", "home", "esc")
	r.sees("8 of 10")
}

func TestTheOverviewOfAFullSessionHasEverySlide(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "whole"})
	for _, size := range screens {
		r.size(size[0], size[1])
		r.press("o", "home")
		n := len(r.m.show.deck.Slides)
		for i := range n {
			r.sees(itoa(i+1) + " ")
			if at := r.m.panel.(*component.Picker).At; at != i {
				t.Fatalf("at %d, not %d", at, i)
			}
			r.press("down")
		}
		r.press("esc")
	}
}

func TestSearchFindsAPointAndDoesNotPoint(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "whole"})
	r.press("/", "new nickname")
	r.sees("New nickname", "Signs of gang involvement")
	r.press("enter")
	if got := r.m.show.slide(); got.ID != "signs/gang" || r.m.show.Pointer >= 0 {
		t.Errorf("at %s, pointing at %d", got.ID, r.m.show.Pointer)
	}
	r.sees("■ New nickname")
	r.seesNo("▌")
	r.press("p")
	r.sees("▌ ■ New nickname")
	r.press("p")
	r.press("/", "zzzzqq")
	r.sees("No match.")
	r.press("esc")
	r.sees("New nickname")
}

func TestALoopTurnsItsPagesAndBeginsAgain(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "girls", Loop: time.Hour})
	seen := map[int]bool{}
	for range 60 {
		seen[r.m.show.Slide] = true
		if r.m.show.Shown != len(r.m.show.slide().Items) {
			t.Fatal("a point is hidden in a loop")
		}
		r.m.looped(loopMsg(r.m.looping))
	}
	if len(seen) != len(r.m.show.deck.Slides) {
		t.Errorf("of %d slides %d were shown", len(r.m.show.deck.Slides), len(seen))
	}
	at := r.m.show.Place
	r.m.looped(loopMsg(r.m.looping - 1))
	if r.m.show.Place != at {
		t.Error("a wait from before a key turned the page")
	}
}

func TestTheDeckIsAskedForWhereNoneIsNamed(t *testing.T) {
	home(t)
	r := enter(t, Options{})
	r.sees("Choose a deck", "Risk factors", "A full session", danger)
	for _, size := range screens {
		r.size(size[0], size[1])
		r.sees("rota", "protective", "plan", "directory", "recall")
	}
	r.size(80, 24)
	r.press("down", "enter")
	r.sees("Risk factors indicate an increased likelihood")
}

// q leaves a list as it leaves the app, and is a letter once a search has begun.
func TestQLeavesAListUntilASearchHasBegun(t *testing.T) {
	home(t)
	for _, key := range []string{"o", "?"} {
		r := enter(t, Options{Deck: "risk", Restart: true})
		was := r.screen()
		r.press(key, "q")
		if got := r.screen(); got != was {
			t.Errorf("q leaves %s to %s", key, got)
		}
		r.press(key, "/", "q")
		r.sees("Search: q")
		r.press("esc", key, "p", "q")
		r.sees("Search: pq")
	}
	r := enter(t, Options{})
	r.sees("Choose a deck", "q leaves")
	if _, cmd := r.m.Update(steps.Key("q")); !r.quits(cmd) {
		t.Error("q in the list of decks doesn't leave")
	}
}

// quits reports whether a command ends the program.
func (r *room) quits(cmd tea.Cmd) (quits bool) {
	steps.Run(cmd, func(msg tea.Msg) { _, quits = msg.(tea.QuitMsg) })
	return quits
}

func TestKeysInTheHelpDoWhatTheySay(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "risk"})
	r.press("?")
	r.sees("Reveal the next point", "Hide the slide from the audience", "To slide 12")
	r.press("down", "enter")
	r.seesNo("Hide the slide")
	r.sees("Young people don't just become involved") // the first action: next
}

func TestATooSmallScreenStillSaysWhomToRing(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "risk"})
	r.size(40, 10)
	r.sees("999", "101", "020 7527 7400", "too small")
	r.size(80, 24)
	r.sees("Risk factors indicate")
}

func TestHWritesTheHandoutAndNeverOverOne(t *testing.T) {
	home(t)
	dir := scratch(t)
	was := xdg.UserDirs.Documents
	xdg.UserDirs.Documents = dir
	t.Cleanup(func() { xdg.UserDirs.Documents = was })
	r := enter(t, Options{Deck: "signs"})
	r.press("H")
	r.sees("Saved in your documents: isspp-signs.pdf")
	b, err := os.ReadFile(filepath.Join(dir, "isspp-signs.pdf"))
	if err != nil || !strings.HasPrefix(string(b), "%PDF") {
		t.Fatalf("no handout: %v", err)
	}
	r.press("H")
	r.sees("isspp-signs.pdf is already in your documents")
	r.seesNo(dir)
	again, err := os.ReadFile(filepath.Join(dir, "isspp-signs.pdf"))
	if err != nil || string(again) != string(b) {
		t.Error("the handout was written over")
	}
	practice := enter(t, Options{Deck: "recall"})
	practice.press("H")
	practice.sees("Saved in your documents: isspp-recall.pdf")
	joined := enter(t, Options{Deck: "risk+signs"})
	joined.press("H")
	joined.sees("Saved in your documents: isspp-risk-signs.pdf")
}

func TestAnyKeysLeaveAWholeScreen(t *testing.T) {
	home(t)
	keys := []string{
		"space", "left", "right", "up", "down", "pgdown", "pgup", "enter", "esc", "backspace", "home", "end",
		"a", "s", "b", "o", "/", "p", "t", "T", "!", "?", "J", "K", "+", "-", "g", "G", "1", "7", "0", "x", "é", ".",
	}
	order := rand.New(rand.NewPCG(2026, 11))
	for _, deck := range []string{"whole", "recall", "plan"} {
		r := enter(t, Options{Deck: deck, Minutes: 5})
		for range 600 {
			if order.IntN(60) == 0 {
				size := screens[order.IntN(len(screens))]
				r.size(size[0]-order.IntN(3), size[1]+order.IntN(3))
			}
			key := keys[order.IntN(len(keys))]
			before := r.screen()
			r.press(key)
			if !component.Fits(r.m.w, r.m.h) {
				continue
			}
			if got := r.screen(); !strings.Contains(got, danger) {
				t.Fatalf("%q on\n%s\nleaves\n%s", key, before, got)
			}
		}
	}
}
