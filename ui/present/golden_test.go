package present

import (
	"strings"
	"testing"

	"isspp/content"
	"isspp/content/packtest"
	"isspp/model"
	"isspp/ui/internal/steps"
)

// places are what was looked at, and how a person gets there.
var places = []struct {
	name, deck string
	keys       []string
}{
	{"picker", "", nil},
	{"planner", "", []string{"down", "down", "down", "down", "down", "down", "down", "down", "down", "enter", "down"}},
	{"domain", "risk", []string{"8", "enter", "space", "space", "space"}},
	{"paged", "risk", []string{"6", "enter", "a", "space"}},
	{"pointer", "risk", []string{"8", "enter", "a", "p"}},
	{"blank", "risk", []string{"8", "enter", "b"}},
	{"speaker", "risk", []string{"8", "enter", "space", "s"}},
	{"overview", "whole", []string{"12", "enter", "o"}},
	{"search", "whole", []string{"/", "nickname"}},
	{"case", "cases", []string{"2", "enter", "space", "space"}},
	{"recall", "recall", []string{"a"}},
	{"plan", "plan", []string{"2", "enter", "a"}},
	{"rota", "rota", []string{"2", "enter", "a"}},
	{"service", "directory", []string{"8", "enter", "a"}},
	{"keys", "risk", []string{"?"}},
	{"opening", "whole", nil},
}

// TestGoldenFrames compares whole screens with those that were looked at and
// kept.
func TestGoldenFrames(t *testing.T) {
	for _, at := range places {
		t.Run(at.name, func(t *testing.T) {
			for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}} {
				steps.Golden(t, at.name, size[0], size[1], func(name string) string {
					home(t)
					return settled(t, at.deck, name, size[0], size[1], at.keys).Frame()
				})
			}
		})
	}
}

// settled is the screen after a person's keys. The recall round's order is the
// same in each run.
func settled(t *testing.T, deck, theme string, w, h int, keys []string) *Screen {
	t.Helper()
	r := enter(t, Options{Deck: deck, Restart: true, Minutes: 45})
	if deck != "" {
		d, _ := Build(content.Embedded(), nil, deck, 7, when)
		r.m.show = newShow(r.m.env, d, 45, when)
	}
	r.m.colours.Asked = theme
	r.m.dress()
	r.size(w, h)
	r.press(keys...)
	return r.m
}

func TestPlainSignsAreOfTheTypewriterAlone(t *testing.T) {
	home(t)
	for _, at := range places {
		r := enter(t, Options{Deck: at.deck, Restart: true, ASCII: true})
		for _, size := range screens {
			r.size(size[0], size[1])
			for _, sign := range []string{"█", "▀", "▄", "▌", "•", "·", "─", "│", "…"} {
				if frame := r.m.Frame(); strings.Contains(frame, sign) {
					t.Errorf("%s at %v has a %q", at.name, size, sign)
				}
			}
		}
		r.press(at.keys...)
		for _, sign := range []string{"█", "▀", "▄", "▌", "•", "·", "─", "│"} {
			if strings.Contains(r.m.Frame(), sign) {
				t.Errorf("%s has a %q after its keys", at.name, sign)
			}
		}
	}
	r := enter(t, Options{Deck: "risk", Restart: true, ASCII: true})
	r.size(120, 40)
	r.press("8", "enter")
	r.sees("####") // the heading in letters of its own
}

func TestAnotherTownsProtocolIsPresented(t *testing.T) {
	home(t)
	pack := packtest.Brackwater(t)
	own := packtest.OwnWords(content.Embedded())
	for _, deck := range Names(pack) {
		r := enter(t, Options{Pack: pack, Deck: deck, Restart: true})
		for range 2000 {
			shown := strings.ToLower(r.screen())
			for _, w := range own {
				if strings.Contains(shown, w) {
					t.Fatalf("%s shows %q: %s", deck, w, shown)
				}
			}
			if r.m.show.atEnd() {
				break
			}
			r.m.show.next()
			r.m.frame = ""
		}
		if !r.m.show.atEnd() {
			t.Errorf("%s never ends", deck)
		}
	}
}

func TestNothingIsAddedUp(t *testing.T) {
	for _, deck := range Names(content.Embedded()) {
		d, _ := Build(content.Embedded(), nil, deck, 7, when)
		for _, s := range d.Slides {
			for _, p := range s.Items {
				for _, word := range []string{"%", "score", "points out of", "correct", "marks:"} {
					if s.Layer == model.LayerNote && strings.Contains(strings.ToLower(p.Text), word) {
						t.Errorf("slide %s says %q", s.ID, p.Text)
					}
				}
			}
		}
	}
}

func TestTheSchoolsOwnEntriesComeFirstAndAreMarked(t *testing.T) {
	home(t)
	local := &model.Local{StaleAfter: 90, Entries: []model.LocalEntry{
		{
			Kind: model.LocalRota, Name: "Highbury Fields School", Who: "PC Sam Brown", Phone: "020 7946 0001",
			Checked: "2026-11-01", By: "A. Reed", Line: 3,
		},
		{
			Kind: model.LocalContact, Slot: model.OutOfHours, Name: "Out-of-hours number", Phone: "020 7946 0002",
			Checked: "2026-01-01", By: "A. Reed", Line: 9,
		},
	}}
	r := enter(t, Options{Deck: "rota", Local: local})
	r.size(120, 40)
	r.press("2", "enter", "a")
	shown := r.screen()
	for !strings.Contains(shown, "PC Sam Brown") {
		r.press("space")
		shown = r.screen()
		if r.m.show.Slide > 1 {
			t.Fatal("the school's own officer isn't shown")
		}
	}
	r.sees("Local Highbury Fields School: PC Sam Brown", "020 7946 0001", "checked 1 November 2026 by A. Reed",
		"Protocol, Local and Note")
	if at := strings.Index(shown, "■ Highbury Fields School"); at >= 0 && at < strings.Index(shown, "PC Sam Brown") {
		t.Error("the protocol's officer comes first")
	}
	r.sees("Note This role ended in May 2025: check who covers you now")
	r.press("3", "enter", "a")
	r.sees("Note This role ended in May 2025", "Local Highbury Fields School: PC Sam Brown")
	r.press("4", "enter", "a")
	r.sees("Local Highbury Fields School: PC Sam Brown", "Monday")
	r.press("5", "enter", "a")
	r.sees("Local Out-of-hours number: 020 7946 0002", "LADO: NOT SET")
	if !strings.Contains(r.screen(), model.CleanLine(local.CheckedWords(local.Entries[1], when))) {
		t.Error("that the number is stale isn't said")
	}
}
