package session

import (
	"fmt"
	"os"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/ui/cli"
	"isspp/ui/component"
	"isspp/ui/present"
	"isspp/ui/process"
)

type presentation struct {
	minutes int
	// from and to are the first and the last slide; 0 for the deck's own.
	from, to int
	speaker  bool
	loop     bool
	every    int
	restart  bool
}

func newPresent(s *cli.Session) *cobra.Command {
	var p presentation
	cmd := &cobra.Command{
		Use:   "present [DECK...]",
		Short: "Show the protocol to a room, one domain a slide",
		Long: "Show the protocol to a room: a domain or a thought on each slide, its points\n" +
			"revealed with space. Without DECK it asks which; several follow each other. The\n" +
			"whole begins with a plan of its parts and minutes. It resumes where it stopped.\n" +
			"In a second terminal, isspp present --speaker has the notes, the next slide and\n" +
			"the time, and its keys work for both. Private notes are never opened.",
		Example: "  isspp present risk\n  isspp present risk signs cases\n  isspp present whole --minutes 45\n  " +
			"isspp present cases --from 1 --to 6\n  isspp present --speaker",
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return present.Names(readApart(s.Options).Pack), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case cmd.Flags().Changed("every") && !p.loop:
				return cli.Usagef("--every is how long a page stays with --loop. Try: isspp present --loop --every %d",
					p.every)
			case cmd.Flags().Changed("minutes") && p.minutes < 1:
				return cli.Usagef("--minutes is a number from 1 to %d", longest)
			}
			return p.run(s, args)
		},
	}
	cmd.Flags().IntVar(&p.minutes, "minutes", 0, "how long the session is to be, for the speaker's clock")
	cmd.Flags().IntVar(&p.from, "from", 0, "begin with this slide of the deck")
	cmd.Flags().IntVar(&p.to, "to", 0, "end with this slide of the deck")
	cmd.Flags().BoolVar(&p.speaker, "speaker", false, "the speaker's side: follow the presentation of another terminal")
	cmd.Flags().BoolVar(&p.loop, "loop", false, "turn the pages by itself and begin again, for an open day")
	cmd.Flags().IntVar(&p.every, "every", 15, "with --loop, the seconds that each page stays")
	cmd.Flags().BoolVar(&p.restart, "restart", false, "begin at the first slide, wherever it stopped")
	return cmd
}

const longest = 24 * 60

func (p presentation) run(s *cli.Session, decks []string) error {
	o := readApart(s.Options)
	if err := o.usable(s); err != nil {
		return err
	}
	names := present.Names(o.Pack)
	for _, deck := range decks {
		if err := cli.OneOf("deck", deck, names); err != nil {
			return err
		}
	}
	deck, err := p.deck(o, decks)
	switch {
	case err != nil:
		return err
	case deck != "" && p.speaker:
		return cli.Usagef("--speaker follows what the other terminal presents; it takes no deck. Try: isspp present " +
			"--speaker")
	case p.speaker && p.loop:
		return cli.Usagef("--loop is for the terminal that the audience sees, --speaker for the other one")
	case p.minutes < 0 || p.minutes > longest:
		return cli.Usagef("--minutes is a number from 1 to %d", longest)
	case p.every < 2 || p.every > 3600:
		return cli.Usagef("--every is seconds, from 2 to 3600")
	}
	if why := noScreen("a presentation"); why != "" {
		return cli.Usagef("%s. In plain lines: isspp factors, isspp read", why)
	}
	po := present.Options{
		Pack: o.Pack, Local: o.Local, School: o.School, ContentDir: o.ContentDir, Copies: o.Copies, Deck: deck,
		Minutes: p.minutes, Speaker: p.speaker,
		Restart: p.restart, Theme: o.Theme, ASCII: o.ASCII, Clock: o.Clock, Notice: o.Notice, Banner: o.banner(),
	}
	if p.loop {
		po.Loop = time.Duration(p.every) * time.Second
	}
	return showSlides(po)
}

// deck is the name of what is asked for: decks that follow each other, or some of
// their slides.
func (p presentation) deck(o Options, decks []string) (string, error) {
	spec := present.Spec{Parts: decks, From: p.from, To: p.to}
	if slices.Contains(decks, present.Whole) {
		if len(decks) > 1 {
			return "", cli.Usagef("%s has every deck in it already. Try: isspp present %s, where parts can be left out",
				present.Whole, present.Whole)
		}
		spec.Whole, spec.Parts = true, nil
	}
	if p.from == 0 && p.to == 0 {
		return spec.String(), nil
	}
	if len(decks) == 0 {
		return "", cli.Usagef("--from and --to are slides of a deck. Try: isspp present cases --from 1 --to 6")
	}
	all := present.Spec{Parts: spec.Parts, Whole: spec.Whole}
	d, _ := present.Build(o.Pack, o.Local, all.String(), 0, o.Clock())
	last := p.to
	if last == 0 {
		last = len(d.Slides)
	}
	if first := max(p.from, 1); p.from < 0 || first > last || last > len(d.Slides) {
		return "", cli.Usagef("--from and --to are slides from 1 to %d, the first before the last", len(d.Slides))
	}
	return spec.String(), nil
}

func showSlides(o present.Options) error {
	m := present.New(o)
	defer m.Close()
	ask := present.AskScaling
	if o.Speaker {
		ask = ""
	}
	p, restore := process.Show(m, ask, nil, tea.WithOutput(m.Output(os.Stdout)))
	defer restore()
	defer process.LastAnswers()
	defer m.Watch(p.Send)()
	// The speaker's side is told of the end, when a window is closed too.
	defer process.OnSignals(process.AskToEnd, func(os.Signal) { p.Quit() })()
	return process.Run(p)
}

func presentAction() component.Action {
	return component.Action{
		ID: "present", Binding: component.Keys("present", "P"), Hidden: true,
		Help: "Present this to a room, full screen; private notes can't appear",
		Run:  sends(component.AskPresent),
	}
}

// present locks first: a presentation is started by the process that holds no
// secret.
func (s *notesSession) present() tea.Cmd {
	if s.store == nil && s.Busy() != "" {
		return component.Say("What you recorded is not saved, so it can't be locked away before a room sees the " +
			"screen. ctrl+s keeps it first.")
	}
	o := s.place()
	o.Present = true
	return s.leave(o)
}

func (l *supervisor) present() tea.Cmd {
	if l.o.state == content.Unusable {
		return component.Fail("There is nothing to present: the protocol can't be used. E shows what is wrong.")
	}
	args := append([]string{"present", "--theme", l.app.Theme()}, l.o.flags...)
	if deck := l.app.Deck(); slices.Contains(present.Names(l.o.Pack), deck) {
		args = append(args, deck)
	}
	return l.handTerminal(args, func(failed string) tea.Msg {
		if failed == "" {
			return nil
		}
		return component.Noticed{Text: fmt.Sprintf("The presentation ended by itself (%s). Nothing is lost: P "+
			"resumes it.",
			failed), Failed: true}
	})
}
