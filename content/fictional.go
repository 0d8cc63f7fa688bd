package content

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/BurntSushi/toml"

	"isspp/model"
)

//go:embed fictional/case.toml
var fictionalCase string

// Case is an invented case: records as the notes would keep them, in the order in which they were recorded.
type Case struct {
	// By is who recorded it, and School where.
	By, School string
	Records    []CaseRecord `toml:"record"`
}

// CaseRecord is one record of a case, and when it was recorded. One of the
// three is set. Name is what other records call it.
type CaseRecord struct {
	Name        string
	At          time.Time
	Walkthrough *model.Walkthrough
	Entry       *model.ConcernEntry
	Note        *model.FactorNote
}

// FictionalCase is the built-in invented case as of a moment: its days are counted from the last Thursday, so
// that what is overdue in it always is and every record is of a school day. newID makes the records' ids.
func FictionalCase(p *Pack, now time.Time, newID func() string) (Case, error) {
	var c Case
	about, err := toml.Decode(dated(fictionalCase, now), &c)
	if unknown := about.Undecoded(); err == nil && len(unknown) > 0 {
		err = fmt.Errorf("nothing of a record is called %s", unknown[0])
	}
	if err != nil {
		return Case{}, fmt.Errorf("case.toml: %w", err)
	}
	made := caseMaker{
		Case: c, edition: p.Edition().Years, items: map[string]model.Place{}, ids: map[string]string{},
		refs: map[string]string{},
	}
	for _, l := range p.Lists() {
		for _, at := range l.Places() {
			made.items[at.Item.ID] = at
		}
	}
	for i, r := range c.Records {
		if err := made.fill(r, newID()); err != nil {
			return Case{}, fmt.Errorf("case.toml: record %d: %w", i+1, err)
		}
	}
	return c, nil
}

// dayMark is a day that is counted from the last Thursday: {-16}, {-16 day}, {-16 15:42}.
var dayMark = model.Pattern(`\{([+-]?\d+)( day| \d\d:\d\d)?\}`)

func dated(text string, now time.Time) string {
	thursday := now.AddDate(0, 0, -int((now.Weekday()-time.Thursday+7)%7))
	return dayMark().ReplaceAllStringFunc(text, func(mark string) string {
		part := dayMark().FindStringSubmatch(mark)
		n, _ := strconv.Atoi(part[1]) // the pattern has digits only
		y, m, d := thursday.AddDate(0, 0, n).Date()
		day := time.Date(y, m, d, 0, 0, 0, 0, now.Location())
		switch clock, err := time.Parse(" 15:04", part[2]); {
		case part[2] == "":
			return day.Format("2 January 2006")
		case err != nil:
			return day.Format(time.DateOnly)
		default:
			return time.Date(y, m, d, clock.Hour(), clock.Minute(), 0, 0, now.Location()).Format(time.RFC3339)
		}
	})
}

// caseMaker fills in what the records of a case don't say themselves.
type caseMaker struct {
	Case
	edition string
	items   map[string]model.Place
	// ids and refs are those of the records that others speak of, by their names; walkthroughs alone have refs.
	ids, refs map[string]string
}

func (m *caseMaker) fill(r CaseRecord, id string) (err error) {
	switch {
	case r.Walkthrough != nil:
		r.Walkthrough.ID = id
		err = m.walkthrough(r.Walkthrough, r.At)
	case r.Entry != nil:
		r.Entry.ID = id
		err = m.entry(r.Entry, r.At)
	case r.Note != nil:
		n := r.Note
		n.ID, n.Created, n.Changed, n.Text = id, r.At, r.At, m.items[n.About].Item.Text
		if n.Text == "" {
			err = fmt.Errorf("%q is no factor", n.About)
		}
	default:
		err = errors.New("it says nothing")
	}
	if r.Name == "" {
		return err
	}
	if m.ids[r.Name] = id; r.Walkthrough != nil {
		m.refs[r.Name] = r.Walkthrough.Ref
	}
	return err
}

// walkthrough answers the items as a person does, one after the other.
func (m *caseMaker) walkthrough(w *model.Walkthrough, at time.Time) error {
	w.Concern = m.ids[w.Concern]
	w.By, w.Setting, w.Edition, w.Started, w.Changed = m.By, m.School, m.edition, at, at
	w.ReadEvent(at)
	if w.Finished.IsZero() {
		w.Stage = "walk"
	}
	said := w.Entries
	w.Entries = nil
	for _, e := range said {
		place, known := m.items[e.Item]
		if !known || !e.Answer.Valid() || e.Evidence != "" && !slices.Contains(model.EvidenceKinds(), e.Kind) {
			return fmt.Errorf("%q is no item of the lists, or has no answer or no kind of evidence", e.Item)
		}
		at = at.Add(40 * time.Second)
		w.SetAnswer(place, e.Answer, at)
		w.SetEvidence(place, e.Kind, e.Evidence, at)
		w.SetWhen(e.Item, e.When, model.ReadPast(e.When, at))
		w.At = e.Item
	}
	w.At = cmp.Or(w.Draft.Item, w.At)
	return nil
}

func (m *caseMaker) entry(e *model.ConcernEntry, at time.Time) error {
	ref, known := m.refs[e.Concern]
	if !known {
		return fmt.Errorf("it is about no concern: %q", e.Concern)
	}
	e.By, e.Recorded, e.Concern, e.Ref, e.About = m.By, at, m.ids[e.Concern], ref, m.ids[e.About]
	if label, why := e.Settle(at); label != "" {
		return fmt.Errorf("%s: %s", label, why)
	}
	e.Kept = true
	return nil
}
