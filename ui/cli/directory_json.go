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
	Head     []contactJSON `json:"head"`
	Bulletin *contactJSON  `json:"bulletin"`
	Notes    []noteJSON    `json:"notes"`
	// OurContacts are the school's own: out of hours, LADO, DSL.
	OurContacts []localJSON `json:"our_contacts"`
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
	Text        []string        `json:"text"`
	Notes       []noteJSON      `json:"notes"`
	// Local is what the school knows of it, or null: a new number, or closed.
	Local *localJSON `json:"local"`
}

// json is the answer as JSON has it.
func (a directoryAnswer) json() directoryJSON {
	out := directoryJSON{
		Edition: a.edition.Years, Dated: a.edition.Dated, Query: a.filter.Query, Topic: a.filter.Topic,
		At: a.filter.Now.Format(time.RFC3339), Match: a.Matched, Ordered: a.Ordered, Services: []serviceJSON{},
		Head: []contactJSON{}, Notes: notesJSON(a.pack.NotesAbout("directory", "contacts")),
	}
	out.OurContacts, out.NotSet = contactsJSON(a.local, a.filter.Now), notSet(a.local)
	out.Caution = a.local.HoursCaution(a.filter.Now)
	if a.filter.ByAge {
		out.Age = &a.filter.Age
	}
	for _, m := range a.Services.Services {
		out.Services = append(out.Services, a.serviceJSON(m))
	}
	for _, h := range a.Head {
		out.Head = append(out.Head, headJSON(a.pack, a.edition, h).withLocal(a.local, h, a.filter.Now))
	}
	for _, h := range a.Bulletin {
		b := headJSON(a.pack, a.edition, h).withLocal(a.local, h, a.filter.Now)
		out.Bulletin = &b
	}
	return out
}

func (a directoryAnswer) serviceJSON(m model.ServiceMatch) serviceJSON {
	out := serviceJSON{
		fact: protocolFact(a.edition), ID: m.ID, Name: m.Name, Within: m.Within, Tier: m.Tier,
		TierTitle: a.tierTitle(m.Tier), AgesPrinted: m.Ages.Printed, Topics: append([]string{}, m.Topics...),
		TopicsLayer: model.LayerNote, Contacts: contacts(m.Contacts), Open: m.Open, Hours: []string{},
		Ended: m.Ended, For: m.For, ForStaff: m.ForStaff, Remark: m.Remark(), Text: texts(m.Text), Notes: notesJSON(a.pack.NotesAbout(m.ID)),
	}
	e, ok := a.local.Service(m.Service)
	out.Local = oneJSON(a.local, e, ok, a.filter.Now, a.filter.Now)
	if m.Ages.Printed {
		out.Ages, out.AgesInFull, out.AgeFrom = m.Ages.String(), m.Ages.InFull(), &m.Ages.From
		if !m.Ages.OpenEnd {
			out.AgeTo = &m.Ages.To
		}
	}
	for _, h := range m.Hours {
		out.Hours = append(out.Hours, h.String())
	}
	return out
}
