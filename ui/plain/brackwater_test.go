package plain

import (
	"strings"
	"testing"

	"isspp/content"
	"isspp/content/packtest"
)

// The plain questions, over another town's lists.
func TestPlainQuestionsOfAnotherTown(t *testing.T) {
	s := sit(t)
	env := s.env()
	env.Pack = packtest.Brackwater(t)
	var out strings.Builder
	in := strings.NewReader(strings.Join([]string{
		"", "REF-9", "lantern", "9", "today", "tutor", "DSL", "s", "", "d",
		"f", "",
	}, "\n") + "\n")
	open := func() (Keeper, string, error) { return s.keep, "", nil }
	if err := Run(Options{Env: env, In: in, Out: &out, Open: open}); err != nil {
		t.Logf("it ended with: %v", err)
	}
	for _, want := range []string{
		"01632 960111", "Lantern Hill School",
		"Arrives wet from the harbour before lessons",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	if w := packtest.Said(out.String(), packtest.OwnWords(content.Embedded())); w != "" {
		t.Errorf("it says %q, which is the embedded edition's:\n%s", w, out.String())
	}
}
