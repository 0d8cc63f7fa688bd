package app

import (
	"slices"

	"isspp/ui/component"
)

// top is what has the keys before any view, or nil.
func (m *Model) top() component.Dialog {
	if laid := m.laid(); len(laid) > 0 {
		return laid[len(laid)-1]
	}
	return nil
}

func (m *Model) laid() []component.Dialog { return slices.Concat(m.dialogs, m.covers) }

// under is what a dialog lies on, or nil for the view.
func (m *Model) under(d component.Dialog) component.Dialog {
	if i := slices.Index(m.laid(), d); i > 0 {
		return m.laid()[i-1]
	}
	return nil
}

// Open lays a dialog on the body, in place of those that are there.
func (m *Model) Open(d component.Dialog) {
	m.dialogs = []component.Dialog{d}
	m.fit(d)
}

// Lay puts a dialog on top of all others, which are there again once it is closed.
func (m *Model) Lay(d component.Dialog) {
	if len(m.covers) > 0 {
		m.covers = append(m.covers, d)
	} else {
		m.dialogs = append(m.dialogs, d)
	}
	m.fit(d)
}

func (m *Model) sweep() {
	m.dialogs = slices.DeleteFunc(m.dialogs, component.Dialog.Done)
	m.covers = slices.DeleteFunc(m.covers, component.Dialog.Done)
}

// CloseDialogs takes away what lies on the body. The emergency panel stays until
// the person closes it; only what lies under it goes.
func (m *Model) CloseDialogs() {
	m.dialogs = slices.DeleteFunc(m.dialogs, func(d component.Dialog) bool {
		e, alarm := d.(*emergency)
		if alarm {
			e.writing = false
			e.Redraw()
		}
		return !alarm
	})
}
