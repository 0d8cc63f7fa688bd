package document

import (
	"strings"

	"isspp/model"
)

func (m *markdown) spans(spans []model.Span) string {
	return styled(spans, escape, func(text, to string) string { return "[" + text + "](<" + to + ">)" })
}

// styled writes text with the signs of its style; text and link write the words. The signs of a style stand at the
// words:
// blanks at its ends go outside. A style that goes on isn't ended and begun
// again, since three signs and more in a row can be read in several ways.
func styled(spans []model.Span, text func(string) string, link func(text, to string) string) string {
	var b strings.Builder
	blanks := ""
	strong, emph := false, false
	turn := func(toStrong, toEmph bool) {
		if strong && (!toStrong || emph != toEmph) {
			b.WriteString("**")
			strong = false
		}
		if emph != toEmph {
			b.WriteString(lines(emphGap(emph, &blanks)) + "*")
			emph = toEmph
		}
		if toStrong && !strong {
			b.WriteString(lines(blanks) + "**")
			blanks, strong = "", true
		}
	}
	for _, s := range readable(spans) {
		words := strings.TrimSpace(s.Text)
		if words == "" {
			blanks += s.Text
			continue
		}
		before, after, _ := strings.Cut(s.Text, words)
		blanks += before
		turn(s.Strong, s.Emph)
		said := lines(text(words))
		if s.Link != "" {
			said = link(said, s.Link)
		}
		b.WriteString(lines(blanks) + said)
		blanks = after
	}
	turn(false, false)
	// Some programs read the stroke before a hard break as a part of it.
	return strings.ReplaceAll(strings.TrimSpace(b.String()+lines(blanks)), `\\\`+"\n", `&#92;\`+"\n")
}

// emphGap gives the blanks that stand before a sign that begins a style, and
// none before one that ends it.
func emphGap(ends bool, blanks *string) string {
	if ends {
		return ""
	}
	gap := *blanks
	*blanks = ""
	return gap
}

// lines makes each new line a hard break, and keeps the blanks that a line
// starts with. An empty line can't stand in a paragraph: it holds a blank.
func lines(text string) string {
	if !strings.Contains(text, "\n") {
		return text
	}
	parts := strings.Split(text, "\n")
	for i, part := range parts {
		if i > 0 {
			rest := strings.TrimLeft(part, " ")
			parts[i] = strings.Repeat("&nbsp;", len(part)-len(rest)) + lineSafe(rest)
			if rest == "" && i < len(parts)-1 {
				parts[i] = "&nbsp;"
			}
		}
	}
	return strings.Join(parts, "\\\n")
}

// escape takes the signs of Markdown their meaning.
func escape(text string) string {
	var b strings.Builder
	for i, r := range text {
		if strings.ContainsRune("\\`*_[]<>|~", r) || r == '&' && entity(text[i+1:]) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// entity tells whether what follows an ampersand could be read as a character's name.
func entity(rest string) bool {
	return rest != "" && (rest[0] == '#' || rest[0]|0x20 >= 'a' && rest[0]|0x20 <= 'z')
}

// startSafe is lineSafe for the first line of a block, whose blanks would make
// it code.
func startSafe(text string) string { return lineSafe(strings.TrimLeft(text, " ")) }

// lineSafe keeps the start of a line from making a heading, a list or a rule.
func lineSafe(line string) string {
	if line == "" {
		return line
	}
	if strings.ContainsRune("#+-=", rune(line[0])) {
		return "\\" + line
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if digits > 0 && digits < 10 && len(line) > digits && strings.ContainsRune(".)", rune(line[digits])) {
		return line[:digits] + "\\" + line[digits:]
	}
	return line
}
