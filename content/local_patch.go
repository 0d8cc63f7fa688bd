package content

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"isspp/model"
)

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
	if raw.kind != model.LocalContact && e.Name != raw.name {
		p.rename(raw.line, e.Name)
	}
	for _, f := range changed { // from below, so that the lines above keep their number
		p.rewrite(f.line, f.value)
	}
}

// rename gives the entry's heading another name, and keeps the line's ending.
func (p *localPatch) rename(line int, name string) {
	heading := p.lines[line-1]
	p.lines[line-1] = "### " + escapeLocal(name) + heading[len(strings.TrimRight(heading, "\r\n")):]
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
