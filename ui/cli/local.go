package cli

import (
	"strings"
	"sync"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/lookup"
)

// Local is the school's own layer: never nil, and empty where there is no file.
// The first mistake of the file is said on stderr beside the answer; what can
// be read counts all the same.
func (s *Session) Local() *model.Local {
	l, mistakes := s.local()
	if len(mistakes) > 0 {
		s.sayMistake.Do(func() {
			s.warn("%s", content.LocalNotice(l, mistakes))
		})
	}
	return l
}

// localFile is the Local file, and an error where nobody can say which is meant.
func (s *Session) localFile() (string, error) {
	if path := s.settings().Local; path != "" {
		return path, nil
	}
	if fault := s.settings().Notice(); fault != "" {
		return "", Failf("isspp can't tell where your Local file is, so nothing was done. Correct the config file "+
			"first: %s", fault)
	}
	return "", Failf("there is no place for a Local file here")
}

// forgetLocal reads the Local file anew, once, when something next asks for it.
func (s *Session) forgetLocal() {
	s.local = sync.OnceValues(func() (*model.Local, []content.Mistake) {
		set := s.settings()
		l, mistakes := &model.Local{}, []content.Mistake(nil)
		if set.Local != "" {
			l, mistakes = content.LoadLocal(set.Local)
		}
		l.StaleAfter = set.StaleDays
		return l, mistakes
	})
}

// schoolsOwn is what the school's own layer is laid out with.
func schoolsOwn(p *content.Pack, l *model.Local, now time.Time) *component.Env {
	return &component.Env{Pack: p, Local: l, Now: now}
}

// ourContacts shows the school's own contacts; those that are not set are said
// loudly, in a line.
func (p *page) ourContacts(l *model.Local, now time.Time, slots ...model.LocalSlot) {
	var unset []model.LocalSlot
	for _, o := range lookup.Owns(l, now, slots...) {
		switch {
		case o.Set:
			p.labelled("Local", strong(o.Slot.Name()+": "+o.Says()), normal(" ("+o.Checked+")"))
		case o.Slot != model.DeputyDSL && o.Slot != model.Recording:
			unset = append(unset, o.Slot)
		}
	}
	if len(unset) > 0 {
		p.labelled("Local", strong(lookup.NotSet+": "+slotNames(unset)), normal(". isspp local edit adds them"))
	}
}

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
			state := ""
			switch {
			case e.Over(now):
				state = " · over"
			case !e.HoldsOn(now):
				state = " · still to come"
			}
			p.Spans("  ", "    ", strong(e.Name), normal(state))
			for _, said := range append([]string{e.Answer()}, e.Remarks()...) {
				p.Spans("    ", "    ", normal(said))
			}
			p.Spans("    ", "    ", emph(l.CheckedWords(e, now)))
		}
	}
	if len(unset) > 0 {
		p.Gap()
		p.labelled("Not set", strong(slotNames(unset)))
	}
}

func slotNames(slots []model.LocalSlot) string {
	return strings.Join(named(slots, model.LocalSlot.Name), ", ")
}
