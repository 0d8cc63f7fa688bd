package present

import (
	"strings"
	"testing"

	"isspp/content"
)

// plans enters a full session as a person does, before its plan.
func plans(t *testing.T, o Options) *room {
	t.Helper()
	o.Deck = ""
	r := enter(t, o)
	for range len(Names(content.Embedded())) {
		r.press("down")
	}
	r.press("enter")
	return r
}

func TestAFullSessionBeginsWithAPlanThatIsKept(t *testing.T) {
	home(t)
	r := plans(t, Options{Minutes: 44})
	r.sees("Plan the session", "44 minutes", "Opening and closing", "Risk factors", danger)
	r.sees("seconds each", "Leave parts out, or add minutes.")
	// Directory, plan and rota are left out, and the cases come first.
	r.press("down", "down", "down", "down", "down", "K", "K", "K", "K")
	r.press("down", "down", "down", "down", "down", "down", "space", "down", "space", "down", "space", "up", "up", "up",
		"right", "right", "right", "right", "down", "down", "down")
	r.sees("left out")
	r.seesNo("seconds each")
	was := r.screen()
	slides, _ := r.m.panel.(*planner).sums()
	r.press("enter")
	if got := len(r.m.show.deck.Slides); got != slides {
		t.Errorf("the plan says %d slides, and there are %d", slides, got)
	}
	if got := r.m.show.deck.Name; got != "whole:cases+risk+girls+signs+protective+recall" {
		t.Fatalf("presents %s", got)
	}
	agenda := r.m.show.slide().Items
	if len(agenda) != 6 || agenda[0].Text != "Practice: cases" || agenda[5].Text != "Practice: recall" {
		t.Errorf("the session opens with %v", agenda)
	}
	if len(r.m.show.deck.Slides) >= len(deck(t, Whole).Slides) {
		t.Error("nothing was left out")
	}
	again := plans(t, Options{})
	again.press("down", "down", "down", "down", "down", "down", "down", "down", "down", "down")
	if got := again.screen(); rows(got) != rows(was) {
		t.Errorf("the next time the plan is\n%s\nand was\n%s", got, was)
	}
}

// rows are a plan's parts without the message.
func rows(screen string) string {
	screen, _, _ = strings.Cut(screen, "For a hall")
	return strings.ReplaceAll(screen, "▌", "")
}

func TestMinutesOfAPartAreTakenAndGiven(t *testing.T) {
	home(t)
	r := plans(t, Options{Minutes: 120})
	r.sees("120 minutes")
	r.press("down", "right", "right", "right", "left")
	r.sees("122 minutes")
	r.press("home", "up", "space") // the opening stays: danger comes first
	r.sees("122 minutes")
	r.press("enter")
	if r.m.show.Minutes != 122 {
		t.Errorf("the speaker's clock has %d minutes", r.m.show.Minutes)
	}
	none := plans(t, Options{Restart: true})
	for range 9 {
		none.press("down", "space")
	}
	none.press("enter")
	none.sees("Every part is left out. Space takes one.")
}

func deck(t *testing.T, name string) Deck {
	t.Helper()
	d, ok := Build(content.Embedded(), nil, name, 7, when)
	if !ok {
		t.Fatalf("no deck %s", name)
	}
	return d
}

func TestDecksAreJoinedAndCut(t *testing.T) {
	risk, signs, cases := deck(t, "risk"), deck(t, "signs"), deck(t, "cases")
	all := deck(t, Spec{Parts: []string{"risk", "signs", "cases"}}.String())
	if got, want := len(all.Slides), len(risk.Slides)+len(signs.Slides)+len(cases.Slides); got != want ||
		all.Title != "Risk factors, Signs, Practice: cases" {
		t.Errorf("%d slides of %d in %q", got, want, all.Title)
	}
	few := deck(t, Spec{Parts: []string{"risk"}, From: 6, To: 8}.String())
	if len(few.Slides) != 3 || few.Slides[0].ID != "risk/child" || few.Slides[2].ID != "risk/peers" {
		t.Errorf("slides 6 to 8 are %+v", few.Slides)
	}
	rest := deck(t, Spec{Parts: []string{"risk"}, From: 10}.String())
	if len(rest.Slides) != 1 {
		t.Errorf("from 10 on there are %d", len(rest.Slides))
	}
	if _, ok := Build(content.Embedded(), nil, "risk+nonsense", 7, when); ok {
		t.Error("a part that isn't there is presented")
	}
	for _, name := range []string{"whole", "risk", "risk+signs", "whole:cases+risk", "risk@3-8", "whole@2-0"} {
		if got := parseSpec(name).String(); got != name {
			t.Errorf("%s becomes %s", name, got)
		}
	}
}

func TestTooManySlidesForTheMinutesIsSaid(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "cases", Minutes: 5})
	r.sees("34 slides in 5 minutes: 8 seconds each. 17 minutes would give each half a minute.")
	enter(t, Options{Deck: "cases", Minutes: 40, Restart: true}).seesNo("seconds each")
}
