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

// newFind makes "isspp find".
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
		nothing := func() string { return fmt.Sprintf("nothing in the protocol fits %q. Its sections: isspp read", q) }
		return s.found(len(found) > 0, nothing, func() any {
			return factsOf(pack, s.Local(), s.Now(), s.Now()).found(q,
				found)
		}, func(p *page) {
			if bestMatch(found) == model.MatchNear {
				p.text(normal("No exact match for “" + q + "”. Closest:"))
			}
			p.results(found, all, pack.Whose(), func(f model.Passage) string {
				return lookup.FoundStatus(pack,
					s.Local(), s.Now(), f)
			})
		})
	}
	return cmd
}

func (f facts) found(q string, found []model.Passage) findJSON {
	out := findJSON{Edition: f.Edition, Dated: f.Dated, Query: q, Match: bestMatch(found), Results: []result{}}
	for _, hit := range found {
		r := result{f.fact, hit, lookup.FoundStatus(f.pack, f.local, f.now, hit)}
		r.fact.Layer = hit.Layer
		if hit.Layer == model.LayerLocal {
			r.Edition, r.fact.Dated = "", hit.Dated
		}
		out.Results = append(out.Results, r)
	}
	return out
}

// bestMatch is how the first of what was found was found.
func bestMatch(found []model.Passage) model.Matched {
	if len(found) == 0 {
		return model.MatchNone
	}
	return found[0].Match
}

// results lists what was found: a title, the text below it, where it stands.
// whose says whose the notes are, and status is the decisive fact about one.
func (p *page) results(found []model.Passage, all bool, whose string, status func(model.Passage) string) {
	shown := found
	if !all && len(shown) > shownResults {
		shown = shown[:shownResults]
	}
	for _, f := range shown {
		p.Gap()
		p.Spans("", "  ", strong(f.Title), emph(" · "+kindAndLayer(f, whose)))
		if fact := status(f); fact != "" {
			p.Spans("  ", "  ", strong(fact+"."))
		}
		if f.Text != "" && f.Text != f.Title {
			p.Spans("  ", "  ", normal(f.Text))
		}
		p.Spans("  ", "  ", emph(f.Where))
	}
	p.Gap()
	if more := len(found) - len(shown); more > 0 {
		p.text(normal(strconv.Itoa(more) + " more: isspp find --all"))
	}
}

// kindAndLayer says what a result is, and whose where it isn't the protocol's.
func kindAndLayer(f model.Passage, whose string) string {
	if f.Layer == model.LayerLocal {
		return "Local, our school's own"
	}
	if f.Kind == "note" {
		return whose + " words"
	}
	if f.Layer == model.LayerNote {
		return f.Kind + ", " + whose + " words"
	}
	return f.Kind
}
