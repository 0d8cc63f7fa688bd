package content

import (
	"fmt"
	"strings"
	"time"

	"isspp/model"
)

func (r *caseReader) walkthrough(id, name string, at time.Time, lines []caseLine) (*model.Walkthrough, error) {
	w := &model.Walkthrough{ID: id, By: r.made.By, Setting: r.made.School, Edition: r.edition, Started: at, Changed: at}
	clock := at
	for _, l := range lines {
		var err error
		switch l.label {
		case "day":
		case "finished":
			w.Finished, err = r.moment(l.text)
			w.Changed = w.Finished
		case "concern":
			w.Concern = r.ids[l.text]
		case "reference":
			w.Ref = l.text
		case "year group":
			w.YearGroup = l.text
		case "when it happened":
			w.EventTime = l.text
			w.ReadEvent(at)
		case "raised by":
			w.RaisedBy = l.text
		case "item":
			clock = clock.Add(40 * time.Second)
			err = r.item(w, l.text, clock)
		case "writing":
			err = r.writing(w, l.text)
		default:
			err = fmt.Errorf("%q is no line of a walkthrough", l.label)
		}
		if err != nil {
			return nil, err
		}
	}
	if name != "" {
		r.refs[name] = w.Ref
	}
	if w.Finished.IsZero() {
		w.Stage = "walk"
	}
	return w, nil
}

// item reads "id | answer | kind | when | evidence"; all behind the answer may
// be left out.
func (r *caseReader) item(w *model.Walkthrough, text string, at time.Time) error {
	parts := bars(text)
	place, ok := r.items[parts[0]]
	if !ok || len(parts) < 2 {
		return fmt.Errorf("%q is no item of the lists, or has no answer", parts[0])
	}
	answer := model.Answer(parts[1])
	if !answer.Valid() {
		return fmt.Errorf("%q is none of the five answers", parts[1])
	}
	w.SetAnswer(place, answer, at)
	if len(parts) == 5 {
		kind := model.EvidenceKind(parts[2])
		switch kind {
		case model.Observed, model.ChildsWords, model.ToldBy, model.Opinion:
		default:
			return fmt.Errorf("%q is none of the four kinds of evidence", parts[2])
		}
		w.SetEvidence(place, kind, parts[4], at)
		w.SetWhen(place.Item.ID, parts[3], model.ReadPast(parts[3], at))
	}
	w.At = place.Item.ID
	return nil
}

// writing is a text that was being typed when the walkthrough was cut short.
func (r *caseReader) writing(w *model.Walkthrough, text string) error {
	parts := bars(text)
	if _, ok := r.items[parts[0]]; !ok || len(parts) != 3 {
		return fmt.Errorf("%q is no item of the lists", parts[0])
	}
	w.Draft = model.Draft{Item: parts[0], Kind: model.EvidenceKind(parts[1]), Text: parts[2]}
	w.At = parts[0]
	return nil
}

func bars(text string) []string {
	parts := strings.Split(text, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

func (r *caseReader) entry(id string, kind model.EntryKind, at time.Time, lines []caseLine) (*model.ConcernEntry, error) {
	questions := model.Questions(kind)
	if questions == nil {
		return nil, fmt.Errorf("%q is no kind of record", kind)
	}
	e := &model.ConcernEntry{ID: id, Kind: kind, By: r.made.By, Recorded: at}
	for _, l := range lines {
		if err := r.entryLine(e, questions, l); err != nil {
			return nil, err
		}
	}
	if e.Concern == "" {
		return nil, fmt.Errorf("the record says no concern")
	}
	if label, why := e.Settle(at); label != "" {
		return nil, fmt.Errorf("%s: %s", label, why)
	}
	e.Kept = true
	return e, nil
}

func (r *caseReader) entryLine(e *model.ConcernEntry, questions []model.Question, l caseLine) error {
	switch l.label {
	case "day":
		return nil
	case "concern":
		e.Concern, e.Ref = r.ids[l.text], r.refs[l.text]
		return nil
	case "about":
		e.About = r.ids[l.text]
		return nil
	case "part":
		e.Part = l.text
		return nil
	case "was":
		e.Was = l.text
		return nil
	}
	for _, q := range questions {
		if q.Label != l.label {
			continue
		}
		value := l.text
		if q.Day {
			day, err := r.date(l.text)
			if err != nil {
				return err
			}
			value = day
		}
		*q.Of(e) = value
		return nil
	}
	return fmt.Errorf("%q is no question of a record of this kind", l.label)
}

func (r *caseReader) note(id string, at time.Time, lines []caseLine) (*model.FactorNote, error) {
	n := &model.FactorNote{ID: id, Created: at, Changed: at}
	for _, l := range lines {
		var err error
		switch l.label {
		case "day":
		case "reference":
			n.Ref = l.text
		case "factor":
			place, ok := r.items[l.text]
			if !ok {
				return nil, fmt.Errorf("%q is no factor", l.text)
			}
			n.About, n.Text = place.Item.ID, place.Item.Text
		case "body":
			n.Body = l.text
		case "we will":
			n.Build.What = l.text
		case "owner":
			n.Build.Owner = l.text
		case "due":
			n.Build.Due, err = r.date(l.text)
		case "done":
			n.Build.Done, err = r.moment(l.text)
		default:
			err = fmt.Errorf("%q is no line of a note", l.label)
		}
		if err != nil {
			return nil, err
		}
	}
	return n, nil
}
