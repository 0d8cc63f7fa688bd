package content

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"isspp/model"
)

// localPatch is the file as lines, each with its own ending, and what is to become
// of them. Lines keep their numbers until the file is written out, so that a sheet
// of thousands costs one pass.
type localPatch struct {
	lines []string
	shape localShape
	// end is how the file ends its lines: as Windows does where any line does.
	end   string
	edits []localEdit
	// fresh are new entries, by the part of the file that they belong in.
	fresh map[model.LocalKind][]string
}

// localEdit is a text in place of the lines from one on and before another; where
// the two are one, it comes before that line.
type localEdit struct {
	from, before int
	text         string
}

func newLocalPatch(src []byte) *localPatch {
	p := &localPatch{shape: shapeLocal(src, &reporter{}), fresh: map[model.LocalKind][]string{}}
	for text := string(src); text != ""; {
		at := strings.IndexAny(text, "\r\n")
		switch {
		case at < 0:
			at = len(text)
		case strings.HasPrefix(text[at:], "\r\n"):
			at += 2
		default:
			at++
		}
		p.lines, text = append(p.lines, text[:at]), text[at:]
	}
	for _, end := range []string{"\r\n", "\n", "\r"} {
		if p.end == "" && slices.ContainsFunc(p.lines, func(line string) bool { return strings.HasSuffix(line, end) }) {
			p.end = end
		}
	}
	p.end = cmp.Or(p.end, "\n")
	return p
}

// bytes writes the file out with everything that becomes of its lines.
func (p *localPatch) bytes() []byte {
	for _, part := range localParts {
		entries := p.fresh[part.kind]
		if len(entries) == 0 {
			continue
		}
		at, known := p.partEnd(part.kind)
		if !known {
			entries = slices.Insert(entries, 0, p.end+"## "+part.names[0]+p.end)
		}
		p.insert(p.beforeBlanks(at), strings.Join(entries, ""))
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

// replace puts a text in place of some lines and keeps the first one's ending.
func (p *localPatch) replace(first, last int, text string) {
	was := p.lines[first-1]
	p.edits = append(p.edits, localEdit{first, last + 1, text + was[len(strings.TrimRight(was, "\r\n")):]})
}

// partEnd is the last line of the last part of a kind, or the file's where it has none.
func (p *localPatch) partEnd(kind model.LocalKind) (at int, known bool) {
	at = len(p.lines)
	for i := len(p.shape.parts) - 1; i >= 0; i-- {
		if p.shape.parts[i].kind == kind {
			return at, true
		}
		at = p.shape.parts[i].line - 1
	}
	return len(p.lines), false
}

// beforeBlanks is the last line above a line, that one too, which says something.
func (p *localPatch) beforeBlanks(at int) int {
	for at > 0 && strings.TrimSpace(p.lines[at-1]) == "" {
		at--
	}
	return at
}

// formKey tells an empty form by what it waits for.
type formKey struct {
	kind model.LocalKind
	name string
}

// foundEntry is an entry of the file as it stands there, and as it reads.
type foundEntry struct {
	raw rawEntry
	old model.LocalEntry
}

// index finds the file's entries by their lines, and the empty forms.
func (p *localPatch) index() (at map[int]foundEntry, forms map[formKey]foundEntry) {
	at, forms = map[int]foundEntry{}, map[formKey]foundEntry{}
	for _, raw := range p.shape.entries() {
		old, used := raw.read(&reporter{})
		at[raw.at] = foundEntry{raw, old}
		key := formKey{raw.kind, model.Fold(old.Name)}
		if _, waits := forms[key]; !waits && !used && old.Blank() && raw.lost == 0 && old.Checked == "" {
			forms[key] = foundEntry{raw, old}
		}
	}
	return at, forms
}

// change writes the lines that say something else than before, and adds those
// that are missing behind the last.
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
		f, value := at[name], LocalValue(e, name)
		switch {
		case value == LocalValue(old, name) && (value != "" || f.value == ""):
		case f.line > 0:
			p.rewrite(f.line, value)
		default:
			missing += p.line(name, value)
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

// rewrite gives the bullet at a line another value, and keeps its name and its
// hyphen as they are.
func (p *localPatch) rewrite(line int, value string) {
	name, _, found := strings.Cut(p.lines[line-1], ":")
	if found { // else the check of the whole refuses it
		p.replace(line, p.itemEnd(line), strings.TrimRight(name+": "+escapeLocal(value), " "))
	}
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
	text := p.end + "### " + escapeLocal(e.Name) + p.end + p.end
	for _, name := range LocalLines(e.Kind) {
		if value := LocalValue(e, name); value != "" {
			text += p.line(name, value)
		}
	}
	p.fresh[e.Kind] = append(p.fresh[e.Kind], text)
}

func (p *localPatch) line(name, value string) string {
	return strings.TrimRight("- "+name+": "+escapeLocal(value), " ") + p.end
}

// markdownSigns are what Markdown may read as more than a sign.
var markdownSigns = model.Pattern("[\\\\`*_{}\\[\\]<>&|]")

// escapeLocal writes a text so that Markdown reads it as it is.
func escapeLocal(text string) string { return markdownSigns().ReplaceAllString(text, `\$0`) }
