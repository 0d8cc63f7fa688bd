package cli

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
)

// asked is the folder that a person wants the protocol from, empty where nobody asks
// for one, and who says so: "flag", "config" or "embedded". The command line comes
// before the config file.
func (s *Session) asked() (dir, by string) {
	set := s.settings()
	switch {
	case s.Content != "":
		return s.Content, "flag"
	case set.Content != "":
		return set.Content, "config"
	}
	return "", "embedded"
}

// whereJSON is the answer of "isspp content where --json".
type whereJSON struct {
	fact
	Pack     string `json:"pack"`
	Embedded bool   `json:"embedded"`
	Title    string `json:"title"`
	Place    string `json:"place"`
	// Why is who chose the pack: "flag", "config" or "embedded".
	Why string `json:"why"`
	// Asked is the folder that was asked for; empty where none was.
	Asked string `json:"asked"`
	// Fallback tells that it can't be used, and its last good copy answers or nothing does.
	Fallback bool `json:"fallback"`
	// Answers is "whole", "earlier" (the last good copy) or "nothing", and Kept the
	// day on which the last good copy was kept.
	Answers string `json:"answers"`
	Kept    string `json:"kept,omitempty"`
	// Problem says why, and Mistakes lists what is wrong in it.
	Problem  string            `json:"problem,omitempty"`
	Mistakes []content.Mistake `json:"mistakes"`
	Config   string            `json:"config"`
}

func newContentWhere(s *Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "where",
		Short: "Which protocol is in use, where it is, and why",
		Long: "Which protocol is in use, where it is, and why: --content names it, the config file\n" +
			"does, or nobody does and it is the embedded one. A folder that can't be used is said,\n" +
			"with the reason: its last good copy answers then, or nothing does.",
		Args: noWords,
	}
	s.jsonFlag(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		dir, by := s.asked()
		l, config := s.loaded(), s.settings().File
		if dir != "" {
			l = s.settings().Copies.Load(dir, s.Now())
		}
		e, place := l.Pack.Edition(), "embedded in this program"
		switch {
		case l.Folder != "":
			place = l.Folder
		case l.State == content.Unusable:
			place = "not known"
		}
		return s.answer(func() any {
			out := whereJSON{
				fact: fact{model.LayerProtocol, e.Years, e.Dated}, Title: e.Title, Place: e.Place, Pack: place,
				Embedded: l.Folder == "" && l.State == content.Whole, Fallback: l.State != content.Whole,
				Why: by, Asked: dir, Problem: l.Problem(), Mistakes: some(l.Mistakes), Config: config, Answers: "whole",
			}
			switch l.State {
			case content.Earlier:
				out.Answers, out.Kept = "earlier", l.Since.Format(time.DateOnly)
			case content.Unusable:
				out.Answers = "nothing"
			}
			return out
		}, func(p *page) {
			if e.Title != "" {
				p.labelled("Protocol", normal(e.Line()))
			}
			p.labelled("Where", normal(place))
			p.labelled("Why", normal(why(dir, by, config)))
			if l.State != content.Whole {
				p.labelled("But", strong("It can't be used: "+ended(l.Problem())+" "+l.Instead()))
			}
			if len(l.Mistakes) > 0 {
				p.labelled("Mend", normal("isspp content check "+dir))
			}
		})
	}
	return cmd
}

// ended is a sentence with its full stop, unless it ends by itself.
func ended(sentence string) string {
	if strings.HasSuffix(sentence, "?") {
		return sentence
	}
	return sentence + "."
}

func why(dir, by, config string) string {
	switch {
	case by == "flag":
		return "--content asks for " + dir
	case by == "config":
		return "content in " + config + " asks for " + dir
	case config == "":
		return "nothing else is asked for"
	}
	return "nothing else is asked for, by --content or in " + config
}
