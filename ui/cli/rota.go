package cli

import (
	"cmp"
	"slices"
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

// nearSpelling says that the answer is a guess at what was meant.
func (a rotaAnswer) nearSpelling(p *page) {
	if a.query != "" && a.fit >= model.FitNear {
		p.text(run{"Nothing is called “" + a.query + "”. The nearest spelling is below. It may also be a school that the rota " +
			"doesn't list: ask for its whole name.", normal})
		p.gap()
	}
}

// card shows one setting: who, which days, the day asked about, and what helps
// when nobody is assigned.
func (a rotaAnswer) card(p *page, r model.Setting) {
	p.title(r.Name)
	a.covers(p, a.local.Covers(r), a.localOn(r))
	p.labelled("Officer", run{r.Officer, strong}, run{" (protocol " + a.edition.Years + ")", normal})
	p.labelled("Assigned", run{r.Assigned, normal})
	day := []run{{a.dayInWords(r), strong}}
	if a.localOn(r) > 0 {
		day = []run{{a.dayInWords(r) + ", by the protocol of " + a.edition.Years, normal}}
	}
	p.labelled(dayLabel(a.day, a.now), day...)
	for _, other := range a.rota.Elsewhere(r) {
		p.labelled("Also at", run{other.Name + " (" + other.Assigned + ")", normal})
	}
	if len(a.local.Covers(r)) == 0 {
		p.labelled("Local", run{"not set: isspp local edit, or e in the app, says who covers it now", normal})
	}
	a.notes(p, a.pack.NotesAbout(r.ID))
	a.footer(p)
}

// dayLabel is "Today" for today, and otherwise a word for the row.
func dayLabel(day, now time.Time) string {
	if day.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return "Today"
	}
	return "That day"
}

// dayInWords answers for the day: "Monday 23 November: assigned".
func (a rotaAnswer) dayInWords(r model.Setting) string {
	text := longDay(a.day, a.now) + ": " + r.On(a.day).String()
	if wd := a.day.Weekday(); wd == time.Saturday || wd == time.Sunday {
		text += " (the rota assigns weekdays only)"
	} else if holiday := model.BankHoliday(a.day); holiday != "" {
		text += " (" + holiday + "; the protocol doesn't say what holds on bank holidays)"
	}
	return text
}

// longDay is a day in words, with its year where that isn't the present one.
func longDay(day, now time.Time) string {
	if day.Year() != now.Year() {
		return day.Format("Monday 2 January 2006")
	}
	return day.Format("Monday 2 January")
}

// list shows several settings as a table.
func (a rotaAnswer) list(p *page) {
	t := table{head: []string{"School or setting", "Officer", "Assigned days", a.day.Format("Mon 2 Jan")}, first: strong}
	seen, notes := map[string]bool{}, []model.Note{}
	for _, r := range a.found {
		t.rows = append(t.rows, a.rows(r)...)
		for _, n := range a.pack.NotesAbout(r.ID) {
			if !seen[n.ID] {
				seen[n.ID], notes = true, append(notes, n)
			}
		}
	}
	for _, e := range a.schools {
		t.rows = append(t.rows, []string{e.Name, "Local: " + officerOf(e), e.Assigned, localCoverage(e, a.day)})
	}
	p.table(t)
	if len(a.found) == len(a.rota.Settings) {
		notes = nil // each school's own notes stand on its card
	}
	a.notes(p, notes)
	a.footer(p)
}

// shortCoverage is the coverage in a column's few words.
func shortCoverage(c model.Coverage) string {
	switch c {
	case model.CoveredYes:
		return "assigned"
	case model.CoveredWhenRequired:
		return "when required"
	}
	return "nobody"
}

// notes shows the notes of the settings and then those of the whole rota.
func (a rotaAnswer) notes(p *page, own []model.Note) {
	p.gap()
	seen := map[string]bool{}
	for _, n := range append(own[:len(own):len(own)], a.pack.NotesAbout("rota")...) {
		if !seen[n.ID] {
			seen[n.ID] = true
			p.note(n)
		}
	}
}

// note shows one of isspp's notes, marked as such and dated.
func (p *page) note(n model.Note) {
	text := n.Text
	if n.Dated != "" {
		text += " (isspp, " + n.Dated + ")"
	}
	p.labelled("Note", run{text, normal})
}

// footer says whose answer it is and how to get help without an officer.
func (a rotaAnswer) footer(p *page) {
	p.gap()
	p.text(run{"Assigned by the protocol of " + a.edition.Years + ": it doesn't say who is on site.", normal})
	p.text(run{"Without an officer: " + routes(a.pack.Contacts(), a.local), strong})
	if _, set := a.local.Contact(model.OutOfHours); set {
		p.ourContacts(a.local, a.now, model.OutOfHours)
	}
}

// routes names the ways that need no officer, from the contacts for danger.
func routes(contacts []model.HeadContact, l *model.Local) string {
	type way struct{ text, number string }
	var list []way
	for _, c := range contacts {
		if !c.Emergency {
			continue
		}
		if e, ok := headLocal(l, c); ok && e.Phone != "" {
			list = append(list, way{strings.TrimSpace(c.Short + " " + e.Phone + " (Local)"), e.Phone})
			continue
		}
		for _, w := range c.Contacts {
			if w.Kind == model.Phone {
				list = append(list, way{strings.TrimSpace(c.Short + " " + w.Value), w.Value})
			}
		}
	}
	// The short numbers are those for danger: 999 before an office's line.
	slices.SortStableFunc(list, func(a, b way) int { return cmp.Compare(len(a.number), len(b.number)) })
	var ways []string
	for _, w := range list {
		ways = append(ways, w.text)
	}
	return strings.Join(ways, " · ")
}
