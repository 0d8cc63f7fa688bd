package protocol

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"isspp/ui/component"
	"isspp/ui/internal/steps"
)

func shown(t testing.TB, w, h int) *View {
	t.Helper()
	v := New(steps.Env(steps.Monday))
	v.SetSize(w, h)
	return v
}

var press, write, wants, screen = steps.PressOn, steps.Write, steps.Shows, steps.Screen

func TestATrainerScrollsTableOne(t *testing.T) {
	v := shown(t, 120, 33)
	if !v.Open("risk/family") {
		t.Fatal("the domain can't be opened")
	}
	wants(t, v, "Risk factors", "Child's Family", "• ")
	press(t, v, "space")
	wants(t, v, "Peers")
	press(t, v, "g")
	wants(t, v, "Risk factors indicate an increased likelihood")
}

func TestContentsThenTextOnANarrowScreen(t *testing.T) {
	v := shown(t, 60, 10)
	wants(t, v, "Introduction", "Aims")
	press(t, v, "down", "down", "enter")
	wants(t, v, "Aims")
	if strings.Contains(screen(v), "Recommendations") {
		t.Error("contents and text share a narrow screen")
	}
	for _, l := range v.View() {
		if component.Width(l) > 60 {
			t.Errorf("%q is wider than the screen", ansi.Strip(l))
		}
	}
	press(t, v, "esc")
	wants(t, v, "Recommendations")
}

func TestSearchCountsMatchesAndGoesOnIntoTheNextSection(t *testing.T) {
	v := shown(t, 120, 33)
	v.Open("introduction")
	v.Filter()
	write(t, v, "trauma")
	press(t, v, "enter")
	wants(t, v, "match 1 of")
	first := v.current().id
	for range 60 {
		press(t, v, "n")
		if v.current().id != first {
			break
		}
	}
	if v.current().id == first {
		t.Error("n never leaves the section")
	}
	wants(t, v, "match 1 of")
	press(t, v, "N")
	if v.current().id != first {
		t.Errorf("N goes to %s and not back to %s", v.current().id, first)
	}
	press(t, v, "esc")
	if strings.Contains(screen(v), "match") {
		t.Error("Esc leaves the search standing")
	}
}

func TestSearchFindsAPhraseThatALineBreaks(t *testing.T) {
	v := shown(t, 60, 10)
	v.Open("risk-factors")
	v.Filter()
	write(t, v, "lower-level symptoms present earlier")
	press(t, v, "enter")
	wants(t, v, "match 1 of 1")
	marked := 0
	for _, r := range v.search.matches[0] {
		marked += r.to - r.from
	}
	if marked < len("lower-level symptoms present earlier")-3 {
		t.Errorf("%d cells are marked", marked)
	}
}

func TestSearchFindsAPhraseInsideATablesColumn(t *testing.T) {
	v := shown(t, 120, 33)
	v.Open("delivery-plan")
	v.Filter()
	write(t, v, "high quality ed psych training for school staff")
	wants(t, v, "match 1 of 1")
}

func TestSearchSaysWhereNothingIs(t *testing.T) {
	v := shown(t, 120, 33)
	v.Filter()
	write(t, v, "zzzz")
	wants(t, v, "not in this section")
	press(t, v, "enter")
	wants(t, v, "nowhere in the protocol")
}

func TestThePlanByPartner(t *testing.T) {
	for _, size := range [][2]int{{120, 33}, {60, 10}} {
		v := shown(t, size[0], size[1])
		v.Open("delivery-plan")
		wants(t, v, "1) Develop closer links", "every partner")
		press(t, v, "p")
		wants(t, v, "Plan: Schools")
		all := pageText(v)
		if strings.Contains(all, "Dedicated YOT education officer") || !strings.Contains(all, "get back into school") {
			t.Errorf("Schools alone shows another's actions")
		}
		press(t, v, "p", "p")
		wants(t, v, "Plan: Council")
		press(t, v, "p")
		wants(t, v, "every partner")
		if all = pageText(v); !strings.Contains(all, "Row 4 comes close") {
			t.Error("the mapping does not stand beside its row")
		}
	}
}

func pageText(v *View) string {
	var out strings.Builder
	for _, l := range v.pageOf(v.current()).lines {
		out.WriteString(l.Plain + "\n")
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

func TestNotesStandBesideTheText(t *testing.T) {
	v := shown(t, 120, 33)
	v.Open("rota")
	wants(t, v, "Note", "Source:")
	v.Open("primary-support/arc-framework")
	wants(t, v, "Note")
	v.Open("glossary/YOT")
	wants(t, v, "YOT")
	if v.Open("nowhere/at-all") || v.Open("") {
		t.Error("an unknown id is opened")
	}
}

func TestEveryEntryOfTheContentsFitsEverySize(t *testing.T) {
	for _, size := range [][2]int{{60, 10}, {80, 19}, {120, 33}, {240, 63}} {
		v := shown(t, size[0], size[1])
		v.load()
		for i := range v.contents {
			v.show(i)
			v.read(true)
			lines := v.View()
			if len(lines) > size[1] {
				t.Errorf("%s at %v: %d lines", v.contents[i].id, size, len(lines))
			}
			for _, l := range v.pageOf(v.contents[i]).lines {
				if component.Width(l.Text) > v.pageSize() ||
					strings.TrimRight(strings.Replace(ansi.Strip(l.Text), "▌", " ",
						1), " ") != strings.TrimRight(l.Plain, " ") {
					t.Errorf("%s at %v: %q, plain %q", v.contents[i].id, size, ansi.Strip(l.Text), l.Plain)
				}
			}
		}
	}
}

func BenchmarkMove(b *testing.B) {
	v := shown(b, 120, 33)
	v.Open("risk-factors")
	v.View()
	n := 0
	for b.Loop() {
		key := "down"
		if n/20%2 == 1 {
			key = "up"
		}
		n++
		press(b, v, key)
		v.View()
	}
}

func BenchmarkLayOut(b *testing.B) {
	v := shown(b, 120, 33)
	v.Open("risk-factors")
	for b.Loop() {
		v.Update(component.RedrawMsg{})
		v.View()
	}
}
