package content

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"isspp/model"
)

// LocalFile is what the file of the Local layer is called.
const LocalFile = "local.md"

// LoadLocal reads the school's own layer. No file is no mistake: the layer is
// then empty. What can be read counts, whatever mistakes stand beside it; each
// of them comes with its line and how to fix it. It never returns nil.
func LoadLocal(path string) (*model.Local, []Mistake) {
	src, fault := ReadLocalFile(path)
	if fault != nil {
		return &model.Local{File: path, Mistakes: 1}, []Mistake{*fault}
	}
	return ReadLocal(path, src)
}

// ReadLocalFile reads the file's bytes; no file gives none. What isn't a plain
// file of a document's size is refused before it is read.
func ReadLocalFile(path string) ([]byte, *Mistake) {
	if isMissing(os.Stat(path)) {
		if isMissing(os.Lstat(path)) {
			return nil, nil
		}
		return nil, &Mistake{
			File: filepath.Base(path), Line: 1, Text: "the file is a link to one that isn't there",
			Mend: "see whether its folder can be reached, or remove the link",
		}
	}
	src, fault := readFile(os.DirFS(filepath.Dir(path)), filepath.Base(path), MaxLocal)
	if fault != nil && fault.Mend == "" {
		fault.Mend = "the Local file is a plain text file that you may read"
	}
	return src, fault
}

// isMissing tells that there is nothing of a name.
func isMissing(_ fs.FileInfo, err error) bool { return errors.Is(err, fs.ErrNotExist) }

// ReadLocal makes the layer of a file's bytes.
func ReadLocal(path string, src []byte) (*model.Local, []Mistake) {
	r := &reporter{file: filepath.Base(path)}
	l := &model.Local{File: path}
	seen := localSeen{}
	for _, raw := range shapeLocal(src, r).entries() {
		e, ok := raw.read(r)
		if !ok {
			continue
		}
		seen.check(e, r)
		l.Entries = append(l.Entries, e)
	}
	mistakes := fewer(sorted(r.list))
	l.Mistakes = len(mistakes)
	return l, mistakes
}

// mostMistakes is how many mistakes of a file are told. A file with more is
// something else than a Local file.
const mostMistakes = 500

// fewer tells the first mistakes, and how many more there are.
func fewer(list []Mistake) []Mistake {
	if len(list) <= mostMistakes {
		return list
	}
	next := list[mostMistakes]
	next.Text, next.Near = fmt.Sprintf("and %d more mistakes", len(list)-mostMistakes), ""
	next.Mend = "fix those above first, or check that this is the right file"
	return append(list[:mostMistakes:mostMistakes], next)
}

// localSeen finds entries that say the same thing twice.
type localSeen map[string][]model.LocalEntry

// check reports an entry that can't be told from one before it. Several entries
// about one setting are right where their days, or an absence, tell them apart.
func (s localSeen) check(e model.LocalEntry, r *reporter) {
	key := entryKey(e)
	twice := slices.IndexFunc(s[key], func(o model.LocalEntry) bool {
		return len(e.Overlap(o)) > 0 || e.Kind != model.LocalRota && e.Kind != model.LocalSchool
	})
	s[key] = append(s[key], e)
	if twice < 0 {
		return
	}
	first := s[key][twice].Line
	mend := "keep one of them"
	if e.Kind == model.LocalRota || e.Kind == model.LocalSchool {
		mend = "keep one, or say From, Until or Covers for"
	}
	r.add(e.Line, mend, "%q has an entry in line %d already", e.Name, first)
}

// CheckLocal reports the entries that speak of a setting or a service which the
// loaded protocol doesn't have, with the name that was likely meant, and those about
// a number for danger, which nobody can change.
func CheckLocal(l *model.Local, p *Pack) []Mistake {
	r := &reporter{file: filepath.Base(l.File)}
	var settings, services []string
	for _, s := range p.Rota().Settings {
		settings = append(settings, s.Name)
	}
	for _, e := range l.Entries {
		if e.Kind != model.LocalRota && e.Kind != model.LocalService {
			continue
		}
		_, contact, known := spokenOf(e, p)
		switch {
		case known && Unchangeable(contact):
			r.add(e.Line, "take the entry out", "%q is for danger, and its number can't be changed", contact.Name)
		case known:
		case e.Kind == model.LocalRota:
			r.name(e, settings, "a name as the rota prints it; a school that isn't in it goes below ## Primary schools",
				"no setting of the rota is called %q")
		default:
			if services == nil {
				services = serviceNames(p)
			}
			r.name(e, services, "a name as the directory prints it", "no service or contact is called %q")
		}
	}
	return sorted(r.list)
}

// spokenOf finds the setting, service or contact that an entry is about, by its id;
// a contact is returned whole.
func spokenOf(e model.LocalEntry, p *Pack) (id string, contact model.HeadContact, ok bool) {
	one := &model.Local{Entries: []model.LocalEntry{e}}
	if e.Kind == model.LocalRota {
		for _, s := range p.Rota().Settings {
			if len(one.Covers(s)) > 0 {
				return s.ID, contact, true
			}
		}
		return "", contact, false
	}
	d := p.Directory()
	for _, h := range append(slices.Clone(d.Head), d.Bulletin) {
		if _, ok := one.HeadContact(h); ok && h.Name != "" {
			return h.ID, h, true
		}
	}
	for _, s := range d.Services() {
		if _, ok := one.Service(s); ok {
			return s.ID, contact, true
		}
	}
	return "", contact, false
}

// serviceNames are the services and contacts that an entry can be about.
func serviceNames(p *Pack) []string {
	var names []string
	for _, h := range p.Contacts() {
		names = append(names, h.Name)
	}
	for _, s := range p.Directory().Services() {
		names = append(names, s.Name)
	}
	return names
}

// name reports an entry whose name nothing has, with what it was likely meant
// for: by the same search that answers look-ups, "EGA" and "St Aloysuis" too.
func (r *reporter) name(e model.LocalEntry, names []string, mend, format string) {
	fits, near := meant(e.Name, names)
	if len(fits) > 1 && len(fits) <= mostMeant {
		near, mend = "", "one of: "+strings.Join(fits, "; ")
	}
	r.add(e.Line, mend, format, e.Name)
	r.list[len(r.list)-1].Near = near
}

// meant are the names that a written one fits, and the one that it likely was meant
// for, or empty.
func meant(written string, names []string) (fits []string, near string) {
	found, fit := model.Rank(written, names, func(name string) []string { return []string{name} })
	if near = model.Nearest(written, names); len(found) == 1 {
		near = found[0]
	}
	if fit < model.FitNear {
		fits = found
	}
	return fits, near
}

// mostMeant is how many names are listed that an entry may be meant for.
const mostMeant = 4

// Unchangeable reports whether no Local entry may change a contact: 999 and 101.
func Unchangeable(h model.HeadContact) bool {
	short := func(c model.Contact) bool { return c.Kind == model.Phone && len(c.Value) <= 3 }
	return h.Emergency && slices.ContainsFunc(h.Contacts, short)
}
