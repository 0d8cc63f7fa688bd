package session

import (
	"io"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/kit"
	"isspp/ui/theme"
)

// Options are what the app was started with.
type Options struct {
	Pack *content.Pack
	// Local is the school's own layer, never nil once the options are read.
	Local *model.Local
	// localMistakes are those of its file.
	localMistakes []content.Mistake
	// ContentDir, NotesPath and ConfigPath are as given or found.
	ContentDir string
	// contentFlag is the folder that the command line named; a session reads the
	// config file itself.
	contentFlag string
	// Copies is where the last good copy of a protocol is kept.
	Copies content.Copies
	// state is how far the protocol in ContentDir can be used, and mistakes are its.
	state      content.State
	mistakes   []content.Mistake
	NotesPath  string
	ConfigPath string
	// Anchor is where the store's last state is kept a second time; empty is the
	// store's own choice.
	Anchor string
	// remote tells what network a path is on; nil asks the system.
	remote func(path string) string
	Theme  string
	ASCII  bool
	Mouse  bool
	School string
	// Recorder is who records, by name and role, as the config has it.
	Recorder string
	Advance  bool
	// CopyPrivate lets private text be copied.
	CopyPrivate bool
	// conf is the config file as it was read last.
	conf Config
	// Idle is how long without a key until the notes lock.
	Idle time.Duration
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
	// faults are those of the config file.
	faults Faults
	// Clock tells the time; tests set it.
	Clock func() time.Time
}

// flags are the command line that gives a session the same options.
func (o Options) flags() []string {
	out := []string{"--notes", o.NotesPath, "--theme", o.Theme}
	if o.ConfigPath != "" {
		out = append(out, "--config", o.ConfigPath)
	}
	if o.contentFlag != "" {
		out = append(out, "--content", o.contentFlag)
	}
	if o.ASCII {
		out = append(out, "--ascii")
	}
	if o.Fictional {
		out = append(out, "--fictional")
	}
	return out
}

// banner is the word that stands on every screen, or empty.
func (o Options) banner() string {
	switch {
	case o.Fictional:
		return kit.Fictional
	case o.state == content.Unusable:
		return "PROTOCOL CAN'T BE USED"
	}
	return ""
}

// fictionalWords are what a demonstration says before everything, or empty.
func (o Options) fictionalWords() string {
	if !o.Fictional {
		return ""
	}
	return kit.Fictional + ": every name and every event here is invented, and all of it is thrown away at the end. " +
		"DEMO-7 is a boy in Year 9 whom a school asks about, rings about and refers; DEMO-3 is a girl who moves to another " +
		"school; DEMO-9 was cut short. Try its chronology, tick off an action, write a decision."
}

// people is an output of plain questions: with ascii it has nothing else.
func (o Options) people(out io.Writer) io.Writer {
	if o.ASCII {
		return theme.PlainWriter{Writer: out}
	}
	return out
}
