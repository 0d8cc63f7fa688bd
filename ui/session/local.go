package session

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/cli"
	"isspp/ui/kit"
)

// localPath is where the school's own layer is kept: beside the config file
// unless that says otherwise.
func (c Config) localPath(config string) string {
	return beside(config, first(c.Local, content.LocalFile))
}

// Settings are what the config file says that look-ups in a shell need.
func Settings(c cli.Options) cli.Settings {
	path := first(c.Config, ConfigPath())
	conf, _ := ReadConfig(path)
	return cli.Settings{
		File: path, Content: beside(path, conf.Content),
		Local: conf.localPath(path), StaleDays: conf.StaleDays, Recorder: conf.Recorder, School: conf.School,
	}
}

// loadLocal reads the school's own layer. Its mistakes are said, and keep
// nothing else of it from counting.
func (o *Options) loadLocal(path string, staleDays int) {
	l, mistakes := content.LoadLocal(path)
	l.StaleAfter = staleDays
	o.Local = l
	o.Notice = strings.TrimSpace(o.Notice + " " + content.LocalNotice(mistakes))
}

// reloadLocal is a command that reads the file anew: another process, or an
// editor, may have changed it.
func reloadLocal(path string) tea.Cmd {
	if path == "" {
		return nil
	}
	return func() tea.Msg {
		l, mistakes := content.LoadLocal(path)
		return kit.LocalChangedMsg{Local: l, Said: content.LocalNotice(mistakes), Failed: true}
	}
}

// checkLocal is a command that looks, once the first frame stands, whether the
// file speaks of settings and services that the protocol has.
func checkLocal(l *model.Local, pack *content.Pack) tea.Cmd {
	if l.Empty() {
		return nil
	}
	return func() tea.Msg {
		if said := content.LocalNotice(content.CheckLocal(l, pack)); said != "" && l.Mistakes == 0 {
			return kit.Noticed{Text: said, Failed: true}
		}
		return nil
	}
}
