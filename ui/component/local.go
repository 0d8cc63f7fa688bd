package component

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
)

// LocalLabel stands before everything that comes from the school's own layer.
const LocalLabel = "Local"

// PressLocal is LocalHow in front of what it does.
func (e *Env) PressLocal() string {
	if e.EditLocal {
		return "press " + e.LocalHow("")
	}
	return e.LocalHow("")
}

// LocalHow says how an entry is made from a screen on which e does so, or from
// one on which e means something else: where is then the place at which it does.
func (e *Env) LocalHow(where string) string {
	switch {
	case !e.EditLocal:
		return "isspp local edit"
	case where == "":
		return cmp.Or(e.LocalKeys, "e")
	}
	return "e " + where
}

// InThePanel is where the school's own contacts are entered from a screen on
// which e means something else.
const InThePanel = "in the emergency panel (!)"

// EditLocalMsg asks the root for the form in which an entry of the school's own
// layer is made or changed. Without a name the person chooses which.
type EditLocalMsg struct {
	Kind model.LocalKind
	// Name is the setting, service or contact as the pack or the layer has it.
	Name string
	// Among are names to choose from, where Name is empty.
	Among []string
	// Typed is what a new school's name is likely to be, where Name is empty.
	Typed string
}

// LocalChangedMsg says that the Local file was read anew.
type LocalChangedMsg struct {
	Local *model.Local
	// Said is a line for above the footer; Failed marks it as about a mistake.
	Said   string
	Failed bool
	// Saved tells that a form has written the file.
	Saved bool
}

// EditLocal is the command that opens the form.
func EditLocal(kind model.LocalKind, name string) tea.Cmd {
	return func() tea.Msg { return EditLocalMsg{Kind: kind, Name: name} }
}
