package session

import (
	"bytes"
	"fmt"
	"strings"

	"isspp/model"
	"isspp/store"
	"isspp/ui/report"
)

// readings are what people read of a bundle, beside the data: everything under
// each reference as Markdown, oldest first, drafts too.
func readings(notes *store.Store, o Options, ref string) ([]store.Reading, error) {
	refs := []string{ref}
	if ref == "" {
		refs = nil
		for _, k := range notes.References() {
			if k.Ref != "" {
				refs = append(refs, k.Ref)
			}
		}
	}
	out := make([]store.Reading, 0, len(refs)+1)
	used := map[string]bool{}
	for _, r := range refs {
		h, err := heldUnder(notes, o, r)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		if err := toHandOver(o.about(notes), h).Write(&b, report.Markdown); err != nil {
			return nil, err
		}
		out = append(out, store.Reading{Name: readingName(r, used), Text: b.Bytes()})
	}
	if text := schoolNotes(notes); ref == "" && text != "" {
		out = append(out, store.Reading{Name: "notes-of-the-school.md", Text: []byte(text)})
	}
	return out, nil
}

// toHandOver is the chronology of a reference with the private notes under it.
func toHandOver(a report.About, h report.Held) report.Doc {
	d := report.ChronologyOf(a, h.Ref, h.Concerns)
	if len(h.Notes) > 0 {
		d.Blocks = append(d.Blocks, report.H(2, "Notes on protective factors"))
	}
	for _, n := range h.Notes {
		if strings.TrimSpace(n.Body) != "" {
			d.Blocks = append(d.Blocks, report.H(3, model.CleanLine(n.Text)+versionWord(n.Beside)+", "+n.Changed.Format("2 January 2006")+byWord(n.ChangedBy)), report.P(model.Clean(n.Body)))
		}
	}
	return d
}

// byWord is who wrote a note, behind its day, where that is known.
func byWord(by string) string {
	if by = model.CleanLine(by); by == "" {
		return ""
	}
	return ", by " + by
}

// versionWord tells a note that is another's other version.
func versionWord(beside string) string {
	if beside == "" {
		return ""
	}
	return ", " + model.AnotherVersion
}

// readingName is a file's name made of a reference: letters and digits alone, so
// that no program that unpacks it is led elsewhere.
func readingName(ref string, used map[string]bool) string {
	name := strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-':
			return r
		}
		return '-'
	}, model.CleanLine(ref)), "-")
	name = "chronology-" + name[:min(len(name), 60)]
	full := name
	for n := 2; used[strings.ToLower(full)]; n++ {
		full = fmt.Sprintf("%s-%d", name, n)
	}
	used[strings.ToLower(full)] = true
	return full + ".md"
}

// schoolNotes are the notes that stand under no reference.
func schoolNotes(notes *store.Store) string {
	var b strings.Builder
	for _, n := range notes.FactorNotes() {
		if model.CleanLine(n.Ref) != "" || strings.TrimSpace(n.Body) == "" {
			continue
		}
		if b.Len() == 0 {
			b.WriteString("# Notes on protective factors, for the whole school\n")
		}
		fmt.Fprintf(&b, "\n## %s (%s)\n\n%s\n", model.CleanLine(n.Text)+versionWord(n.Beside), n.Changed.Format("2 January 2006")+byWord(n.ChangedBy), model.Clean(n.Body))
	}
	return b.String()
}
