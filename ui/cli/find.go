package cli

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
	"isspp/ui/lookup"
)

// findJSON is the answer of "isspp find --json".
type findJSON struct {
	Edition string `json:"edition"`
	Dated   string `json:"dated"`
	Query   string `json:"query"`
	// Match is that of the best result: "exact", "synonym", "near" or "none".
	Match   model.Matched `json:"match"`
	Results []result      `json:"results"`
}

// result is one passage that a search found, best first.
type result struct {
	fact
	model.Passage
	// Status is the decisive fact about an officer or a setting of the rota.
	Status string `json:"status,omitempty"`
}

// shownResults is how many results are listed for people before the rest is
// only counted; JSON has all.
const shownResults = 12

func newFind(s *Session) *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Use:   "find QUERY",
		Short: "Everything in the protocol that matches, best first",
		Long: "Everything in the protocol that holds all the words of QUERY, best first, with\n" +
			"where it stands: settings, officers, services, items, paragraphs and notes.",
		Example: "  isspp find county lines\n  isspp find YOT --json",
	}
	s.jsonFlag(cmd)
	cmd.Flags().BoolVar(&all, "all", false, "list every result")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		q := query(args)
		if q == "" {
			return Usagef("find what? Try: isspp find county lines")
		}
		pack, err := s.Pack()
		if err != nil {
			return err
		}
		found := content.FindAll(s.Local(), pack, q)
		f, best := factsOf(pack, s.Local(), s.Now(), s.Now()), model.MatchNone
		if len(found) > 0 {
			best = found[0].Match
		}
		nothing := func() string { return fmt.Sprintf("nothing in the protocol fits %q. Its sections: isspp read", q) }
		return s.found(len(found) > 0, nothing, func() any {
			return findJSON{f.Edition, f.Dated, q, best, named(found, f.result)}
		}, func(p *page) {
			if best == model.MatchNear {
				p.text(normal("No exact match for “" + q + "”. Closest:"))
			}
			p.results(f, found, all)
		})
	}
	return cmd
}

func (f facts) result(hit model.Passage) result {
	r := result{f.fact, hit, lookup.FoundStatus(f.pack, f.local, f.now, hit)}
	r.fact.Layer = hit.Layer
	if hit.Layer == model.LayerLocal {
		r.Edition, r.fact.Dated = "", hit.Dated
	}
	return r
}

func (p *page) results(facts facts, found []model.Passage, all bool) {
	shown := found
	if !all && len(shown) > shownResults {
		shown = shown[:shownResults]
	}
	for _, f := range shown {
		p.Gap()
		p.Spans("", "  ", strong(f.Title), emph(" · "+kindAndLayer(f, facts.pack.Whose())))
		status := facts.result(f).Status
		if status != "" {
			status += "."
		}
		text := f.Text
		if text == f.Title {
			text = ""
		}
		for _, line := range []model.Span{strong(status), normal(text), emph(f.Where)} {
			if line.Text != "" {
				p.Spans("  ", "  ", line)
			}
		}
	}
	p.Gap()
	if more := len(found) - len(shown); more > 0 {
		p.text(normal(strconv.Itoa(more) + " more: isspp find --all"))
	}
}

func kindAndLayer(f model.Passage, whose string) string {
	switch {
	case f.Layer == model.LayerLocal:
		return "Local, our school's own"
	case f.Kind == "note":
		return whose + " words"
	case f.Layer == model.LayerNote:
		return f.Kind + ", " + whose + " words"
	}
	return f.Kind
}
