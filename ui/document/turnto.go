package document

import (
	"strings"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/lookup"
)

// leads are the contacts that come before every service, with what calls for
// each.
func leads(env *component.Env, turn model.Turn) []Block {
	list := Block{Kind: Bullets}
	for _, l := range turn.First {
		number, layer := lookup.Number(env.Local, l.HeadContact, env.Now)
		if layer == model.LayerLocal {
			number += " (" + component.LocalLabel + ")"
		}
		fields := []Field{F("When", l.Words())}
		if len(l.Recorded) > 0 {
			fields = append(fields, F("Recorded", strings.Join(l.Recorded, "; ")))
		}
		list.Items = append(list.Items, Item{
			Spans: Strongly(l.Name + ", " + number),
			Below: []Block{Labelled(fields...)},
		})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{H(2, "Turn to first"), list}
}

// outOfHours says, in the evening and at weekends, that other numbers answer
// then. The school's own stands among its contacts, or loudly that there is none.
func outOfHours(env *component.Env) []Block {
	if model.OfficeHours(env.Now) {
		return nil
	}
	out := []Block{H(2, "Out of hours: "+env.Now.Format("Monday 15:04"))}
	for _, o := range lookup.Owns(env.Local, env.Now, model.OutOfHours) {
		out = append(out, own(env, o))
	}
	var fields []Field
	for _, r := range env.Routes() {
		if r.Local != "" {
			fields = append(fields, Field{
				Label: r.Local, Layer: model.LayerLocal,
				Value: Plainly(r.Name + " (" + r.LocalWords + "); the protocol prints " + r.Number),
			})
			continue
		}
		fields = append(fields, F(r.Number, r.Name))
	}
	return append(out, Labelled(fields...))
}

// cover is who covers the setting: the school's own entries first, then the
// protocol's line with its edition and our notes.
func cover(env *component.Env, w *model.Walkthrough) []Block {
	for _, st := range env.Pack.Rota().Settings {
		if st.ID != w.SettingID || st.ID == "" {
			continue
		}
		out := []Block{H(2, "Who covers "+st.Name)}
		if lead := lookup.Status(env.Pack, env.Local, env.Now, st); lead != "" {
			out = append(out, Block{Kind: Note, Layer: model.LayerNote, Spans: Strongly(lead + ".")})
		}
		holds, ok := env.Local.Cover(st, env.Now)
		if ok {
			out = append(out, local(env, "", holds))
		}
		entries := env.Local.Covers(st)
		for i, e := range entries {
			if standing := model.Stand(entries, i, env.Now); standing != model.Holding {
				out = append(out, Block{
					Kind: Paragraph, Layer: model.LayerLocal,
					Spans: Plainly(standing.String() + ": " + e.Answer()),
				})
			}
		}
		out = append(out, Block{
			Kind: Paragraph, Layer: model.LayerProtocol,
			Spans: Plainly(st.Officer + ", " + st.Assigned + ", as of " + env.Pack.Edition().Years),
		})
		if !ok {
			out = append(out, Block{
				Kind: Paragraph, Layer: model.LayerLocal,
				Spans: Plainly("not set: " + env.LocalHow("in the rota (1)") + " adds who covers it now"),
			})
		}
		open, _ := lookup.SettingNotes(env.Pack, env.Local, env.Now, st)
		return append(out, NotesOf(open)...)
	}
	if w.Setting == "" {
		return nil
	}
	found, fit := env.Local.FindSchools(w.Setting, env.Now)
	if fit != model.FitWhole || len(found) != 1 {
		return nil
	}
	return []Block{H(2, "Who covers "+found[0].Name), local(env, "", found[0])}
}

// ownContacts are the school's own that a concern may need: those that are set,
// and loudly that there is no out-of-hours number.
func ownContacts(env *component.Env) []Block {
	out := []Block{H(2, "Our own contacts")}
	for _, o := range lookup.Owns(env.Local, env.Now) {
		if o.Slot == model.OutOfHours && !model.OfficeHours(env.Now) {
			continue // stands above already
		}
		if o.Set || o.Slot.Loud() {
			out = append(out, own(env, o))
		}
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

// own is one of the school's own contacts, or loudly that nobody has entered it.
func own(env *component.Env, o lookup.Own) Block {
	if o.Set {
		return local(env, o.Slot.Name(), o.Entry)
	}
	return Block{
		Kind: Paragraph, Layer: model.LayerLocal, Tone: Emergency,
		Spans: Plainly(o.Slot.Name() + ": " + lookup.NotSet + ", and the protocol prints none. Add it with " +
			env.LocalHow(component.InThePanel) + "."),
	}
}

// local is an entry of the school's own layer, with its name where the
// heading doesn't say it, and when it was checked.
func local(env *component.Env, name string, e model.LocalEntry) Block {
	text := e.Answer()
	if name != "" {
		text = name + ": " + text
	}
	if day := lookup.LocalDayWords(env.Local, e, env.Now); day != "" && e.Slot == "" {
		text += "; " + day
	}
	text += " (" + env.Local.CheckedWords(e, env.Now) + ")"
	text = strings.Join(append([]string{text}, e.Remarks()...), "\n")
	return Block{Kind: Paragraph, Layer: model.LayerLocal, Spans: Plainly(text)}
}

// services are those for what was recorded, as a suggestion of ours with what
// calls for each. The directory has them all.
func services(env *component.Env, w *model.Walkthrough, turn model.Turn) []Block {
	note := Block{
		Kind: Note, Layer: model.LayerNote,
		Source: env.Pack.Whose() + " own reading, kept beside the protocol in suggestions.md",
	}
	note.Spans = Plainly(turn.Order(w))
	if len(turn.Services) == 0 {
		note.Spans = Plainly("isspp suggests no service from what is recorded so far. That tells you nothing about " +
			"the child: the directory has every service.")
	}
	out := append([]Block{H(2, "Services that may fit"), note}, NotesOf(turn.Notes)...)
	list := Block{Kind: Bullets}
	for _, m := range turn.Services {
		own, known := env.Local.Service(m.Service)
		if own.Closed { // the school knows which takes nobody
			continue
		}
		var fields []Field
		if known {
			fields = append(fields, Field{
				Label: "Now", Layer: model.LayerLocal,
				Value: Plainly(own.Answer() + " (" + env.Local.CheckedWords(own, env.Now) + ")"),
			})
		}
		fields = append(fields, F("Who", m.Who()), F("Contact", lookup.FirstContact(m.Contacts)),
			F("Recorded", strings.Join(m.Recorded, "; ")))
		list.Items = append(list.Items, Item{
			Spans: Strongly(m.Name), Below: append([]Block{Labelled(fields...)}, NotesOf(m.Notes)...),
		})
	}
	if len(list.Items) > 0 {
		out = append(out, list)
	}
	return out
}
