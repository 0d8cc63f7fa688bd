package cli

import (
	"errors"
	"path/filepath"

	"isspp/content"
	"isspp/model"
	"isspp/ui/lookup"
)

// loadPack loads the protocol that is asked for, once. Where its last good copy
// has to answer, that is said on stderr beside the answer.
func (s *Session) loadPack() content.Loaded {
	set := s.settings()
	if s.Content == "" && set.NoContent() {
		return content.Unknown(errors.New(set.Notice()))
	}
	dir, _ := s.asked()
	l := set.Copies.Load(dir, s.Now())
	if l.State == content.Earlier {
		s.warn("%s can't be used: %s %s What is wrong: isspp content check %s", l.Folder, ended(l.Problem()),
			l.Instead(), l.Folder)
	}
	return l
}

// Pack is the protocol that is asked for, and an error with its mistakes where
// it can't answer: no other protocol answers in its place.
func (s *Session) Pack() (*content.Pack, error) {
	l := s.loaded()
	if l.State == content.Unusable {
		return nil, Failf("%s", s.unusable(l))
	}
	return l.Pack, nil
}

const shownMistakes = 10

// unusable says why a protocol can't answer: every mistake on a line that an
// editor can jump to, and what to do.
func (s *Session) unusable(l content.Loaded) string {
	ring := " In danger: " + lookup.Line(lookup.Routes(l.Pack, s.Local(), s.Now()), "·") + "."
	switch {
	case l.Folder == "":
		return "the config file doesn't say which protocol to use. " + l.Instead() + ring
	case len(l.Mistakes) == 0:
		return l.Folder + " can't be used: " + ended(l.Problem()) + " " + l.Instead() + ring
	}
	text := l.Folder + " can't be used: " + model.Count(len(l.Mistakes), "mistake") + ". " + l.Instead() + ring
	for i, m := range l.Mistakes {
		if i == shownMistakes {
			return text + "\nAll of them: isspp content check " + l.Folder
		}
		m.File = filepath.Join(l.Folder, m.File)
		text += "\n" + model.CleanLine(m.Error())
	}
	return text
}
