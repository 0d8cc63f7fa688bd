package cli

import (
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

// noLocalFile is the error where nobody can say which file is meant.
func (s *Session) noLocalFile() error {
	if fault := s.settings().Notice(); fault != "" {
		return Failf("isspp can't tell where your Local file is, so nothing was done. Correct the config file first: "+
			"%s", fault)
	}
	return Failf("there is no place for a Local file here")
}

// readLocal reads the Local file, once.
func (s *Session) readLocal() (*model.Local, []content.Mistake) {
	set := s.settings()
	l, mistakes := &model.Local{}, []content.Mistake(nil)
	if set.Local != "" {
		l, mistakes = content.LoadLocal(set.Local)
	}
	l.StaleAfter = set.StaleDays
	return l, mistakes
}

// forgetLocal reads the Local file anew when something next asks for it.
func (s *Session) forgetLocal() { s.local = sync.OnceValues(s.readLocal) }

// schoolsOwn is what the school's own layer is laid out with.
func schoolsOwn(l *model.Local, now time.Time) *component.Env {
	return &component.Env{Local: l, Now: now}
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
