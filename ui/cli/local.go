package cli

import (
	"isspp/content"
	"isspp/model"
)

// Local is the school's own layer: never nil, and empty where there is no file.
// The first mistake of the file is said on stderr beside the answer; what can
// be read counts all the same.
func (s *Session) Local() *model.Local {
	l, _ := s.local()
	return l
}

// readLocal reads the Local file, once.
func (s *Session) readLocal() (*model.Local, []content.Mistake) {
	set := s.settings()
	l, mistakes := &model.Local{}, []content.Mistake(nil)
	if set.Local != "" {
		l, mistakes = content.LoadLocal(set.Local)
	}
	l.StaleAfter = set.StaleDays
	if len(mistakes) > 0 {
		s.warn("%s. What else the Local file says counts. All of it: isspp local check", mistakes[0].Error())
	}
	return l, mistakes
}
