package content

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"isspp/store/disk"
)

// guideName is the guide that lies beside a pack's documents, and is none.
const guideName = "README.md"

//go:embed README.md
var guide []byte

// Guide is how a pack's documents are written, with an example of each kind.
func Guide() string { return string(guide) }

// ErrNotEmpty is that a folder has something in it already.
var ErrNotEmpty = errors.New("the folder is not empty")

// Written is what Init did.
type Written struct {
	Files []string // the documents that were written
	// Aside are those that were there and said something else, under the names that they have now.
	Aside []string
	Same  []string // those that were there already, word for word
}

// Init writes the embedded edition and the guide into a folder, to be edited. The folder is made where it isn't
// there. One that holds anything is refused with ErrNotEmpty unless force is set; even then nothing is lost: a
// document of the same name keeps its text under a name with the time in it.
func Init(dir string, force bool, now time.Time) (Written, error) {
	var done Written
	if err := emptyFolder(dir, force); err != nil {
		return done, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // a protocol is no secret
		return done, fmt.Errorf("the folder can't be made: %w", err)
	}
	docs, err := islington.ReadDir("islington")
	if err != nil {
		return done, err
	}
	for _, doc := range docs {
		text, err := islington.ReadFile("islington/" + doc.Name())
		if err != nil {
			return done, err
		}
		if err := done.write(dir, doc.Name(), text, now); err != nil {
			return done, err
		}
	}
	err = done.write(dir, guideName, guide, now)
	return done, err
}

func emptyFolder(dir string, force bool) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(dir); err == nil {
			return fmt.Errorf("%s is a link to something that isn't there", dir)
		}
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return fmt.Errorf("%s is a file, not a folder", dir)
	}
	entries, err := os.ReadDir(dir)
	if err == nil && len(entries) > 0 && !force {
		return fmt.Errorf("%w: %s", ErrNotEmpty, dir)
	}
	return err
}

// write puts one document into the folder, and one that is in its way aside.
func (w *Written) write(dir, name string, text []byte, now time.Time) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("%s can't be written: %w. What was written before it is whole", name, err)
		}
	}()
	path := filepath.Join(dir, name)
	switch info, err := os.Lstat(path); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	default:
		if info.Mode().IsRegular() && info.Size() == int64(len(text)) {
			there, err := os.ReadFile(path) //nolint:gosec // the person's own folder
			if err == nil && slices.Equal(there, text) {
				w.Same = append(w.Same, name)
				return nil
			}
		}
		aside, err := setAside(path, now)
		if err != nil {
			return err
		}
		w.Aside = append(w.Aside, filepath.Base(aside))
	}
	if err := disk.Write(path, text, disk.How{Mode: 0o644, New: true}); err != nil {
		return err
	}
	w.Files = append(w.Files, name)
	return nil
}

// setAside gives what is in the way a name with the time in it, that no document has and nothing else either.
func setAside(path string, now time.Time) (string, error) {
	base := path + ".before-" + now.Format("2006-01-02-150405")
	aside := base
	for n := 2; ; n++ {
		if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
			return aside, disk.Replace(path, aside)
		}
		aside = fmt.Sprintf("%s-%d", base, n)
	}
}
