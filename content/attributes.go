package content

import (
	"maps"
	"slices"
	"strings"
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
	if !strings.HasSuffix(trimmed, "}") {
		if strings.HasPrefix(trimmed[open:], "{#") || strings.Contains(trimmed[open:], `="`) {
			r.add(line, "end the line with }", "the attributes aren't closed")
		}
		return len(text), a
	}
	a = readAttributes(trimmed[open+1:len(trimmed)-1], line, r)
	return len(strings.TrimRight(text[:open], " \t")), a
}

// readAttributes reads what stands between the braces.
func readAttributes(text string, line int, r *reporter) attributes {
	const mend = `{#slug key="value"}`
	var a attributes
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
			r.add(line, mend, "the attributes {%s} can't be read", text)
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

// allow reports every attribute that isn't one of the known ones.
func (a attributes) allow(known []string, line int, r *reporter) {
	mend := "only #id stands here"
	if len(known) > 0 {
		mend = "#id, " + strings.Join(known, ", ")
	}
	for _, key := range slices.Sorted(maps.Keys(a.values)) {
		if !slices.Contains(known, key) {
			r.word(line, key, known, mend, "%q is not an attribute here", key)
		}
	}
}

// readYes reads an attribute that is "yes" or left out.
func readYes(name string, values map[string]string, line int, r *reporter) bool {
	switch said := values[name]; said {
	case "yes":
		return true
	case "":
	default:
		r.add(line, name+`="yes", or leave it out`, "%s can't be %q", name, said)
	}
	return false
}
