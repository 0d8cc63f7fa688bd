package content

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestCauseLeavesOutTheSystemsCallAndTheFile(t *testing.T) {
	t.Parallel()
	_, err := os.Stat(filepath.Join(t.TempDir(), "nothing"))
	if got := Cause(err); !errors.Is(got, fs.ErrNotExist) || got.Error() != errors.Unwrap(err).Error() {
		t.Errorf("%v", got)
	}
	if own := errors.New("too many officers"); !errors.Is(Cause(own), own) {
		t.Error("an error of another sort is kept")
	}
}
