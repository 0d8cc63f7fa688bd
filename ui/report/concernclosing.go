package report

import (
	"fmt"
	"strings"

	"isspp/model"
)

// ClosingOf is a walkthrough's closing page as a document: what was recorded,
// what isn't known, what to bear in mind, the services that may fit, and how
// far the lists were considered. It says nothing of how much was present.
func ClosingOf(a About, w *model.Walkthrough, suggested []model.Suggested, cover []Block) Doc {
	d := a.doc("Closing page: " + shown(w.Ref))
	fields := []Field{F("Begun", a.moment(w.Started)), F("Protocol", w.Edition)}
	if w.Final() {
		fields = append(fields, F("Finished", a.moment(w.Finished)))
	}
	for _, f := range w.Heading() {
		fields = append(fields, F(f.Label, f.Text))
	}
	d.Blocks = append(d.Blocks, Labelled(fields...))
	d.Blocks = append(d.Blocks, a.walkBlocks(w, 2)...)
	d.Blocks = append(d.Blocks, a.caution())
	d.Blocks = append(d.Blocks, a.services(w, suggested)...)
	d.Blocks = append(d.Blocks, cover...)
	d.Blocks = append(d.Blocks, a.considered(w)...)
	return d
}

// services are those that may fit, as a suggestion of ours with the reasons.
func (a About) services(w *model.Walkthrough, found []model.Suggested) []Block {
	out := []Block{H(2, "Services that may fit")}
	remark := "isspp suggests none from what is recorded so far. That says nothing of the child: the directory has every service."
	if len(found) > 0 {
		ages := "ages are shown and none is left out, since no year group is recorded"
		if model.AgesInYear(w.YearGroup) != nil {
			ages = "those for other ages are left out"
		}
		remark = "isspp's suggestion, by topic; " + ages + ". The order is the directory's and says nothing of need. For a child in need of help or protection, the Contact Team comes first."
	}
	out = append(out, Block{Kind: Note, Layer: model.LayerNote, Spans: Plainly(remark)})
	list := Block{Kind: Bullets}
	for _, s := range found {
		own, local := a.Local.Service(s.Service)
		if local && own.Closed {
			continue // the school knows that it takes nobody
		}
		age := "ages " + s.Ages.String()
		if s.AgesUnknown {
			age = "ages not printed: ask"
		}
		var fields []Field
		if local {
			fields = append(fields, Field{Label: "Now", Layer: model.LayerLocal, Value: Plainly(own.Answer() + " (" + a.Local.CheckedWords(own, a.Now) + ")")})
		}
		fields = append(fields, F("Who", age), F("Contact", contactOf(s.Service)))
		for _, r := range s.Reasons {
			fields = append(fields, F("For "+r.Topic, strings.Join(r.Items, "; ")))
		}
		list.Items = append(list.Items, Item{Spans: Strongly(s.Name), Below: []Block{Labelled(fields...)}})
	}
	if len(list.Items) > 0 {
		out = append(out, list)
	}
	return out
}

func contactOf(s model.Service) string {
	for _, kind := range []model.ContactKind{model.Phone, model.Email, model.Link} {
		for _, c := range s.Contacts {
			if c.Kind == kind {
				return c.Value
			}
		}
	}
	return "none printed"
}

// considered is how far the lists were gone through.
func (a About) considered(w *model.Walkthrough) []Block {
	var lines []string
	for _, l := range a.Lists {
		for _, d := range l.Domains {
			n, of := w.ConsideredIn(d)
			lines = append(lines, a.sectionOf(model.Entry{Domain: d.ID})+fmt.Sprintf(": %d of %d considered", n, of))
		}
	}
	return []Block{H(2, "How far the lists were considered"), List(lines...)}
}
