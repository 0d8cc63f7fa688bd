package document

import (
	"time"

	"isspp/model"
)

// ConcernJSON is what is recorded under a reference as one JSON document. It
// counts nothing and weighs nothing.
type ConcernJSON struct {
	Reference string    `json:"reference"`
	Edition   string    `json:"edition"`
	Made      time.Time `json:"made"`
	MadeBy    string    `json:"madeBy,omitempty"`
	// Fictional tells that the case is invented.
	Fictional bool `json:"fictional,omitempty"`
	// Incomplete is what the notes that it was made of may lack.
	Incomplete []string       `json:"incomplete,omitempty"`
	Caution    []LayerText    `json:"caution"`
	Concerns   []StandingJSON `json:"concerns"`
	Actions    []ActionJSON   `json:"actions"`
	Entries    []MomentJSON   `json:"entries"`
}

// LayerText is a text and whose words it is.
type LayerText struct {
	Layer   model.Layer `json:"layer"`
	Text    string      `json:"text"`
	Source  string      `json:"source,omitempty"`
	Edition string      `json:"edition,omitempty"`
	Dated   string      `json:"dated,omitempty"`
}

// StandingJSON is where a concern stands in its life.
type StandingJSON struct {
	ID        string    `json:"id"`
	Reference string    `json:"reference"`
	Setting   string    `json:"setting,omitempty"`
	Opened    time.Time `json:"opened"`
	Changed   time.Time `json:"changed"`
	State     string    `json:"state"`
	NotFiled  bool      `json:"notFiled"`
	Filed     string    `json:"filed,omitempty"`
	Review    string    `json:"review,omitempty"`
	Transfer  string    `json:"transfer,omitempty"`
}

// ActionJSON is an action and how it stands.
type ActionJSON struct {
	ID    string `json:"id"`
	What  string `json:"what"`
	Who   string `json:"who"`
	Due   string `json:"due"`
	State string `json:"state"`
}

// MomentJSON is one dated entry of the chronology.
type MomentJSON struct {
	ID       string    `json:"id"`
	Concern  string    `json:"concern"`
	Kind     string    `json:"kind"`
	Title    string    `json:"title"`
	Recorded time.Time `json:"recorded"`
	By       string    `json:"by,omitempty"`
	Event    string    `json:"event,omitempty"`
	// EventRead is what Event was understood as.
	EventRead model.Reading `json:"eventRead,omitzero"`
	Draft     bool          `json:"draft,omitempty"`
	// About names the earlier entry that this one is about; Part the part of it.
	About  string           `json:"about,omitempty"`
	Part   string           `json:"part,omitempty"`
	Fields []model.Labelled `json:"fields,omitempty"`
	Items  []RecordedItem   `json:"items,omitempty"`
	// Sections are where a walkthrough's items stand on its closing page.
	Sections []SectionJSON `json:"sections,omitempty"`
	// Evidence is what an addition says, of one of the four kinds.
	Evidence *RecordedEvidence `json:"evidence,omitempty"`
	// CorrectedBy are the ids of the entries that correct something in this one.
	CorrectedBy []string `json:"correctedBy,omitempty"`
}

// SectionJSON is a section of a walkthrough's closing page: its items by their
// ids, and what stands there without any.
type SectionJSON struct {
	Title string   `json:"title"`
	Lead  string   `json:"lead,omitempty"`
	Empty string   `json:"empty,omitempty"`
	Items []string `json:"items"`
}

// ChronologyJSON is ChronologyOf for programs.
func ChronologyJSON(a About, ref string, concerns []model.Concern) ConcernJSON {
	out := ConcernJSON{
		Reference: model.CleanLine(ref), Edition: a.Edition.Years, Made: a.Now, MadeBy: model.CleanLine(a.By),
		Fictional:  a.Fictional,
		Incomplete: a.Gaps, Caution: a.cautionJSON(), Concerns: []StandingJSON{}, Actions: []ActionJSON{},
		Entries: []MomentJSON{},
	}
	for i := range concerns {
		c := &concerns[i]
		standing := StandingJSON{
			ID: c.ID, Reference: model.CleanLine(c.Ref), Setting: model.CleanLine(c.Setting), Opened: c.Opened,
			Changed: c.Changed,
			State:   string(c.State), NotFiled: c.NotFiled, Filed: a.filed(c), Review: c.Review,
		}
		if c.Transfer != nil {
			standing.Transfer = c.Transfer.Words()
		}
		out.Concerns = append(out.Concerns, standing)
		for _, act := range c.Actions {
			out.Actions = append(out.Actions, ActionJSON{
				ID: act.ID, What: model.Clean(act.Text), Who: model.CleanLine(act.Owner), Due: act.Due,
				State: a.actionState(act),
			})
		}
	}
	for _, m := range of(concerns) {
		out.Entries = append(out.Entries, a.momentJSON(&m))
	}
	return out
}

func (a About) cautionJSON() []LayerText {
	out := []LayerText{}
	for _, b := range a.caution("").Blocks {
		t := LayerText{Layer: b.Layer, Text: model.Clean(model.PlainText(b.Spans)), Source: b.Source}
		if b.Layer == model.LayerProtocol {
			t.Edition, t.Dated = a.Edition.Years, a.Edition.Dated
		}
		out = append(out, t)
	}
	return out
}

func (a About) momentJSON(m *model.Moment) MomentJSON {
	out := MomentJSON{
		ID: m.ID, Concern: m.Concern, Kind: string(m.Kind), Title: m.Title, Recorded: m.Recorded,
		By:    model.CleanLine(m.By),
		Event: model.CleanLine(m.Event), EventRead: m.EventAt, Draft: m.Draft, About: m.About, Fields: m.Fields,
	}
	if m.Entry != nil {
		out.Part = a.itemText(m.Entry.Part)
		if kind, ok := m.Entry.EvidenceKind(); ok {
			out.Evidence = &RecordedEvidence{
				Kind: string(kind), Text: model.Clean(m.Entry.Text),
				When: model.CleanLine(m.Entry.Event),
			}
		}
	}
	for _, c := range m.Corrections {
		out.CorrectedBy = append(out.CorrectedBy, c.ID)
	}
	if m.Walkthrough == nil {
		return out
	}
	out.Items = a.RecordedItems(m.Walkthrough)
	for _, section := range a.ClosingSections(m.Walkthrough) {
		made := SectionJSON{Title: section.Title, Lead: section.Lead, Items: []string{}}
		for _, it := range section.Items {
			made.Items = append(made.Items, it.ID)
		}
		if len(made.Items) == 0 {
			made.Empty, made.Lead = section.Empty, ""
		}
		out.Sections = append(out.Sections, made)
	}
	return out
}
