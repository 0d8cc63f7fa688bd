package checklist

import (
	"math/rand/v2"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
	"isspp/ui/internal/steps"
)

// TestAnyKeysInAnyOrderKeepTheScreenWhole presses keys at random, as a cat on the
// keyboard does, on every screen that they lead to: nothing panics, every frame
// fits its screen, and nothing adds up what is present.
func TestAnyKeysInAnyOrderKeepTheScreenWhole(t *testing.T) {
	keys := []string{
		"enter", "esc", "tab", "down", "up", "left", "right", "space", "backspace", "pgdown", "ctrl+s", "ctrl+o",
		"ctrl+t", "ctrl+u",
		"s", "t", "n", "d", "e", "z", "a", "m", "o", "r", "f", "F", "x", "X", "c", "v", "w", "R", "g", "G", "j", "k",
		"[", "]", "J", "K", "/",
	}
	visited := map[string]bool{}
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 7))
		b := &book{}
		var k component.Keeper = b
		if seed%4 == 3 {
			k = nil
		}
		size := sizes[seed%4]
		p := sit(t, k, size[0], size[1])
		if seed%2 == 0 {
			p = finished(t, b, size[0], size[1])
		}
		for range 500 {
			p.now = p.now.Add(time.Duration(r.IntN(3600)) * time.Second)
			p.strikes(keys[r.IntN(len(keys))])
			if r.IntN(40) == 0 {
				p.v.Update(tea.PasteMsg{Content: "pasted\nlines of 3 November"})
			}
			if r.IntN(25) == 0 {
				p.runs(p.v.Flush())
			}
			if r.IntN(60) == 0 {
				size = sizes[r.IntN(len(sizes))]
				p.v.SetSize(size[0], size[1])
			}
			visited[stageName(p.v.stage)] = true
			p.within()
			p.honest()
			if t.Failed() {
				t.Fatalf("seed %d, on %s:\n%s", seed, stageName(p.v.stage), p.screen())
			}
		}
	}
	for _, name := range []string{"home", "gate", "form", "walk", "closing", "concern", "entry", "review", "choosing"} {
		if !visited[name] {
			t.Errorf("no key led to %s", name)
		}
	}
}

// strikes presses a key that may mean nothing here; what is asked is answered
// with the safe answer.
func (p *person) strikes(name string) {
	k := steps.Key(name)
	if name == "space" {
		k = tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	if name == "/" && !steps.Typing(p.v) {
		p.v.Filter()
		return
	}
	cmd, _ := component.Route(p.v, p.v.Actions(), k)
	p.quick(cmd)
}

// quick runs what a key asked for, but for the timer of typed text.
func (p *person) quick(cmd tea.Cmd) {
	if p.v.soon.Waiting() {
		p.v.soon.Stop()
		cmd = p.v.Flush()
	}
	p.runs(cmd)
}

func stageName(s component.Component) string {
	switch s.(type) {
	case *home:
		return "home"
	case *gate:
		return "gate"
	case *form:
		return "form"
	case *items:
		return "walk"
	case *summary:
		return "closing"
	case *concernPage:
		return "concern"
	case *entryForm:
		return "entry"
	case *review:
		return "review"
	case *choosing:
		return "choosing"
	}
	return "another"
}
