package app

import (
	"slices"
	"testing"
	"time"

	"isspp/model"
	"isspp/ui/checklist"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// cabinet keeps walkthroughs and entries in memory, as open notes do.
type cabinet struct {
	walks   []model.Walkthrough
	entries []model.ConcernEntry
}

func (d *cabinet) Walkthroughs() []model.Walkthrough    { return slices.Clone(d.walks) }
func (d *cabinet) ConcernEntries() []model.ConcernEntry { return slices.Clone(d.entries) }
func (d *cabinet) DiscardWalkthrough(string) error      { return nil }
func (d *cabinet) DiscardConcernEntry(string) error     { return nil }
func (d *cabinet) SaveWalkthrough(w *model.Walkthrough) error {
	d.walks = slices.DeleteFunc(d.walks, func(o model.Walkthrough) bool { return o.ID == w.ID })
	d.walks = append(d.walks, w.Clone())
	return nil
}

func (d *cabinet) SaveConcernEntry(e *model.ConcernEntry) error {
	d.entries = slices.DeleteFunc(d.entries, func(o model.ConcernEntry) bool { return o.ID == e.ID })
	d.entries = append(d.entries, *e)
	return nil
}

// kept is a cabinet with a concern of every group.
func kept() *cabinet {
	d := &cabinet{}
	place := func(id, text string) model.Place {
		return model.Place{List: "signs", Domain: "signs/gang", Item: model.Item{ID: "signs/gang/" + id, Text: text}}
	}
	walk := func(id, concern, ref, setting string, at time.Time, answer model.Answer) {
		w := model.Walkthrough{
			ID: id, Concern: concern, Ref: ref, Setting: setting, YearGroup: "9", By: "A. Lead, DSL",
			Edition: "2023–24", Started: at,
		}
		w.SetAnswer(place("new-nickname", "New nickname"), answer, at)
		w.SetAnswer(place("unexplained-physical-injuries", "Unexplained physical injuries"), model.Seen, at)
		w.SetEvidence(place("unexplained-physical-injuries", "Unexplained physical injuries"), model.Observed,
			"A bruise on the left wrist, 2 cm, round, yellow", at)
		w.Finished = at.Add(12 * time.Minute)
		d.walks = append(d.walks, w)
	}
	entry := func(concern, ref string, kind model.EntryKind, at time.Time, set func(*model.ConcernEntry)) {
		e := model.ConcernEntry{
			ID: concern + string(kind), Concern: concern, Ref: ref, Kind: kind, By: "A. Lead, DSL",
			Recorded: at, Kept: true,
		}
		set(&e)
		d.entries = append(d.entries, e)
	}
	day := func(n int) time.Time { return monday.AddDate(0, 0, n) }
	walk("one", "", "REF-123", "St Aloysius RC College", day(-14), model.DontKnow)
	walk("two", "one", "REF-123", "St Aloysius RC College", day(0).Add(-time.Hour), model.Told)
	entry("one", "REF-123", model.KindDecision, day(-14).Add(time.Hour), func(e *model.ConcernEntry) {
		e.Text, e.Reasons, e.Family = "Refer to CSCT; see the child daily",
			"An injury without explanation, and a change of friends", "Mother told by phone at 15:10"
	})
	entry("one", "REF-123", model.KindAction, day(-14).Add(2*time.Hour), func(e *model.ConcernEntry) {
		e.Text, e.Owner, e.Due = "Ring CSCT for the outcome", "A. Lead", "2026-11-20"
	})
	walk("three", "", "REF-77", "Beacon High School", day(-3), model.NotSeen)
	walk("four", "", "REF-9", "Central Foundation Boys' School", day(-21), model.NotSeen)
	entry("four", "REF-9", model.KindFiling, day(-20),
		func(e *model.ConcernEntry) { e.System, e.On = "the school's own record", "2026-11-03" })
	return d
}

// opensConcerns opens notes with concerns in them, at the Checklist.
func (p *person) opensConcerns() {
	list, ok := p.m.tabs[1].View.(*checklist.View)
	if !ok {
		p.t.Fatal("the second tab is not the checklist")
	}
	p.m.env.Notes = component.NotesOpen
	p.runs(list.Keep(kept()))
	p.presses("2")
}

// concernPlaces are the screens of a concern's life, with notes open.
func concernPlaces() []place {
	return []place{
		{"concerns", (*person).opensConcerns},
		{"concerns-search", func(p *person) { p.opensConcerns(); p.presses("/"); p.types("bruise wrist") }},
		{"concern", func(p *person) { p.opensConcerns(); p.presses("enter") }},
		{"decision", func(p *person) {
			p.opensConcerns()
			p.presses("enter", "d", "ctrl+s")
		}},
		{"sharing", func(p *person) { p.opensConcerns(); p.presses("enter", "s", "tab") }},
		{"correction", func(p *person) { p.opensConcerns(); p.presses("enter", "up", "up", "c", "enter") }},
		{"review", func(p *person) { p.opensConcerns(); p.presses("enter", "v") }},
	}
}

func TestEachScreenOfAConcernFitsAndShowsTheSafetyLine(t *testing.T) {
	for _, size := range append(sizes, [2]int{40, 8}) {
		for _, at := range concernPlaces() {
			p := sit(t, theme.Dark, theme.Unicode, size[0], size[1])
			at.steps(p)
			p.safe(at.name)
			p.fits(at.name)
		}
	}
}

func TestTheEmergencyPanelGivesAHalfWrittenDecisionBack(t *testing.T) {
	for _, at := range concernPlaces() {
		p := sit(t, theme.Mono, theme.Unicode, 80, 24)
		at.steps(p)
		before := p.m.Frame()
		p.presses("!")
		p.reads("Emergency: whom to ring now")
		p.presses("esc")
		p.takesBackTheMark(before)
		if p.m.Frame() != before {
			t.Errorf("%s is not as it was:\n%s\n---\n%s", at.name, before, p.m.Frame())
		}
	}
}
