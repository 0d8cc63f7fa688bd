package content

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// idioms are turns of phrase that British readers stumbled over, each with what to
// write in its place.
var idioms = []struct{ found, better string }{
	{`reckoned from`, "worked out from"},
	{`(is|are) to be put right`, "needs correcting"},
	{`made sure\b`, "checked"},
	{`as it was(\.|;| before\b)|left as it (is|was)`, "not changed"},
	{`such a file (is )?already|a file of (this|that) name`, "already exists"},
	{`stands? (here|there|in line \S+|in row \S+) already|\bstands already`, "is already in"},
	{`opens? \S+ no longer|from before (stays|opens)`, "no longer opens"},
	{`for the right ones`, "accept them as the right ones"},
	{`taken in\b|[Tt]ake in what`, "imported"},
	{`behind \S+'s back`, "another program changed it"},
	{`\bamiss\b`, "wrong"},
	{`parted by|[Pp]art it (into|with)`, "separated by, split it"},
	{`[Gg]iven? (\S+ ){0,3}up\?|[Gg]ives? it up`, "discard, cancel"},
	{`[Tt]akes? (it|one|the last (one|answer)) back\b`, "undo"},
	{`once more`, "again"},
	{`from here on`, "from now on"},
	{`is called so\b`, "is called that"},
	{`what is otherwise|is otherwise now|anything is otherwise`, "what has changed"},
	{`word for word: `, "unchanged"},
	{`[Ww]hat shall be`, "Choose"},
	{`\bnobody can say\b`, "isspp can't tell"},
	{`with its mend|the mend\b|\bMend (them|those|what)`, "how to fix it"},
	{`[Gg]oes on where|goes on there`, "resumes"},
	{`[Nn]othing is called`, "No exact match for"},
	{`put otherwise`, "worded differently"},
	{`whose document could`, "Select an entry first"},
	{`does what\?`, "needs a command"},
	{`says nothing of`, "tells you nothing about"},
	{`has its reason`, "needs a reason"},
	{`of its own day\b|at the door\b`, "plain words"},
	{`speaks? for (him|her|them)\b`, "What strengths can you build on?"},
	{`down apart\b`, "separately"},
	{`content with\b`, "happy with"},
	{`hearken|betwixt|\bthereof\b|\bwhereupon\b|\bheretofore\b|\blest\b|\bfain\b|\bnought\b`, "modern words"},
	{`\bas yet\b|\bby and by\b|\bforthwith\b|\bhitherto\b|\bupon\b`, "modern words"},
}

func TestNobodyReadsTheOldIdioms(t *testing.T) {
	var res []*regexp.Regexp
	for _, i := range idioms {
		res = append(res, regexp.MustCompile(i.found))
	}
	check := func(where, text string) {
		for i, re := range res {
			if found := re.FindString(text); found != "" {
				t.Errorf("%s: %q; better: %s", where, found, idioms[i].better)
			}
		}
	}
	for where, text := range wordsOfTheProgram(t) {
		check(where, text)
	}
	for _, doc := range []string{
		"../README.md", "README.md", "starter/local.md", "fictional/case.toml",
		"islington/notes.md", "islington/cases.md", "islington/prompts.md", "islington/suggestions.md",
		"islington/topics.md", "islington/glossary.md",
	} {
		text, err := os.ReadFile(doc)
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(string(text), "\n") {
			check(doc+":"+strconv.Itoa(n+1), line)
		}
	}
}

// wordsOfTheProgram are the texts in its source that a person may see, by where
// they are: every string but tags, imports and those of tests.
func wordsOfTheProgram(t *testing.T) map[string]string {
	t.Helper()
	words, files := map[string]string{}, token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || d.Name() == "internal" || len(d.Name()) > 2 && d.Name()[0] == '.'):
			return filepath.SkipDir
		case !strings.HasSuffix(path, ".go"), strings.HasSuffix(path, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.Field:
				n.Tag = nil
			case *ast.BasicLit:
				if text, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING {
					words[files.Position(n.Pos()).String()] = text
				}
			}
			return true
		})
		return nil
	})
	if err != nil || len(words) < 3000 {
		t.Fatalf("%d texts were read: %v", len(words), err)
	}
	return words
}
