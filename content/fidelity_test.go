package content

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"isspp/model"
)

// The documents carry the whole of the source and nothing beside it: heading
// for heading, sentence for sentence, item for item, cell for cell, in order.
func TestDocumentsCarryTheSource(t *testing.T) {
	source := sourceUnits(protocolText(t))
	for _, d := range differences(source, packUnits(Embedded())) {
		t.Error(d)
	}
	if len(source) < 450 {
		t.Errorf("the source was split into %d units only: the test sees too little", len(source))
	}
}

func TestDocumentsKeepTheBoldWords(t *testing.T) {
	want, got := sourceStrong(protocolText(t)), packStrong(Embedded())
	if len(want) < 40 {
		t.Fatalf("%d bold words found in the source: the test sees too little", len(want))
	}
	if !slices.Equal(want, got) {
		for i := range max(len(want), len(got)) {
			if i >= len(want) || i >= len(got) || want[i] != got[i] {
				t.Fatalf("bold words differ from the %dth on:\nsource    %q\ndocuments %q", i+1,
					want[i:min(i+3, len(want))], got[min(i, len(got)):])
			}
		}
	}
}

// A name that the protocol gives no heading to is taken from its own words.
func TestMarkersSayPrintedWords(t *testing.T) {
	names := 0
	for _, f := range Embedded().loader.all().files {
		b := f.parsed().body
		heading := ""
		for i, block := range b.blocks {
			if block.Kind == model.Heading {
				heading = block.Plain()
			}
			for _, m := range b.marks[i] {
				if m.text == "" {
					continue
				}
				names++
				if !wordsWithin(m.text, block.Plain()) && !wordsWithin(m.text, heading) {
					t.Errorf("%s:%d: the words of %q aren't in the text it names", f.name, m.line, m.text)
				}
			}
		}
	}
	if names != 13 {
		t.Errorf("%d names found, want 13", names)
	}
}

// wordsWithin tells whether the words of a name stand in a text, in order.
func wordsWithin(name, text string) bool {
	have := strings.Fields(strings.ToLower(strings.Map(lettersOnly, text)))
	for _, word := range strings.Fields(strings.ToLower(strings.Map(lettersOnly, name))) {
		at := slices.Index(have, word)
		if at < 0 {
			return false
		}
		have = have[at+1:]
	}
	return true
}

func lettersOnly(c rune) rune {
	if strings.ContainsRune("().,*", c) {
		return ' '
	}
	return c
}

func TestTitlesArePrinted(t *testing.T) {
	words := strings.Join(strings.Fields(emphasis.ReplaceAllString(protocolText(t), "")), " ")
	for _, s := range Embedded().Contents() {
		if s.Kind != "pack" && !strings.Contains(words, s.Title) {
			t.Errorf("%s: the title %q isn't in the source", s.File, s.Title)
		}
	}
	if title := Embedded().Edition().Title; !strings.Contains(words, title) {
		t.Errorf("the edition's title %q isn't in the source", title)
	}
}

// editable is a copy of the embedded documents that a test can change.
func editable(t testing.TB) fstest.MapFS {
	t.Helper()
	docs := fstest.MapFS{}
	names, err := fs.Glob(islington, "islington/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		src, err := islington.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		docs[strings.TrimPrefix(name, "islington/")] = &fstest.MapFile{Data: src}
	}
	return docs
}

// The test itself is tested: each of these slips must be seen, and its place named.
func TestFidelityTestSeesSlips(t *testing.T) {
	slips := []struct {
		name, file, old, change, seen string
	}{
		{"a word dropped", "introduction.md", "informal commitment", "commitment", "introduction.md:11"},
		{"a word changed", "signs.md", "New nickname", "New name", `"New name"`},
		{"a quote mark changed", "outcomes.md", "‘whole school’", "'whole school'", "outcomes.md:"},
		{"an item dropped", "risk-factors.md", "- High daring\n", "", `lack "High daring"`},
		{
			"two items in one", "risk-factors.md", "- Rebelliousness\n- Anger traits\n",
			"- Rebelliousness, Anger traits\n", `lack "Anger traits"`,
		},
		{
			"two items swapped", "risk-factors.md", "- Rebelliousness\n- Anger traits\n",
			"- Anger traits\n- Rebelliousness\n", "Rebelliousness",
		},
		{
			"a sentence added", "aims.md", "# 2 – Aims\n", "# 2 – Aims\n\nOur own words.\n",
			`doesn't have "Our own words."`,
		},
		{"an officer changed", "rota.md", "PC Kerry Hughes", "PC Kerry Hughs", "rota.md:12"},
		{"a number changed", "directory.md", "0207 527 4114", "0207 527 4141", "0207 527 4141"},
		{"a plan's cell changed", "delivery-plan.md", "half-termly", "termly", "delivery-plan.md:14"},
		{"a document lost", "girls.md", "kind: checklist", "kind: notes", `lack "Honey traps"`},
	}
	source := sourceUnits(protocolText(t))
	for _, slip := range slips {
		t.Run(slip.name, func(t *testing.T) {
			docs := editable(t)
			before := string(docs[slip.file].Data)
			after := strings.Replace(before, slip.old, slip.change, 1)
			if before == after {
				t.Fatalf("%s doesn't hold %q", slip.file, slip.old)
			}
			docs[slip.file].Data = []byte(after)
			said := strings.Join(differences(source, packUnits(Open(docs))), "\n")
			if !strings.Contains(said, slip.seen) {
				t.Errorf("the slip isn't named: want %q in\n%s", slip.seen, said)
			}
		})
	}
}

// No line of any document can lose a word unseen: its units are then others
// than those that the first test holds to the source.
func TestFidelityTestSeesEveryLine(t *testing.T) {
	word := regexp.MustCompile(`[A-Za-z]{2,}`)
	lines := 0
	for name, file := range editable(t) {
		f := newFile(name, file.Data)
		if f.ours() {
			continue
		}
		body := strings.Split(string(f.bodyText), "\n")
		words := func() (texts []string) {
			for _, u := range blockUnits(model.Document{File: name, Kind: f.kind}, f.parse().blocks) {
				texts = append(texts, u.text)
			}
			return texts
		}
		whole := words()
		for i, line := range body {
			at := word.FindStringIndex(line)
			if at == nil || strings.HasPrefix(line, "<!--") {
				continue
			}
			lines++
			changed := slices.Clone(body)
			changed[i] = line[:at[0]] + line[at[1]:]
			f.bodyText = []byte(strings.Join(changed, "\n"))
			if slices.Equal(words(), whole) {
				t.Errorf("%s:%d: the word %q can go unseen", name, f.bodyLine+i, line[at[0]:at[1]])
			}
		}
	}
	if lines < 350 {
		t.Errorf("%d lines tried only", lines)
	}
}
