package upkeep

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"isspp/model"
	"isspp/store"
	"isspp/ui/document"
)

// Readings are what people read of a bundle, beside the data: everything under each
// reference, or under one, as Markdown, oldest first, drafts too. What has no
// reference is in files of its own.
func (n *Notes) Readings(ref string) ([]store.Reading, error) {
	var out []store.Reading
	used, about := map[string]bool{}, n.About(n.Store)
	for _, h := range toRead(n.Store, ref, about.Now) {
		var b bytes.Buffer
		if err := toHandOver(about, h).Write(&b, document.Markdown); err != nil {
			return nil, err
		}
		out = append(out, store.Reading{Name: readingName(cmp.Or(h.Ref, "without reference"), used), Text: b.Bytes()})
	}
	if gaps := n.Store.Gaps(); len(gaps) > 0 {
		out = append(out, store.Reading{
			Name: "INCOMPLETE.md",
			Text: []byte("# These notes may lack something\n\n" + strings.Join(gaps, "\n\n") + "\n"),
		})
	}
	if text := schoolNotes(n.Store); ref == "" && text != "" {
		out = append(out, store.Reading{Name: "notes-of-the-school.md", Text: []byte(text)})
	}
	return out, nil
}

// toRead is what each of the readings is made of: a reference, or a concern that has
// none.
func toRead(notes *store.Store, ref string, now time.Time) []document.Held {
	var out []document.Held
	at := map[string]int{}
	for _, k := range notes.References() {
		if k.Ref != "" && (ref == "" || model.SameReference(k.Ref, ref)) {
			at[model.ReferenceKey(k.Ref)] = len(out)
			out = append(out, document.Held{Ref: k.Ref})
		}
	}
	for _, c := range model.Concerns(notes.Walkthroughs(), notes.ConcernEntries(), now) {
		if i, ok := at[model.ReferenceKey(c.Ref)]; ok {
			out[i].Concerns = append(out[i].Concerns, c)
		} else if ref == "" {
			out = append(out, document.Held{Concerns: []model.Concern{c}})
		}
	}
	for _, n := range slices.Backward(notes.FactorNotes()) {
		if i, ok := at[model.ReferenceKey(n.Ref)]; ok {
			out[i].Notes = append(out[i].Notes, n)
		}
	}
	return out
}

func toHandOver(a document.About, h document.Held) document.Doc {
	d := document.ChronologyOf(a, h.Ref, h.Concerns)
	if len(h.Notes) > 0 {
		d.Blocks = append(d.Blocks, document.H(2, "Notes on protective factors"))
	}
	for _, n := range h.Notes {
		if strings.TrimSpace(n.Body) != "" {
			d.Blocks = append(d.Blocks, document.H(3, model.CleanLine(n.Text)+versionWord(n.Beside)+", "+
				n.Changed.Format("2 January 2006")+byWord(n.ChangedBy)), document.P(model.Clean(n.Body)))
		}
	}
	return d
}

func byWord(by string) string {
	if by = model.CleanLine(by); by == "" {
		return ""
	}
	return ", by " + by
}

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

func schoolNotes(notes *store.Store) string {
	var b strings.Builder
	for _, n := range notes.FactorNotes() {
		if model.Referenced(n.Ref) || strings.TrimSpace(n.Body) == "" {
			continue
		}
		if b.Len() == 0 {
			b.WriteString("# Notes on protective factors, for the whole school\n")
		}
		fmt.Fprintf(&b, "\n## %s (%s)\n\n%s\n", model.CleanLine(n.Text)+versionWord(n.Beside),
			n.Changed.Format("2 January 2006")+byWord(n.ChangedBy), model.Clean(n.Body))
	}
	return b.String()
}
