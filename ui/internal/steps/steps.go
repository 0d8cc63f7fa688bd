// Package steps is what the tests of the views have in common: a person's keys,
// what the app does with each of them, and what is read from the screen after it.
// Only tests import it.
package steps

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"isspp/content"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// Monday is a Monday morning in term.
var Monday = time.Date(2026, 11, 23, 9, 42, 0, 0, time.UTC)

// Env is what a view is made with: the built-in protocol, no colours, and a clock
// that stands.
func Env(now time.Time) *component.Env {
	return &component.Env{
		Pack: content.Embedded(), Theme: theme.New(theme.Mono, false), Signs: theme.Unicode,
		Now: now, Clock: func() time.Time { return now },
	}
}

// Key is the message of a key by the name that actions have for it.
func Key(name string) tea.KeyPressMsg { return component.Press(name) }

// Press does what keys do, as the app routes them, and returns what they ask for.
// A key that does nothing here ends the test; one that can't be done now says why.
func Press(t testing.TB, v component.Component, keys ...string) tea.Cmd {
	t.Helper()
	var asked []tea.Cmd
	for _, k := range keys {
		cmd, ok := component.Route(v, v.Actions(), Key(k))
		if !ok {
			t.Fatalf("the key %q does nothing here:\n%s", k, Screen(v))
		}
		asked = append(asked, cmd)
	}
	return tea.Batch(asked...)
}

// PressOn is Press where each key has to be one that can be done now.
func PressOn(t testing.TB, v component.Component, keys ...string) {
	t.Helper()
	for _, k := range keys {
		if a, ok := component.Find(v.Actions(), k); ok && a.Disabled != "" && !Typing(v) {
			t.Fatalf("the key %q can't be done here (%s):\n%s", k, a.Disabled, Screen(v))
		}
		Press(t, v, k)
	}
}

// Typing reports whether letters are text just now.
func Typing(v component.Component) bool {
	typing, _ := component.IsTyping(v.Actions())
	return typing
}

// Write types a text. What it asks for, such as to be sealed in a second, isn't
// waited for.
func Write(t testing.TB, v component.Component, text string) {
	t.Helper()
	for _, r := range text {
		Press(t, v, string(r))
	}
}

// Run carries a command out to its end: do gets each of its messages, those of a
// batch one after the other.
func Run(cmd tea.Cmd, do func(tea.Msg)) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			Run(c, do)
		}
	default:
		do(msg)
	}
}

// Screen is what a view shows, without paint.
func Screen(v component.Component) string { return ansi.Strip(strings.Join(v.View(), "\n")) }

// Shows reads texts from the screen.
func Shows(t testing.TB, v component.Component, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !Reads(Screen(v), text) {
			t.Errorf("%q is not shown:\n%s", text, Screen(v))
		}
	}
}

// Reads reports whether a text stands on a screen as a person reads it: within a
// line, or over several lines of one pane.
func Reads(screen, text string) bool {
	return strings.Contains(screen, text) || strings.Contains(flow(screen), strings.Join(strings.Fields(text), " "))
}

// flow is a screen's panes one after the other, each as one line of words. Borders
// and the bars before rows and call-outs are no words.
func flow(screen string) string {
	var panes [][]string
	for _, line := range strings.Split(screen, "\n") {
		for i, part := range strings.Split(line, "│") {
			for len(panes) <= i {
				panes = append(panes, nil)
			}
			panes[i] = append(panes[i], strings.Fields(strings.ReplaceAll(part, "▌", " "))...)
		}
	}
	var out []string
	for _, words := range panes {
		out = append(out, strings.Join(words, " "))
	}
	return strings.Join(out, "\n")
}
