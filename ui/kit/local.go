package kit

import (
	"cmp"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
)

// LocalLabel stands before everything that comes from the school's own layer.
const LocalLabel = "Local"

// Local adds an entry of the school's own layer: what it says, then when it was
// checked and by whom. It stands before the protocol's own line.
func (p *Page) Local(env *Env, e model.LocalEntry) {
	p.localLines(env, e, "")
}

// LocalNamed is Local with what the entry speaks of before what it says.
func (p *Page) LocalNamed(env *Env, e model.LocalEntry) {
	p.Labelled(env.Theme.Local, p.localLabel(), e.Name+": "+e.Answer())
	p.localChecked(env, e)
}

// localLines is Local with the answer for a day below what the entry says.
func (p *Page) localLines(env *Env, e model.LocalEntry, day string) {
	t := env.Theme
	p.Labelled(t.Local, p.localLabel(), e.Answer())
	if day != "" {
		p.Labelled(t.Strong, p.localBlank(), Capital(day)+".")
	}
	p.localChecked(env, e)
}

// localChecked adds an entry's remarks, and when it was checked and by whom.
func (p *Page) localChecked(env *Env, e model.LocalEntry) {
	t := env.Theme
	for _, more := range []string{e.Note, e.More} {
		if more != "" {
			p.Labelled(t.Plain, p.localBlank(), more)
		}
	}
	st := t.Quiet
	if e.Faulty || env.Local.Stale(e, env.Now) {
		st = t.Alert
	}
	p.Labelled(st, p.localBlank(), env.Local.CheckedWords(e, env.Now))
}

// LocalCover adds who covers a setting by the school's own entries: what holds
// on the day with whether somebody is assigned, and what is still to come.
func (p *Page) LocalCover(env *Env, entries []model.LocalEntry, holds model.LocalEntry, day time.Time) {
	if holds.Line > 0 {
		p.localLines(env, holds, holds.DayAnswer(day))
	}
	for _, e := range entries {
		switch {
		case e.Line == holds.Line:
		case e.Over(day):
			p.Labelled(env.Theme.Quiet, p.localBlank(), "over: "+e.Answer())
		case !e.HoldsOn(day):
			p.Labelled(env.Theme.Plain, p.localBlank(), "then: "+e.Answer())
		default:
			p.Labelled(env.Theme.Plain, p.localBlank(), "also: "+e.Answer())
		}
	}
}

// LocalUnset says that the school has no entry here, and how to make one.
func (p *Page) LocalUnset(env *Env, what string) {
	p.Labelled(env.Theme.Quiet, p.localLabel(), "not set: "+env.localHow()+" "+what)
}

// LocalHow says how an entry is made from a screen on which e means something
// else: where is the place at which it makes one.
func (e *Env) LocalHow(where string) string {
	if e.EditLocal {
		return "e " + where
	}
	return "isspp local edit"
}

// localLabel is the label, as wide as "Protocol" so that the two line up.
func (p *Page) localLabel() string { return LocalLabel + Spaces(len("Protocol")-len(LocalLabel)) }

func (p *Page) localBlank() string { return Spaces(len("Protocol")) }

// localHow says how an entry is made from here.
func (e *Env) localHow() string {
	if e.EditLocal {
		return "press " + cmp.Or(e.LocalKeys, "e")
	}
	return "isspp local edit"
}

// LocalContacts adds the school's own contacts below the protocol's. An empty
// slot that matters is loud; the others are named in a line.
func (p *Page) LocalContacts(env *Env) {
	t := env.Theme
	unset := ""
	for _, slot := range model.LocalSlots() {
		e, ok := env.Local.Contact(slot)
		switch {
		case ok && e.Phone != "":
			name := slot.Name()
			if e.Who != "" {
				name += ": " + e.Who
			}
			p.number(e.Phone, name, LocalLabel+", "+env.Local.CheckedWords(e, env.Now))
		case ok:
			p.number("", slot.Name()+": "+e.Answer(), LocalLabel+", "+env.Local.CheckedWords(e, env.Now))
		case slot.Loud():
			p.unset(t, slot.Name()+": not printed, not set: "+env.localHow())
		case unset == "":
			unset = slot.Name()
		default:
			unset += ", " + slot.Name()
		}
	}
	if unset != "" {
		p.Hang(t.Quiet, "  "+Spaces(numberWidth), "Local, not set: "+unset)
	}
}

// unset says loudly where a number ought to be and isn't.
func (p *Page) unset(t *Theme, text string) {
	const word = "NOT SET"
	p.ring("  "+t.Alert.Render(word)+Spaces(numberWidth-len(word)), word, t.Strong, text)
}

// ring adds text behind what stands in the column of the numbers.
func (p *Page) ring(lead, plain string, st Style, text string) {
	for _, l := range WrapText(text, p.Width-2-numberWidth) {
		p.Raw(lead+st.Render(l), plain+" "+l)
		lead, plain = Spaces(2+numberWidth), ""
	}
}

// numberWidth is the column of the numbers to ring.
const numberWidth = 16

// number adds a number to ring with its name, and beside or below it whose it is.
func (p *Page) number(number, name, whose string) {
	p.ring("  "+p.theme.Safety.Render(Fit(number, numberWidth, p.signs)), number, p.theme.Plain, name)
	blank := Spaces(2 + numberWidth)
	if whose != "" {
		p.Hang(p.theme.Local, blank, whose)
	}
}

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
