package session

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/theme"
	"isspp/ui/upkeep"
)

// demonstrated makes a demonstration's notes and opens them.
func demonstrated(t *testing.T) (*store.Store, Options) {
	t.Helper()
	dir := t.TempDir()
	o := demoOptions(&cli.Session{Options: cli.Options{Theme: theme.Auto}}, dir)
	o.Anchor = filepath.Join(dir, "anchor")
	if err := makeDemo(o); err != nil {
		t.Fatal(err)
	}
	var found *store.Report
	st, err := store.Unlock(o.NotesPath, store.Passphrase([]byte(demoPassphrase)), o.storeOptions(),
		func(r *store.Report) { found = r })
	if err != nil || len(found.Findings) > 0 {
		t.Fatalf("%v, %+v", err, found)
	}
	t.Cleanup(func() { _ = st.Close() })
	return st, o
}

func TestTheDemonstrationsNotesAreTheCaseAtItsOwnTimes(t *testing.T) {
	st, o := demonstrated(t)
	walks := st.Walkthroughs()
	if len(walks) != 4 || walks[0].Ref != "DEMO-9" || !walks[0].Finished.IsZero() || walks[0].Draft.Text == "" {
		t.Fatalf("the newest of %d walkthroughs is %+v", len(walks), walks[0])
	}
	oldest := walks[len(walks)-1]
	if days := time.Since(oldest.Started).Hours() / 24; days < 41 || days > 49 {
		t.Errorf("the oldest began %.0f days ago", days)
	}
	concerns := model.Concerns(walks, st.ConcernEntries(), o.Clock())
	if concerns[0].Ref != "DEMO-7" || len(concerns[0].OverdueActions()) == 0 {
		t.Errorf("first stands %q", concerns[0].Ref)
	}
	moments := model.Chronology(concerns, "DEMO-7")
	for i, m := range moments {
		if m.Recorded.After(o.Clock()) || i > 0 && m.Recorded.Before(moments[i-1].Recorded) {
			t.Errorf("%s was recorded at %v", m.Title, m.Recorded)
		}
	}
	lines, err := st.History()
	if err != nil || len(lines) == 0 || time.Since(lines[1].Time) < 30*24*time.Hour {
		t.Errorf("the log begins %v, %v", lines, err)
	}
}

// documents are every document that can leave the demonstration, in every form
// that is text.
func documents(t *testing.T) map[string]string {
	t.Helper()
	st, o := demonstrated(t)
	out := map[string]string{}
	for _, ref := range []string{"demo-7", "DEMO-3", "DEMO-9"} {
		for name, what := range map[string]string{"report": upkeep.Chronology, "access": upkeep.AllHeld} {
			paper, err := o.upkeep(st, "").Paper(ref, what, "")
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range []document.Format{document.Markdown, document.HTML, jsonFormat} {
				data, err := inForm(paper, f)
				if err != nil {
					t.Fatal(err)
				}
				out[name+" "+ref+"."+string(f)] = string(data)
			}
		}
	}
	return out
}

func TestEveryDocumentOfTheDemonstrationSaysFictional(t *testing.T) {
	for name, text := range documents(t) {
		mark := component.Fictional
		if strings.HasSuffix(name, ".json") {
			mark = `"fictional": true`
		}
		if !strings.Contains(text, mark) {
			t.Errorf("%s doesn't say %s", name, mark)
		}
	}
}

// scores are words by which somebody would put a number on a child.
var scores = regexp.MustCompile(`(?i)\b(scores?|scored|totals?|percent\w*|levels?|rank\w*|trend\w*|rating)\b|\d\s*%`)

// numbered is how a number of what was present would be said.
var numbered = regexp.MustCompile(`(?i)\d+ (of \d+ )?(signs?|factors?|items?) (seen|told|present)|\d+ of \d+ (seen|told|present)`)

func TestNoDocumentPutsANumberOnAChild(t *testing.T) {
	// The protocol's own words stay as they are: what stands in its items is left out.
	own := strings.Builder{}
	for _, l := range content.Embedded().Lists() {
		own.WriteString(l.Title + "\n")
		for _, p := range l.Places() {
			own.WriteString(p.Item.Text + "\n")
		}
	}
	for name, text := range documents(t) {
		if strings.HasSuffix(name, ".html") {
			// The style is ours and says nothing of a child; its widths are in percent.
			_, text, _ = strings.Cut(text, "</style>")
			text = regexp.MustCompile(`(?s) (style|width)="[^"]*"`).ReplaceAllString(text, "")
		}
		for _, found := range append(scores.FindAllString(text, -1), numbered.FindAllString(text, -1)...) {
			if !strings.Contains(own.String(), found) {
				t.Errorf("%s says %q", name, found)
			}
		}
		if strings.HasSuffix(name, ".json") {
			var keys map[string]any
			if err := json.Unmarshal([]byte(text), &keys); err != nil {
				t.Fatal(err)
			}
			for _, key := range allKeys(keys) {
				if scores.MatchString(key) || strings.Contains(strings.ToLower(key), "count") {
					t.Errorf("%s has a field %q", name, key)
				}
			}
		}
	}
}

func allKeys(value any) []string {
	var out []string
	switch v := value.(type) {
	case map[string]any:
		for k, below := range v {
			out = append(append(out, k), allKeys(below)...)
		}
	case []any:
		for _, below := range v {
			out = append(out, allKeys(below)...)
		}
	}
	return out
}

func TestWhatKilledDemonstrationsLeaveIsSweptADayLater(t *testing.T) {
	temp, now := t.TempDir(), time.Now()
	old, fresh, other := filepath.Join(temp, demoFolder+"1"), filepath.Join(temp, demoFolder+"2"),
		filepath.Join(temp, "somebody's")
	for _, dir := range []string{old, fresh, other} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	yesterday := now.Add(-25 * time.Hour)
	for _, dir := range []string{old, other} {
		if err := os.Chtimes(dir, yesterday, yesterday); err != nil {
			t.Fatal(err)
		}
	}
	sweep(temp, now)
	for dir, there := range map[string]bool{old: false, fresh: true, other: true} {
		if _, err := os.Stat(dir); (err == nil) != there {
			t.Errorf("%s: there is %v", dir, err == nil)
		}
	}
}

func TestTheDemonstrationAsPlainQuestions(t *testing.T) {
	for _, name := range []string{"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"} {
		t.Setenv(name, t.TempDir())
	}
	t.Setenv("TMPDIR", t.TempDir())
	var out, errs bytes.Buffer
	sys := cli.IO{
		In: strings.NewReader("\nn\nlist\n1\n\n"), Out: &out, Err: &errs, Now: time.Now,
		Getenv: func(name string) string { return map[string]string{"ACCESSIBLE": "1"}[name] },
	}
	if status := cli.Run(context.Background(), []string{"demo"}, sys, cli.Program{Commands: Commands()}); status != 0 {
		t.Fatalf("status %d: %s%s", status, out.String(), errs.String())
	}
	for _, wanted := range []string{
		"FICTIONAL", "Unfinished walkthrough", "DEMO-9", "Overdue",
		"FICTIONAL. Chronology: DEMO-7",
	} {
		if !strings.Contains(out.String(), wanted) {
			t.Errorf("%q is not said:\n%s", wanted, out.String())
		}
	}
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), demoFolder+"*"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestEverythingHeldHasDraftsDisposalsAndHolds(t *testing.T) {
	st, o := demonstrated(t)
	if _, err := st.Purge("DEMO-3", "", "the review is over"); err != nil {
		t.Fatal(err)
	}
	if _, err := st.Hold("DEMO-9", "", "a complaint is open", true); err != nil {
		t.Fatal(err)
	}
	renamed := model.ConcernEntry{
		Kind: model.KindReference, Ref: "REF-900", Reasons: "the record has a number now",
		Kept: true,
	}
	for _, c := range model.Concerns(st.Walkthroughs(), st.ConcernEntries(), o.Clock()) {
		if c.Ref == "DEMO-9" {
			renamed.Concern = c.ID
		}
	}
	if err := st.SaveConcernEntry(&renamed); err != nil {
		t.Fatal(err)
	}
	if err := st.WrittenOut("REF-900", "a chronology, pdf"); err != nil {
		t.Fatal(err)
	}
	for _, ref := range []string{"REF-900", "demo-9"} {
		paper, err := o.upkeep(st, "").Paper(ref, upkeep.AllHeld, "")
		if err != nil {
			t.Fatal(err)
		}
		text, err := inForm(paper, document.Markdown)
		if err != nil {
			t.Fatal(err)
		}
		for _, wanted := range []string{
			"Walkthrough, not finished", "Being written, not part of the record yet",
			"Came in on ", "disposed of", "the review is over", "exported", "a chronology, pdf",
			"the record has a number now",
		} {
			if !strings.Contains(string(text), wanted) {
				t.Errorf("under %s, %q is not in it:\n%s", ref, wanted, text)
			}
		}
	}
	h, err := o.upkeep(st, "").Held("REF-900")
	if err != nil || len(h.Holds) != 1 || h.Holds[0] != "a complaint is open" {
		t.Errorf("the holds are %v, %v", h.Holds, err)
	}
	if h, err := o.upkeep(st, "").Held("DEMO-3"); err != nil || len(h.Concerns) > 0 {
		t.Errorf("what was disposed of is held: %+v, %v", h, err)
	}
}
