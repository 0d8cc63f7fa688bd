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

// MakeLocal reads an entry from what was typed into its lines, by their names.
// A mistake's line is the number, from 1, of the line among LocalLines.
func MakeLocal(kind model.LocalKind, name string, values map[string]string) (model.LocalEntry, []Mistake) {
	r := &reporter{file: LocalFile}
	raw := rawEntry{kind: kind, name: model.CleanLine(name)}
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

var errUnsafe = errors.New("the Local file is written in a way that can't be changed from here without touching " +
	"something else. Nothing has changed; isspp local edit opens it")

// localPut is an entry to be written: at is the line of the one that it takes the
// place of, and 0 for a new one.
type localPut struct {
	at    int
	entry model.LocalEntry
}

// PutLocal writes an entry into the file and leaves everything else in it as it
// is, to the byte. at is the line of the entry that it takes the place of, and 0
// for a new one. An entry with every line empty takes the old one out.
func PutLocal(src []byte, at int, e model.LocalEntry) ([]byte, error) {
	return putLocal(src, []localPut{{at, e}})
}

func putLocal(src []byte, puts []localPut) ([]byte, error) {
	if len(puts) == 0 {
		return src, nil
	}
	if isUTF16(src) {
		return nil, errors.New("the Local file is saved as UTF-16. Nothing has changed; save it again as UTF-8 in " +
			"your editor first")
	}
	p := newLocalPatch(src)
	entries, forms := p.index()
	replaced := map[int]bool{}
	for i := range puts {
		put := &puts[i]
		found, known := entries[put.at]
		if put.at == 0 {
			key := headingKey(put.entry)
			found, known = forms[key]
			delete(forms, key) // it is filled in once
		}
		switch {
		case put.at > 0 && (!known || found.raw.kind != put.entry.Kind):
			return nil, fmt.Errorf("the entry isn't in line %d any more: the Local file was changed. Nothing has "+
				"changed", put.at)
		case known:
			put.entry.More = found.old.More
			replaced[found.raw.at] = true
			p.change(found.raw, found.old, put.entry)
		default:
			p.add(put.entry)
		}
	}
	out := p.bytes()
	if !keepsTheRest(src, out, replaced, puts) {
		return nil, errUnsafe
	}
	return out, nil
}

// keepsTheRest reads the file before and after, and reports whether the entries are
// there as they were meant and every other one as it was.
func keepsTheRest(before, after []byte, replaced map[int]bool, puts []localPut) bool {
	was, _ := ReadLocal(LocalFile, before)
	is, mistakes := ReadLocal(LocalFile, after)
	var want, got, meant []string
	for _, old := range was.Entries {
		if !replaced[old.Line] {
			want = append(want, entryWords(old))
		}
	}
	for _, put := range puts {
		if !put.entry.Blank() {
			meant = append(meant, entryWords(put.entry))
		}
	}
	for _, now := range is.Entries {
		got = append(got, entryWords(now))
	}
	return len(mistakes) <= was.Mistakes && len(without(meant, got)) == 0 && slices.Equal(want, without(got, meant))
}

func entryWords(e model.LocalEntry) string {
	e.Line, e.Faulty = 0, false
	return fmt.Sprintf("%+v", e)
}

// LocalLineValues are the lines of the entry at a line of the file as they are
// written, mistakes and all, by their names. Lines that nobody knows are left out.
func LocalLineValues(src []byte, at int) map[string]string {
	values := map[string]string{}
	for _, raw := range shapeLocal(src, &reporter{}).entries() {
		if raw.at != at {
			continue
		}
		for _, f := range raw.fields {
			if l, ok := raw.line(f, &reporter{}); ok && values[l.name] == "" {
				values[l.name] = f.value
			}
		}
	}
	return values
}

// localPatch is the file as lines, each with its own ending, and what is to become of them. Lines keep their
// numbers until the file is written out, so that a sheet of thousands costs one pass.
type localPatch struct {
	lines []string
	shape *localShape
	// end is how the file ends its lines: as Windows does where any line does.
	end   string
	edits []localEdit
	fresh map[model.LocalKind]string // new entries, by the part of the file that they belong in
}

// localEdit is a text in place of the lines from one on and before another; where
// the two are one, it comes before that line.
type localEdit struct {
	from, before int
	text         string
}

var localLineEnd = model.Pattern("\r\n|\n|\r")

func newLocalPatch(src []byte) *localPatch {
	p := &localPatch{shape: shapeLocal(src, &reporter{}), fresh: map[model.LocalKind]string{}, end: "\n"}
	for len(src) > 0 {
		at := len(src)
		if end := localLineEnd().FindIndex(src); end != nil {
			at = end[1]
		}
		p.lines, src = append(p.lines, string(src[:at])), src[at:]
	}
	for _, end := range []string{"\r", "\n", "\r\n"} {
		if slices.ContainsFunc(p.lines, func(line string) bool { return strings.HasSuffix(line, end) }) {
			p.end = end
		}
	}
	if len(p.lines) == 0 {
		p.lines = []string{"# What our school knows" + p.end}
	}
	return p
}

func (p *localPatch) bytes() []byte {
	for _, part := range localParts {
		if p.fresh[part.kind] == "" {
			continue
		}
		at, known := p.partEnd(part.kind)
		title := p.end + "## " + part.names[0] + p.end
		if known {
			title = ""
		}
		for at > 0 && strings.TrimSpace(p.lines[at-1]) == "" {
			at--
		}
		p.insert(at, title+p.fresh[part.kind])
	}
	slices.SortStableFunc(p.edits, func(a, b localEdit) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.before, b.before))
	})
	var b bytes.Buffer
	line := 1
	for _, e := range append(p.edits, localEdit{from: len(p.lines) + 1}) {
		for ; line < e.from; line++ {
			b.WriteString(p.lines[line-1])
		}
		if out := b.Bytes(); e.text != "" && len(out) > 0 && out[len(out)-1] != '\n' && out[len(out)-1] != '\r' {
			b.WriteString(p.end)
		}
		b.WriteString(e.text)
		line = max(line, e.before)
	}
	return b.Bytes()
}

// insert puts a text behind a line; behind line 0 is the beginning.
func (p *localPatch) insert(line int, text string) {
	p.edits = append(p.edits, localEdit{line + 1, line + 1, text})
}

func (p *localPatch) replace(first, last int, text string) {
	was := p.lines[first-1]
	p.edits = append(p.edits, localEdit{first, last + 1, text + was[len(strings.TrimRight(was, "\r\n")):]})
}

// partEnd is the last line of the last part of a kind, or the file's where it has none.
func (p *localPatch) partEnd(kind model.LocalKind) (at int, known bool) {
	at = len(p.lines)
	for _, part := range slices.Backward(p.shape.parts) {
		if part.kind == kind {
			return at, true
		}
		at = part.line - 1
	}
	return len(p.lines), false
}

type foundEntry struct {
	raw rawEntry
	old model.LocalEntry
}

func (p *localPatch) index() (at map[int]foundEntry, forms map[string]foundEntry) {
	at, forms = map[int]foundEntry{}, map[string]foundEntry{}
	for _, raw := range p.shape.entries() {
		old, used := raw.read(&reporter{})
		at[raw.at] = foundEntry{raw, old}
		key := headingKey(old)
		if _, waits := forms[key]; !waits && !used && old.Blank() && raw.lost == 0 && old.Checked == "" {
			forms[key] = foundEntry{raw, old}
		}
	}
	return at, forms
}

// change writes the lines that say something else than before, and adds those
// that are missing behind the last. A bullet keeps its name and its hyphen.
func (p *localPatch) change(raw rawEntry, old, e model.LocalEntry) {
	at, last := map[string]rawField{}, raw.at
	for _, f := range raw.fields {
		if l, ok := raw.line(f, &reporter{}); ok && at[l.name].line == 0 {
			at[l.name] = f
		}
		last = max(last, p.itemEnd(f.line))
	}
	missing := ""
	for _, name := range LocalLines(raw.kind) {
		f, value := at[name], localValue(e, name)
		switch {
		case value == localValue(old, name) && (value != "" || f.value == ""):
		case f.line == 0:
			missing += localBullet("- "+name, value) + p.end
		default:
			if name, _, found := strings.Cut(p.lines[f.line-1], ":"); found { // else the check of the whole refuses it
				p.replace(f.line, p.itemEnd(f.line), localBullet(name, value))
			}
		}
	}
	if missing != "" {
		if last == raw.at {
			missing = p.end + missing
		}
		p.insert(last, missing)
	}
	if raw.kind != model.LocalContact && e.Name != raw.name {
		p.replace(raw.at, raw.at, "### "+escapeLocal(e.Name))
	}
}

// itemEnd is the last line of the bullet that starts at a line: its words may go on below it.
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

func (p *localPatch) add(e model.LocalEntry) {
	text := p.end + "### " + escapeLocal(e.Name) + p.end + p.end
	for _, name := range LocalLines(e.Kind) {
		if value := localValue(e, name); value != "" {
			text += localBullet("- "+name, value) + p.end
		}
	}
	p.fresh[e.Kind] += text
}

func localBullet(name, value string) string {
	return strings.TrimRight(name+": "+escapeLocal(value), " ")
}

var markdownSigns = model.Pattern("[\\\\`*_{}\\[\\]<>&|]")

func escapeLocal(text string) string { return markdownSigns().ReplaceAllString(text, `\$0`) }
