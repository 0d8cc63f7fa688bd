package directory

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
)

// Actions are what can be done in the tab.
func (v *View) Actions() []component.Action {
	v.Ready()
	if v.picker != nil {
		return v.picker.Actions()
	}
	all := slices.Concat(v.Turning("directory"), v.reaching(), v.narrowing(), v.Moving())
	return v.Finding(v.Find, v.Finding(v.age, all, "clear"), "clear")
}

func (v *View) choose(title string, rows []string, do func(i int) tea.Cmd) {
	v.picker, v.turned = component.OneOf(v.Env, title, rows, do), v.Reading
	v.picker.Left = func() {
		v.picker = nil
		v.Turn(v.turned)
	}
	v.Turn(false)
}

func (v *View) reaching() []component.Action {
	r, ok := v.selected()
	noCopy, noOpen := "", ""
	switch {
	case !ok:
		noCopy, noOpen = v.NoRow(), v.NoRow()
	case r.own != nil && !r.own.Set:
		noCopy = "Nobody has entered it yet."
	case len(r.copyable()) == 0:
		noCopy = "No contact is printed for it. The notes beside it say whom to ask."
	}
	if ok && len(r.openable()) == 0 {
		noOpen = "Neither a link nor an e-mail is printed for it."
	}
	return []component.Action{
		component.Act("directory.copy", "copy", "Copy the number or address", func() tea.Cmd {
			return v.oneOf("Copy which?", r.copyable(), func(text string) tea.Cmd {
				return component.Copy(r.title, text, v.clip)
			})
		}, "c").Unless(noCopy),
		component.Act("directory.open", "open link", "Open the link or e-mail outside isspp", func() tea.Cmd {
			return v.oneOf("Open which?", r.openable(), v.openNow)
		}, "o").Unless(noOpen),
	}
}

func (v *View) noLocal() string {
	r, ok := v.selected()
	switch {
	case !v.Env.EditLocal:
		return "There is no place for a Local file here."
	case !ok:
		return v.NoRow()
	case r.head != nil && content.Unchangeable(*r.head):
		return "999 and 101 are for danger, and stay as they are."
	}
	return ""
}

func (v *View) editLocal() tea.Cmd {
	r, _ := v.selected()
	switch {
	case r.own != nil:
		return component.EditLocal(model.LocalContact, r.own.Slot.Name())
	case r.service != nil:
		return component.EditLocal(model.LocalService, r.service.Name)
	}
	return component.EditLocal(model.LocalService, r.head.Name)
}

func (v *View) narrowing() []component.Action {
	act, do := component.Act, component.Do
	open, topic := "Show only what is open now by its printed hours", "topic"
	if v.openOnly {
		open = "Show what is closed or states no hours again"
	}
	if v.topic != "" {
		topic = "topic: " + v.topic
	}
	out := []component.Action{
		act("directory.topic", topic, "Show only one topic; topics are "+v.Env.Pack.Whose()+" own tags",
			v.chooseTopic, "t"),
		act("directory.age", "age", "Show services for an age (or with no age given)", do(v.askAge), "a"),
		act("directory.openNow", "open now", open, do(func() { v.openOnly = !v.openOnly; v.Refresh() }), "O"),
		act("directory.local", "local", "Enter what your school knows of it: a new number, or closed",
			v.editLocal, "e").Unless(v.noLocal()),
	}
	if !v.Reading && (v.filtered() || v.query() != "") {
		out = append(out, act("directory.all", "show all", "Clear the filters and show every entry",
			do(v.clearAll), "esc"))
	}
	return out
}

func (v *View) clearAll() {
	v.Find.Set("")
	v.age.Set("")
	v.Find.Blur()
	v.age.Blur()
	v.topic, v.openOnly = "", false
	v.Refresh()
}

func (v *View) askAge() {
	v.Reading = false
	v.Find.Blur()
	v.age.Focus()
	v.Changed()
}

// chooseTopic lays the topics over the list, each with the words people use for it.
func (v *View) chooseTopic() tea.Cmd {
	topics := v.Env.Pack.Topics()
	rows := []string{"every topic"}
	at := 0
	for i, t := range topics {
		row := t.Name
		if len(t.Words) > 0 {
			row += v.Env.Theme.Quiet.Render("  " + strings.Join(t.Words, ", "))
		}
		rows = append(rows, row)
		if t.Name == v.topic {
			at = i + 1
		}
	}
	v.choose("Topic ("+v.Env.Pack.Whose()+" own tags)", rows, func(i int) tea.Cmd {
		v.topic, v.Reading = "", false
		if i > 0 {
			v.topic = topics[i-1].Name
		}
		v.Refresh()
		return nil
	})
	v.picker.Select(at)
	return nil
}

func (v *View) oneOf(title string, texts []string, then func(string) tea.Cmd) tea.Cmd {
	if len(texts) == 1 {
		return then(texts[0])
	}
	v.choose(title, texts, func(i int) tea.Cmd { return then(texts[i]) })
	return nil
}
