package content

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"isspp/model"
)

// attributes are what stands in braces behind a heading, an item or a marker:
// {#wipers ages="11-17" topics="mentoring"}.
type attributes struct {
	// id is the slug behind the #, and empty where none is given.
	id     string
	values map[string]string
}

// cutAttributes parts a text from the attributes at its end. at is where the
// text ends; without attributes it is the text's length.
func cutAttributes(text string, line int, r *reporter) (at int, a attributes) {
	trimmed := strings.TrimRight(text, " \t\r\n")
	open := strings.LastIndexByte(trimmed, '{')
	if open < 0 || open > 0 && trimmed[open-1] != ' ' {
		return len(text), a
	}
	inner, closed := strings.CutSuffix(trimmed[open+1:], "}")
	if !closed {
		if strings.HasPrefix(inner, "#") || strings.Contains(inner, `="`) {
			r.add(line, "end the line with }", "the attributes aren't closed")
		}
		return len(text), a
	}
	return len(strings.TrimRight(text[:open], " \t")), readAttributes(inner, line, r)
}

func readAttributes(text string, line int, r *reporter) (a attributes) {
	for rest := strings.TrimSpace(text); rest != ""; rest = strings.TrimSpace(rest) {
		if rest[0] == '#' {
			id, after, _ := strings.Cut(rest[1:], " ")
			if !isSlug(id) {
				r.add(line, "lower-case letters, digits and hyphens", "%q is not an id", id)
				id = slug(id)
			}
			a.id, rest = id, after
			continue
		}
		key, after, found := strings.Cut(rest, "=")
		value, after, closed := strings.Cut(strings.TrimPrefix(after, `"`), `"`)
		if !found || !closed || !isSlug(key) {
			r.add(line, `{#slug key="value"}`, "the attributes {%s} can't be read", text)
			return a
		}
		if a.values == nil {
			a.values = map[string]string{}
		}
		if _, twice := a.values[key]; twice {
			r.add(line, "keep one", "the attribute %q is given twice", key)
		}
		a.values[key], rest = value, after
	}
	return a
}

func (a attributes) allow(known []string, line int, r *reporter) {
	mend := "only #id stands here"
	if len(known) > 0 {
		mend = "#id, " + strings.Join(known, ", ")
	}
	for _, key := range slices.Sorted(maps.Keys(a.values)) {
		r.oneOf(line, key, known, mend, "%q is not an attribute here")
	}
}

func readYes(name string, values map[string]string, line int, r *reporter) bool {
	said := values[name]
	if said != "yes" && said != "" {
		r.add(line, name+`="yes", or leave it out`, "%s can't be %q", name, said)
	}
	return said == "yes"
}

// marker is a comment in a document that says something about what follows
// it, without adding a word to the protocol's text:
//
//	<!-- absent: dashboard -->
//	        stands where the source had a picture; a note about its id says which
//	<!-- anchor: reporting -->
//	        gives the next block an id
//	<!-- domain: Additional risk factors {#risk} -->
//	        a group of items without a heading of its own
//	<!-- domain: About groups {#groups read="yes"} -->
//	        the same, whose items are only read and never answered for one child
//	<!-- service: Children in Need {#cin} -->
//	        a service without a heading of its own
//	<!-- contact: Family Information Service {#fis} -->
type marker struct {
	kind string
	text string
	attributes
	line int
}

var markerKinds = []string{"absent", "anchor", "domain", "service", "contact"}

// readMarker reads one comment, with its <!-- and -->. A comment without a
// kind is only a remark to whoever keeps the pack.
func readMarker(comment string, line int, r *reporter) (m marker, ok bool) {
	inner, closed := strings.CutSuffix(strings.TrimSpace(comment), "-->")
	inner, opened := strings.CutPrefix(inner, "<!--")
	if !opened || !closed {
		r.add(line, "write Markdown, or close the comment with -->", "HTML is not read here")
		return m, false
	}
	kind, text, found := strings.Cut(strings.TrimSpace(inner), ":")
	if !found || strings.ContainsAny(kind, " \t\n") ||
		!r.oneOf(line, kind, markerKinds, strings.Join(markerKinds, ", "), "%q is not a marker") {
		return m, false
	}
	text = strings.Join(strings.Fields(text), " ")
	m = marker{kind: kind, line: line}
	if kind == "anchor" || kind == "absent" {
		if m.id = text; !isSlug(text) {
			r.add(line, "lower-case letters, digits and hyphens", "%q is not an id", text)
		}
		return m, isSlug(text)
	}
	at, a := cutAttributes(text, line, r)
	if m.text, m.attributes = text[:at], a; m.text == "" {
		r.add(line, "<!-- "+kind+": words -->", "the marker says nothing")
	}
	return m, m.text != ""
}

var markersOf = map[string][]string{
	"checklist": {"domain"}, "contacts": {"contact"}, "directory": {"service", "contact"},
}

func checkMarks(f *file, b *body, i int, r *reporter) {
	for _, m := range b.marks[i] {
		if m.kind != "anchor" && !slices.Contains(markersOf[f.kind], m.kind) {
			r.add(m.line, "it belongs in another kind of document", "a %s says nothing in a document of kind %s",
				m.kind, f.kind)
		}
		if m.kind == "domain" {
			m.allow([]string{"read"}, m.line, r)
		}
	}
	block := b.blocks[i]
	_, holdsServices := b.mark(i+1, "service")
	service := f.kind == "directory" && block.Level == 3 && !holdsServices
	if block.Kind == model.Heading && !service {
		attributes{values: block.Attrs}.allow(nil, block.Line, r)
	}
}

func (b body) mark(i int, kind string) (marker, bool) {
	if at := slices.IndexFunc(b.marks[i], func(m marker) bool { return m.kind == kind }); at >= 0 {
		return b.marks[i][at], true
	}
	return marker{}, false
}

// identify makes whole ids of a document's blocks, so that a note, a record or
// a search result can point at them: "programme/reporting", and in a checklist
// "risk/family" for a domain and "risk/family/parental-criminality" for its
// items. An id that is written in the document wins over one made of its words.
func identify(f *file, b *body, r *reporter) {
	prefix, checklist := f.id, f.kind == "checklist"
	if checklist {
		prefix = f.list
	}
	taken := idSet{}
	domain := ""
	for i := range b.blocks {
		block := &b.blocks[i]
		checkMarks(f, b, i, r)
		for _, m := range b.marks[i] {
			if block.ID = m.id; block.ID == "" {
				block.ID = slug(m.text)
			}
		}
		switch {
		case block.ID != "":
			if !taken.take(block.ID) {
				r.add(block.Line, "give it another", "the id %q is already used above", block.ID)
				block.ID = taken.free(block.ID)
			}
		case block.Kind == model.Heading:
			block.ID = taken.free(slug(block.Plain()))
		case checklist && block.Kind == model.Bullets && domain != "":
			identifyItems(domain, block.Items, true, taken, r)
			continue
		default:
			identifyItems(prefix, block.Items, false, taken, r)
			continue
		}
		block.ID = prefix + "/" + block.ID
		if checklist && (block.Kind == model.Heading || len(b.marks[i]) > 0) {
			domain = block.ID
			// A marker may stand straight before its bullets.
			identifyItems(domain, block.Items, true, taken, r)
		}
	}
}

// identifyItems gives the items of a domain their ids. Outside a domain only
// an item with an id of its own gets one.
func identifyItems(prefix string, items []model.ListItem, domain bool, taken idSet, r *reporter) {
	for i := range items {
		item := &items[i]
		switch {
		case item.ID != "":
			if !taken.take(prefix + "/" + item.ID) {
				r.add(item.Line, "give it another", "the id %q is already used above", item.ID)
			}
			item.ID = prefix + "/" + item.ID
		case domain:
			item.ID = taken.free(prefix + "/" + slug(model.PlainText(item.Spans)))
		}
	}
}

// slugWords is how many words of a text go into its slug: enough to tell the
// items of a domain apart, few enough to be typed.
const slugWords = 8

var apostrophes = strings.NewReplacer("'", "", "’", "", "‘", "")

// slug makes a stable id from a text: lower case, ASCII, words joined by
// hyphens. An apostrophe joins ("Boys'" is "boys"); any other sign parts.
func slug(text string) string {
	words := strings.FieldsFunc(apostrophes.Replace(strings.ToLower(text)), func(c rune) bool {
		return (c < 'a' || c > 'z') && (c < '0' || c > '9')
	})
	if len(words) == 0 {
		return "item"
	}
	return strings.Join(words[:min(len(words), slugWords)], "-")
}

func isSlug(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

type idSet map[string]bool

func (s idSet) free(id string) string {
	free := id
	for n := 2; !s.take(free); n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	return free
}

func (s idSet) take(id string) bool {
	free := !s[id]
	s[id] = true
	return free
}
