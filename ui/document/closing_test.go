package document

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/internal/steps"
)

var tuesday = time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)

// fiveWays is a walkthrough with an item for each answer, each with evidence, and
// a protective factor that nobody knows of.
func fiveWays(env *component.Env) *model.Walkthrough {
	w := &model.Walkthrough{
		ID: "w", Ref: "REF-5", By: "A. Lead, DSL", Edition: "2023–24", Started: tuesday,
		Changed: tuesday, Finished: tuesday,
	}
	lists := model.WalkOrder(env.Pack.Lists())
	signs := lists[0].Places()
	for i, a := range []model.Answer{model.Seen, model.Told, model.NotSeen, model.DontKnow, model.NotConsidered} {
		w.SetEvidence(signs[i], model.ToldBy, "evidence "+a.String(), tuesday)
		w.SetAnswer(signs[i], a, tuesday)
	}
	protective := lists[len(lists)-1].Places()
	w.SetAnswer(protective[0], model.DontKnow, tuesday)
	w.SetEvidence(protective[0], model.ToldBy, "evidence of a strength", tuesday)
	return w
}

// where are the titles of the sections that each evidence stands under in text.
func where(text string) map[string]string {
	out := map[string]string{}
	title := ""
	for line := range strings.Lines(text) {
		for _, s := range closingSections() {
			if strings.TrimLeft(strings.TrimSpace(line), "#* ") == s.Title {
				title = s.Title
			}
		}
		if _, evidence, ok := strings.Cut(line, "evidence "); ok {
			out[strings.TrimSpace(evidence)] += title
		}
	}
	return out
}

// TestAnItemStandsWhereItsAnswerPutsIt proves it for the screen and plain lines,
// for paper and for JSON, whatever was written below the item.
func TestAnItemStandsWhereItsAnswerPutsIt(t *testing.T) {
	env := steps.Env(tuesday)
	w := fiveWays(env)
	concerns := model.Concerns([]model.Walkthrough{*w}, nil, tuesday)
	want := map[string]string{
		"seen": "What was seen and told", "told": "What was seen and told", "not seen": "Looked for and not seen",
		"don't know": "Not known: who might know?", "not considered": "Written down, not answered yet",
		"of a strength": "Not known: who might know?",
	}
	page := NewPage(200, env.Theme, env.Signs)
	page.Write(ClosingOf(env, w).Blocks...)
	var screen strings.Builder
	for _, l := range page.Lines {
		screen.WriteString(l.Plain + "\n")
	}
	var paper bytes.Buffer
	if err := ChronologyOf(AboutOf(env), "REF-5", concerns).Write(&paper, Markdown); err != nil {
		t.Fatal(err)
	}
	for form, text := range map[string]string{
		"screen": screen.String(),
		"paper":  strings.ReplaceAll(paper.String(), `\`, ""),
	} {
		got := where(text)
		for evidence, title := range want {
			if got[evidence] != title {
				t.Errorf("%s: the evidence of what is %s stands under %q, want %q\n%s", form, evidence, got[evidence],
					title, text)
			}
		}
	}
	inSections(t, ChronologyJSON(AboutOf(env), "REF-5", concerns).Entries[0], want)
}

// inSections proves the same of the JSON: each item in one section.
func inSections(t *testing.T, m MomentJSON, want map[string]string) {
	t.Helper()
	for _, it := range m.Items {
		evidence := strings.TrimPrefix(it.Evidence.Text, "evidence ")
		var in []string
		for _, s := range m.Sections {
			if slices.Contains(s.Items, it.ID) {
				in = append(in, s.Title)
			}
		}
		if !slices.Equal(in, []string{want[evidence]}) {
			t.Errorf("JSON: %q is in %q, want %q", evidence, in, want[evidence])
		}
	}
}

// TestAnEmptyClosingPageIsNoReassurance proves that the same words stand on the
// screen, on paper and in JSON where nothing was recorded.
func TestAnEmptyClosingPageIsNoReassurance(t *testing.T) {
	env := steps.Env(tuesday)
	w := &model.Walkthrough{ID: "w", Ref: "REF-6", Edition: "2023–24", Started: tuesday, Finished: tuesday}
	page := NewPage(200, env.Theme, env.Signs)
	page.Write(ClosingOf(env, w).Blocks...)
	var screen strings.Builder
	for _, l := range page.Lines {
		screen.WriteString(l.Plain + "\n")
	}
	concerns := model.Concerns([]model.Walkthrough{*w}, nil, tuesday)
	doc := ChronologyJSON(AboutOf(env), "REF-6", concerns)
	data, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	var paper bytes.Buffer
	if err := ChronologyOf(AboutOf(env), "REF-6", concerns).Write(&paper, Markdown); err != nil {
		t.Fatal(err)
	}
	texts := []string{screen.String(), strings.ReplaceAll(paper.String(), `\`, ""), string(data)}
	for _, words := range []string{
		"Nothing is recorded here. That is no reassurance.",
		"None is recorded. That doesn't mean that there are none.",
		"That is no reassurance: what was not considered is not known either.",
	} {
		for i, text := range texts {
			if !strings.Contains(text, words) {
				t.Errorf("%s doesn't say %q", []string{"the screen", "paper", "JSON"}[i], words)
			}
		}
	}
}

// Whoever reads a record of a concern finds the school's own numbers in it, and
// loudly that one which matters isn't set.
func TestARecordHasTheSchoolsOwnContacts(t *testing.T) {
	now := time.Date(2026, 11, 24, 15, 40, 0, 0, time.UTC)
	l := &model.Local{Entries: []model.LocalEntry{
		{
			Kind: model.LocalContact, Slot: model.OutOfHours, Name: "Out-of-hours number", Phone: "020 7946 0100",
			Checked: "2026-11-02", By: "A. Reed",
		},
		{Kind: model.LocalContact, Slot: model.DSL, Name: "DSL", Who: "A. Reed", Checked: "2026-11-02", By: "A. Reed"},
	}}
	for _, f := range []Format{Markdown, HTML} {
		text := written(t, ChronologyOf(About{Now: now, Local: l}, "REF-1", nil), f)
		for _, wanted := range []string{
			"Our own contacts", "020 7946 0100", "checked 2 November 2026", "A. Reed",
			"LADO", "NOT SET",
		} {
			if !strings.Contains(text, wanted) {
				t.Errorf("%s: %q is missing", f, wanted)
			}
		}
		if strings.Contains(text, "Deputy") {
			t.Errorf("%s: an empty line for who acts when the DSL is away", f)
		}
	}
}
