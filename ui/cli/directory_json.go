package cli

import (
	"time"

	"isspp/model"
	"isspp/ui/document"
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
	ownContacts
	// Caution is why printed hours may not hold at the moment asked about, or empty.
	Caution string `json:"caution"`
}

// serviceJSON is one service. Ages is the span in words, empty where none is
// printed; ended is the day it was over, or empty.
type serviceJSON struct {
	fact
	model.Service
	TierTitle   string `json:"tier_title"`
	Ages        string `json:"ages"`
	AgesPrinted bool   `json:"ages_printed"`
	AgeFrom     *int   `json:"age_from"`
	AgeTo       *int   `json:"age_to"`
	// AgesInFull adds on what condition others are taken: "12–21, to 25 with
	// learning needs".
	AgesInFull string `json:"ages_in_full"`
	// Remark is what to bear in mind because of what was asked: "printed for 16–24: ask".
	Remark      string      `json:"remark"`
	TopicsLayer model.Layer `json:"topics_layer"`
	Open        model.Open  `json:"open"`
	Hours       []string    `json:"hours"`
	Notes       []note      `json:"notes"`
	// Local is what the school knows of it, or null: a new number, or closed.
	Local *localEntry `json:"local"`
}

func (a directoryAnswer) json() directoryJSON {
	now := a.Filter.Now
	f := factsOf(a.Pack, a.Local, now, now)
	out := directoryJSON{
		Edition: f.Edition, Dated: f.Dated, Query: a.Filter.Query, Topic: a.Filter.Topic, At: now.Format(time.RFC3339),
		Match: a.Matched, Ordered: a.Ordered, Head: named(a.Head, f.contact), ownContacts: f.own(),
		Notes: f.notes("directory", "contacts"), Caution: a.Local.HoursCaution(now),
		Services: named(a.Services.Services, func(m model.ServiceMatch) serviceJSON {
			m.Topics, m.Contacts = some(m.Topics), some(m.Contacts)
			out := serviceJSON{
				fact: f.fact, Service: m.Service, TierTitle: document.TierTitle(a.Pack.Directory(), m.Tier),
				AgesPrinted: m.Ages.Printed, Remark: m.Remark(), TopicsLayer: model.LayerNote, Open: m.Open,
				Hours: named(m.Hours, model.OpenHours.String), Notes: f.notes(m.ID),
				Local: f.one(a.Local.Service(m.Service)),
			}
			if m.Ages.Printed {
				out.Ages, out.AgesInFull, out.AgeFrom = m.Ages.String(), m.Ages.InFull(), &m.Ages.From
				if !m.Ages.OpenEnd {
					out.AgeTo = &m.Ages.To
				}
			}
			return out
		}),
	}
	if a.Filter.ByAge {
		out.Age = &a.Filter.Age
	}
	for _, h := range a.Bulletin {
		b := f.contact(h)
		out.Bulletin = &b
	}
	return out
}
