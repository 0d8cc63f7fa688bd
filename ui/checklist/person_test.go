package checklist

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/internal/steps"
)

var monday = steps.Monday

// lead is who records.
const lead = "A. Lead, DSL"

// book keeps walkthroughs and entries in memory and can refuse to.
type book struct {
	saves     []model.Walkthrough
	entries   []model.ConcernEntry
	now       func() time.Time
	discarded []string
	refuses   error
}

func (b *book) SaveWalkthrough(w *model.Walkthrough) error {
	if b.refuses != nil {
		return b.refuses
	}
	b.saves = append(b.saves, w.Clone())
	return nil
}

func (b *book) DiscardWalkthrough(id string) error {
	if b.refuses != nil {
		return b.refuses
	}
	b.discarded = append(b.discarded, id)
	b.saves = slices.DeleteFunc(b.saves, func(w model.Walkthrough) bool { return w.ID == id })
	return nil
}

func (b *book) Walkthroughs() []model.Walkthrough {
	var out []model.Walkthrough
	for _, w := range slices.Backward(b.saves) {
		if !slices.ContainsFunc(out, func(o model.Walkthrough) bool { return o.ID == w.ID }) {
			out = append(out, w)
		}
	}
	return out
}

func (b *book) SaveConcernEntry(e *model.ConcernEntry) error {
	if b.refuses != nil {
		return b.refuses
	}
	if b.now != nil {
		e.Recorded = b.now()
	}
	i := slices.IndexFunc(b.entries, func(o model.ConcernEntry) bool { return o.ID == e.ID })
	switch {
	case i < 0:
		b.entries = append(b.entries, *e)
	case b.entries[i].Kept:
		return errors.New("it is kept already")
	default:
		b.entries[i] = *e
	}
	return nil
}

func (b *book) DiscardConcernEntry(id string) error {
	if b.refuses != nil {
		return b.refuses
	}
	b.discarded = append(b.discarded, id)
	b.entries = slices.DeleteFunc(b.entries, func(e model.ConcernEntry) bool { return e.ID == id })
	return nil
}

func (b *book) ConcernEntries() []model.ConcernEntry { return slices.Clone(b.entries) }

func (b *book) last(t testing.TB) model.Walkthrough {
	t.Helper()
	if len(b.saves) == 0 {
		t.Fatal("nothing was saved")
	}
	return b.saves[len(b.saves)-1]
}

// person sits in front of the tab. A slow disk leaves saves waiting until
// writes is called.
type person struct {
	t       testing.TB
	v       *View
	now     time.Time
	slow    bool
	waiting []tea.Cmd
	notice  component.Noticed
	asked   []tea.Msg
	// named is who was named as the one who records.
	named string
	// question is the last that the app put before something that can't be
	// taken back.
	question component.Confirm
}

func sit(t testing.TB, k component.Keeper, w, h int) *person {
	t.Helper()
	p := &person{t: t, now: monday}
	env := steps.Env(monday)
	env.Clock, env.Notes, env.Recorder = func() time.Time { return p.now }, component.NotesNone, lead
	p.v = New(env)
	p.v.SetSize(w, h)
	if b, ok := k.(*book); ok {
		b.now = env.Clock
	}
	if k != nil {
		env.Notes = component.NotesOpen
		p.runs(p.v.Keep(k))
	}
	return p
}

func (p *person) runs(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if p.slow {
		p.waiting = append(p.waiting, cmd)
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			p.runs(c)
		}
	case component.Noticed:
		p.notice = msg
	case component.Confirm:
		p.question = msg
	case component.AskMsg:
		p.asked = append(p.asked, msg)
	case component.RecorderMsg:
		p.named = msg.Who
	default:
		p.runs(p.v.Update(msg))
	}
}

// writes lets a slow disk carry out what waits.
func (p *person) writes() {
	p.slow = false
	for _, cmd := range p.waiting {
		p.runs(cmd)
	}
	p.waiting = nil
}

// waits lets the time pass after which typed text is saved.
func (p *person) waits() {
	p.t.Helper()
	if !p.v.soon.Waiting() {
		p.t.Error("nothing waits to be saved")
	}
	p.runs(p.v.Update(component.SoonMsg{Soon: "walkthrough"}))
}

func (p *person) presses(keys ...string) {
	p.t.Helper()
	for _, k := range keys {
		p.now = p.now.Add(time.Second)
		p.key(k, steps.Key(k))
		p.honest()
	}
}

func (p *person) types(text string) {
	p.t.Helper()
	for _, r := range text {
		p.key(string(r), tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// key does what a key does, as the app routes it.
func (p *person) key(name string, k tea.KeyPressMsg) {
	p.t.Helper()
	if do := p.question.Do; do != nil && (name == "y" || name == "esc") {
		p.question = component.Confirm{} // the app has the keys while it asks
		if name == "y" {
			p.runs(do())
		}
		return
	}
	before := p.v.soon.Waiting()
	cmd, taken := component.Route(p.v, p.v.Actions(), k)
	if !taken {
		p.t.Fatalf("the key %q does nothing here:\n%s", name, p.screen())
	}
	if !before && p.v.soon.Waiting() {
		return // a timer was started: waits lets it run out
	}
	p.runs(cmd)
}

func (p *person) screen() string { return ansi.Strip(strings.Join(p.v.View(), "\n")) }

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

var (
	scoring = regexp.MustCompile(`(?i)\bscores?\b|%|\btotal\b|\blevel\b|\brisk of\b|\brating\b|\btrend\b`)
	counted = regexp.MustCompile(`(?i)\b\d+\s*(?:/\s*\d+\s*|of \d+ )?(?:items? |signs? |factors? )?(?:present|seen|told|ticked)\b|\b(?:seen|told|present)\s*[:(]\s*\d`)
)

// honest checks that the screen counts nothing but what was considered. What
// the protocol itself says stays as printed.
func (p *person) honest() {
	p.t.Helper()
	for _, l := range strings.Split(p.screen(), "\n") {
		if found := scoring.FindString(l); found != "" && !printed(p.v.env.Pack, l) {
			p.t.Errorf("%q is on the screen: %s", found, l)
		}
		if found := counted.FindString(l); found != "" {
			p.t.Errorf("a count of what is present: %q in %s", found, l)
		}
	}
}

// printed tells whether the words around a match stand in the pack.
func printed(pack *content.Pack, line string) bool {
	words := strings.Fields(strings.Trim(line, " •▌│"))
	at := slices.IndexFunc(words, func(w string) bool { return scoring.MatchString(w) || w == "risk" })
	if at < 0 {
		return false
	}
	from, to := max(at-1, 0), min(at+2, len(words))
	near := strings.Join(words[from:to], " ")
	for _, l := range pack.Lists() {
		for _, b := range l.Intro {
			if strings.Contains(b.Plain(), near) {
				return true
			}
		}
		for _, d := range l.Domains {
			if strings.Contains(d.Title, near) || slices.ContainsFunc(d.Guidance,
				func(b model.Block) bool { return strings.Contains(b.Plain(), near) }) {
				return true
			}
			if slices.ContainsFunc(d.Items, func(it model.Item) bool { return strings.Contains(it.Text, near) }) {
				return true
			}
		}
	}
	return slices.ContainsFunc(pack.Notes(), func(n model.Note) bool { return strings.Contains(n.Text, near) })
}

// walking has gone through the gate and the form, and stands at the first sign.
func walking(t testing.TB, k component.Keeper, w, h int) *person {
	t.Helper()
	p := sit(t, k, w, h)
	p.presses("n", "enter")
	p.types("REF-123")
	p.presses("enter")
	p.types("aloysius")
	p.presses("ctrl+s")
	return p
}
