package app

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"isspp/content"
	"isspp/model"
	"isspp/ui/checklist"
	"isspp/ui/component"
	"isspp/ui/directory"
	"isspp/ui/internal/steps"
	"isspp/ui/protective"
	"isspp/ui/protocol"
	"isspp/ui/rota"
	"isspp/ui/theme"
)

var monday = steps.Monday

// host stands for the process: it only remembers what it was asked.
type host struct {
	status, busy string
	unlocks      int
	got          []tea.Msg
}

func (h *host) Status() string { return h.status }
func (h *host) Actions() []component.Action {
	return []component.Action{{
		ID: "unlock", Binding: component.Keys("unlock notes", "u"), Help: "Unlock your private notes",
		Run: func() tea.Cmd { h.unlocks++; return nil },
	}}
}
func (h *host) Busy() string               { return h.busy }
func (h *host) Handle(msg tea.Msg) tea.Cmd { h.got = append(h.got, msg); return nil }
func (h *host) Quit() tea.Cmd              { return tea.Quit }

// person sits in front of the app: presses keys and reads the screen.
type person struct {
	t    testing.TB
	m    *Model
	host *host
	left bool
}

func sit(t testing.TB, theme string, signs theme.Glyphs, w, h int) *person {
	t.Helper()
	return sitWith(t, content.Embedded(), theme, signs, w, h)
}

func sitWith(t testing.TB, pack *content.Pack, theme string, signs theme.Glyphs, w, h int) *person {
	t.Helper()
	clock := func() time.Time { return monday }
	env := &component.Env{
		Pack: pack, Signs: signs, Clock: clock, Now: monday, Notes: component.NotesNone,
		Local: &model.Local{File: filepath.Join(t.TempDir(), "isspp", content.LocalFile)},
	}
	at := &host{status: "notes locked"}
	p := &person{t: t, host: at, m: New(Options{
		Env: env, Theme: theme, Mouse: true, Host: at, Clock: clock,
		Tabs: []Tab{
			{Name: "Rota", View: rota.New(env)},
			{Name: "Checklist", Short: "Check", View: checklist.New(env)},
			{Name: "Protective", Short: "Protect", View: protective.New(env)},
			{Name: "Directory", View: directory.New(env)},
			{Name: "Protocol", View: protocol.New(env)},
		},
	})}
	p.sends(tea.WindowSizeMsg{Width: w, Height: h})
	return p
}

// sends gives the app a message and carries out what it asks for in return.
func (p *person) sends(msg tea.Msg) {
	_, cmd := p.m.Update(msg)
	p.runs(cmd)
}

func (p *person) runs(cmd tea.Cmd) {
	steps.Run(cmd, func(msg tea.Msg) {
		if _, quit := msg.(tea.QuitMsg); quit {
			p.left = true
			return
		}
		p.sends(msg)
	})
}

func (p *person) presses(keys ...string) {
	p.t.Helper()
	for _, k := range keys {
		p.sends(steps.Key(k))
	}
}

func (p *person) types(text string) {
	for _, r := range text {
		p.sends(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func (p *person) screen() string { return ansi.Strip(p.m.Frame()) }

func (p *person) reads(texts ...string) {
	p.t.Helper()
	for _, text := range texts {
		if !steps.Reads(p.screen(), text) {
			p.t.Errorf("%q is not on the screen:\n%s", text, p.screen())
		}
	}
}

func (p *person) missesFrom(texts ...string) {
	p.t.Helper()
	for _, text := range texts {
		if strings.Contains(p.screen(), text) {
			p.t.Errorf("%q is on the screen:\n%s", text, p.screen())
		}
	}
}

// fits checks that the frame is the screen's size: no line too many or too wide.
func (p *person) fits(where string) {
	p.t.Helper()
	lines := strings.Split(p.m.Frame(), "\n")
	w, h := p.m.size.w, p.m.size.h
	if len(lines) > h || (p.m.fits() && len(lines) != h) {
		p.t.Errorf("%s at %dx%d: %d lines", where, w, h, len(lines))
	}
	for i, l := range lines {
		if n := ansi.StringWidth(l); n > w {
			p.t.Errorf("%s at %dx%d: line %d is %d cells: %q", where, w, h, i, n, ansi.Strip(l))
		}
	}
}

// safe checks that the three numbers stand on the screen, each whole on a line.
func (p *person) safe(where string) {
	p.t.Helper()
	for _, number := range []string{"999", "101", "020 7527 7400"} {
		if !strings.Contains(p.screen(), number) {
			p.t.Errorf("%s at %dx%d: %s is not on the screen:\n%s", where, p.m.size.w, p.m.size.h, number, p.screen())
		}
	}
}

// place is a screen of the app and the steps that lead there.
type place struct {
	name  string
	steps func(p *person)
}

// places are every tab and everything that can lie on one.
func places() []place {
	out := make([]place, 0, 16)
	for i, name := range []string{"rota", "checklist", "protective", "directory", "protocol"} {
		out = append(out, place{name, func(p *person) { p.presses(strconv.Itoa(i + 1)) }})
	}
	return append(out,
		place{"week", func(p *person) { p.presses("v", "v") }},
		place{"gate", func(p *person) { p.presses("2", "n") }},
		place{"form", func(p *person) { p.presses("2", "n", "enter") }},
		place{"walkthrough", walking},
		place{"evidence", func(p *person) { walking(p); p.presses("e"); p.types("At the gate") }},
		place{"note", func(p *person) {
			p.presses("3", "n")
			for i, answer := range []string{"Sam **coaches** the younger ones", "REF-123", "Ask the club for a place"} {
				if i > 0 {
					p.presses("tab")
				}
				p.types(answer)
			}
			p.presses("tab", "tab")
			p.types("friday")
		}},
		place{"closing", func(p *person) { walking(p); p.presses("f") }},
		place{"emergency", func(p *person) { p.presses("!") }},
		place{"help", func(p *person) { p.presses("?") }},
		place{"palette", func(p *person) { p.presses("ctrl+k") }},
		place{"asked", func(p *person) { p.host.busy = "This walkthrough is not saved."; p.presses("q") }},
	)
}

// walking is a walkthrough with an answer of each kind.
func walking(p *person) {
	p.presses("2", "n", "enter")
	p.types("REF-123")
	p.presses("ctrl+s", "s", "down", "t", "e")
	p.types("“They call me Smalls now”")
	p.presses("esc", "down", "n", "down", "d", "down")
}
