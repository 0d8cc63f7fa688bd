package content

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"isspp/model"
)

// LocalValue is what an entry says in one of its lines, as it is written.
func LocalValue(e model.LocalEntry, line string) string {
	switch line {
	case lineOfficer, lineName:
		return e.Who
	case lineStatus:
		if e.Closed {
			return "closed"
		}
	case lineDays:
		return e.Assigned
	case linePhone:
		return e.Phone
	case lineEmail:
		return e.Email
	case lineLink:
		return e.Link
	case lineCovers:
		return e.CoversFor
	case lineFrom:
		return e.From
	case lineUntil:
		return e.Until
	case lineNote:
		return e.Note
	case lineChecked:
		return e.Checked
	case lineBy:
		return e.By
	}
	return ""
}

// MakeLocal reads an entry from what was typed into its lines, by their names.
// A mistake's line is the number, from 1, of the line among LocalLines.
func MakeLocal(kind model.LocalKind, name string, values map[string]string) (model.LocalEntry, []Mistake) {
	r := &reporter{file: LocalFile}
	raw := rawLocal{kind: kind, name: model.CleanLine(name)}
	for i, line := range LocalLines(kind) {
		if value := model.CleanLine(values[line]); value != "" {
			raw.fields = append(raw.fields, rawField{key: line, value: value, line: i + 1})
		}
	}
	e, _ := raw.read(r)
	if e.Blank() {
		return e, nil
	}
	return e, r.list
}

// localTitle heads a file that the form makes.
const localTitle = "# What our school knows"

// errUnsafe is that a file can't be changed without touching something else.
var errUnsafe = errors.New("the Local file is written in a way that can't be changed from here without touching something else. Nothing has changed; isspp local edit opens it")

// PutLocal writes an entry into the file and leaves everything else in it as it
// is, to the byte. at is the line of the entry that it takes the place of, and 0
// for a new one. An entry with every line empty takes the old one out.
func PutLocal(src []byte, at int, e model.LocalEntry) ([]byte, error) {
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		return nil, errors.New("the Local file is saved as UTF-16. Nothing has changed; save it again as UTF-8 in your editor first")
	}
	p := newLocalPatch(src)
	if len(p.lines) == 0 {
		p.lines = []string{localTitle + p.end}
	}
	raw, old, known := p.find(at, e)
	if known {
		e.More = old.More
	}
	switch {
	case at > 0 && !known:
		return nil, fmt.Errorf("the entry isn't in line %d any more: the Local file was changed. Nothing has changed", at)
	case known:
		p.change(raw, old, e)
	default:
		p.add(e)
	}
	out := p.bytes()
	if !keepsTheRest(src, out, raw.line, known, e) {
		return nil, errUnsafe
	}
	return out, nil
}

// localPatch is the file as lines, each with its own ending.
type localPatch struct {
	lines []string
	shape localShape
	end   string
}

func newLocalPatch(src []byte) *localPatch {
	p := &localPatch{shape: shapeLocal(src, &reporter{})}
	for len(src) > 0 {
		at := bytes.IndexAny(src, "\r\n")
		switch {
		case at < 0:
			at = len(src)
		case src[at] == '\r' && at+1 < len(src) && src[at+1] == '\n':
			at += 2
		default:
			at++
		}
		p.lines = append(p.lines, string(src[:at]))
		src = src[at:]
	}
	p.end = p.ending()
	return p
}

// ending is how the file ends its lines: as Windows does where any line does.
func (p *localPatch) ending() string {
	end := ""
	for _, line := range p.lines {
		switch {
		case strings.HasSuffix(line, "\r\n"):
			return "\r\n"
		case strings.HasSuffix(line, "\n"):
			end = "\n"
		case strings.HasSuffix(line, "\r") && end == "":
			end = "\r"
		}
	}
	return cmp.Or(end, "\n")
}

func (p *localPatch) bytes() []byte { return []byte(strings.Join(p.lines, "")) }

// find is the entry at a line, or for a new one an empty form that waits for it.
func (p *localPatch) find(at int, e model.LocalEntry) (raw rawLocal, old model.LocalEntry, ok bool) {
	for _, raw := range p.shape.entries() {
		old, used := raw.read(&reporter{})
		switch {
		case at > 0 && raw.line == at && raw.kind == e.Kind:
			return raw, old, true
		case at == 0 && !used && old.Blank() && raw.kind == e.Kind && raw.lost == 0 && old.Checked == "" && model.Fold(old.Name) == model.Fold(e.Name):
			return raw, old, true
		}
	}
	return rawLocal{}, model.LocalEntry{}, false
}

// change writes the lines that say something else than before, and adds those
// that are missing behind the last.
func (p *localPatch) change(raw rawLocal, old, e model.LocalEntry) {
	at := map[string]rawField{}
	last := 0
	for _, f := range raw.fields {
		if name := raw.field(f, &reporter{}); name != "" && at[name].line == 0 {
			at[name] = f
		}
		last = max(last, p.itemEnd(f.line))
	}
	var missing []string
	var changed []rawField
	for _, name := range LocalLines(raw.kind) {
		f, value := at[name], LocalValue(e, name)
		switch {
		case value == LocalValue(old, name) && (value != "" || f.value == ""):
		case f.line > 0:
			changed = append(changed, rawField{value: value, line: f.line})
		default:
			missing = append(missing, p.line(name, value))
		}
	}
	if last == 0 {
		last, missing = raw.line, append([]string{p.end}, missing...)
	}
	if len(missing) > 0 && strings.Join(missing, "") != p.end {
		p.insert(last, missing)
	}
	slices.SortFunc(changed, func(a, b rawField) int { return b.line - a.line })
	for _, f := range changed { // from below, so that the lines above keep their number
		p.rewrite(f.line, f.value)
	}
}

// rewrite gives the bullet at a line another value, and keeps its name, its
// hyphen and its ending as they are.
func (p *localPatch) rewrite(line int, value string) {
	text := strings.TrimRight(p.lines[line-1], "\r\n")
	colon := strings.IndexByte(text, ':')
	if colon < 0 {
		return // the check of the whole refuses it
	}
	written := text[:colon+1]
	if value != "" {
		written += " " + escapeLocal(value)
	}
	written += p.lines[line-1][len(text):]
	p.lines = slices.Replace(p.lines, line-1, p.itemEnd(line), written)
}

// itemEnd is the last line of the bullet that starts at a line: its words may go
// on below it.
func (p *localPatch) itemEnd(line int) int {
	for end := line; ; end++ {
		if end >= len(p.lines) {
			return end
		}
		next := strings.TrimLeft(p.lines[end], " \t")
		if strings.Trim(next, "\r\n") == "" || strings.ContainsAny(next[:1], "-*+#<") {
			return end
		}
	}
}

// add writes a new entry at the end of its part, and the part where the file has
// none.
func (p *localPatch) add(e model.LocalEntry) {
	entry := []string{p.end, "### " + escapeLocal(e.Name) + p.end, p.end}
	for _, name := range LocalLines(e.Kind) {
		if value := LocalValue(e, name); value != "" {
			entry = append(entry, p.line(name, value))
		}
	}
	at := len(p.lines)
	found := false
	for i, part := range p.shape.parts {
		if part.kind != e.Kind {
			continue
		}
		found, at = true, len(p.lines)
		if i+1 < len(p.shape.parts) {
			at = p.shape.parts[i+1].line - 1
		}
	}
	if !found {
		entry = append([]string{p.end, "## " + partTitle(e.Kind) + p.end}, entry...)
	}
	for at > 0 && strings.TrimSpace(p.lines[at-1]) == "" {
		at--
	}
	p.insert(at, entry)
}

// insert puts lines behind a line, which gets an ending if it has none.
func (p *localPatch) insert(behind int, lines []string) {
	if behind > 0 && strings.TrimRight(p.lines[behind-1], "\r\n") == p.lines[behind-1] {
		p.lines[behind-1] += p.end
	}
	p.lines = slices.Insert(p.lines, behind, lines...)
}

func (p *localPatch) line(name, value string) string {
	return strings.TrimRight("- "+name+": "+escapeLocal(value), " ") + p.end
}

// escapeLocal writes a text so that Markdown reads it as it is.
func escapeLocal(text string) string {
	var b strings.Builder
	for _, c := range text {
		if strings.ContainsRune("\\`*_{}[]<>&|", c) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// keepsTheRest reads the file before and after, and tells whether the entry is
// there as it was meant and every other one as it was.
func keepsTheRest(before, after []byte, line int, known bool, e model.LocalEntry) bool {
	was, _ := ReadLocal(LocalFile, before)
	is, mistakes := ReadLocal(LocalFile, after)
	if len(mistakes) > was.Mistakes {
		return false
	}
	var want, got []model.LocalEntry
	for _, old := range was.Entries {
		if !known || old.Line != line {
			want = append(want, plainEntry(old))
		}
	}
	for _, now := range is.Entries {
		got = append(got, plainEntry(now))
	}
	if e.Blank() {
		return slices.EqualFunc(want, got, sameEntry)
	}
	i := slices.IndexFunc(got, func(now model.LocalEntry) bool { return sameEntry(now, plainEntry(e)) })
	return i >= 0 && slices.EqualFunc(want, slices.Delete(got, i, i+1), sameEntry)
}

// plainEntry is an entry without what depends on its place.
func plainEntry(e model.LocalEntry) model.LocalEntry {
	e.Line, e.Faulty = 0, false
	return e
}

func sameEntry(a, b model.LocalEntry) bool {
	same := slices.Equal(a.Days, b.Days)
	a.Days, b.Days = nil, nil
	return same && fmt.Sprintf("%+v", a) == fmt.Sprintf("%+v", b)
}

// LocalLineValues are the lines of the entry at a line of the file as they are
// written, mistakes and all, by their names. Lines that nobody knows are left out.
func LocalLineValues(src []byte, at int) map[string]string {
	values := map[string]string{}
	for _, raw := range shapeLocal(src, &reporter{}).entries() {
		if raw.line != at {
			continue
		}
		for _, f := range raw.fields {
			if name := raw.field(f, &reporter{}); name != "" && values[name] == "" {
				values[name] = f.value
			}
		}
	}
	return values
}
