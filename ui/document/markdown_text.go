package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"isspp/model"
)

func (m *markdown) spans(spans []model.Span) string {
	return styled(spans, escape, func(text, to string) string { return "[" + text + "](<" + to + ">)" })
}

// styled writes text with the signs of its style; text and link write the words. The signs of
// a style stand at the words: blanks at its ends go outside. A style that goes on isn't ended and begun again, since
// three signs and more in a row can be read in several ways.
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
			if !emph { // blanks stand before a sign that begins a style
				b.WriteString(lines(blanks))
				blanks = ""
			}
			b.WriteString("*")
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

// readable takes a style from the spans at whose ends Markdown wouldn't read
// its signs: within a word, next to punctuation. The words stay as they are.
func readable(spans []model.Span) []model.Span {
	out := slices.Clone(spans)
	for i := 1; i < len(out); i++ {
		// Where one style ends and another begins without a blank the signs of both
		// would run together; bold within italics is the one case that reads well.
		p, c := &out[i-1], &out[i]
		apart := blankAt(p.Text, len(p.Text)-1) || blankAt(c.Text, 0)
		both := (p.Strong || p.Emph) && (c.Strong || c.Emph)
		same := p.Strong == c.Strong && p.Emph == c.Emph || p.Emph && c.Emph
		if both && !same && !apart {
			c.Strong, c.Emph = false, false
		}
	}
	for _, style := range []func(*model.Span) *bool{
		func(s *model.Span) *bool { return &s.Strong },
		func(s *model.Span) *bool { return &s.Emph },
	} {
		for i := 0; i < len(out); {
			j := i
			for j < len(out) && *style(&out[j]) {
				j++
			}
			if j > i && !flanked(out, i, j) {
				for k := i; k < j; k++ {
					*style(&out[k]) = false
				}
			}
			i = max(j, i+1)
		}
	}
	return out
}

// blankAt tells whether a text has a blank or a new line at a place, or nothing.
func blankAt(text string, i int) bool {
	return i < 0 || i >= len(text) || text[i] == ' ' || text[i] == '\n'
}

// flanked tells whether signs at the ends of spans i to j would be read.
func flanked(spans []model.Span, i, j int) bool {
	shown := func(part []model.Span) string {
		var b strings.Builder
		for _, s := range part {
			if s.Link != "" {
				// A link stands in signs of its own.
				b.WriteString("[" + s.Text + ")")
				continue
			}
			b.WriteString(s.Text)
		}
		return b.String()
	}
	within := shown(spans[i:j])
	start := strings.TrimLeft(within, " \n")
	end := strings.TrimRight(within, " \n")
	if start == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(start)
	last, _ := utf8.DecodeLastRuneInString(end)
	before, _ := utf8.DecodeLastRuneInString(shown(spans[:i]) + within[:len(within)-len(start)])
	after, _ := utf8.DecodeRuneInString(within[len(end):] + shown(spans[j:]))
	return (!sign(first) || !letter(before)) && (!sign(last) || !letter(after))
}

// sign tells what Markdown takes for punctuation.
func sign(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// letter tells what is neither punctuation, nor a blank, nor the text's end.
func letter(r rune) bool { return r != utf8.RuneError && !sign(r) && !unicode.IsSpace(r) }
