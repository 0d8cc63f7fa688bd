package cli

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
)

// asked is the folder that a person wants the protocol from, and who says so.
type asked struct {
	// dir is empty where nobody asks for one.
	dir string
	// by is "flag", "config" or "embedded".
	by string
	// config is the config file.
	config string
}

// asked says which protocol is wanted: the command line comes before the config file.
func (s *Session) asked() asked {
	set := s.settings()
	switch {
	case s.Content != "":
		return asked{dir: s.Content, by: "flag", config: set.File}
	case set.Content != "":
		return asked{dir: set.Content, by: "config", config: set.File}
	}
	return asked{by: "embedded", config: set.File}
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
		a := s.asked()
		l := s.settings().Copies.Load(a.dir, s.Now())
		if a.dir == "" {
			l = s.loaded()
		}
		return s.answer(func() any { return where(a, l) }, func(p *page) { p.where(a, l) })
	}
	return cmd
}

// where is the answer as JSON.
func where(a asked, l content.Loaded) whereJSON {
	e := l.Pack.Edition()
	out := whereJSON{
		fact: fact{model.LayerProtocol, e.Years, e.Dated}, Pack: placeOf(l), Embedded: l.Folder == "" &&
			l.State == content.Whole, Title: e.Title, Place: e.Place,
		Why: a.by, Asked: a.dir, Fallback: l.State != content.Whole, Problem: l.Problem(),
		Answers: map[content.State]string{
			content.Whole: "whole", content.Earlier: "earlier",
			content.Unusable: "nothing",
		}[l.State],
		Mistakes: some(l.Mistakes), Config: a.config,
	}
	if l.State == content.Earlier {
		out.Kept = l.Since.Format(time.DateOnly)
	}
	return out
}

// where is the answer for people.
func (p *page) where(a asked, l content.Loaded) {
	if e := l.Pack.Edition(); e.Title != "" {
		p.labelled("Protocol", normal(e.Line()))
	}
	p.labelled("Where", normal(placeOf(l)))
	p.labelled("Why", normal(a.why()))
	if l.State != content.Whole {
		p.labelled("But", strong("It can't be used: "+ended(l.Problem())+" "+l.Instead()))
	}
	if len(l.Mistakes) > 0 {
		p.labelled("Mend", normal("isspp content check "+a.dir))
	}
}

// placeOf is where a protocol is.
func placeOf(l content.Loaded) string {
	switch {
	case l.Folder != "":
		return l.Folder
	case l.State == content.Unusable:
		return "not known"
	}
	return "embedded in this program"
}

// ended is a sentence with its full stop, unless it ends by itself.
func ended(sentence string) string {
	if strings.HasSuffix(sentence, "?") {
		return sentence
	}
	return sentence + "."
}

// why says who chose the pack.
func (a asked) why() string {
	switch a.by {
	case "flag":
		return "--content asks for " + a.dir
	case "config":
		return "content in " + a.config + " asks for " + a.dir
	}
	if a.config == "" {
		return "nothing else is asked for"
	}
	return "nothing else is asked for, by --content or in " + a.config
}
