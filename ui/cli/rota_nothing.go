package cli

import (
	"cmp"
	"slices"
	"strings"

	"isspp/model"
	"isspp/ui/lookup"
)

// primaryWords are those that a paragraph for primary schools holds.
var primaryWords = [...]string{"primary school", "named officer"}

// primaryAdvice is what the protocol says to primary schools about whom to
// tell, in its own words, with the ids that notes on it are about.
func (a rotaAnswer) primaryAdvice() (paragraphs []string, ids []string) {
	for _, doc := range a.Pack.Documents() {
		for _, b := range doc.Blocks {
			text := model.Fold(b.Plain())
			if b.Kind != model.Paragraph || !strings.Contains(text, primaryWords[0]) ||
				!strings.Contains(text, primaryWords[1]) {
				continue
			}
			paragraphs = append(paragraphs, b.Plain())
			for _, id := range []string{b.ID, doc.ID} {
				if id != "" && !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
	}
	return paragraphs, ids
}

// nothingNotes are the notes for a school that the rota doesn't have, and those
// on the advice and on the rota that say whom to ring.
func (a rotaAnswer) nothingNotes() []model.Note {
	_, ids := a.primaryAdvice()
	ringing := slices.DeleteFunc(append(a.Pack.NotesAbout(ids...), a.Pack.NotesAbout("rota")...),
		func(n model.Note) bool { return n.Reach == "" })
	return uniqueNotes(append(a.Pack.NotesAbout("screen/not-in-rota"), ringing...))
}

// nothingText is isspp's own sentence about a name that isn't in the rota.
func (a rotaAnswer) nothingText() string {
	return "No setting or officer in the protocol's rota fits “" + a.Query + "”."
}

// nothing says honestly that the rota doesn't have the name, what the protocol
// tells primary schools to do, and which settings are spelled most like it.
func (a rotaAnswer) nothing(p *page) {
	p.text(strong(a.nothingText()))
	if lead := lookup.RotaStatus(a.Pack); lead != "" {
		p.text(strong(lead + "."))
	}
	if paragraphs, _ := a.primaryAdvice(); len(paragraphs) > 0 {
		p.Gap()
		for _, text := range paragraphs {
			p.labelled("Protocol", normal(text))
		}
	}
	p.Gap()
	p.notes(a.nothingNotes())
	p.Gap()
	p.text(strong("Now: " + danger(a.Pack, a.Local, a.now)))
	p.ourContacts(a.Local, a.now, lookup.WhomToRing()...)
	p.Gap()
	p.text(normal(a.tryInstead()))
	p.text(normal("Know your officer? Add them with isspp local edit."))
}

// inDirectory is the directory's answer to the query, and whether there is one.
func (a rotaAnswer) inDirectory() (directoryAnswer, bool) {
	found, ok := a.InDirectory()
	found.Filter.Now = a.now
	return directoryAnswer{found}, ok
}

// elsewhere shows the directory's answer where there is one.
func (a rotaAnswer) elsewhere(p *page) bool {
	d, ok := a.inDirectory()
	if ok {
		p.text(normal(a.nothingText() + " The directory has:"))
		p.Gap()
		d.list(p)
	}
	return ok
}

// nearest are the settings with a word that is spelled most like one of the
// query's. They are offered as names to try, never as the answer.
func (a rotaAnswer) nearest(n int) []string {
	type candidate struct {
		name string
		far  int
	}
	var list []candidate
	for _, r := range a.Table.Settings {
		far := 100
		for _, asked := range strings.Fields(model.Fold(a.Query)) {
			for _, has := range strings.Fields(model.Fold(r.Name)) {
				if len(asked) > 2 && len(has) > 2 && !commonWord(asked) && !commonWord(has) {
					far = min(far, 10*model.Distance(asked, has)/max(len(asked), len(has)))
				}
			}
		}
		list = append(list, candidate{r.Name, far})
	}
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(a.far, b.far) })
	var names []string
	for _, c := range list[:min(n, len(list))] {
		if c.far <= notTooFar {
			names = append(names, c.name)
		}
	}
	return names
}

// notTooFar is how many tenths of a word may differ for it to be offered.
const notTooFar = 5

// commonWord tells the words that say nothing of which school is meant.
func commonWord(folded string) bool {
	switch folded {
	case "school", "academy", "college", "primary", "high", "the", "and":
		return true
	}
	return false
}

// tryInstead names the nearest settings, where any are near, and the whole list.
func (a rotaAnswer) tryInstead() string {
	text := "Every name in the rota: isspp rota"
	if names := a.nearest(3); len(names) > 0 {
		text = "Nearest names in the rota: " + strings.Join(names, "; ") + ". " + text
	}
	return text
}

// uniqueNotes keeps each note once, in order.
func uniqueNotes(notes []model.Note) []model.Note {
	var out []model.Note
	for _, n := range notes {
		if !slices.ContainsFunc(out, func(o model.Note) bool { return o.ID == n.ID }) {
			out = append(out, n)
		}
	}
	return out
}
