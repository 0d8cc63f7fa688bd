package cli

import (
	"cmp"
	"slices"
	"strings"

	"isspp/model"
	"isspp/ui/lookup"
)

// primaryAdvice is what the protocol says to primary schools about whom to
// tell, in its own words, with the ids that notes on it are about.
func (a rotaAnswer) primaryAdvice() (paragraphs []string, ids []string) {
	for _, doc := range a.Pack.Documents() {
		for _, b := range doc.Blocks {
			text := model.Fold(b.Plain())
			if b.Kind == model.Paragraph && strings.Contains(text, "primary school") &&
				strings.Contains(text, "named officer") {
				paragraphs, ids = append(paragraphs, b.Plain()), append(ids, b.ID, doc.ID)
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

func (a rotaAnswer) inDirectory() (directoryAnswer, bool) {
	found, ok := a.InDirectory()
	found.Filter.Now = a.now
	return directoryAnswer{found}, ok
}

// tryInstead names the three settings with a word that is spelled most like one of the
// query's, at most half of it otherwise, as names to try; and the whole list.
func (a rotaAnswer) tryInstead() string {
	const half = 5
	far := func(name string) int {
		least := 100
		for _, asked := range telling(a.Query) {
			for _, has := range telling(name) {
				least = min(least, 10*model.Distance(asked, has)/max(len(asked), len(has)))
			}
		}
		return least
	}
	names := named(a.Table.Settings, func(r model.Setting) string { return r.Name })
	names = slices.DeleteFunc(names, func(name string) bool { return far(name) > half })
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(far(a), far(b)) })
	text := "Every name in the rota: isspp rota"
	if len(names) > 0 {
		text = "Nearest names in the rota: " + strings.Join(names[:min(3, len(names))], "; ") + ". " + text
	}
	return text
}

// telling are the words of a name that say which school is meant.
func telling(name string) []string {
	return slices.DeleteFunc(strings.Fields(model.Fold(name)), func(word string) bool {
		return len(word) < 3 ||
			slices.Contains([]string{"school", "academy", "college", "primary", "high", "the", "and"}, word)
	})
}

func uniqueNotes(notes []model.Note) []model.Note {
	var out []model.Note
	for _, n := range notes {
		if !slices.ContainsFunc(out, func(o model.Note) bool { return o.ID == n.ID }) {
			out = append(out, n)
		}
	}
	return out
}
