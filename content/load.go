package content

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"isspp/model"
	"isspp/store/disk"
)

// State is how far the protocol that somebody asked for can be used.
type State int

const (
	// Whole is a protocol without a mistake.
	Whole State = iota
	// Earlier is one that can't be used as it is now; its last good copy answers.
	Earlier
	// Unusable is one that can't be used, and no copy of it is kept. Its own numbers for
	// an emergency are all there is; nobody else's protocol answers for it.
	Unusable
)

// Loaded is the protocol that somebody asked for, or as much of it as can be trusted.
type Loaded struct {
	State
	Pack   *Pack  // never nil. Of an unusable protocol it has the emergency numbers alone.
	Folder string // the one that was asked for; empty for the embedded edition
	// Mistakes are the folder's, and Err is why it can't be read at all.
	Mistakes []Mistake
	Err      error
	Since    time.Time // when the copy that answers was kept
}

// Load reads the pack in a folder and checks it whole; an empty folder's name is the embedded edition. A whole
// pack is kept as its last good copy, which answers where the folder has mistakes later or can't be read.
func (c Copies) Load(folder string, now time.Time) Loaded {
	if folder == "" {
		return Loaded{Pack: Embedded()}
	}
	l := Loaded{Folder: folder}
	l.Pack, l.Mistakes, l.Err = Read(folder)
	if l.Err == nil && len(l.Mistakes) == 0 {
		c.keep(l.Pack, now)
		return l
	}
	if kept, since, ok := c.find(folder, l.Pack); ok {
		l.State, l.Pack, l.Since = Earlier, kept, since
		return l
	}
	l.State, l.Pack = Unusable, onlyNumbers(l.Pack)
	return l
}

// Unknown is that nobody can tell which protocol is wanted, and why.
func Unknown(why error) Loaded { return Loaded{State: Unusable, Pack: onlyNumbers(nil), Err: why} }

// Problem says why the folder can't be used as it is, and is empty where it can.
func (l Loaded) Problem() string {
	switch {
	case l.Err != nil:
		return l.Err.Error()
	case len(l.Mistakes) == 1:
		return "it has a mistake: " + l.Mistakes[0].Error()
	case len(l.Mistakes) > 0:
		return fmt.Sprintf("it has %d mistakes, the first is %s", len(l.Mistakes), l.Mistakes[0].Error())
	}
	return ""
}

// Instead says what answers in its place: its own last good copy, or nothing.
func (l Loaded) Instead() string {
	switch l.State {
	case Earlier:
		e := l.Pack.Edition()
		return fmt.Sprintf("Its last good copy answers (%s, %s), kept on %s.", e.Place, e.Years,
			l.Since.Format("2 January 2006"))
	case Unusable:
		if l.Folder == "" {
			return "No protocol answers until it is corrected."
		}
		return "No good copy of it is kept, so it can't answer, and no other protocol answers in its place."
	}
	return ""
}

// Read reads the pack in a folder and checks it whole, and returns what of it
// can be read even where it has mistakes.
func Read(dir string) (pack *Pack, mistakes []Mistake, err error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("the protocol's folder can't be read: %w", Cause(err))
	}
	if !info.IsDir() {
		return nil, nil, fmt.Errorf("the protocol's folder can't be read: %s is not a folder", dir)
	}
	pack = Open(os.DirFS(dir))
	pack.folder = dir
	return pack, pack.Mistakes(), nil
}

// emergency is the country's number for an emergency, which is no one protocol's.
const emergency = "999"

// onlyNumbers is what is left of a pack that can't be used: whose it is, the numbers that it has for an
// emergency, and 999 in any case. broken is nil where nothing could be read.
func onlyNumbers(broken *Pack) *Pack {
	p := Open(embed.FS{})
	var numbers []model.HeadContact
	has999 := false
	if broken != nil {
		for _, c := range broken.Contacts() {
			if phone, ok := c.Phone(); ok && c.Emergency {
				numbers = append(numbers, c)
				has999 = has999 || phone.Value == emergency
			}
		}
		p.edition.get(broken.Edition)
	}
	if !has999 {
		numbers = append(numbers, model.HeadContact{
			ID: emergency, Name: "Emergency", Short: "Emergency", Emergency: true,
			Contacts: []model.Contact{{Kind: model.Phone, Value: emergency, Printed: emergency}},
		})
	}
	p.contacts.get(func() []model.HeadContact { return numbers })
	return p
}

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

// find reads a folder's last good copy. broken is what can be read of the folder now: a copy of another place's
// protocol, which was in that folder before, is not its copy.
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
	kept = Open(z)
	another := broken != nil && broken.Edition().Place != "" && broken.Edition().Place != kept.Edition().Place
	return kept, since.Local(), !another && len(kept.Mistakes()) == 0
}

// Any tells that a protocol other than the embedded one was ever whole here.
func (c Copies) Any() bool {
	if c == "" {
		return false
	}
	kept, err := filepath.Glob(filepath.Join(string(c), "*.zip"))
	return err == nil && len(kept) > 0
}

// Cause is what the system says of a file, without the name of the call that failed
// and of the file, which the sentence around it has: "permission denied".
func Cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	case errors.As(err, &call):
		return call.Err
	}
	return err
}
