package present

import (
	"strings"
	"testing"

	"isspp/content"
	"isspp/content/packtest"
	"isspp/ui/theme"
)

// Every slide of every deck of another town's protocol, gone through to its
// last point, is that town's alone.
func TestAnotherTownsSlidesAreItsOwn(t *testing.T) {
	pack, own := packtest.Brackwater(t), packtest.OwnWords(content.Embedded())
	env := environment(theme.Mono, theme.Unicode)
	env.Pack = pack
	all := ""
	for _, name := range Names(pack) {
		deck, ok := Build(pack, nil, name, 7, when)
		if !ok || len(deck.Slides) == 0 {
			t.Errorf("no slides for %s", name)
			continue
		}
		s := newShow(env, deck, 45, when)
		s.resize(120, 40-topRows-bottomRows)
		for more := true; more; more = s.next() {
			text := words(s.body())
			all += " " + text
			if w := packtest.Said(text, own); w != "" {
				t.Errorf("deck %s, slide %s says %q, which is the embedded edition's: %s", name, s.slide().ID, w, text)
			}
			if strings.Contains(text, "isspp's") {
				t.Errorf("deck %s, slide %s says that something of the town's is isspp's: %s", name, s.slide().ID, text)
			}
		}
	}
	for _, want := range []string{
		"Kelp Lane Primary", "Arrives wet from the harbour", "Owes money",
		"Ring back before six", "Breakwater Team", "Carrying parcels",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no slide says %q", want)
		}
	}
}
