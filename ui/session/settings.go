package session

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/app"
	"isspp/ui/component"
	"isspp/ui/config"
	"isspp/ui/document"
	"isspp/ui/theme"
)

// The lines of the settings, by their place.
const (
	setRecorder = iota
	setSchool
	setLock
	setTheme
	setMouse
	setAdvance
)

// switchedOn and switchedOff are the choices of what is switched.
const (
	switchedOn  = "on"
	switchedOff = "off"
)

// settingsAskedMsg opens the settings.
type settingsAskedMsg struct{}

// settingsSavedMsg says what became of the settings that were changed.
type settingsSavedMsg struct {
	conf config.Config
	who  string
	err  error
}

// configReadMsg carries the config as another process has left it.
type configReadMsg struct{ conf config.Config }

// settingsAction opens the settings.
func settingsAction() component.Action {
	return component.Action{
		ID: "settings", Binding: component.Keys("", ","), Hidden: true,
		Help: "Settings: your name and role, your school, locking, colours, mouse",
		Run:  func() tea.Cmd { return func() tea.Msg { return settingsAskedMsg{} } },
	}
}

// settingsPlace is where the settings hold: what they change, and where they are written.
type settingsPlace struct {
	o   *Options
	env *component.Env
	app *app.Model
	// keep keeps who records in the notes that are open, or is nil.
	keep func(who string) tea.Cmd
}

// settings is the screen on which the settings are changed.
type settings struct {
	component.Base
	settingsPlace
	form *component.Form
	// problem is why they could not be saved, at the line of its place.
	problem string
	at      int
	saving  bool
}

func newSettings(p settingsPlace) *settings {
	s := &settings{settingsPlace: p}
	conf := p.o.file
	s.form = component.NewForm([]component.FormLine{
		setRecorder: {
			Label: "Name and role", Hint: "such as A. Reed, DSL; shown with every entry",
			Value: p.env.Recorder,
		},
		setSchool: {Label: "My school", Hint: "a few letters find it; it comes first in the rota", Value: conf.School},
		setLock:   {Label: "Lock after", Hint: "minutes without a key, 1 to 60", Value: strconv.Itoa(conf.LockAfter)},
		setTheme:  {Label: "Theme", Choices: theme.Names, Value: conf.Theme},
		setMouse:  {Label: "Mouse", Choices: []string{switchedOn, switchedOff}, Value: switched(conf.Mouse)},
		setAdvance: {
			Label: "Move on by itself", Choices: []string{switchedOff, switchedOn},
			Value: switched(conf.Advance),
		},
	})
	s.form.Below = s.below
	return s
}

func switched(on bool) string {
	if on {
		return switchedOn
	}
	return switchedOff
}

// below says, under a line, what it is for or what is wrong with it.
func (s *settings) below(i int) []string {
	t := s.env.Theme
	p := document.NewPage(s.W-6, t, s.env.Signs)
	switch {
	case s.problem != "" && i == s.at:
		p.Text(t.Alert, s.problem)
	case i == setSchool:
		s.schools(p)
	case i == setAdvance:
		p.Text(t.Quiet, "After an answer of the walkthrough the next item is selected.")
	}
	lines := p.Painted()
	for i := range lines {
		lines[i] = "    " + lines[i]
	}
	return lines
}

// schools says which settings of the rota the typed letters fit.
func (s *settings) schools(p *document.Page) {
	typed := strings.TrimSpace(s.form.Value(setSchool))
	if typed == "" {
		return
	}
	found := s.found(typed)
	switch len(found) {
	case 0:
		p.Text(s.env.Theme.Quiet, "Not a setting in the rota: it is kept as you write it.")
	case 1:
		p.Text(s.env.Theme.Quiet, "In the rota: "+found[0].Name)
	default:
		p.Text(s.env.Theme.Quiet, "Several fit; a few letters more decide:")
		for _, f := range found[:min(len(found), 4)] {
			p.Text(s.env.Theme.Plain, "  "+f.Name)
		}
	}
}

// found are the settings that letters fit; a name that is whole is the only one.
func (s *settings) found(typed string) []model.Setting {
	all := s.env.Pack.Rota().Settings
	for _, f := range all {
		if strings.EqualFold(f.Name, typed) {
			return []model.Setting{f}
		}
	}
	found, _ := model.Rank(typed, all, func(f model.Setting) []string { return []string{f.Name} })
	return found
}

// save reads what is on the screen and writes what has changed, in a command.
func (s *settings) save() tea.Cmd {
	conf := s.o.file
	conf.School = model.CleanLine(s.form.Value(setSchool))
	if found := s.found(conf.School); len(found) > 1 && conf.School != "" {
		return s.refuse(setSchool, "Several schools fit: write more of its name.")
	} else if len(found) == 1 {
		conf.School = found[0].Name
	}
	minutes, err := strconv.Atoi(strings.TrimSpace(s.form.Value(setLock)))
	if err != nil || minutes < 1 || minutes > 60 {
		return s.refuse(setLock, "Lock after: whole minutes, from 1 to 60.")
	}
	conf.LockAfter = minutes
	conf.Theme = s.form.Value(setTheme)
	conf.Mouse, conf.Advance = s.form.Value(setMouse) == switchedOn, s.form.Value(setAdvance) == switchedOn
	who := model.CleanLine(s.form.Value(setRecorder))
	if who != s.env.Recorder && (s.keep == nil || conf.Recorder != "") {
		conf.Recorder = who // no notes are open to keep it, or the config's would hold over theirs
	}
	s.problem, s.saving = "", true
	before, path := s.o.file, s.o.ConfigPath
	return func() tea.Msg { return settingsSavedMsg{conf, who, config.Save(path, before, conf)} }
}

func (s *settings) refuse(at int, why string) tea.Cmd {
	s.at, s.problem = at, why
	s.form.Focus(at)
	return nil
}

// apply takes a config over for this process. What the command line asks for stays.
func (p settingsPlace) apply(conf config.Config) tea.Cmd {
	before, flags := p.o.file, p.o.Config
	p.o.file, p.o.Config = conf, conf
	p.o.ASCII, p.o.Theme = flags.ASCII, flags.Theme
	p.env.School, p.env.Advance = conf.School, conf.Advance
	if conf.Recorder != before.Recorder {
		p.env.Recorder = conf.Recorder
	}
	if conf.Mouse != before.Mouse {
		p.app.SetMouse(conf.Mouse)
	}
	var cmd tea.Cmd
	if conf.Theme != before.Theme {
		p.o.Theme = conf.Theme
		cmd = p.app.SetTheme(conf.Theme)
	}
	p.app.Refresh()
	return cmd
}

// handle opens the settings and takes what became of them.
func (p settingsPlace) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case settingsAskedMsg:
		p.app.Open(newSettings(p))
	case configReadMsg:
		if msg.conf != p.o.file {
			return p.apply(msg.conf)
		}
	case settingsSavedMsg:
		if msg.err != nil {
			return nil // said in the form
		}
		renamed := msg.who != p.env.Recorder
		cmds := []tea.Cmd{p.apply(msg.conf), component.Say("Settings saved.")}
		if renamed && p.keep != nil {
			cmds = append(cmds, p.keep(msg.who))
		}
		p.app.CloseDialogs()
		return tea.Batch(cmds...)
	}
	return nil
}

// readConfig reads the config again, for what another process has changed in it.
func (o Options) readConfig() tea.Cmd {
	path := o.ConfigPath
	return func() tea.Msg {
		conf, faults := config.Read(path)
		if faults.Unread() {
			return nil
		}
		return configReadMsg{conf}
	}
}
