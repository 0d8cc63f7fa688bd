package content

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"isspp/store/disk"
)

// Copies is the folder in which the last good copy of each pack is kept that
// somebody asked for. An empty one keeps nothing.
type Copies string

// copyHead begins the remark of a kept copy; the time at which it was kept follows.
const copyHead = "isspp protocol "

const maxCopy = 16 << 20

func (c Copies) path(folder string) string {
	whole, err := filepath.Abs(folder)
	if err != nil {
		whole = filepath.Clean(folder)
	}
	sum := sha256.Sum256([]byte(whole))
	return filepath.Join(string(c), hex.EncodeToString(sum[:12])+".zip")
}

// keep keeps a whole pack, unless the copy says the same already. A copy that
// can't be written keeps nobody from an answer: then none stands in later.
func (c Copies) keep(p *Pack, now time.Time) {
	if c == "" {
		return
	}
	docs, path := p.loader.all().files, c.path(p.folder)
	if z, err := zip.OpenReader(path); err == nil {
		same := slices.EqualFunc(Open(z).loader.all().files, docs, func(a, b *file) bool {
			return a.name == b.name && bytes.Equal(a.src, b.src)
		})
		if err := z.Close(); same && err == nil {
			return
		}
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	err := w.SetComment(copyHead + now.UTC().Format(time.RFC3339))
	for _, f := range docs {
		part, failed := w.Create(f.name)
		if failed == nil {
			_, failed = part.Write(f.src)
		}
		err = errors.Join(err, failed)
	}
	if err = errors.Join(err, w.Close(), os.MkdirAll(string(c), 0o700)); err == nil {
		_ = disk.Write(path, b.Bytes(), disk.How{Mode: 0o600})
	}
}

// find reads a folder's last good copy. broken is what can be read of the folder
// now: a copy of another place's protocol, which was in that folder before, is
// not its copy.
func (c Copies) find(folder string, broken *Pack) (kept *Pack, since time.Time, ok bool) {
	path := c.path(folder)
	info, err := os.Lstat(path)
	if c == "" || err != nil || !info.Mode().IsRegular() || info.Size() > maxCopy {
		return nil, since, false
	}
	text, err := os.ReadFile(path) //nolint:gosec // the program's own folder
	if err != nil {
		return nil, since, false
	}
	z, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		return nil, since, false
	}
	if since, err = time.Parse(time.RFC3339, strings.TrimPrefix(z.Comment, copyHead)); err != nil {
		return nil, since, false
	}
	if kept = Open(z); len(kept.Mistakes()) > 0 {
		return nil, since, false
	}
	if broken != nil {
		if place := broken.Edition().Place; place != "" && place != kept.Edition().Place {
			return nil, since, false
		}
	}
	return kept, since.Local(), true
}

// Any tells that a protocol other than the embedded one was ever whole here.
func (c Copies) Any() bool {
	if c == "" {
		return false
	}
	kept, err := filepath.Glob(filepath.Join(string(c), "*.zip"))
	return err == nil && len(kept) > 0
}
