package cli

import (
	"strings"
	"time"

	"isspp/model"
)

// allLocal shows every entry, by its part, and which slots are empty.
func (p *page) allLocal(l *model.Local, unset []model.LocalSlot, now time.Time) {
	p.labelled("File", normal(l.File))
	if l.Empty() {
		p.Gap()
		p.text(normal("Nothing is entered yet. isspp local edit opens it; in the app, e on a school, a service or in " +
			"the emergency panel."))
	}
	for _, part := range []struct {
		kind  model.LocalKind
		title string
	}{
		{model.LocalContact, "Contacts"},
		{model.LocalRota, "Rota"},
		{model.LocalSchool, "Primary schools"},
		{model.LocalService, "Services"},
		{model.LocalTerm, "Term dates"},
	} {
		titled := false
		for _, e := range l.Entries {
			if e.Kind != part.kind {
				continue
			}
			if !titled {
				titled = true
				p.Gap()
				p.Spans("", "", emph(part.title))
			}
			p.oneLocal(l, e, now)
		}
	}
	if len(unset) > 0 {
		p.Gap()
		p.labelled("Not set", strong(slotNames(unset)))
	}
}

// slotNames are some slots by name.
func slotNames(slots []model.LocalSlot) string {
	return strings.Join(named(slots, model.LocalSlot.Name), ", ")
}

// oneLocal shows an entry: what it speaks of, what it says, who made sure.
func (p *page) oneLocal(l *model.Local, e model.LocalEntry, now time.Time) {
	state := ""
	switch {
	case e.Over(now):
		state = " · over"
	case !e.HoldsOn(now):
		state = " · still to come"
	}
	p.Spans("  ", "    ", strong(e.Name), normal(state))
	p.Spans("    ", "    ", normal(e.Answer()))
	for _, more := range e.Remarks() {
		p.Spans("    ", "    ", normal(more))
	}
	p.Spans("    ", "    ", emph(l.CheckedWords(e, now)))
}
