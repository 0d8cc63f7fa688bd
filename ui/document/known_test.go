package document

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"isspp/model"
	"isspp/ui/internal/steps"
)

// TestWhatIsNotKnownIsAskedOfColleagues proves that the same heading, warning and
// question stand above the items that aren't known, on the screen and in every
// kind of document, and that no item is made a question.
func TestWhatIsNotKnownIsAskedOfColleagues(t *testing.T) {
	env := steps.Env(tuesday)
	w := &model.Walkthrough{ID: "w", Ref: "REF-7", Edition: "2023–24", Started: tuesday, Finished: tuesday}
	item := ""
	for _, l := range env.Pack.Lists() {
		for _, p := range l.Places() {
			if p.Domain == "girls/exploitation" && strings.HasPrefix(p.Item.Text, "Sex as initiation") {
				w.SetAnswer(p, model.DontKnow, tuesday)
				item = p.Item.Text
			}
		}
	}
	page := NewPage(200, env.Theme, env.Signs)
	page.Write(ClosingOf(env, w).Blocks...)
	var screen strings.Builder
	for _, l := range page.Lines {
		screen.WriteString(l.Plain + "\n")
	}
	concerns := model.Concerns([]model.Walkthrough{*w}, nil, tuesday)
	forms := map[string]string{"screen": screen.String()}
	for _, f := range []Format{Markdown, HTML} {
		var b bytes.Buffer
		if err := ChronologyOf(AboutOf(env), "REF-7", concerns).Write(&b, f); err != nil {
			t.Fatal(err)
		}
		forms[string(f)] = strings.NewReplacer(`\`, "", "&#39;", "'").Replace(b.String())
	}
	data, err := json.Marshal(ChronologyJSON(AboutOf(env), "REF-7", concerns))
	if err != nil {
		t.Fatal(err)
	}
	forms["JSON"] = string(data)
	for form, text := range forms {
		for _, wanted := range []string{
			"Not known: who might know?", "For colleagues and records; don't put these to the child.",
			"Leave anything sexual to CSCT and the police.", "DSL: what do our own records hold", item,
		} {
			if !strings.Contains(text, wanted) {
				t.Errorf("%s lacks %q:\n%s", form, wanted, text)
			}
		}
		if strings.Contains(text, item+"?") {
			t.Errorf("%s makes the item a question", form)
		}
	}
}
