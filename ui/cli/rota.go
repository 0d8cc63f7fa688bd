package cli

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/ui/lookup"
)

type rotaAnswer struct {
	lookup.Rota
	now time.Time
	// named tells that somebody named the day.
	named bool
	// allNotes shows the notes that are folded otherwise.
	allNotes bool
}

func newRota(s *Session) *cobra.Command {
	var on, officer string
	cmd := &cobra.Command{
		Use:   "rota [QUERY]",
		Short: "Who the protocol assigns to a school, and on which days",
		Long: "Who the protocol assigns to a school or other setting, and whether anybody is\n" +
			"assigned on a day. QUERY is part of a setting's or an officer's name; spelling\n" +
			"need not be right, and everything that fits is listed.",
		Example: "  isspp rota \"" + openSchool + "\"\n  isspp rota " + openOfficer +
			" --on wednesday\n  isspp rota --json",
	}
	s.jsonFlag(cmd)
	allNotes := cmd.Flags().Bool("all-notes", false, "show every note; --notes alone does so too")
	asCSV := cmd.Flags().Bool("csv", false, "answer as a sheet (CSV, UTF-8), the school's own rows first")
	cmd.Flags().StringVar(&on, "on", "today", "`DAY`: today, tomorrow, monday … sunday, or a date such as 2026-11-25")
	cmd.Flags().StringVar(&officer, "officer", "", "only settings of the officer whose `NAME` fits")
	cmd.ValidArgsFunction = completed(func() []string {
		return named(s.loaded().Pack.Rota().Settings, func(row model.Setting) string { return row.Name })
	})
	completeFlag(cmd, "on", func() []string {
		return strings.Fields("today tomorrow monday tuesday wednesday thursday friday saturday sunday")
	})
	completeFlag(cmd, "officer", func() []string {
		officers := named(s.loaded().Pack.Rota().Officers(), func(o model.Officer) string { return o.Name })
		return slices.DeleteFunc(officers, model.Vacant)
	})
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *asCSV && s.asJSON {
			return Usagef("--csv or --json, not both")
		}
		now := s.Now()
		day, err := model.ParseDay(on, now)
		if err != nil {
			return Usagef("--on: %v", err)
		}
		pack, err := s.Pack()
		if err != nil {
			return err
		}
		// The notes and the contacts are other documents than the rota: they are
		// read on another core meanwhile, and once, whoever asks first.
		go pack.NotesAbout("rota")
		go pack.Contacts()
		a := rotaAnswer{now: now, allNotes: *allNotes, named: cmd.Flags().Changed("on")}
		a.Rota = lookup.FindRota(pack, s.Local(), query(args), model.CleanLine(officer), day)
		if !a.named && (a.None() || a.Fit >= model.FitNear) {
			a.dayBehind(args, model.CleanLine(officer), now)
		}
		if !*asCSV {
			return s.answerRota(a)
		}
		if err := s.write("the sheet", a.csv()); err != nil {
			return err
		}
		if a.None() {
			return Failf("no setting or officer of the protocol fits %q", a.Query)
		}
		return nil
	}
	return cmd
}

// dayBehind takes a query's last word for the day where it is one, and nothing is
// called as the query is with it: isspp rota beacon friday.
func (a *rotaAnswer) dayBehind(args []string, officer string, now time.Time) {
	words := strings.Fields(query(args))
	if len(words) == 0 {
		return
	}
	day, err := model.ParseDay(words[len(words)-1], now)
	if err != nil {
		return
	}
	a.Rota, a.named = lookup.FindRota(a.Pack, a.Local, strings.Join(words[:len(words)-1], " "), officer, day), true
}

// query is the arguments as one query: quotes around it are optional.
func query(args []string) string { return model.CleanLine(strings.Join(args, " ")) }

// answerRota shows what was found; nothing found is status 1 with the reason.
func (s *Session) answerRota(a rotaAnswer) error {
	if s.asJSON {
		out := a.json()
		if err := s.ShowJSON(out); err != nil {
			return err
		}
		if a.None() && out.Directory == nil {
			return Failf("no setting or officer of the protocol fits %q; see the notes in the answer", a.Query)
		}
		return nil
	}
	p := s.page()
	switch {
	case a.None():
		d, ok := a.inDirectory()
		if !ok {
			a.nothing(p)
			_, _ = s.Err.Write([]byte(p.String()))
			return &exit{status: StatusNothing}
		}
		p.text(normal(a.nothingText() + " The directory has:"))
		p.Gap()
		d.list(p)
		return s.show(p)
	case a.Query != "" && a.Fit >= model.FitNear:
		p.text(normal("No exact match for “" + a.Query + "”. Closest below. Your school may not be in the rota: " +
			"type its whole name."))
		p.Gap()
	}
	switch {
	case !a.One():
		a.list(p)
	case len(a.Found) == 1:
		a.card(p, a.Found[0])
	default:
		a.schoolCard(p, a.Schools[0])
	}
	return s.show(p)
}

// bareNotes reads --notes behind a look-up that folds notes as --all-notes,
// unless a file stands behind it: everywhere else it names the private notes'.
func bareNotes(root *cobra.Command, args []string) []string {
	cmd, _, err := root.Find(args)
	if err != nil || cmd.Flags().Lookup("all-notes") == nil {
		return args
	}
	at := slices.Index(args, cmd.Name())
	out := slices.Clone(args)
	for i := at + 1; i < len(out); i++ {
		if out[i] == "--" {
			break
		}
		file := i+1 < len(out) && (strings.ContainsAny(out[i+1], `/\`) || filepath.Ext(out[i+1]) == ".db")
		if out[i] == "--notes" && !file {
			out[i] = "--all-notes"
		}
	}
	return out
}
