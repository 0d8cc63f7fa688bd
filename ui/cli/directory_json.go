package cli

import (
	"time"

	"isspp/model"
)

// directoryJSON is the answer of "isspp directory --json". Services are those
// of the four tiers; what stands outside them is in head and bulletin.
type directoryJSON struct {
	Edition string `json:"edition"`
	Dated   string `json:"dated"`
	Query   string `json:"query"`
	Age     *int   `json:"age"`
	Topic   string `json:"topic"`
	At      string `json:"at"`
	// Match is "exact", "synonym", "near" (a guess or a near miss) or "none".
	Match model.Matched `json:"match"`
	// Ordered says in what order the services stand.
	Ordered  string        `json:"ordered"`
	Services []serviceJSON `json:"services"`
	Head     []contact     `json:"head"`
	Bulletin *contact      `json:"bulletin"`
	Notes    []note        `json:"notes"`
	// OurContacts are the school's own: out of hours, LADO, DSL.
	OurContacts []localEntry `json:"our_contacts"`
	// NotSet are those that nobody has entered.
	NotSet []model.LocalSlot `json:"not_set"`
	// Caution is why printed hours may not hold at the moment asked about, or empty.
	Caution string `json:"caution"`
}

// serviceJSON is one service. Ages is the span in words, empty where none is
// printed; ended is the day it was over, or empty.
type serviceJSON struct {
	fact
	ID          string `json:"id"`
	Name        string `json:"name"`
	Within      string `json:"within"`
	Tier        int    `json:"tier"`
	TierTitle   string `json:"tier_title"`
	Ages        string `json:"ages"`
	AgesPrinted bool   `json:"ages_printed"`
	AgeFrom     *int   `json:"age_from"`
	AgeTo       *int   `json:"age_to"`
	// AgesInFull adds on what condition others are taken: "12–21, to 25 with
	// learning needs".
	AgesInFull string `json:"ages_in_full"`
	// For is whom alone it is for, or empty; ForStaff that it helps staff.
	For      string `json:"for"`
	ForStaff bool   `json:"for_staff"`
	// Remark is what to bear in mind because of what was asked: "printed for 16–24: ask".
	Remark      string          `json:"remark"`
	Topics      []string        `json:"topics"`
	TopicsLayer model.Layer     `json:"topics_layer"`
	Contacts    []model.Contact `json:"contacts"`
	Open        model.Open      `json:"open"`
	Hours       []string        `json:"hours"`
	Ended       string          `json:"ended"`
	Text        model.Prose     `json:"text"`
	Notes       []note          `json:"notes"`
	// Local is what the school knows of it, or null: a new number, or closed.
	Local *localEntry `json:"local"`
}

// json is the answer as JSON has it.
func (a directoryAnswer) json() directoryJSON {
	now := a.Filter.Now
	f := factsOf(a.Pack, a.Local, now, now)
	out := directoryJSON{
		Edition: f.Edition, Dated: f.Dated, Query: a.Filter.Query, Topic: a.Filter.Topic, At: now.Format(time.RFC3339),
		Match: a.Matched, Ordered: a.Ordered, Services: []serviceJSON{}, Head: []contact{},
		Notes: f.notes("directory", "contacts"), Caution: a.Local.HoursCaution(now),
	}
	out.OurContacts, out.NotSet = f.own()
	if a.Filter.ByAge {
		out.Age = &a.Filter.Age
	}
	for _, m := range a.Services.Services {
		out.Services = append(out.Services, f.service(m, a.tierTitle(m.Tier)))
	}
	for _, h := range a.Head {
		out.Head = append(out.Head, f.contact(h))
	}
	for _, h := range a.Bulletin {
		b := f.contact(h)
		out.Bulletin = &b
	}
	return out
}

func (f facts) service(m model.ServiceMatch, tier string) serviceJSON {
	out := serviceJSON{
		fact: f.fact, ID: m.ID, Name: m.Name, Within: m.Within, Tier: m.Tier, TierTitle: tier,
		AgesPrinted: m.Ages.Printed,
		For:         m.For, ForStaff: m.ForStaff, Remark: m.Remark(), Topics: some(m.Topics),
		TopicsLayer: model.LayerNote,
		Contacts:    some(m.Contacts), Open: m.Open, Hours: named(m.Hours, model.OpenHours.String), Ended: m.Ended,
		Text: m.Text, Notes: f.notes(m.ID),
		Local: f.one(f.local.Service(m.Service)),
	}
	if m.Ages.Printed {
		out.Ages, out.AgesInFull, out.AgeFrom = m.Ages.String(), m.Ages.InFull(), &m.Ages.From
		if !m.Ages.OpenEnd {
			out.AgeTo = &m.Ages.To
		}
	}
	return out
}
