package content

import (
	"bytes"
	_ "embed"
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

// LocalFile is what the file of the Local layer is called.
const LocalFile = "local.md"

// LoadLocal reads the school's own layer. No file is no mistake: the layer is then empty. What can be read
// counts, whatever mistakes stand beside it. It never returns nil.
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
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		return nil, &Mistake{
			File: filepath.Base(path), Line: 1, Text: "the file is a link to one that isn't there",
			Mend: "see whether its folder can be reached, or remove the link",
		}
	}
	src, fault := readFile(os.DirFS(filepath.Dir(path)), filepath.Base(path), maxLocal)
	if fault != nil && fault.Mend == "" {
		fault.Mend = "the Local file is a plain text file that you may read"
	}
	return src, fault
}

// mostMistakes is how many mistakes of a file are told. A file with more is something else than a Local file.
const mostMistakes = 500

// ReadLocal makes the layer of a file's bytes.
func ReadLocal(path string, src []byte) (*model.Local, []Mistake) {
	r := &reporter{file: filepath.Base(path)}
	l := &model.Local{File: path}
	seen := map[string][]model.LocalEntry{}
	for _, raw := range shapeLocal(src, r).entries() {
		e, ok := raw.read(r)
		if !ok {
			continue
		}
		// Several entries about one setting are right where their days, or an absence, tell them apart.
		key, mend := entryKey(e), "keep one of them"
		if e.Kind.HasOfficer() {
			mend = "keep one, or say From, Until or Covers for"
		}
		if i := slices.IndexFunc(seen[key], func(o model.LocalEntry) bool {
			return len(e.Overlap(o)) > 0 || !e.Kind.HasOfficer()
		}); i >= 0 {
			r.add(e.Line, mend, "%q has an entry in line %d already", e.Name, seen[key][i].Line)
		}
		seen[key] = append(seen[key], e)
		l.Entries = append(l.Entries, e)
	}
	mistakes := sorted(r.list)
	if more := len(mistakes) - mostMistakes; more > 0 {
		last := &mistakes[mostMistakes]
		last.Text, last.Near = fmt.Sprintf("and %d more mistakes", more), ""
		last.Mend = "fix those above first, or check that this is the right file"
		mistakes = mistakes[:mostMistakes+1]
	}
	l.Mistakes = len(mistakes)
	return l, mistakes
}

// headingKey is what entries about one thing have in common, and entryKey what tells two of them apart.
func headingKey(e model.LocalEntry) string { return string(e.Kind) + "|" + model.Fold(e.Name) }

func entryKey(e model.LocalEntry) string {
	return strings.Join([]string{headingKey(e), string(e.Slot), e.From, e.Until, model.Fold(e.CoversFor)}, "|")
}

// CheckLocal reports the entries that speak of a setting or a service which the loaded protocol doesn't have,
// with the name that was likely meant, and those about a number for danger, which nobody can change.
func CheckLocal(l *model.Local, p *Pack) []Mistake {
	r := &reporter{file: filepath.Base(l.File)}
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
			r.name(e, settingNames(p),
				"a name as the rota prints it; a school that isn't in it goes below ## Primary schools",
				"no setting of the rota is called %q")
		default:
			var names []string
			for _, h := range p.Contacts() {
				names = append(names, h.Name)
			}
			for _, s := range p.Directory().Services() {
				names = append(names, s.Name)
			}
			r.name(e, names, "a name as the directory prints it", "no service or contact is called %q")
		}
	}
	return sorted(r.list)
}

func settingNames(p *Pack) []string {
	var names []string
	for _, s := range p.Rota().Settings {
		names = append(names, s.Name)
	}
	return names
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

const mostMeant = 4

// name reports an entry whose name nothing has, with what it was likely meant
// for: by the same search that answers look-ups, "EGA" and "St Aloysuis" too.
func (r *reporter) name(e model.LocalEntry, names []string, mend, format string) {
	fits, near := meant(e.Name, names)
	if len(fits) > 1 && len(fits) <= mostMeant {
		near, mend = "", "one of: "+strings.Join(fits, "; ")
	}
	r.near(e.Line, near, mend, format, e.Name)
}

// meant are the names that a written one fits, and the one that it likely was meant for, or empty.
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

// Unchangeable reports whether no Local entry may change a contact: 999 and 101.
func Unchangeable(h model.HeadContact) bool {
	short := func(c model.Contact) bool { return c.Kind == model.Phone && len(c.Value) <= 3 }
	return h.Emergency && slices.ContainsFunc(h.Contacts, short)
}

// LocalOverlaps are warnings, not mistakes: two officers of one setting whose days overlap now or later, with
// which of them is shown. Of two that can't be told apart ReadLocal reports a mistake already.
func LocalOverlaps(l *model.Local, now time.Time) []Mistake {
	r := &reporter{file: filepath.Base(l.File)}
	before := map[string][]model.LocalEntry{}
	for _, e := range l.Entries {
		if !e.Kind.HasOfficer() || e.Over(now) {
			continue
		}
		key := headingKey(e)
		for _, o := range before[key] {
			days := e.Overlap(o)
			if len(days) == 0 || entryKey(e) == entryKey(o) || model.Fold(e.Who) == model.Fold(o.Who) {
				continue
			}
			shown, older, from := e, o, ""
			if o.Newer(e) {
				shown, older = o, e
			}
			if shown.From != "" {
				from = " from " + shown.From
			}
			mend := fmt.Sprintf("- Until: the last day of %s, in line %d, if that is right", older.Who, older.Line)
			r.add(e.Line, mend, "%q: %s and %s (line %d) both have %s; %s is shown%s", e.Name, e.Who, o.Who, o.Line,
				daysNamed(days), shown.Who, from)
		}
		before[key] = append(before[key], e)
	}
	return sorted(r.list)
}

func daysNamed(days []time.Weekday) string {
	if len(days) == 5 { // the whole school week
		return "Monday to Friday"
	}
	var names []string
	for _, day := range days {
		names = append(names, day.String())
	}
	return strings.Join(names, ", ")
}

// LocalNotice says the first mistake of the Local file and how many more there
// are, and whether anything else in it is used; without any it is empty.
func LocalNotice(l *model.Local, mistakes []Mistake) string {
	if len(mistakes) == 0 {
		return ""
	}
	text, rest := mistakes[0].Error(), " Nothing else in the file is used"
	if n := len(mistakes) - 1; n > 0 {
		text += fmt.Sprintf(" (and %d more).", n)
	} else if !strings.HasSuffix(text, "?") {
		text += "."
	}
	if slices.ContainsFunc(l.Entries, func(e model.LocalEntry) bool {
		return !e.Faulty && !slices.ContainsFunc(mistakes, func(m Mistake) bool { return m.Line == e.Line })
	}) {
		rest = " The rest of the file counts"
	}
	return text + rest + "; isspp local check lists every mistake."
}

//go:embed starter/local.md
var starterLocal []byte

// StarterLocal is a Local file with every slot empty and an example of each kind of entry in a remark.
func StarterLocal() []byte { return starterLocal }

// MakeLocalFile sees to it that there is a Local file to edit, and gives the
// line at which an editor opens it best: the first mistake's.
func MakeLocalFile(path string) (line int, err error) {
	before, fault := ReadLocalFile(path)
	switch {
	case fault != nil:
		return 0, errors.New(fault.Error())
	case len(before) == 0:
		return 1, SaveLocal(path, before, starterLocal)
	}
	if _, mistakes := ReadLocal(path, before); len(mistakes) > 0 {
		return mistakes[0].Line, nil
	}
	return 1, nil
}

// ErrChanged is that a file was changed by somebody else since it was read.
var ErrChanged = errors.New("the Local file was changed meanwhile by another program. Nothing was written over it; " +
	"what you typed is still here")

// SaveLocal puts the file in place in one step. It refuses where the file is no
// longer as it was read. A file behind a link is written where it is.
func SaveLocal(path string, was, now []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("the folder for the Local file can't be made: %w. Nothing has changed", err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	err := disk.Write(path, now, disk.How{Keep: true, Check: func() error {
		if is, fault := ReadLocalFile(path); fault != nil || !bytes.Equal(is, was) {
			return ErrChanged
		}
		return nil
	}})
	if err != nil && !errors.Is(err, ErrChanged) {
		return fmt.Errorf("the Local file can't be written: %w. Nothing has changed", err)
	}
	return err
}
