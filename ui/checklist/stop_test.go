package checklist

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// at is the line of the screen that holds a text, or -1.
func at(p *person, text string) int {
	for i, l := range strings.Split(p.screen(), "\n") {
		if strings.Contains(l, text) {
			return i
		}
	}
	return -1
}

func TestWordsThatNeedHelpAtOnceSaySoAboveTheEvidenceWhileItIsTyped(t *testing.T) {
	for _, size := range sizes {
		p := walking(t, nil, size[0], size[1])
		p.presses("t", "e")
		p.types("He was rap")
		p.missesFrom("Tell your DSL now")
		p.types("ed by")
		p.reads("“raped”: 999 in danger, CSCT 020 7527 7400.")
		if stop, text := at(p, "“raped”"), at(p, "He was raped by"); stop < 0 || text >= 0 && stop > text {
			t.Errorf("%v: the text is on line %d, what it calls for on %d", size, text, stop)
		}
		for range 5 {
			p.presses("backspace")
		}
		p.missesFrom("Tell your DSL now")
		p.v.Update(tea.PasteMsg{Content: " strangled"})
		p.reads("“strangled”: 999 in danger")
		p.presses("esc")
		p.missesFrom("“strangled”: 999 in danger") // the app's own line says it from here on
		p.presses("f")
		if page := closing(p); !strings.Contains(page, "Turn to first") ||
			!strings.Contains(page, "the evidence says “strangled”") {
			t.Errorf("the closing page says %q", page)
		}
	}
}

func TestAnAdditionSaysAtOnceWhatAWordCallsFor(t *testing.T) {
	p := finished(t, &book{}, 120, 34)
	p.presses("a")
	p.fills("She wants to die")
	p.reads("“wants to die”: 999 in danger, CSCT 020 7527 7400. Is anyone in danger now?")
}
