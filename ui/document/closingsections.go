package document

import (
	"cmp"
	"slices"
	"time"

	"isspp/model"
)

// ClosingSection is a part of what a walkthrough recorded: the items that their
// answers put there, and never their evidence. The screen, paper, JSON and the
// plain questions all draw from it.
type ClosingSection struct {
	Title string
	// Lead is what to bear in mind before the items are read.
	Lead string
	// Empty is what stands there without an item. It never reassures.
	Empty string
	Items []RecordedItem
}

// RecordedItem is what was recorded of one sign or factor, cleaned. Text is the
// protocol's; the rest is the record's.
type RecordedItem struct {
	Layer    model.Layer `json:"layer"`
	Edition  string      `json:"edition"`
	ID       string      `json:"id"`
	Section  string      `json:"section"`
	Text     string      `json:"text"`
	Answer   string      `json:"answer"`
	Recorded time.Time   `json:"recorded"`
	// Ask is what to ask colleagues where it isn't known.
	Ask      string            `json:"ask,omitempty"`
	Evidence *RecordedEvidence `json:"evidence,omitempty"`
}

// RecordedEvidence is what is known of an item, of one of the four kinds.
type RecordedEvidence struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
	When string `json:"when,omitempty"`
	// WhenRead is what When was understood as.
	WhenRead model.Reading `json:"whenRead,omitzero"`
	// Label is the kind and the time in words: "Told by someone (Monday)".
	Label string `json:"-"`
}

// closingSection is a section and the rule of what stands in it.
type closingSection struct {
	ClosingSection
	holds func(model.Entry) bool
	// always shows the section without an item, too.
	always bool
}

func closingSections() []closingSection {
	protective := func(e model.Entry) bool { return e.List == "protective" }
	present := func(e model.Entry) bool { return e.Answer == model.Seen || e.Answer == model.Told }
	return []closingSection{
		{
			ClosingSection: ClosingSection{
				Title: "What was seen and told", Empty: "Nothing is recorded here. That is no reassurance.",
			},
			holds: func(e model.Entry) bool { return present(e) && !protective(e) }, always: true,
		},
		{
			ClosingSection: ClosingSection{
				Title: "Protective factors", Empty: "None is recorded. That doesn't mean that there are none.",
			},
			holds: func(e model.Entry) bool { return present(e) && protective(e) }, always: true,
		},
		{
			ClosingSection: ClosingSection{Title: "Written down, not answered yet"},
			holds:          func(e model.Entry) bool { return e.Answer == model.NotConsidered },
		},
		{
			ClosingSection: ClosingSection{Title: notKnownTitle, Empty: "No item is marked don't know. That is no " +
				"reassurance: what was not considered is not known either."},
			holds: func(e model.Entry) bool { return e.Answer == model.DontKnow }, always: true,
		},
		{
			ClosingSection: ClosingSection{Title: notSeenTitle, Empty: "No item is marked not seen."},
			holds:          func(e model.Entry) bool { return e.Answer == model.NotSeen }, always: true,
		},
	}
}

// What isn't known is asked of colleagues and records: to a child who may be a
// victim each item would be a leading question.
const notKnownTitle = "Not known: who might know?"

// notSeenTitle is the last section's: the closing page has it after whom to ring.
const notSeenTitle = "Looked for and not seen"

// ClosingSections divides what a walkthrough recorded by its answers.
func (a About) ClosingSections(w *model.Walkthrough) []ClosingSection {
	entries := a.inOrder(w)
	items := a.recorded(w, entries)
	var out []ClosingSection
	for _, s := range closingSections() {
		for i, e := range entries {
			if s.holds(e) {
				s.Items = append(s.Items, items[i])
			}
		}
		if s.Title == notKnownTitle {
			s.Lead = "For colleagues and records; don't put these to the child. Leave anything sexual to " +
				cmp.Or(a.Front, "children's services") + " and the police."
		}
		if s.always || len(s.Items) > 0 {
			out = append(out, s.ClosingSection)
		}
	}
	return out
}

// RecordedItems are all items that a walkthrough recorded something of, in the
// order of the lists.
func (a About) RecordedItems(w *model.Walkthrough) []RecordedItem {
	return a.recorded(w, a.inOrder(w))
}

func (a About) recorded(w *model.Walkthrough, entries []model.Entry) []RecordedItem {
	items := make([]RecordedItem, len(entries))
	for i, e := range entries {
		items[i] = RecordedItem{
			Layer: model.LayerProtocol, Edition: w.Edition, ID: e.Item, Section: model.SectionTitle(a.Lists, e.Domain),
			Text:   model.CleanLine(e.Text),
			Answer: e.Answer.String(), Recorded: e.Recorded,
		}
		at := slices.IndexFunc(a.Askings, func(asking model.Asking) bool { return asking.Domain == e.Domain })
		if e.Answer == model.DontKnow && at >= 0 {
			items[i].Ask = a.Askings[at].Ask
		}
		if text := model.WithoutEmptyInjury(model.Clean(e.Evidence)); text != "" {
			items[i].Evidence = &RecordedEvidence{
				Kind: model.CleanLine(string(e.Kind)), Text: text, When: model.CleanLine(e.When), WhenRead: e.WhenAt,
				Label: e.EvidenceLabel(),
			}
		}
	}
	return items
}

// inOrder is what was recorded in the order of the lists, and after that what
// no list has any more.
func (a About) inOrder(w *model.Walkthrough) []model.Entry {
	var out []model.Entry
	done := map[string]bool{}
	for _, l := range a.Lists {
		for _, p := range l.Places() {
			if e, ok := w.Entry(p.Item.ID); ok && !done[e.Item] {
				done[e.Item] = true
				out = append(out, e)
			}
		}
	}
	for _, e := range w.Entries {
		if !done[e.Item] {
			out = append(out, e)
		}
	}
	return out
}
