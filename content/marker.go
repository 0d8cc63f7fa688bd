package content

import (
	"slices"
	"strings"
)

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

// markerKinds are the markers that a document may hold.
var markerKinds = []string{"absent", "anchor", "domain", "service", "contact"}

// readMarker reads one comment, with its <!-- and -->. A comment without a
// kind is only a remark to whoever keeps the pack.
func readMarker(comment string, line int, r *reporter) (marker, bool) {
	inner, closed := strings.CutSuffix(strings.TrimSpace(comment), "-->")
	inner, opened := strings.CutPrefix(inner, "<!--")
	if !opened || !closed {
		r.add(line, "write Markdown, or close the comment with -->", "HTML is not read here")
		return marker{}, false
	}
	kind, text, found := strings.Cut(strings.TrimSpace(inner), ":")
	if !found || strings.ContainsAny(kind, " \t\n") {
		return marker{}, false
	}
	if !slices.Contains(markerKinds, kind) {
		r.word(line, kind, markerKinds, strings.Join(markerKinds, ", "), "%q is not a marker", kind)
		return marker{}, false
	}
	text = strings.Join(strings.Fields(text), " ")
	m := marker{kind: kind, line: line}
	if kind == "anchor" || kind == "absent" {
		if m.id = text; !isSlug(text) {
			r.add(line, "lower-case letters, digits and hyphens", "%q is not an id", text)
			return m, false
		}
		return m, true
	}
	at, a := cutAttributes(text, line, r)
	m.text, m.attributes = text[:at], a
	if m.text == "" {
		r.add(line, "<!-- "+kind+": words -->", "the marker says nothing")
		return m, false
	}
	return m, true
}
