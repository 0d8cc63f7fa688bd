package content

import (
	"bytes"
	"cmp"
	"strings"

	"isspp/model"
)

// localPatch is the file as lines, each with its own ending, and what becomes of
// them. Lines keep their numbers until the file is written out, so that a sheet of
// thousands costs one pass.
type localPatch struct {
	lines []string
	shape localShape
	end   string
	// swap are lines that say something else, and gone are those that are left out.
	swap map[int]string
	gone map[int]bool
	// behind are the lines that come behind a line; behind line 0 is the beginning.
	behind map[int][]string
	// parts are new parts of the file, in their order, and fresh what they hold.
	parts []model.LocalKind
	fresh map[model.LocalKind][]string
}

func newLocalPatch(src []byte) *localPatch {
	p := &localPatch{
		shape: shapeLocal(src, &reporter{}), swap: map[int]string{}, gone: map[int]bool{}, behind: map[int][]string{},
		fresh: map[model.LocalKind][]string{},
	}
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

// bytes writes the file out with everything that becomes of its lines.
func (p *localPatch) bytes() []byte {
	if len(p.parts) > 0 {
		last := p.beforeBlanks(len(p.lines))
		for _, kind := range p.parts {
			p.behind[last] = append(p.behind[last], p.fresh[kind]...)
		}
	}
	var b bytes.Buffer
	ended := true
	for i := 0; i <= len(p.lines); i++ {
		if i > 0 && !p.gone[i] {
			line, swapped := p.swap[i]
			if !swapped {
				line = p.lines[i-1]
			}
			b.WriteString(line)
			ended = strings.TrimRight(line, "\r\n") != line
		}
		for _, line := range p.behind[i] {
			if !ended {
				b.WriteString(p.end)
			}
			b.WriteString(line)
			ended = true
		}
	}
	return b.Bytes()
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

// found is an entry of the file as it stands there, and as it reads.
type foundEntry struct {
	raw rawLocal
	old model.LocalEntry
}

// index finds the file's entries by their lines, and the empty forms.
func (p *localPatch) index() (at map[int]foundEntry, forms map[formKey]foundEntry) {
	at, forms = map[int]foundEntry{}, map[formKey]foundEntry{}
	for _, raw := range p.shape.entries() {
		old, used := raw.read(&reporter{})
		at[raw.line] = foundEntry{raw, old}
		key := formKey{raw.kind, model.Fold(old.Name)}
		if _, waits := forms[key]; !waits && !used && old.Blank() && raw.lost == 0 && old.Checked == "" {
			forms[key] = foundEntry{raw, old}
		}
	}
	return at, forms
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
		p.behind[last] = append(p.behind[last], missing...)
	}
	if raw.kind != model.LocalContact && e.Name != raw.name {
		p.rename(raw.line, e.Name)
	}
	for _, f := range changed {
		p.rewrite(f.line, f.value)
	}
}

// rename gives the entry's heading another name, and keeps the line's ending.
func (p *localPatch) rename(line int, name string) {
	heading := p.lines[line-1]
	p.swap[line] = "### " + escapeLocal(name) + heading[len(strings.TrimRight(heading, "\r\n")):]
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
	p.swap[line] = written
	for n := line + 1; n <= p.itemEnd(line); n++ {
		p.gone[n] = true
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
	entry := []string{p.end, "### " + escapeLocal(e.Name) + p.end, p.end}
	for _, name := range LocalLines(e.Kind) {
		if value := LocalValue(e, name); value != "" {
			entry = append(entry, p.line(name, value))
		}
	}
	at := -1
	for i, part := range p.shape.parts {
		if part.kind != e.Kind {
			continue
		}
		at = len(p.lines)
		if i+1 < len(p.shape.parts) {
			at = p.shape.parts[i+1].line - 1
		}
	}
	if at >= 0 {
		at = p.beforeBlanks(at)
		p.behind[at] = append(p.behind[at], entry...)
		return
	}
	if len(p.fresh[e.Kind]) == 0 {
		p.parts = append(p.parts, e.Kind)
		p.fresh[e.Kind] = []string{p.end, "## " + partTitle(e.Kind) + p.end}
	}
	p.fresh[e.Kind] = append(p.fresh[e.Kind], entry...)
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
