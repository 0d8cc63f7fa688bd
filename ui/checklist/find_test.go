package checklist

import (
	"slices"
	"strings"
	"testing"

	"isspp/model"
)

func TestSearchFindsAConcernByAnyOfItsWords(t *testing.T) {
	b := &book{}
	p := finished(t, b, 120, 34)
	p.presses("a")
	p.fills("A bruise on the left wrist")
	p.presses("ctrl+s", "esc")
	p.v.Filter()
	p.types("wrist bru")
	p.says("REF-123", "A bruise on the left wrist")
	p.types("x")
	p.says("No saved record contains all these words.")
	p.presses("backspace", "enter")
	p.says("What is added: A bruise on the left wrist")
}

func TestTheItemsOfAllSectionsAreSearchedAndAnswered(t *testing.T) {
	p := walking(t, nil, 120, 34)
	p.v.Filter()
	p.types("knife")
	p.says("Obtaining or carrying a weapon")
	p.presses("ctrl+u")
	p.types("carrying weapon")
	p.says("Obtaining or carrying a weapon")
	p.presses("enter", "t", "e")
	p.types("He showed me a knife")
	p.presses("esc")
	if !strings.Contains(p.notice.Text, "999") {
		t.Errorf("a knife in the evidence says %q", p.notice.Text)
	}
	e := slices.DeleteFunc(slices.Clone(p.v.live.Entries), func(e model.Entry) bool { return e.Answer != model.Told })
	if len(e) != 1 || e[0].List != "risk" || e[0].Domain != "risk/child" {
		t.Errorf("recorded as %+v", e)
	}
	p.presses("esc")
	k, ok := p.v.stage.(*items)
	if it, _ := k.item(); !ok || it.Item.ID != e[0].Item || k.find != nil {
		t.Errorf("stands at %q", it.Item.ID)
	}
}

func TestAnySectionCanBeJumpedTo(t *testing.T) {
	p := walking(t, nil, 60, 12)
	p.presses("o")
	p.says("To which section?", "of 20 considered")
	p.presses("G", "enter")
	k, ok := p.v.stage.(*items)
	if !ok || k.section != len(k.lists.Sections)-1 {
		t.Error("not in the last section")
	}
}
