package present

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/ansi"

	"isspp/content"
	"isspp/ui/component"
	"isspp/ui/internal/steps"
	"isspp/ui/theme"
)

// room is a person before a screen.
type room struct {
	t     *testing.T
	m     *Screen
	clock *time.Time
}

// home gives isspp's small files a folder of the test's own.
func home(t *testing.T) {
	t.Helper()
	dir := scratch(t)
	state, runtime := xdg.StateHome, xdg.RuntimeDir
	xdg.StateHome, xdg.RuntimeDir = filepath.Join(dir, "state"), filepath.Join(dir, "run")
	if err := os.Mkdir(xdg.RuntimeDir, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { xdg.StateHome, xdg.RuntimeDir = state, runtime })
}

// scratch is a folder for a test. What can't be removed from it is left: an
// emulated Windows refuses for a while.
func scratch(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "isspp-present-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func enter(t *testing.T, o Options) *room {
	t.Helper()
	if !strings.Contains(xdg.StateHome, "isspp-present-") {
		t.Fatal("a presentation would write to the person's own folders: home comes first")
	}
	now := when
	r := &room{t: t, clock: &now}
	o.Theme, o.Clock = theme.Dark, func() time.Time { return *r.clock }
	if o.Pack == nil {
		o.Pack = content.Embedded()
	}
	r.m = New(o)
	r.m.ticking = true // no test waits for the clock
	r.size(80, 24)
	if _, planning := r.m.panel.(*planner); planning {
		r.press("enter")
	}
	return r
}

// do runs commands until there are none.
func (r *room) do(cmd tea.Cmd) { steps.Run(cmd, r.send) }

func (r *room) size(w, h int) { r.send(tea.WindowSizeMsg{Width: w, Height: h}) }

func (r *room) send(msg tea.Msg) {
	_, cmd := r.m.Update(msg)
	r.do(cmd)
}

// press presses keys by their names, or types letters.
func (r *room) press(keys ...string) {
	for _, k := range keys {
		switch msg := steps.Key(k); {
		case k == "space":
			r.send(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
		case msg.Text == "":
			r.send(msg)
		default:
			for _, c := range k {
				r.send(steps.Key(string(c)))
			}
		}
	}
}

func (r *room) screen() string {
	frame := ansi.Strip(r.m.Frame())
	for _, l := range strings.Split(frame, "\n") {
		if n := component.Width(l); n > r.m.w {
			r.t.Errorf("a row of %d cells: %q", n, l)
		}
	}
	if n := strings.Count(frame, "\n") + 1; component.Fits(r.m.w, r.m.h) && n != r.m.h {
		r.t.Errorf("%d rows on a screen of %d", n, r.m.h)
	}
	return strings.Join(strings.Fields(frame), " ")
}

func (r *room) sees(texts ...string) {
	r.t.Helper()
	got := r.screen()
	for _, text := range texts {
		if !strings.Contains(got, text) {
			r.t.Errorf("no %q on the screen: %s", text, got)
		}
	}
}

func (r *room) seesNo(texts ...string) {
	r.t.Helper()
	got := r.screen()
	for _, text := range texts {
		if strings.Contains(got, text) {
			r.t.Errorf("%q is on the screen: %s", text, got)
		}
	}
}

const danger = "Danger now: 999 · Police 101 · CSCT 020 7527 7400"
