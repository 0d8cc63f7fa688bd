package content_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"isspp/content"
	"isspp/content/packtest"
	"isspp/model"
)

// A made-up town's protocol, with its own headings, ids, sections and kinds of
// day, reads as whole as the embedded one.
func TestAnotherTownsProtocolReads(t *testing.T) {
	p := packtest.Brackwater(t)
	if e := p.Edition(); e.Place != "Brackwater" || e.Short != "HSC" {
		t.Errorf("the edition is %+v", e)
	}
	settings := p.Rota().Settings
	tuesday := time.Date(2031, 2, 4, 9, 0, 0, 0, time.UTC)
	if len(settings) != 5 || settings[1].On(tuesday) != model.CoveredYes ||
		settings[0].On(tuesday) != model.CoveredNo || settings[3].On(tuesday) != model.CoveredWhenRequired {
		t.Errorf("the rota is %+v", settings)
	}
	var lists []string
	items := 0
	for _, l := range p.Lists() {
		lists = append(lists, l.ID)
		items += len(l.Places())
	}
	if !slices.Equal(lists, []string{"signs", "risk", "protective", "girls"}) || items != 15 {
		t.Errorf("the lists are %v with %d items", lists, items)
	}
	if n := len(p.Directory().Services()); n != 4 {
		t.Errorf("%d services", n)
	}
	if hits := p.Index().Search("smugling"); len(hits) == 0 {
		t.Error("a misspelt word finds nothing")
	}
	if w := packtest.OwnWords(p); len(w) < 20 {
		t.Errorf("only %d words of its own: %v", len(w), w)
	}
}

// Neither protocol has a word of the other's own, so that either's can be told
// from the other's on a screen.
func TestTheTwoProtocolsShareNoNames(t *testing.T) {
	for _, pair := range [][2]*content.Pack{
		{packtest.Brackwater(t), content.Embedded()}, {content.Embedded(), packtest.Brackwater(t)},
	} {
		own := packtest.OwnWords(pair[1])
		for _, d := range pair[0].Documents() {
			for _, text := range model.BlockTexts(d.Blocks) {
				if w := packtest.Said(text, own); w != "" {
					t.Errorf("%s says %q: %q", d.File, w, text)
				}
			}
		}
	}
}

// What the two have in common is nothing: every setting, service and item of
// one is new, and every one of the other gone.
func TestTheTwoProtocolsCompareAsWholeOthers(t *testing.T) {
	p := packtest.Brackwater(t)
	counts := map[string]int{}
	for _, c := range content.Compare(content.Embedded(), p) {
		counts[c.Part+" "+c.What]++
	}
	if counts["rota added"] != 5 || counts["rota removed"] != 12 || counts["services added"] < 4 {
		t.Errorf("told: %v", counts)
	}
}

// What a pack adds to its protocol is credited to the pack.
func TestAnotherTownsNotesAreItsOwn(t *testing.T) {
	for whose, pack := range map[string]*content.Pack{
		"isspp's":               content.Embedded(),
		"the Brackwater pack's": packtest.Brackwater(t),
	} {
		if got := pack.Whose(); got != whose {
			t.Errorf("%s says its notes are %s", whose, got)
		}
		query := map[bool]string{true: "vacancy", false: "ferry strike"}[pack == content.Embedded()]
		noted := false
		for _, p := range pack.Index().Search(query) {
			if p.Kind == "note" {
				noted = true
				if !strings.HasPrefix(p.Where, whose+" notes, ") {
					t.Errorf("%s: a note is found as %q", whose, p.Where)
				}
			}
		}
		if !noted && pack != content.Embedded() {
			t.Errorf("%s: no note is found for %q", whose, query)
		}
	}
}
