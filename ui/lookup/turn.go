package lookup

import (
	"slices"
	"strings"
	"time"

	"isspp/content"
	"isspp/model"
)

// TurnTo says whom to turn to about a walkthrough, with the notes that stand
// beside the answer: those on such suggestions, and of each service those that
// say whom to ring.
func TurnTo(p *content.Pack, w *model.Walkthrough, now time.Time) model.Turn {
	turn := model.Suggest(w, p.Directory(), p.Suggestions(), now)
	turn.Notes = p.NotesAbout("screen/services")
	for i := range turn.Services {
		s := &turn.Services[i]
		s.Notes = slices.DeleteFunc(p.NotesAbout(s.ID), func(n model.Note) bool { return n.Reach == "" })
	}
	return turn
}

// Number is the number of a contact outside the tiers, by the school's own layer
// where that has a newer one, and which of the two it is.
func Number(l *model.Local, h model.HeadContact, now time.Time) (number string, layer model.Layer) {
	if e, ok := Head(l, h); ok && e.Phone != "" && e.HoldsOn(now) {
		return e.Phone, model.LayerLocal
	}
	for _, c := range h.Contacts {
		if c.Kind == model.Phone {
			return c.Value, model.LayerProtocol
		}
	}
	return "", model.LayerProtocol
}

// Stop is what to say at once because of a word in a text that is typed, whom to
// ring before all else, or "". What the text said before was asked about already.
func Stop(p *content.Pack, l *model.Local, text, before string, now time.Time) string {
	row, ok := model.AtOnce(text, before, p.Suggestions())
	if !ok {
		return ""
	}
	var ways []string
	for _, h := range p.Contacts() {
		if !slices.Contains(row.First, h.ID) {
			continue
		}
		if number, _ := Number(l, h, now); h.InDanger() {
			ways = append([]string{number + " in danger"}, ways...)
		} else {
			ways = append(ways, strings.TrimSpace(h.Short+" "+number))
		}
	}
	said := "“" + row.Word + "”: "
	if len(ways) > 0 {
		said += strings.Join(ways, ", ") + ". "
	}
	return said + row.Ask
}
