package document

import (
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/lookup"
)

// Local adds an entry of the school's own layer: what it says, then when it was
// checked and by whom. It stands before the protocol's own line.
func (p *Page) Local(env *component.Env, e model.LocalEntry) { p.ours(env, e, e.Answer(), "") }

// LocalNamed is Local with what the entry speaks of before what it says.
func (p *Page) LocalNamed(env *component.Env, e model.LocalEntry) {
	p.ours(env, e, e.Name+": "+e.Answer(), "")
}

func (p *Page) ours(env *component.Env, e model.LocalEntry, says, day string) {
	p.callOut(model.LayerLocal, func(in *Page) { in.localLines(env, e, says, day) })
}

// localLines are what an entry says, the answer for a day, its remarks, and when it was
// checked and by whom.
func (p *Page) localLines(env *component.Env, e model.LocalEntry, says, day string) {
	t := p.theme
	p.Labelled(t.Local, localLabel, says)
	if day != "" {
		p.Labelled(t.Strong, localBlank, day)
	}
	for _, more := range e.Remarks() {
		p.Labelled(t.Plain, localBlank, more)
	}
	st := t.Quiet
	if e.Faulty || env.Local.Stale(e, env.Now) {
		st = t.Alert
	}
	p.Labelled(st, localBlank, env.Local.CheckedWords(e, env.Now))
}

// The label is as wide as "Protocol" so that the two line up.
const localLabel, localBlank = component.LocalLabel + "   ", "        "

// LocalCover adds who covers a setting by the school's own entries: what holds
// on the day with what it says of that, then the others with how they stand.
func (p *Page) LocalCover(env *component.Env, entries []model.LocalEntry, day time.Time,
	says func(model.LocalEntry) string,
) {
	p.callOut(model.LayerLocal, func(in *Page) {
		for i, e := range entries {
			if model.Stand(entries, i, day) == model.Holding {
				in.localLines(env, e, e.Answer(), says(e))
			}
		}
		for i, e := range entries {
			st, standing := in.theme.Plain, model.Stand(entries, i, day)
			if standing == model.Ended || standing == model.Replaced {
				st = in.theme.Quiet
			}
			if standing != model.Holding {
				in.Labelled(st, localBlank, standing.String()+": "+e.Answer())
			}
		}
	})
}

// OnDay says in a sentence whether somebody is assigned on a day by an entry.
func OnDay(env *component.Env, day time.Time) func(model.LocalEntry) string {
	return func(e model.LocalEntry) string {
		if words := lookup.LocalDayWords(env.Local, e, day); words != "" {
			return component.Capital(words) + "."
		}
		return ""
	}
}

// LocalUnset says that the school has no entry here, and how to make one.
func (p *Page) LocalUnset(env *component.Env, what string) {
	p.callOut(model.LayerLocal, func(in *Page) {
		in.Labelled(in.theme.Quiet, localLabel, "not set: "+env.PressLocal()+" "+what)
	})
}

// LocalContacts adds the school's own contacts below the protocol's. An empty
// slot that matters is loud, with where it is entered, all of them in one place;
// the others are named in a line.
func (p *Page) LocalContacts(env *component.Env, where string, slots ...model.LocalSlot) {
	t := p.theme
	var loud, quiet []string
	for _, o := range lookup.Owns(env.Local, env.Now, slots...) {
		name := o.Slot.Name()
		switch {
		case o.Set && o.Entry.Phone != "":
			if o.Entry.Who != "" {
				name += ": " + o.Entry.Who
			}
			p.number(o.Entry.Phone, name, component.LocalLabel+", "+o.Checked)
		case o.Set:
			p.number("", name+": "+o.Says(), component.LocalLabel+", "+o.Checked)
		case o.Slot.Loud():
			loud = append(loud, name)
		default:
			quiet = append(quiet, name)
		}
	}
	if len(loud) > 0 {
		it := " adds it."
		if len(loud) > 1 {
			it = " adds them."
		}
		const word = lookup.NotSet
		p.ring("  "+t.Alert.Render(word)+component.Spaces(numberWidth-len(word)), word, t.Strong,
			strings.Join(loud, ", ")+". "+env.LocalHow(where)+it)
	}
	if len(quiet) > 0 {
		p.Hang(t.Quiet, "  "+component.Spaces(numberWidth), "Local, not set: "+strings.Join(quiet, ", "))
	}
}

// ring adds text behind what stands in the column of the numbers.
func (p *Page) ring(lead, plain string, st lipgloss.Style, text string) {
	for _, l := range p.wrap(p.clean(text), p.Width-2-numberWidth) {
		p.Raw(lead+st.Render(l), plain+" "+l)
		lead, plain = component.Spaces(2+numberWidth), ""
	}
}

// numberWidth is the column of the numbers to ring.
const numberWidth = 16

// number adds a number to ring with its name, and beside or below it whose it is.
func (p *Page) number(number, name, whose string) {
	number = p.clean(model.CleanLine(number))
	blank := component.Spaces(2 + numberWidth)
	if component.Width(number) >= numberWidth { // with an extension: it is never cut
		p.Hang(p.theme.Safety, "  ", number)
		p.ring(blank, "", p.theme.Plain, name)
	} else {
		p.ring("  "+p.theme.Safety.Render(component.Fit(number, numberWidth, p.signs)), number, p.theme.Plain, name)
	}
	if whose != "" {
		p.Hang(p.theme.Local, blank, whose)
	}
}
