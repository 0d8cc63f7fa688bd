package content

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"isspp/model"
)

// ourLayer is a school's own layer with an entry of each kind.
const ourLayer = `# Our own

## Contacts

### LADO

- Name: A. Grey
- Phone: 020 7946 0011
- Checked: 2026-09-03
- By: A. Reed, DSL

## Rota

### St Aloysius RC College

- Officer: PC Sam Brown
- Days: Monday to Friday
- Phone: 020 7946 0001
- Checked: 2026-09-03
- By: A. Reed, DSL

### St Aloysius RC College

- Officer: PC Jo White
- Days: Monday and Tuesday
- From: 2026-10-01
- Checked: 2026-10-01
- By: A. Reed, DSL

### The Bridge Annexe

- Officer: PC Sam Brown
- Days: Friday
- Checked: 2026-09-03
- By: A. Reed, DSL

## Services

### Solace

- Phone: 020 7946 0022
- Checked: 2026-09-03
- By: A. Reed, DSL

## Term dates

### Autumn 2026

- First day: 2026-09-02
- Last day: 2026-12-18
- Checked: 2026-09-03
- By: A. Reed, DSL
`

func ours(t testing.TB) *model.Local {
	t.Helper()
	l, mistakes := ReadLocal("local.md", []byte(ourLayer))
	if len(mistakes) > 0 {
		t.Fatal(mistakes)
	}
	return l
}

func TestWhatTheSchoolHasEnteredIsFoundFirst(t *testing.T) {
	t.Parallel()
	l, p := ours(t), Embedded()
	for query, want := range map[string]string{
		"lado":          "LADO",
		"sam brown":     "St Aloysius RC College: PC Sam Brown",
		"bridge annexe": "The Bridge Annexe: PC Sam Brown",
		"02079460022":   "Solace",
		"autumn 2026":   "Autumn 2026",
	} {
		found := FindAll(l, p, query)
		if len(found) == 0 || !strings.Contains(found[0].Title, want) || found[0].Layer != model.LayerLocal {
			t.Errorf("%q: %+v", query, found[:min(len(found), 2)])
		}
	}
	if found := FindAll(nil, p, "lado"); len(found) == 0 || !strings.Contains(found[0].Title, "NOT SET") {
		t.Errorf("without a Local file: %+v", found)
	}
	if found := FindAll(l, p, "victim support"); len(found) == 0 || found[0].Layer == model.LayerLocal {
		t.Errorf("the protocol's own: %+v", found)
	}
}

func TestAFoundEntryLeadsToWhatItSpeaksOf(t *testing.T) {
	t.Parallel()
	l, p := ours(t), Embedded()
	settings := p.Rota().Settings
	setting := settings[slices.IndexFunc(settings, func(s model.Setting) bool { return s.Name == "St Aloysius RC College" })]
	for name, want := range map[string]string{
		"LADO": model.LocalContactsPlace, "Autumn 2026": model.LocalTermsPlace, "St Aloysius RC College": setting.ID,
	} {
		i := slices.IndexFunc(l.Entries, func(e model.LocalEntry) bool {
			return strings.EqualFold(e.Name, name) || slices.Contains(e.Slot.Names(), name)
		})
		if i < 0 || localPlace(l.Entries[i], p) != want || want == "" {
			t.Errorf("%s: %d, want %q", name, i, want)
		}
	}
	for kind, want := range map[string]int{"rota": 3, "directory": 1, "contacts": 1, "plan": 0} {
		if got := LocalOf(l, kind); len(got) != want {
			t.Errorf("%s: %d entries beside it, want %d", kind, len(got), want)
		}
		if LocalOf(nil, kind) != nil {
			t.Errorf("%s: entries without a Local file", kind)
		}
	}
}

func TestTwoOfficersForOneDayAreAWarningThatSaysWhoIsShown(t *testing.T) {
	t.Parallel()
	warned := LocalOverlaps(ours(t), day(t, "2026-11-02"))
	if len(warned) != 1 {
		t.Fatal(warned)
	}
	for _, want := range []string{
		"PC Jo White and PC Sam Brown",
		"both have Monday, Tuesday; PC Jo White is shown from 2026-10-01",
	} {
		if !strings.Contains(warned[0].Text, want) {
			t.Errorf("%q is not in %q", want, warned[0].Text)
		}
	}
	if !strings.Contains(warned[0].Mend, "the last day of PC Sam Brown") {
		t.Errorf("mended by %q", warned[0].Mend)
	}
}

func TestTheNoticeSaysWhetherTheRestCounts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ old, change, want string }{
		{"Monday and Tuesday", "Moonday", "The rest of the file counts"},
		{"", "", ""},
	} {
		text := ourLayer
		if c.old != "" {
			text = strings.Replace(text, c.old, c.change, 1)
		}
		l, mistakes := ReadLocal("local.md", []byte(text))
		if got := LocalNotice(l, mistakes); !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%q: %q", c.change, got)
		}
	}
	l, mistakes := ReadLocal("local.md", []byte("## Rota\n\n### St Aloysius RC College\n\n- Officer: PC Sam Brown\n- "+
		"Days: Moonday\n- Checked: 2026-09-03\n- By: A\n"))
	if got := LocalNotice(l, mistakes); !strings.Contains(got, "Nothing else in the file is used") {
		t.Errorf("%q", got)
	}
}

func TestAFileToEditIsMadeOnceAndOpensAtItsFirstMistake(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "local.md")
	if line, err := MakeLocalFile(path); err != nil || line != 1 {
		t.Fatal(line, err)
	}
	made, err := os.ReadFile(path)
	if err != nil || string(made) != string(StarterLocal()) {
		t.Fatalf("%v: %s", err, made)
	}
	wrong := strings.Replace(ourLayer, "Monday and Tuesday", "Moonday", 1)
	if err := os.WriteFile(path, []byte(wrong), 0o600); err != nil {
		t.Fatal(err)
	}
	before, _, _ := strings.Cut(wrong, "Moonday")
	want := strings.Count(before, "\n") + 1
	if line, err := MakeLocalFile(path); err != nil || line != want {
		t.Errorf("opens at line %d, want %d: %v", line, want, err)
	}
	if kept, err := os.ReadFile(path); err != nil || string(kept) != wrong {
		t.Errorf("%v: the file was changed", err)
	}
	before, _, _ = strings.Cut(wrong, "\n\n- Officer: PC Jo")
	if values := LocalLineValues([]byte(wrong), strings.Count(before, "\n")+1); values["Officer"] != "PC Jo White" ||
		values["Days"] != "Moonday" {
		t.Errorf("%v", values)
	}
}

func TestAnEntryThatIsRenamedKeepsItsOtherLines(t *testing.T) {
	t.Parallel()
	l := ours(t)
	e := l.Entries[slices.IndexFunc(l.Entries, func(e model.LocalEntry) bool { return e.Name == "The Bridge Annexe" })]
	at := e.Line
	e.Name, e.Key = "The Bridge Annex", "the bridge annex"
	after := put(t, ourLayer, at, e)
	if want := strings.Replace(ourLayer, "### The Bridge Annexe", "### The Bridge Annex", 1); after != want {
		t.Errorf("%s", changes(want, after))
	}
}

func TestASheetSaysWhatBecameOfItsRows(t *testing.T) {
	t.Parallel()
	in := sheet("School,Officer,Days,Shoe size\nSt Aloysius RC College,PC Sam Brown,Monday,9\nSt Aloysius RC " +
		"College,PC Sam Brown,Monday,9\nThe Bridge Annexe,PC Jo White,Friday,7\nBeacon High,PC Jo White,Moonday,7\n")
	if said := strings.Join(in.Asides(), " "); !strings.Contains(said, "taken once") ||
		!strings.Contains(said, "Columns not used: Shoe size.") {
		t.Errorf("%q", said)
	}
	if in.BadRows() != 1 || !strings.HasPrefix(in.Bad[0].Row(), "row 5: ") {
		t.Errorf("%d bad rows: %v", in.BadRows(), in.Bad)
	}
	var words []string
	for _, r := range in.Rows {
		words = append(words, r.Words())
	}
	if said := strings.Join(words, "\n"); !strings.Contains(said, "The Bridge Annexe: PC Jo White") ||
		!strings.Contains(said, "(not in the rota)") {
		t.Errorf("%s", said)
	}
}

func TestAColumnIsNamedAsPeopleNameIt(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]string{
		"officer": "Officer", "Setting": "Setting", "ignore": "ignore",
		"phone": "Phone",
	} {
		if got, ok := ColumnLine(word); !ok || got != want || !slices.Contains(ColumnLines(), want) {
			t.Errorf("%s: %q, %v", word, got, ok)
		}
	}
	if got, ok := ColumnLine("shoe size"); ok {
		t.Errorf("a shoe size is %q", got)
	}
}
