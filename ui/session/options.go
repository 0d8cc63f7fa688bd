package session

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/component"
	"isspp/ui/config"
	"isspp/ui/theme"
)

// Options are what the app was started with.
type Options struct {
	// Config is what holds: the config file, and over it the command line.
	config.Config
	// file is the config file as it was read last, ConfigPath where it is, and faults
	// are what is wrong in it.
	file       config.Config
	ConfigPath string
	faults     config.Faults
	// flags are those of the command line that another process of isspp is given too.
	flags []string
	Pack  *content.Pack
	// Local is the school's own layer, never nil once the options are read.
	Local *model.Local
	// localMistakes are those of its file.
	localMistakes []content.Mistake
	// ContentDir and NotesPath are as given or found.
	ContentDir string
	NotesPath  string
	// Copies is where the last good copy of a protocol is kept.
	Copies content.Copies
	// state is how far the protocol in ContentDir can be used, and mistakes are its.
	state    content.State
	mistakes []content.Mistake
	// Anchor is where the store's last state is kept a second time; empty is the
	// store's own choice.
	Anchor string
	// remote tells what network a path is on; nil asks the system.
	remote func(path string) string
	// Tab is the one to begin at.
	Tab int
	// Fictional tells that this is the demonstration: every screen and every
	// document says that its case is invented.
	Fictional bool
	// demo tells that a session is to open a demonstration's notes by itself.
	demo bool
	// packNotice is the pack's part of Notice.
	packNotice string
	// Notice is shown above the footer at the start: a pack or config mistake.
	Notice string
	// Clock tells the time; tests set it.
	Clock func() time.Time
}

func passedOn(c cli.Options) []string {
	var out []string
	if c.Config != "" {
		out = append(out, "--config", c.Config)
	}
	if c.Content != "" {
		out = append(out, "--content", c.Content)
	}
	if c.ASCII {
		out = append(out, "--ascii")
	}
	if c.Fictional {
		out = append(out, "--fictional")
	}
	return out
}

func (o Options) banner() string {
	switch {
	case o.Fictional:
		return component.Fictional
	case o.state == content.Unusable:
		return "PROTOCOL CAN'T BE USED"
	}
	return ""
}

func (o Options) fictionalWords() string {
	if !o.Fictional {
		return ""
	}
	return component.Fictional + ": every name and every event here is invented, and all of it is thrown away at the " +
		"end. DEMO-7 is a boy in Year 9 whom a school asks about, rings about and refers; DEMO-3 is a girl who moves " +
		"to another school; DEMO-9 was cut short. Try its chronology, tick off an action, write a decision."
}

// people is an output of plain questions: with ascii it has nothing else.
func (o Options) people(out io.Writer) io.Writer {
	if o.ASCII {
		return theme.PlainWriter{Writer: out}
	}
	return out
}

// Settings are what the config file says.
func Settings(c cli.Options) cli.Settings {
	path := cmp.Or(c.Config, config.Path())
	conf, faults := config.Read(path)
	return cli.Settings{Config: conf, Faults: faults, File: path, Copies: config.Copies()}
}

// loadLocal reads the school's own layer. Its mistakes keep nothing else of it
// from counting; they are said once the first frame stands.
func (o *Options) loadLocal() {
	o.Local, o.localMistakes = content.LoadLocal(o.file.Local)
	o.Local.StaleAfter = o.StaleDays
}

func reloadLocal(path string) tea.Cmd {
	if path == "" {
		return nil
	}
	return func() tea.Msg {
		l, _ := content.LoadLocal(path)
		return component.LocalChangedMsg{Local: l}
	}
}

// checkLocal is a command that says what is wrong in the Local file, those
// entries too that speak of what the protocol doesn't have.
func (o Options) checkLocal() tea.Cmd {
	if o.Local.Empty() && len(o.localMistakes) == 0 {
		return nil
	}
	return func() tea.Msg {
		said := content.LocalNotice(o.Local, slices.Concat(o.localMistakes, content.CheckLocal(o.Local, o.Pack)))
		if said == "" {
			return nil
		}
		return component.Noticed{Text: strings.TrimSpace(o.Notice + " " + said), Failed: true}
	}
}

func (o Options) placeFindings() []store.Finding {
	found := store.AtPlace(o.NotesPath, o.storeOptions())
	if dir := config.Portable(); dir != "" && !o.Fictional {
		found = append(found, store.Finding{
			Severity: store.Warning, Code: "portable",
			Text: "isspp is portable: the settings, the notes and their backups are in " + dir +
				", beside the program. A stick is easily lost. Whoever has it can't read the notes without the " +
				"passphrase, but you have lost them too: copy that folder to a safe place often. Documents that you " +
				"write out are not sealed. For one computer, move the program away from that folder.",
		})
	}
	return found
}
