package content

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf16"

	"isspp/model"
)

// A mutation spoils a document in one of the ways in which documents get
// spoiled: by a slip, by an editor, by a paste, or by somebody who means harm.
type mutation struct {
	name  string
	spoil func(r *rand.Rand, text string) string
}

// pickLine picks a line that has something in it.
func pickLine(r *rand.Rand, lines []string) int {
	for range 50 {
		if i := r.IntN(len(lines)); strings.TrimSpace(lines[i]) != "" {
			return i
		}
	}
	return 0
}

// onLine changes one line.
func onLine(change func(r *rand.Rand, line string) string) func(*rand.Rand, string) string {
	return func(r *rand.Rand, text string) string {
		lines := strings.Split(text, "\n")
		i := pickLine(r, lines)
		lines[i] = change(r, lines[i])
		return strings.Join(lines, "\n")
	}
}

// into puts something at a place of a line.
func into(what string) func(*rand.Rand, string) string {
	return onLine(func(r *rand.Rand, line string) string {
		at := r.IntN(len(line) + 1)
		return line[:at] + what + line[at:]
	})
}

// wide is a text in UTF-16.
func wide(text string, big bool) string {
	var b bytes.Buffer
	for _, u := range utf16.Encode([]rune("\ufeff" + text)) {
		if big {
			b.Write([]byte{byte(u >> 8), byte(u)})
		} else {
			b.Write([]byte{byte(u), byte(u >> 8)})
		}
	}
	return b.String()
}

func mutations() []mutation {
	return []mutation{
		{"two letters swapped", onLine(func(r *rand.Rand, line string) string {
			if len(line) < 3 {
				return line
			}
			b, i := []byte(line), r.IntN(len(line)-1)
			b[i], b[i+1] = b[i+1], b[i]
			return string(b)
		})},
		{"a letter lost", onLine(func(r *rand.Rand, line string) string {
			i := r.IntN(max(len(line), 1))
			return line[:min(i, len(line))] + line[min(i+1, len(line)):]
		})},
		{"a line lost", onLine(func(*rand.Rand, string) string { return "" })},
		{"a line twice", onLine(func(_ *rand.Rand, line string) string { return line + "\n" + line })},
		{"a line cut", onLine(func(r *rand.Rand, line string) string { return line[:r.IntN(len(line)+1)] })},
		{"indented", onLine(func(r *rand.Rand, line string) string { return strings.Repeat(" ", r.IntN(9)) + line })},
		{"the file cut", func(r *rand.Rand, text string) string { return text[:r.IntN(len(text)+1)] }},
		{"two lines swapped", func(r *rand.Rand, text string) string {
			lines := strings.Split(text, "\n")
			i, j := pickLine(r, lines), pickLine(r, lines)
			lines[i], lines[j] = lines[j], lines[i]
			return strings.Join(lines, "\n")
		}},
		{"bytes of noise", func(r *rand.Rand, text string) string {
			b := []byte(text)
			for range 1 + r.IntN(8) {
				if len(b) > 0 {
					b[r.IntN(len(b))] = byte(r.IntN(256))
				}
			}
			return string(b)
		}},
		{"an escape sequence", into("\x1b[31mred\x1b[0m")},
		{"a title for the terminal", into("\x1b]0;owned\x07")},
		{"a C1 control", into("\u009b2J")},
		{"bidi marks", into("\u202etxet\u202c\u2066")},
		{"signs without width", into("\u200b\u2060\ufeff")},
		{"a zero byte", into("\x00")},
		{"half a rune", into("\xe2\x82")},
		{"a huge line", into(strings.Repeat("word ", 9000))},
		{"a huge word", into(strings.Repeat("x", 50_000))},
		{"a bar", into("|")},
		{"braces", into(` {#x ages="3`)},
		{"a comment left open", into("<!-- ")},
		{"a fence", onLine(func(_ *rand.Rand, line string) string { return "```\n" + line })},
		{"a heading", onLine(func(_ *rand.Rand, line string) string { return "\n## " + line + "\n" })},
		{"a quote", onLine(func(_ *rand.Rand, line string) string { return "> " + line })},
		{"deep nesting", into("\n" + strings.Repeat("- ", 300) + "x\n")},
		{"emphasis left open", into("**_*")},
		{"Windows line ends", func(_ *rand.Rand, text string) string { return strings.ReplaceAll(text, "\n", "\r\n") }},
		{"old Mac line ends", func(_ *rand.Rand, text string) string { return strings.ReplaceAll(text, "\n", "\r") }},
		{"mixed line ends", func(r *rand.Rand, text string) string {
			lines := strings.SplitAfter(text, "\n")
			for i := range lines {
				if r.IntN(2) == 0 {
					lines[i] = strings.ReplaceAll(lines[i], "\n", "\r\n")
				}
			}
			return strings.Join(lines, "")
		}},
		{"a mark of the encoding", func(_ *rand.Rand, text string) string { return "\ufeff" + text }},
		{"UTF-16", func(_ *rand.Rand, text string) string { return wide(text, false) }},
		{"UTF-16, big end first", func(_ *rand.Rand, text string) string { return wide(text, true) }},
		{"Latin-1", into("\xe9\xe8")},
		{"nothing at all", func(*rand.Rand, string) string { return "" }},
		{"only blanks", func(*rand.Rand, string) string { return " \n\t\n" }},
	}
}

// A thousand spoiled packs: each can be read without a crash; each mistake has
// its file, its line and words; no sign that steers a terminal gets through;
// and whatever an entry lost, somebody who checks or compares is told.
func TestAThousandSpoiledPacks(t *testing.T) {
	rounds := 1000
	if testing.Short() {
		rounds = 100
	}
	base := brackwaterDocs(t)
	whole := Open(base)
	if list := whole.Mistakes(); len(list) > 0 {
		t.Fatalf("the pack to spoil has mistakes: %v", list)
	}
	names, all := slices.Sorted(maps.Keys(base)), mutations()
	r := rand.New(rand.NewPCG(20261124, 6))
	for round := range rounds {
		m := all[round%len(all)]
		name := names[r.IntN(len(names))]
		docs := maps.Clone(base)
		spoiled := m.spoil(r, string(base[name].Data))
		docs[name] = &fstest.MapFile{Data: []byte(spoiled)}
		t.Run(fmt.Sprintf("%d %s in %s", round, m.name, name), func(t *testing.T) {
			checkSpoiled(t, whole, docs, name, spoiled)
		})
	}
}

// brackwaterDocs is the made-up town's folder.
func brackwaterDocs(t testing.TB) fstest.MapFS {
	t.Helper()
	docs := fstest.MapFS{}
	folder := os.DirFS("testdata/brackwater")
	names, err := fs.Glob(folder, "*.md")
	if err != nil || len(names) < 15 {
		t.Fatalf("%d documents: %v", len(names), err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			t.Fatal(err)
		}
		docs[name] = &fstest.MapFile{Data: text}
	}
	return docs
}

func checkSpoiled(t *testing.T, whole *Pack, docs fstest.MapFS, name, spoiled string) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		p := Open(docs)
		mistakes := p.Mistakes()
		lines := strings.Count(strings.ReplaceAll(strings.ReplaceAll(spoiled, "\r\n", "\n"), "\r", "\n"), "\n") + 1
		for _, m := range mistakes {
			if docs[m.File] == nil && m.File != "pack.md" && m.File != "contacts.md" || m.Line < 1 || m.Text == "" {
				t.Errorf("a mistake without its place: %+v", m)
			}
			if m.File == name && m.Line > lines+1 {
				t.Errorf("line %d of %d: %s", m.Line, lines, m.Error())
			}
			if model.CleanLine(m.Error()) == "" {
				t.Errorf("a mistake that says nothing: %+v", m)
			}
		}
		for _, d := range p.Documents() {
			checkPlain(t, d.Title)
			checkBlocks(t, d.Blocks)
		}
		for _, s := range p.Rota().Settings {
			checkPlain(t, s.Name+s.Officer+s.Assigned)
		}
		for _, n := range append(p.Notes(), p.Prompts()...) {
			checkPlain(t, n.Text+n.Source)
		}
		p.Index().Search("ferry")
		checkLoss(t, whole, p, name, mistakes)
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("it doesn't end")
	}
}

// checkLoss tells whether what is missing was said: an entry that is gone is in
// the comparison, or there is a mistake.
func checkLoss(t *testing.T, whole, p *Pack, name string, mistakes []Mistake) {
	lost := missing(counts(whole), counts(p))
	if lost == "" || len(mistakes) > 0 {
		return
	}
	for _, c := range Compare(whole, p) {
		if c.What != added || c.File == name {
			return
		}
	}
	t.Errorf("%s lost %s, and nobody is told", name, lost)
}

// counts is how many entries of each kind a pack has.
func counts(p *Pack) map[string]int {
	n := map[string]int{
		"settings": len(p.Rota().Settings), "services": len(p.Directory().Services()), "contacts": len(p.Contacts()),
		"plan rows": len(p.Plan().Rows), "notes": len(p.Notes()), "terms": len(p.Glossary()), "topics": len(p.Topics()),
		"cases": len(p.Cases()), "prompts": len(p.Prompts()), "aims": len(p.Aims()), "outcomes": len(p.Outcomes()),
	}
	for _, l := range p.Lists() {
		n["items of "+l.ID] = len(l.Places())
	}
	return n
}

func missing(before, after map[string]int) string {
	for what, n := range before {
		if after[what] < n {
			return fmt.Sprintf("%d of %d %s", n-after[what], n, what)
		}
	}
	return ""
}
