package theme

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNothingElseMakesAStyle proves that colours and weights are decided in this
// package alone.
func TestNothingElseMakesAStyle(t *testing.T) {
	made := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		switch n := strings.Count(string(text), "lipgloss.NewStyle("); {
		case n > 0 && !strings.HasPrefix(path, filepath.Join("..", "theme")):
			t.Errorf("%s makes %d styles of its own", path, n)
		default:
			made += n
		}
		return nil
	})
	if err != nil || made == 0 {
		t.Errorf("%d styles are made here: %v", made, err)
	}
}
