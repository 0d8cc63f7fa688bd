package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"isspp/content"
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
	// Fallback tells that it can't be used and the embedded edition stands in.
	Fallback bool `json:"fallback"`
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
			"with the reason; the embedded edition stands in for it.",
		Args:              atMostOne(""),
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		a := s.asked()
		pack, mistakes, problem := content.Embedded(), []content.Mistake(nil), ""
		if a.dir != "" {
			var err error
			if pack, mistakes, err = content.Load(a.dir); err != nil {
				problem = err.Error()
			} else if len(mistakes) > 0 {
				problem = "it has " + counted(len(mistakes), "mistake") + ", the first is " + mistakes[0].Error()
			}
		}
		e, place := pack.Edition(), pack.Name()
		if pack == content.Embedded() {
			place = "embedded in this program"
		}
		if *asJSON {
			return s.showJSON(whereJSON{
				fact: protocolFact(e), Pack: place, Embedded: pack == content.Embedded(), Title: e.Title, Place: e.Place,
				Why: a.by, Asked: a.dir, Fallback: problem != "", Problem: problem,
				Mistakes: append([]content.Mistake{}, mistakes...), Config: a.config,
			})
		}
		p := s.page()
		p.labelled("Protocol", run{e.Title + ", " + e.Place + ", " + e.Years, normal})
		p.labelled("Where", run{place, normal})
		p.labelled("Why", run{a.why(), normal})
		if problem != "" {
			p.labelled("But", run{a.dir + " can't be used: " + ended(problem) + " The embedded edition stands in for it.", strong})
			if len(mistakes) > 0 {
				p.labelled("Mend", run{"isspp content check " + a.dir, normal})
			}
		}
		return s.show(p)
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
