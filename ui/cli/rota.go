package cli

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
)

// rotaAnswer is what a look-up in the rota found.
type rotaAnswer struct {
	pack    *content.Pack
	local   *model.Local
	edition model.Edition
	rota    model.Rota
	query   string
	day     time.Time
	now     time.Time
	found   []model.Setting
	// schools are those that the rota doesn't list and the school's own layer has.
	schools []model.LocalEntry
	fit     model.Fit
}

// newRota makes "isspp rota".
func newRota(s *Session) *cobra.Command {
	var on, officer string
	cmd := &cobra.Command{
		Use:   "rota [QUERY]",
		Short: "Who the protocol assigns to a school, and on which days",
		Long: "Who the protocol assigns to a school or other setting, and whether anybody is\n" +
			"assigned on a day. QUERY is part of a setting's or an officer's name; spelling\n" +
			"need not be right, and everything that fits is listed.",
		Example: "  isspp rota \"" + openSchool + "\"\n  isspp rota " + openOfficer + " --on wednesday\n  isspp rota --json",
	}
	asJSON := jsonFlag(cmd)
	asCSV := cmd.Flags().Bool("csv", false, "answer as a sheet (CSV, UTF-8), the school's own rows first")
	cmd.Flags().StringVar(&on, "on", "today", "`DAY`: today, tomorrow, monday … sunday, or a date such as 2026-11-25")
	cmd.Flags().StringVar(&officer, "officer", "", "only settings of the officer whose `NAME` fits")
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var names []string
		for _, row := range s.Pack().Rota().Settings {
			names = append(names, row.Name)
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if *asCSV && *asJSON {
			return Usagef("--csv or --json, not both")
		}
		now := s.Now()
		day, err := model.ParseDay(on, now)
		if err != nil {
			return Usagef("--on: %v", err)
		}
		pack := s.Pack()
		// The notes and the contacts are other documents than the rota: they are
		// read on another core meanwhile, and once, whoever asks first.
		go pack.Notes()
		go pack.Contacts()
		a := lookUpRota(pack, s.Local(), query(args), officer, day)
		a.now = now
		if *asCSV {
			return s.showCSV(a)
		}
		return s.answerRota(a, *asJSON)
	}
	return cmd
}

// query is the arguments as one query: quotes around it are optional.
func query(args []string) string { return model.CleanLine(strings.Join(args, " ")) }

// lookUpRota finds the settings that fit the query and the officer.
func lookUpRota(pack *content.Pack, local *model.Local, query, officer string, day time.Time) rotaAnswer {
	a := rotaAnswer{pack: pack, local: local, edition: pack.Edition(), rota: pack.Rota(), query: query, day: day}
	officer = model.CleanLine(officer)
	settings, byOfficer := model.Rank(officer, a.rota.Settings, a.officers)
	a.found, a.fit = model.Rank(query, settings, func(r model.Setting) []string { return append([]string{r.Name}, a.officers(r)...) })
	a.findSchools(query, officer)
	if officer != "" {
		a.query = strings.TrimSpace(query + " " + officer)
		a.fit = max(a.fit, byOfficer)
	}
	return a
}

// officers are those of a setting: the protocol's, and the school's own.
func (a rotaAnswer) officers(r model.Setting) []string {
	names := []string{r.Officer}
	for _, e := range a.local.Covers(r) {
		names = append(names, e.Who)
	}
	return names
}

// findSchools finds schools that the rota doesn't list. What is written so
// leaves out what is only spelled like it, on both sides.
func (a *rotaAnswer) findSchools(query, officer string) {
	schools, _ := a.local.FindSchools(officer, a.day)
	schools, fit := model.Rank(query, schools, func(e model.LocalEntry) []string { return []string{e.Name, e.Who} })
	switch {
	case len(schools) == 0:
		return
	case len(a.found) == 0, fit < model.FitNear && a.fit >= model.FitNear:
		a.found, a.fit = nil, fit
	case fit >= model.FitNear && a.fit < model.FitNear:
		return
	default:
		a.fit = min(a.fit, fit)
	}
	a.schools = schools
}

// answerRota shows what was found; nothing found is status 1 with the reason.
func (s *Session) answerRota(a rotaAnswer, asJSON bool) error {
	if asJSON {
		if err := s.showJSON(a.json()); err != nil {
			return err
		}
		if len(a.found)+len(a.schools) == 0 {
			return Failf("no setting or officer of the protocol fits %q; see the notes in the answer", a.query)
		}
		return nil
	}
	p := s.page()
	switch {
	case len(a.found)+len(a.schools) == 0:
		a.nothing(p)
		_, _ = s.Err.Write([]byte(p.b.String()))
		return &exit{status: StatusNothing}
	case len(a.found)+len(a.schools) == 1:
		a.nearSpelling(p)
		for _, r := range a.found {
			a.card(p, r)
		}
		for _, e := range a.schools {
			a.schoolCard(p, e)
		}
	default:
		a.nearSpelling(p)
		a.list(p)
	}
	return s.show(p)
}
