package session

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"isspp/content"
	"isspp/model"
	"isspp/store"
	"isspp/ui/upkeep"
)

// twoChildren are pairs of references that are near, and of different children.
var twoChildren = [][2]string{{"JO'B", "JOB"}, {"JÖB", "J.O.B"}, {"2026/14", "2026-14"}, {"St A", "Saint A"}}

// aboutMany keeps a concern under each of the references, one with words of its own,
// and one that had another child's reference first.
func aboutMany(t *testing.T, st *store.Store) (words map[string]string) {
	t.Helper()
	words = map[string]string{}
	for _, two := range twoChildren {
		for _, ref := range two {
			words[ref] = "only about " + ref + "."
			w := &model.Walkthrough{Ref: ref, Draft: model.Draft{}}
			e := &model.ConcernEntry{Ref: ref, Kind: model.KindAddition, Text: words[ref], Kept: true}
			err := st.SaveWalkthrough(w)
			if e.Concern = w.ID; err == nil {
				err = st.SaveConcernEntry(e)
			}
			if err == nil {
				err = st.SaveFactorNote(&model.FactorNote{
					About: "x", Text: "Humour", Ref: strings.ToLower(ref),
					Body: "note " + words[ref],
				})
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	w := &model.Walkthrough{Ref: "JOB"}
	if err := st.SaveWalkthrough(w); err != nil {
		t.Fatal(err)
	}
	words["REF-9"] = "only about REF-9."
	for _, e := range []model.ConcernEntry{
		{Concern: w.ID, Kind: model.KindReference, Ref: "REF-9", Reasons: "the record has a number", Kept: true},
		{Concern: w.ID, Kind: model.KindAddition, Ref: "REF-9", Text: words["REF-9"], Kept: true},
	} {
		if err := st.SaveConcernEntry(&e); err != nil {
			t.Fatal(err)
		}
	}
	return words
}

func TestNoTwoReferencesShareAWordOfWhatIsWrittenOut(t *testing.T) {
	st, _ := notes(t, t.TempDir())
	words := aboutMany(t, st)
	o := Options{
		Pack: content.Embedded(), Local: &model.Local{}, Clock: time.Now,
		NotesPath: filepath.Join(t.TempDir(), "none", "notes.db"),
	}
	texts := map[string]string{}
	for ref := range words {
		h, err := o.upkeep(st, "").Held(ref)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := json.Marshal(h)
		if err != nil {
			t.Fatal(err)
		}
		texts["held under "+ref] = string(doc)
		one, err := o.upkeep(st, "").Readings(ref)
		if err != nil || len(one) != 1 {
			t.Fatalf("%d readings of %s: %v", len(one), ref, err)
		}
		texts["handed over of "+ref] = string(one[0].Text)
	}
	for at, text := range texts {
		for ref, said := range words {
			if strings.Contains(text, said) != strings.HasSuffix(at, " "+ref) {
				t.Errorf("%s: of %s there is %v", at, ref, strings.Contains(text, said))
			}
		}
	}
	all, err := o.upkeep(st, "").Readings("")
	if err != nil || len(all) != len(words) {
		t.Fatalf("%d readings of all %d: %v", len(all), len(words), err)
	}
	for ref, said := range words {
		n := 0
		for _, r := range all {
			if bytes.Contains(r.Text, []byte(said)) {
				n++
			}
		}
		if n != 1 {
			t.Errorf("what was said of %s is in %d of them", ref, n)
		}
	}
	n := 0
	for _, d := range upkeep.DueList(st, time.Now()) {
		if n += d.Records; d.State == "" {
			t.Errorf("how %s stands is not said", d.Ref)
		}
	}
	if wanted := 3 * len(words); n != wanted { // three of each
		t.Errorf("%d of %d records are listed", n, wanted)
	}
}

func TestNearReferencesAreHeldHandedOverAndDisposedOfApart(t *testing.T) {
	dir := t.TempDir()
	d := &desk{t: t, dir: dir, path: filepath.Join(dir, "notes", "notes.db")}
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	kept(t, d.path, "")
	d.right = d.file("right", "a horse and a violin\n")
	st, err := store.Unlock(d.path, store.Passphrase([]byte("a horse and a violin")), store.Options{Costs: costs},
		func(*store.Report) {})
	if err != nil {
		t.Fatal(err)
	}
	aboutMany(t, st)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	unlocked := func(args ...string) []string { return append(args, "--passphrase-file", d.right) }

	d.gets(unlocked("hold", "--ref", "jo'b\u200b", "--reason", "an inquiry about the first")...)
	if out := d.gets(unlocked("export", "--ref", "JO'B", "--recipient", key.Recipient().String(), "-o",
		filepath.Join(dir, "one.age"))...); !strings.Contains(out, "3 records, sealed") {
		t.Errorf("export says %q", out)
	}
	out, errs, status := asks(t, "checklist", "access", "--ref", "job", "-o", "-", "--notes", d.path, "--config",
		emptyConfig(t, dir), "--passphrase-file", d.right)
	if status != 0 || strings.Contains(out, "inquiry") || !strings.Contains(out, "Everything held under JOB") ||
		!strings.Contains(errs, "now under REF-9") {
		t.Errorf("access: status %d, %q\n%s", status, errs, out)
	}
	if out := d.gets(unlocked("hold")...); !strings.Contains(out, "JO'B") || strings.Contains(out, "JOB") {
		t.Errorf("on hold are %q", out)
	}
	var list struct{ References []upkeep.Due }
	if err := json.Unmarshal([]byte(d.gets(unlocked("purge", "--json")...)), &list); err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(list.References, func(x upkeep.Due) bool { return x.Ref == "JOB" })
	if at < 0 || list.References[at].Records != 3 {
		t.Errorf("the list is %+v", list.References)
	}
	if out := d.gets(unlocked("purge", "--ref", "JOB", "--reason", "old", "--yes",
		"--not-filed")...); !strings.Contains(out, "3 records disposed of") {
		t.Errorf("purge says %q", out)
	}
	if out := d.gets(unlocked("purge")...); strings.Contains(out, "JOB") || !strings.Contains(out, "JO'B") ||
		!strings.Contains(out, "REF-9") {
		t.Errorf("after that there is %q", out)
	}
}

// Word makes ’ of an apostrophe. What is kept under the other spelling is named
// beside what is written out, and is no part of it.
func TestWhatIsSpeltMuchLikeAReferenceIsNamedBesideIt(t *testing.T) {
	st, _ := notes(t, t.TempDir())
	aboutMany(t, st)
	about := Options{}.upkeep(st, "")
	for ref, wanted := range map[string]string{
		"jo’b": "Not included: what is under JO'B, JOB, JÖB, J.O.B, which is spelt much like it.",
		"St A": "Not included: what is under Saint A, which is spelt much like it.",
		"ZZ-1": "",
	} {
		got := about.NotIncluded(ref, nil)
		if wanted == "" && got != "" || !strings.Contains(got, wanted[:min(len(wanted), 29)]) {
			t.Errorf("beside %s: %q", ref, got)
		}
	}
	if got := about.NotIncluded("JOB", []string{"REF-9"}); !strings.Contains(got,
		"now under REF-9. Not included: what is under ") {
		t.Errorf("both: %q", got)
	}
}
