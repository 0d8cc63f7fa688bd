package cli

import (
	"bytes"
	"cmp"
	"encoding/json"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/lookup"
)

// fact is what every fact of an answer carries: whose words it is and of when.
type fact struct {
	Layer   model.Layer `json:"layer"`
	Edition string      `json:"edition"`
	// Dated is the first day that the edition speaks for.
	Dated string `json:"dated"`
}

// protocolFact marks a fact as the protocol's.
func protocolFact(e model.Edition) fact {
	return fact{Layer: model.LayerProtocol, Edition: e.Years, Dated: e.Dated}
}

// noteJSON is one of isspp's notes.
type noteJSON struct {
	Layer  model.Layer `json:"layer"`
	ID     string      `json:"id,omitempty"`
	Text   string      `json:"text"`
	Source string      `json:"source,omitempty"`
	Dated  string      `json:"dated,omitempty"`
	// Reach is a number that the note offers.
	Reach string `json:"reach,omitempty"`
	// Status is what the note says in a line before an answer; Background tells
	// that it changes no answer.
	Status     string `json:"status,omitempty"`
	Background bool   `json:"background,omitempty"`
}

// notesJSON writes notes as JSON has them; none are an empty list, not null.
func notesJSON(notes []model.Note) []noteJSON {
	out := make([]noteJSON, 0, len(notes))
	for _, n := range notes {
		out = append(out, noteJSON{
			Layer: model.LayerNote, ID: n.ID, Text: n.Text, Source: n.Source, Dated: n.Dated, Reach: n.Reach,
			Status: n.Status, Background: n.Background,
		})
	}
	return out
}

// contactJSON is a contact outside the tiers.
type contactJSON struct {
	fact
	ID   string `json:"id"`
	Name string `json:"name"`
	// PrintedName is the protocol\'s own, where the app calls it otherwise.
	PrintedName string          `json:"printed_name"`
	Short       string          `json:"short,omitempty"`
	Text        []string        `json:"text"`
	Contacts    []model.Contact `json:"contacts"`
	Emergency   bool            `json:"emergency"`
	Notes       []noteJSON      `json:"notes"`
	// Local is what the school knows of it, or null.
	Local *localJSON `json:"local"`
}

// withLocal adds what the school knows of the contact.
func (c contactJSON) withLocal(l *model.Local, h model.HeadContact, now time.Time) contactJSON {
	e, ok := lookup.Head(l, h)
	c.Local = oneJSON(l, e, ok, now, now)
	return c
}

func headJSON(p *content.Pack, e model.Edition, h model.HeadContact) contactJSON {
	return contactJSON{
		fact: protocolFact(e), ID: h.ID, Name: h.Name, PrintedName: cmp.Or(h.Printed, h.Name), Short: h.Short, Text: texts(h.Text),
		Contacts: contacts(h.Contacts), Emergency: h.Emergency, Notes: notesJSON(p.NotesAbout("contacts/" + h.ID)),
	}
}

// texts and contacts are never null in JSON.
func texts(blocks []model.Block) []string {
	return append([]string{}, model.BlockTexts(blocks)...)
}

func contacts(list []model.Contact) []model.Contact { return append([]model.Contact{}, list...) }

// showJSON writes a value as one indented JSON document.
func (s *Session) showJSON(value any) error {
	doc, err := JSON(value)
	if err != nil {
		return Failf("the answer can't be written as JSON: %v", err)
	}
	if _, err := s.Out.Write(doc); err != nil {
		return Failf("the answer can't be written: %v", err)
	}
	return nil
}

// ShowJSON writes an answer of another package's command in the same way.
func (s *Session) ShowJSON(value any) error { return s.showJSON(value) }

// JSON is a value as one indented JSON document. What could act on a terminal is
// escaped, so that it is harmless and still itself once decoded.
func JSON(value any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(value); err != nil {
		return nil, err
	}
	return model.EscapeJSON(b.Bytes()), nil
}
