package session

import (
	"errors"
	"os/exec"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/ui/config"
)

// adopt writes the built-in edition into a folder, unless there is one, and
// makes the config file name it.
func adopt(m readyMsg, file string, clock func() time.Time) tea.Cmd {
	return func() tea.Msg {
		if !m.there {
			if _, err := content.Init(m.folder, false, clock()); err != nil {
				return adoptedMsg{ready: m, err: err}
			}
		}
		pack, mistakes, err := content.Read(m.folder)
		if err != nil {
			return adoptedMsg{ready: m, err: err}
		}
		if err := config.Set(file, "content", m.folder); err != nil {
			return adoptedMsg{ready: m, err: err}
		}
		at, found := pack.Place(m.id)
		switch {
		case len(mistakes) > 0:
			m.path, m.line = filepath.Join(m.folder, mistakes[0].File), mistakes[0].Line
		case found:
			m.path, m.line = pack.Path(at), at.Line
		default:
			m.path, m.line = filepath.Join(m.folder, "README.md"), 1
		}
		return adoptedMsg{ready: m}
	}
}

// howItWent says what there is to say of an editor that ended otherwise than well.
func howItWent(err error) string {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &exit):
		return "The editor ended with " + exit.String() + "; what it saved counts. "
	}
	return "The editor could not be started: " + err.Error() + ". "
}
