package app

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
)

func (f *localForm) save() tea.Cmd {
	values := map[string]string{}
	for i, name := range f.lines {
		values[name] = f.value(i)
	}
	name, own := cmp.Or(f.entry.Name, f.ask.Name), nameLine(f.entry.Kind)
	if f.lines[0] == own {
		name = values[own]
		wrong := "A name is needed."
		if name != "" {
			wrong = f.unknown(name)
		}
		if wrong != "" {
			f.Form.Wrong(0, wrong)
			f.Form.Focus(0)
			return nil
		}
	}
	if !f.filled(func(i int) string {
		if f.lines[i] == own {
			return f.value(i)
		}
		return ""
	}) {
		values = nil
		if f.entry.Line == 0 {
			f.Said = "Nothing is filled in yet, so there is nothing to save."
			return nil
		}
	}
	if len(f.before) > 0 && values["From"]+values["Covers for"] == "" {
		values["From"] = f.Env.Now.Format(time.DateOnly) // a new officer, from today
	}
	e, mistakes := content.MakeLocal(f.entry.Kind, name, values)
	if f.tell(mistakes) {
		return nil
	}
	f.Said, f.Busy = "", true
	src, path, at, ended := f.src, f.m.localPath(), f.entry.Line, f.ended(e)
	return f.m.writes(f, func() tea.Msg { return saveLocal(path, src, at, e, ended) })
}

// unknown says that the rota has no setting of a name that was typed for one of
// its entries, and which was likely meant.
func (f *localForm) unknown(name string) string {
	if f.entry.Kind != model.LocalRota || model.Fold(name) == model.Fold(f.entry.Name) {
		return ""
	}
	one := &model.Local{Entries: []model.LocalEntry{{Kind: model.LocalRota, Name: name, Line: 1}}}
	mistakes := content.CheckLocal(one, f.Env.Pack)
	switch {
	case len(mistakes) == 0:
		return ""
	case mistakes[0].Near != "":
		return fmt.Sprintf("No setting of the rota is called that. Did you mean %s?", mistakes[0].Near)
	}
	return "No setting of the rota is called that."
}

// ended are the entries whose days the new officer takes over, each with its
// last day, the lowest in the file first.
func (f *localForm) ended(e model.LocalEntry) []model.LocalEntry {
	var out []model.LocalEntry
	first, err := time.Parse(time.DateOnly, e.From)
	if err != nil {
		return nil
	}
	for _, old := range f.before {
		if e.Replaces(old) && old.From < e.From && (old.Until == "" || old.Until >= e.From) && !old.Faulty {
			old.Until = first.AddDate(0, 0, -1).Format(time.DateOnly)
			out = append(out, old)
		}
	}
	slices.SortFunc(out, func(a, b model.LocalEntry) int { return b.Line - a.Line })
	return out
}

// tell puts each mistake at its field, and the cursor at the first.
func (f *localForm) tell(mistakes []content.Mistake) bool {
	wrong := make([]string, len(f.lines))
	first := -1
	known := content.LocalLines(f.entry.Kind)
	for _, m := range mistakes {
		at, text := f.wrong(known, m)
		wrong[at] = strings.TrimSpace(wrong[at] + " " + text)
		if first < 0 || at < first {
			first = at
		}
	}
	for i, text := range wrong {
		f.Form.Wrong(i, text)
	}
	if first < 0 {
		return false
	}
	f.Said = "Not saved yet: one thing needs correcting."
	if len(mistakes) > 1 {
		f.Said = fmt.Sprintf("Not saved yet: %d things to fix.", len(mistakes))
	}
	f.Form.Focus(first)
	return true
}

// missingWords say what is missing in a field, by what the reader of the file
// says of it.
var missingWords = []struct{ words, line, said string }{
	{"doesn't say when", "Checked", "Give the date it was last checked."},
	{"doesn't say who checked", "By", "Say who checked it: a name or a role."},
	{"doesn't say who", "Officer", `Who covers it? A name is needed, or "nobody".`},
	{"doesn't say what", "Phone", "A new number is needed, or closed as the status."},
}

func (f *localForm) wrong(known []string, m content.Mistake) (at int, text string) {
	name := ""
	if m.Line > 0 && m.Line <= len(known) {
		name = known[m.Line-1]
	}
	text = component.Capital(m.Text)
	switch {
	case m.Near != "":
		text += fmt.Sprintf(": did you mean %q?", m.Near)
	case m.Mend != "":
		text += " (" + m.Mend + ")."
	default:
		text += "."
	}
	for _, missing := range missingWords {
		if strings.Contains(m.Text, missing.words) {
			name, text = missing.line, missing.said
			break
		}
	}
	return max(slices.Index(f.lines, name), 0), text
}

func saveLocal(path string, src []byte, at int, e model.LocalEntry, ended []model.LocalEntry) tea.Msg {
	now, err := src, error(nil)
	for _, old := range ended {
		if err == nil {
			now, err = content.PutLocal(now, old.Line, old)
		}
	}
	if err == nil {
		now, err = content.PutLocal(now, at, e)
	}
	if err == nil {
		err = content.SaveLocal(path, src, now)
	}
	if err != nil {
		return localFailedMsg{err}
	}
	l, _ := content.LoadLocal(path)
	said := "Saved in " + filepath.Base(path) + ", and shown everywhere as Local."
	for _, old := range ended {
		said += " The entry of " + old.Who + " ends on " + model.DayInWords(old.Until) + "."
	}
	if e.Blank() {
		said = "Removed from " + filepath.Base(path) + "."
	}
	return component.LocalChangedMsg{Local: l, Said: said, Saved: true}
}

type localFailedMsg struct{ err error }

// writes is a command that writes the Local file: the app shows what is in it then,
// and the dialog is told why it couldn't be written.
func (m *Model) writes(d component.Dialog, save func() tea.Msg) tea.Cmd {
	return func() tea.Msg {
		msg := save()
		if failed, ok := msg.(localFailedMsg); ok {
			return component.ResultMsg{To: d, Msg: failed}
		}
		return msg
	}
}
