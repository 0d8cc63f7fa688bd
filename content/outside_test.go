package content_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"isspp/content"
	"isspp/content/packtest"
)

// No text in the code that could reach a person names Islington, its schools,
// officers, services or numbers: another borough's pack would be shown with
// somebody else's words in it. Comments may, since nobody reads them on a
// screen and an example says more than a rule. Content's own code names the
// folder that it embeds.
func TestNothingOfTheProtocolIsInTheCode(t *testing.T) {
	own := packtest.OwnWords(content.Embedded())
	if len(own) < 80 {
		t.Fatalf("only %d words of the edition's own are looked for", len(own))
	}
	looked := 0
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		if strings.HasPrefix(path, filepath.Join("..", "content")) {
			return nil
		}
		looked++
		name := strings.TrimPrefix(filepath.ToSlash(path), "../")
		for line, text := range literals(t, path) {
			if w := packtest.Said(text, own); w != "" {
				t.Errorf("%s:%d says %q, which is the edition's own: %q", name, line, w, text)
			}
		}
		return nil
	})
	if err != nil || looked < 150 {
		t.Errorf("looked at %d files: %v", looked, err)
	}
}

// literals are a file's string constants, by line.
func literals(t *testing.T, path string) map[int]string {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	found := map[int]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if text, err := strconv.Unquote(lit.Value); err == nil {
				found[set.Position(lit.Pos()).Line] += " " + text
			}
		}
		return true
	})
	return found
}
