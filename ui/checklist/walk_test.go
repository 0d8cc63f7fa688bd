package checklist

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

var sizes = [][2]int{{60, 13}, {80, 21}, {120, 37}, {200, 57}}

func TestFromTheGateToTheClosingPage(t *testing.T) {
	for _, size := range sizes {
		p := sit(t, nil, size[0], size[1])
		p.presses("n")
		p.reads("First: is anyone in danger now?", "999", "101", "020 7527 7400")
		p.presses("enter")
		p.reads("Who, where, when")
		p.types("REF-123")
		p.presses("enter")
		p.types("city of london")
		p.reads("Several fit", "City of London Academy, Islington")
		p.presses("down", "down", "down", "down", "enter")
		none, some := "20 items", "16 left"
		if size[0] < component.TwoPanes {
			none, some = "0 considered", "4 considered"
		}
		p.reads("Signs of gang involvement", none, "NOT SAVED")
		p.presses("s", "down", "t", "down", "n", "down", "d")
		p.reads(some)
		p.presses("f")
		p.reads("Closing page: REF-123", "Turn to first")
		page := closing(p)
		for _, want := range []string{
			"Sudden loss of interest in school", "seen, recorded 23 November 2026, 09:42",
			"None is recorded. That doesn't mean that there are none.",
			"Constantly talking about another young person", "Before you decide", "What was seen and told",
			"does not necessarily translate", "One sign",
		} {
			if !strings.Contains(page, want) {
				t.Errorf("the closing page lacks %q:\n%s", want, page)
			}
		}
		if recorded, _, _ := strings.Cut(page, "Looked for and not seen"); strings.Contains(recorded,
			"Writing post codes on books") {
			t.Error("what was not seen is listed as if it were")
		}
	}
}

// closing is the whole closing page as running text.
func closing(p *person) string {
	s := p.v.stage.(*summary)
	var b strings.Builder
	lines := s.lay()
	if s.beside() {
		lines = append(lines, s.layTurn()...)
	}
	for _, l := range lines {
		b.WriteString(strings.Trim(ansi.Strip(l), " ▌") + " ")
	}
	return b.String()
}

func TestEveryFrameOfTheWholeWayCountsOnlyWhatWasConsidered(t *testing.T) {
	p := walking(t, nil, 120, 34)
	all := 0
	for _, l := range p.v.env.Pack.Lists() {
		_, of := p.v.live.Considered(l)
		all += of
	}
	k := p.v.stage.(*items)
	p.v.env.Advance = true
	for i := range all {
		if at, _ := k.item(); at.Item.ReadOnly {
			p.presses("right")
		}
		p.presses([]string{"s", "t", "n", "d"}[i%4])
	}
	if len(p.v.live.Entries) != all {
		t.Errorf("%d of %d items were answered by pressing on", len(p.v.live.Entries), all)
	}
	p.presses("f")
	for range 80 {
		p.presses("pgdown")
	}
}

func TestTheReferenceWarnsAndIsKept(t *testing.T) {
	p := sit(t, nil, 120, 34)
	p.presses("n", "enter")
	p.types("Jonathan Smithson")
	if model.ReferenceWarning("Jonathan Smithson") == "" {
		t.Fatal("a full name gets no warning")
	}
	p.reads(strings.Fields(model.ReferenceWarning("Jonathan Smithson"))[0])
	p.presses("ctrl+s", "f")
	p.reads("Jonathan Smithson")
}

func TestASettingIsCompletedOnlyWhereOneFits(t *testing.T) {
	p := walking(t, nil, 120, 34)
	if p.v.live.Setting != "St Aloysius RC College" || p.v.live.SettingID == "" {
		t.Errorf("the setting is %q (%q)", p.v.live.Setting, p.v.live.SettingID)
	}
	p.presses("f")
	if page := closing(p); !strings.Contains(page, "Who covers St Aloysius RC College") {
		t.Error("the closing page doesn't say who covers the setting")
	}
	p.presses("esc", "r", "down")
	for range 30 {
		p.presses("backspace")
	}
	p.types("city of london")
	p.presses("ctrl+s")
	if p.v.live.Setting != "city of london" || p.v.live.SettingID != "" {
		t.Errorf("a setting was guessed: %q (%q)", p.v.live.Setting, p.v.live.SettingID)
	}
}

func (p *person) answer(i int) model.Answer {
	k := p.v.stage.(*items)
	return p.v.live.AnswerTo(k.lists.Sections[k.section].Domain.Items[i].ID)
}

func TestTheFiveAnswersByKeyByCycleAndTakenBack(t *testing.T) {
	p := walking(t, nil, 80, 18)
	for _, step := range []struct {
		key  string
		want model.Answer
	}{
		{"s", model.Seen},
		{"t", model.Told},
		{"n", model.NotSeen},
		{"d", model.DontKnow},
		{"backspace", model.NotConsidered},
	} {
		p.presses(step.key)
		if p.answer(0) != step.want {
			t.Errorf("%s gives %q", step.key, p.answer(0))
		}
	}
	seen := map[model.Answer]bool{}
	for range 5 {
		p.presses("space")
		seen[p.answer(0)] = true
	}
	if len(seen) != 5 {
		t.Errorf("space goes through %d answers", len(seen))
	}
	p.presses("s", "down", "t", "z")
	if p.answer(0) != model.Seen || p.answer(1) != model.NotConsidered {
		t.Errorf("z leaves %q and %q", p.answer(0), p.answer(1))
	}
	p.presses("z", "z")
	if p.v.live.Ref != "REF-123" {
		t.Error("taking an answer back takes the reference with it")
	}
	for range 60 {
		p.presses("z")
	}
	if p.notice.Text != "Nothing to undo." {
		t.Errorf("z at the start says %q", p.notice.Text)
	}
}

func TestEvidenceIsKeptByKindAndComesBack(t *testing.T) {
	p := walking(t, nil, 120, 34)
	p.presses("t", "e")
	p.reads("Evidence, the child's words")
	p.types("“They call me Smalls now”")
	p.presses("tab", "tab", "tab", "tab", "enter")
	p.types("said twice")
	p.presses("esc")
	p.reads("The child's words:", "“They call me Smalls now”", "said twice”")
	e, _ := p.v.live.Entry(p.v.live.At)
	if e.Evidence != "“They call me Smalls now”\nsaid twice" || e.Kind != model.ChildsWords {
		t.Errorf("kept %q as %q", e.Evidence, e.Kind)
	}
	p.presses("e", "tab", "ctrl+s")
	if e, _ := p.v.live.Entry(p.v.live.At); e.Kind != model.ToldBy {
		t.Errorf("Tab leads to %q", e.Kind)
	}
	p.presses("z", "z")
	p.missesFrom("· evidence")
}

func TestPastedEvidenceIsCleanedAndKept(t *testing.T) {
	p := walking(t, nil, 80, 18)
	p.presses("e")
	p.v.Update(tea.PasteMsg{Content: "He \x1b[31mran\x1b[0m \u202eback\u202c\x07 at nine"})
	p.presses("esc", "s")
	if e, _ := p.v.live.Entry(firstItem(p)); e.Evidence != "He ran back at nine" {
		t.Errorf("kept %q", e.Evidence)
	}
}

func TestPastedEvidenceKeepsItsLines(t *testing.T) {
	p := walking(t, nil, 80, 18)
	p.presses("e")
	p.v.Update(tea.PasteMsg{Content: "he is\rafraid\r\rof the boys\r\nat the gate"})
	p.presses("esc", "s")
	if e, _ := p.v.live.Entry(firstItem(p)); e.Evidence != "he is\nafraid\n\nof the boys\nat the gate" {
		t.Errorf("kept %q", e.Evidence)
	}
}

// TestEvidenceOfAnItemWithoutAnAnswerAsksForIt proves that what is written down
// gets its answer in the same step, and that leaving it open loses nothing.
func TestEvidenceOfAnItemWithoutAnAnswerAsksForIt(t *testing.T) {
	p := walking(t, &book{}, 120, 34)
	p.presses("e", "tab")
	p.types("He is scared of the way home")
	p.presses("esc")
	p.reads("What is the answer to", "t  Told by the child or by another.")
	p.presses("t")
	if a := p.answer(0); a != model.Told {
		t.Errorf("t answers %q", a)
	}
	p.presses("down", "e")
	p.types("A tag on his bag")
	p.presses("esc", "enter")
	if a := p.answer(1); a != model.Seen {
		t.Errorf("Enter takes %q, not the likely answer", a)
	}
	p.presses("down", "e")
	p.types("Not sure about this one")
	p.presses("esc", "esc")
	p.reads("Not sure about this one")
	p.presses("e", "esc", "d", "e")
	p.types(" yet")
	p.presses("esc")
	p.missesFrom("What is the answer to")
	p.presses("down", "e", "esc")
	p.missesFrom("What is the answer to")
	p.presses("down", "e")
	p.types("Nobody said")
	p.presses("esc", "esc", "f")
	page := closing(p)
	_, page, _ = strings.Cut(page, "Written down, not answered yet")
	open, page, _ := strings.Cut(page, "Not known")
	if !strings.Contains(open, "Observed: Nobody said") {
		t.Errorf("what was left open is not on the page: %s", open)
	}
	unknown, _, _ := strings.Cut(page, "Before you decide")
	if !strings.Contains(unknown, "Observed: Not sure about this one yet") {
		t.Errorf("what isn't known does not stand there with its evidence: %s", unknown)
	}
}

func firstItem(p *person) string {
	k := p.v.stage.(*items)
	return k.lists.Sections[k.section].Domain.Items[0].ID
}

func TestOnlyWhatIsNotConsideredYet(t *testing.T) {
	p := walking(t, nil, 120, 34)
	p.presses("s", "a")
	p.missesFrom("Sudden loss of interest in school")
	p.presses("n")
	p.missesFrom("Graffiti style")
	p.reads("2 of 20 considered")
	p.presses("a")
	p.reads("Sudden loss of interest in school", "Graffiti style")
	k := p.v.stage.(*items)
	p.presses("a")
	for range len(k.open) {
		p.presses("d")
	}
	p.reads("Everything in this section was considered.")
	p.presses("s")
	if p.notice.Text != "No item is selected." {
		t.Errorf("an answer to nothing says %q", p.notice.Text)
	}
}

func TestAdvanceMovesOnIntoTheNextSection(t *testing.T) {
	p := walking(t, nil, 120, 34)
	p.presses("s")
	if k := p.v.stage.(*items); k.list.At != 0 {
		t.Error("it moves on without being asked to")
	}
	p.presses("m", "G", "n")
	k := p.v.stage.(*items)
	if k.section != 1 || k.list.At != 0 {
		t.Errorf("at section %d, item %d", k.section, k.list.At)
	}
	if !p.v.env.Advance {
		t.Error("the choice is forgotten with the walkthrough")
	}
}

func TestJumpingBetweenSectionsStopsAtBothEnds(t *testing.T) {
	p := walking(t, nil, 60, 13)
	k := p.v.stage.(*items)
	p.presses("left")
	if k.section != 0 {
		t.Error("left of the first section is the last")
	}
	for range len(k.lists.Sections) + 2 {
		p.presses("right")
	}
	if k.section != len(k.lists.Sections)-1 {
		t.Errorf("at section %d of %d", k.section, len(k.lists.Sections))
	}
	last := k.lists.Sections[k.section].Domain
	if !p.v.Open(last.Items[0].ID) || p.v.Open("directory/wipers") {
		t.Error("Open takes the wrong ids")
	}
}

func TestNoFrameIsTallerOrWiderThanItsScreen(t *testing.T) {
	for _, size := range sizes {
		p := walking(t, nil, size[0], size[1])
		k := p.v.stage.(*items)
		for range len(k.lists.Sections) {
			for _, key := range []string{"G", "s", "g"} {
				p.presses(key)
				p.within()
			}
			p.presses("right")
		}
		p.presses("e")
		p.v.Update(tea.PasteMsg{Content: strings.Repeat("a long sentence about what happened ", 20)})
		p.within()
		if c := p.v.Cursor(); c == nil || c.Y >= size[1] || c.X >= size[0] {
			t.Errorf("the cursor stands at %v", c)
		}
		p.presses("esc")
		p.within() // an item of two lines is asked about, and whole
		p.presses("s", "f")
		p.within()
	}
}

func (p *person) within() {
	p.t.Helper()
	lines := p.v.View()
	if len(lines) > p.v.h {
		p.t.Errorf("%d lines at %dx%d", len(lines), p.v.w, p.v.h)
	}
	for _, l := range lines {
		if component.Width(l) > p.v.w {
			p.t.Errorf("%d cells at %dx%d: %s", component.Width(l), p.v.w, p.v.h, l)
		}
	}
}

func BenchmarkMove(b *testing.B) {
	for _, w := range []int{80, 120} {
		b.Run(map[int]string{80: "80", 120: "120"}[w], func(b *testing.B) {
			p := walking(b, nil, w, 34)
			k := p.v.stage.(*items)
			p.v.View()
			n := 0
			b.ReportAllocs()
			for b.Loop() {
				step := 1
				if n/15%2 == 1 {
					step = -1
				}
				n++
				k.move(step)
				p.v.View()
			}
		})
	}
}

func TestStatementsAboutGroupsAreReadAndNotAnswered(t *testing.T) {
	for _, size := range sizes {
		p := walking(t, nil, size[0], size[1])
		k := p.v.stage.(*items)
		k.goTo("girls/risk/not-all-had-been-excluded-some-had-simply")
		if component.Framed(size[1]) {
			p.reads("to read only", "About groups: read it")
		}
		p.presses("s", "t", "n", "d", "space", "e")
		if k.evidence != nil || len(p.v.live.Entries) > 0 {
			t.Errorf("%v: recorded %+v", size, p.v.live.Entries)
		}
		p.presses("right", "s")
		if len(p.v.live.Entries) != 1 {
			t.Errorf("%v: the next section records %+v", size, p.v.live.Entries)
		}
		p.presses("f")
		if page := closing(p); !strings.Contains(page, "Additional risk factors for girls: to read only") {
			t.Errorf("%v: the closing page counts them", size)
		}
	}
}
