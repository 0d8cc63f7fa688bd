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
	"isspp/ui/walk"
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

// The choices of what is switched.
const (
	switchedOn  = "on"
	switchedOff = "off"
)

type settingsMsg struct{}

func settingsAction() component.Action {
	return component.Action{
		ID: "settings", Binding: component.Keys("", ","), Hidden: true,
		Help: "Settings: your name and role, your school, locking, colours, mouse",
		Run:  sends(settingsMsg{}),
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
	component.FormDialog
	settingsPlace
	// problem is why they could not be saved, at the line of its place.
	problem string
	at      int
}

func (p settingsPlace) open() {
	s, conf := &settings{settingsPlace: p}, p.o.file
	switched := map[bool]string{true: switchedOn, false: switchedOff}
	s.FormDialog = component.FormDialog{
		Env: p.env, Above: s.above, Save: s.save, SaveWord: "save", LeaveWord: "leave as it was",
		Changed: func(int) tea.Cmd { s.problem = ""; return nil },
		Form: component.NewForm([]component.FormLine{
			setRecorder: {
				Label: "Name and role", Hint: "such as A. Reed, DSL; shown with every entry",
				Value: p.env.Recorder,
			},
			setSchool: {
				Label: "My school", Hint: "a few letters find it; it comes first in the rota", Value: conf.School,
			},
			setLock: {
				Label: "Lock after", Hint: "minutes without a key, 1 to 60", Value: strconv.Itoa(conf.LockAfter),
			},
			setTheme: {Label: "Theme", Choices: theme.Names, Value: conf.Theme},
			setMouse: {Label: "Mouse", Choices: []string{switchedOn, switchedOff}, Value: switched[conf.Mouse]},
			setAdvance: {
				Label: "Move on by itself", Choices: []string{switchedOff, switchedOn}, Value: switched[conf.Advance],
			},
		}),
	}
	s.Form.Below = s.below
	p.app.Open(s)
}

func (s *settings) above() []string {
	t := s.env.Theme
	return []string{t.Heading.Render("Settings") + t.Quiet.Render("  ctrl+s saves"), ""}
}

// below says, under a line, what it is for or what is wrong with it.
func (s *settings) below(i int) []string {
	t := s.env.Theme
	p := document.NewPage(s.W-6, t, s.env.Signs)
	switch found := s.found(); {
	case s.problem != "" && i == s.at:
		p.Text(t.Alert, s.problem)
	case i == setAdvance:
		p.Text(t.Quiet, "After an answer of the walkthrough the next item is selected.")
	case i != setSchool || strings.TrimSpace(s.Form.Value(setSchool)) == "":
	case len(found) == 0:
		p.Text(t.Quiet, "Not a setting in the rota: it is kept as you write it.")
	case len(found) == 1:
		p.Text(t.Quiet, "In the rota: "+found[0].Name)
	default:
		p.Text(t.Quiet, "Several fit; a few letters more decide:")
		for _, f := range found[:min(len(found), 4)] {
			p.Text(t.Plain, "  "+f.Name)
		}
	}
	lines := p.Painted()
	for i := range lines {
		lines[i] = "    " + lines[i]
	}
	return lines
}

// found are the settings that the school's letters fit; a name that is whole is the only one.
func (s *settings) found() []model.Setting {
	typed := model.CleanLine(s.Form.Value(setSchool))
	found := walk.Settings(s.env, typed)
	for _, f := range found {
		if strings.EqualFold(f.Name, typed) {
			return []model.Setting{f}
		}
	}
	return found
}

// save reads what is on the screen and writes what has changed, in a command.
func (s *settings) save() tea.Cmd {
	conf, value := s.o.file, s.Form.Value
	conf.School = model.CleanLine(value(setSchool))
	if found := s.found(); len(found) > 1 {
		return s.refuse(setSchool, "Several schools fit: write more of its name.")
	} else if len(found) == 1 {
		conf.School = found[0].Name
	}
	minutes, err := strconv.Atoi(strings.TrimSpace(value(setLock)))
	if err != nil || minutes < 1 || minutes > 60 {
		return s.refuse(setLock, "Lock after: whole minutes, from 1 to 60.")
	}
	conf.LockAfter, conf.Theme = minutes, value(setTheme)
	conf.Mouse, conf.Advance = value(setMouse) == switchedOn, value(setAdvance) == switchedOn
	who := model.CleanLine(value(setRecorder))
	if who != s.env.Recorder && (s.keep == nil || conf.Recorder != "") {
		conf.Recorder = who // no notes are open to keep it, or the config's would hold over theirs
	}
	s.problem, s.Busy = "", true
	before, path := s.o.file, s.o.ConfigPath
	return func() tea.Msg {
		err := config.Save(path, before, conf)
		return thenMsg(func() tea.Cmd { return s.saved(conf, who, err) })
	}
}

func (s *settings) saved(conf config.Config, who string, err error) tea.Cmd {
	if s.Busy = false; err != nil {
		return s.refuse(s.Form.At(), component.Capital(model.CleanLine(err.Error()))+".")
	}
	renamed := who != s.env.Recorder
	cmds := []tea.Cmd{s.apply(conf), component.Say("Settings saved.")}
	if renamed && s.keep != nil {
		cmds = append(cmds, s.keep(who))
	}
	s.app.CloseDialogs()
	return tea.Batch(cmds...)
}

func (s *settings) refuse(at int, why string) tea.Cmd {
	s.at, s.problem = at, why
	s.Form.Focus(at)
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

// readConfig reads the config again, for what another process has changed in it, and then
// does what follows.
func (p settingsPlace) readConfig(then func() tea.Cmd) tea.Cmd {
	path := p.o.ConfigPath
	return func() tea.Msg {
		conf, faults := config.Read(path)
		return thenMsg(func() tea.Cmd {
			var cmd tea.Cmd
			if !faults.Unread() && conf != p.o.file {
				cmd = p.apply(conf)
			}
			return tea.Batch(cmd, then())
		})
	}
}
