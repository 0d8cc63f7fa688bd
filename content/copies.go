package content

import (
	"archive/zip"
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Copies is the folder in which the last good copy of each pack is kept that
// somebody asked for. An empty one keeps nothing.
type Copies string

// copyHead begins the remark of a kept copy; its documents' digest and the time
// at which it was kept follow.
const copyHead = "isspp protocol "

// maxCopy is more than a pack of documents can be.
const maxCopy = 16 << 20

// path is the file of a folder's copy.
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
	docs, path := p.shelf.all().files, c.path(p.folder)
	digest := digestOf(docs)
	if z, err := zip.OpenReader(path); err == nil {
		same := strings.HasPrefix(z.Comment, copyHead+digest+" ")
		_ = z.Close()
		if same {
			return
		}
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range docs {
		part, err := w.Create(f.name)
		if err == nil {
			_, err = part.Write(f.src)
		}
		if err != nil {
			return
		}
	}
	if w.SetComment(copyHead+digest+" "+now.UTC().Format(time.RFC3339)) != nil || w.Close() != nil {
		return
	}
	_ = writeCopy(path, b.Bytes())
}

// digestOf tells one set of documents from another.
func digestOf(docs []*file) string {
	h := sha256.New()
	for _, f := range docs {
		one := sha256.Sum256(f.src)
		h.Write([]byte(f.name + "\x00"))
		h.Write(one[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// writeCopy puts a file in place at once: the earlier copy is there until the
// new one is whole.
func writeCopy(path string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	name := path + "." + rand.Text()[:8] + ".tmp"
	err := os.WriteFile(name, text, 0o600)
	if err == nil {
		err = os.Rename(name, path)
	}
	if err != nil {
		_ = os.Remove(name)
	}
	return err
}

// find reads a folder's last good copy. broken is what can be read of the folder
// now: a copy of another place's protocol, which was in that folder before, is
// not its copy.
func (c Copies) find(folder string, broken *Pack) (kept *Pack, since time.Time, ok bool) {
	if c == "" {
		return nil, since, false
	}
	path := c.path(folder)
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() || info.Size() > maxCopy {
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
	digest, at, _ := strings.Cut(strings.TrimPrefix(z.Comment, copyHead), " ")
	if since, err = time.Parse(time.RFC3339, at); err != nil {
		return nil, since, false
	}
	kept = Open(z)
	if len(kept.Mistakes()) > 0 || digestOf(kept.shelf.all().files) != digest {
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
