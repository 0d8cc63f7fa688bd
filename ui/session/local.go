package session

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/ui/cli"
	"isspp/ui/component"
	"isspp/ui/config"
)

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

// reloadLocal is a command that reads the file anew: a session may have changed it.
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
