package report

import (
	"strings"
	"time"

	"isspp/model"
	"isspp/ui/kit"
	"isspp/ui/lookup"
)

// turnTo is whom a closing page leads to: whom to turn to first, whom to ring out
// of hours, who covers the setting, the school's own contacts, and services that
// may fit.
func turnTo(env *kit.Env, w *model.Walkthrough) []Block {
	turn := lookup.TurnTo(env.Pack, w, env.Now)
	out := leads(env, turn)
	out = append(out, outOfHours(env)...)
	out = append(out, cover(env, w)...)
	out = append(out, ownContacts(env)...)
	return append(out, services(env, w, turn)...)
}

// leads are the contacts that come before every service, with what calls for
// each.
func leads(env *kit.Env, turn model.Turn) []Block {
	list := Block{Kind: Bullets}
	for _, l := range turn.First {
		number, layer := lookup.Number(env.Local, l.HeadContact, env.Now)
		if layer == model.LayerLocal {
			number += " (" + kit.LocalLabel + ")"
		}
		fields := []Field{F("When", l.Words())}
		if len(l.Recorded) > 0 {
			fields = append(fields, F("Recorded", strings.Join(l.Recorded, "; ")))
		}
		list.Items = append(list.Items, Item{Spans: Strongly(l.Name + ", " + number), Below: []Block{Labelled(fields...)}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return append([]Block{H(2, "Turn to first"), list}, NotesOf(turn.Notes)...)
}

// outOfHours says, in the evening and at weekends, that other numbers answer
// then. The school's own stands among its contacts, or loudly that there is none.
func outOfHours(env *kit.Env) []Block {
	if inHours(env.Now) {
		return nil
	}
	out := []Block{H(2, "Out of hours: "+env.Now.Format("Monday 15:04"))}
	if e, ok := env.Local.Contact(model.OutOfHours); ok {
		out = append(out, local(env, model.OutOfHours.Name(), e))
	} else {
		out = append(out, unset(env, model.OutOfHours))
	}
	var fields []Field
	for _, r := range env.Routes() {
		if r.Local != "" {
			fields = append(fields, Field{Label: r.Local, Layer: model.LayerLocal, Value: Plainly(r.Name + " (" + r.LocalWords + "); the protocol prints " + r.Number)})
			continue
		}
		fields = append(fields, F(r.Number, r.Name))
	}
	return append(out, Labelled(fields...))
}

// inHours reports whether offices are likely to answer: a working day, from nine
// to five. The protocol prints hours for two services only.
func inHours(now time.Time) bool {
	return model.WorkingDay(now) && now.Hour() >= 9 && now.Hour() < 17
}

// cover is who covers the setting: the school's own entries first, then the
// protocol's line with its edition and our notes.
func cover(env *kit.Env, w *model.Walkthrough) []Block {
	for _, st := range env.Pack.Rota().Settings {
		if st.ID != w.SettingID || st.ID == "" {
			continue
		}
		out := []Block{H(2, "Who covers "+st.Name)}
		holds, ok := env.Local.Cover(st, env.Now)
		if ok {
			out = append(out, local(env, "", holds))
		}
		for _, e := range env.Local.Covers(st) {
			if e.Line != holds.Line {
				out = append(out, Block{Kind: Paragraph, Layer: model.LayerLocal, Spans: Plainly(whenItHolds(e, env.Now) + ": " + e.Answer())})
			}
		}
		out = append(out, Block{Kind: Paragraph, Layer: model.LayerProtocol, Spans: Plainly(st.Officer + ", " + st.Assigned + ", as of " + env.Pack.Edition().Years)})
		if !ok {
			out = append(out, Block{Kind: Paragraph, Layer: model.LayerLocal, Spans: Plainly("not set: " + env.LocalHow("in the rota (1)") + " adds who covers it now")})
		}
		return append(out, NotesOf(env.Pack.NotesAbout(st.ID, "rota"))...)
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

// whenItHolds says how an entry that isn't the day's stands to the day.
func whenItHolds(e model.LocalEntry, day time.Time) string {
	switch {
	case e.Over(day):
		return "over"
	case !e.HoldsOn(day):
		return "then"
	}
	return "also"
}

// ownContacts are the school's own that a concern may need: those that are set,
// and loudly that there is no out-of-hours number.
func ownContacts(env *kit.Env) []Block {
	out := []Block{H(2, "Our own contacts")}
	for _, slot := range model.LocalSlots() {
		e, ok := env.Local.Contact(slot)
		switch {
		case slot == model.OutOfHours && !inHours(env.Now): // stands above already
		case ok:
			out = append(out, local(env, slot.Name(), e))
		case slot.Loud():
			out = append(out, unset(env, slot))
		}
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

// unset says loudly that the school has no entry where one matters.
func unset(env *kit.Env, slot model.LocalSlot) Block {
	return Block{
		Kind: Paragraph, Layer: model.LayerLocal, Tone: Emergency,
		Spans: Plainly(slot.Name() + ": NOT SET, and the protocol prints none. Add it with " + env.LocalHow("in the emergency panel (!)") + "."),
	}
}

// local is an entry of the school's own layer, with its name where the
// heading doesn't say it, and when it was checked.
func local(env *kit.Env, name string, e model.LocalEntry) Block {
	text := e.Answer()
	if name != "" {
		text = name + ": " + text
	}
	if day := e.DayAnswer(env.Now); day != "" && e.Slot == "" {
		text += "; " + day
	}
	text += " (" + env.Local.CheckedWords(e, env.Now) + ")"
	for _, more := range []string{e.Note, e.More} {
		if more != "" {
			text += "\n" + more
		}
	}
	return Block{Kind: Paragraph, Layer: model.LayerLocal, Spans: Plainly(text)}
}

// services are those for what was recorded, as a suggestion of ours with what
// calls for each. The directory has them all.
func services(env *kit.Env, w *model.Walkthrough, turn model.Turn) []Block {
	note := Block{Kind: Note, Layer: model.LayerNote, Source: "isspp's own reading, kept beside the protocol in suggestions.md"}
	note.Spans = Plainly(turn.Order(w))
	if len(turn.Services) == 0 {
		note.Spans = Plainly("isspp suggests no service from what is recorded so far. That tells you nothing about the child: the directory has every service.")
	}
	out := []Block{H(2, "Services that may fit"), note}
	list := Block{Kind: Bullets}
	for _, m := range turn.Services {
		if own, ok := env.Local.Service(m.Service); !ok || !own.Closed { // the school knows which takes nobody
			list.Items = append(list.Items, service(env, m))
		}
	}
	if len(list.Items) == 0 {
		return out
	}
	return append(out, list)
}

// service is one suggestion: for whom it is, how to reach it, and what calls for it.
func service(env *kit.Env, m model.Suggested) Item {
	var fields []Field
	if own, ok := env.Local.Service(m.Service); ok {
		fields = append(fields, Field{Label: "Now", Layer: model.LayerLocal, Value: Plainly(own.Answer() + " (" + env.Local.CheckedWords(own, env.Now) + ")")})
	}
	fields = append(fields, F("Who", m.Who()), F("Contact", firstContact(m.Service)), F("Recorded", strings.Join(m.Recorded, "; ")))
	return Item{Spans: Strongly(m.Name), Below: append([]Block{Labelled(fields...)}, NotesOf(m.Notes)...)}
}

// firstContact is the first phone or other way to reach a service.
func firstContact(s model.Service) string {
	for _, kind := range []model.ContactKind{model.Phone, model.Email, model.Link} {
		for _, c := range s.Contacts {
			if c.Kind == kind {
				return c.Value
			}
		}
	}
	return "no contact printed"
}
