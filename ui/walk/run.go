package walk

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"isspp/model"
	"isspp/ui/component"
)

// The stages that an unfinished walkthrough is resumed at.
const (
	StageForm    = "form"
	StageItems   = "walk"
	StageClosing = "closing"
)

// Run is an open walkthrough, with what can be taken back of it.
type Run struct {
	*model.Walkthrough
	env  *component.Env
	undo []model.Walkthrough
	// given is what its heading held before anything was written.
	given string
}

// Begin starts a walkthrough, which joins a concern where one is given.
func Begin(env *component.Env, c *model.Concern) *Run {
	now := env.Clock()
	w := &model.Walkthrough{
		ID: component.NewID(), By: env.Recorder, Edition: env.Pack.Edition().Years,
		Started: now, Changed: now, Stage: StageForm,
	}
	if c != nil {
		w.Concern, w.Ref, w.Setting = c.ID, c.Ref, c.Setting
		if n := len(c.Walkthroughs); n > 0 {
			last := c.Walkthroughs[n-1]
			w.SettingID, w.YearGroup = last.SettingID, last.YearGroup
		}
	}
	r := &Run{Walkthrough: w, env: env}
	r.given = r.heading()
	return r
}

// Open opens a kept walkthrough: to go on where it stood, or to be read.
func Open(env *component.Env, kept *model.Walkthrough) *Run {
	w := kept.Clone()
	if !w.Final() {
		w.By, w.EventAt = cmp.Or(w.By, env.Recorder), w.EventAt.Kept(w.EventTime)
	}
	return &Run{Walkthrough: &w, env: env}
}

// heading is what a person may have written; their own school stands there by itself.
func (r *Run) heading() string {
	setting := r.Setting
	if setting == r.env.School {
		setting = ""
	}
	return strings.Join([]string{r.Ref, setting, r.YearGroup, r.EventTime, r.RaisedBy, r.By}, "\x00")
}

// Touched reports whether something was recorded that would be missed.
func (r *Run) Touched() bool {
	return len(r.Entries) > 0 || r.Draft.Text != "" || r.heading() != r.given
}

// Snapshot is the walkthrough as it stands now, to be kept.
func (r *Run) Snapshot() *model.Walkthrough {
	r.Changed = r.env.Clock()
	c := r.Clone()
	return &c
}

// Stand notes at which stage the person is, so that it is there that they go on.
func (r *Run) Stand(stage string) {
	if !r.Final() {
		r.Stage = stage
	}
}

// Answer records what the person says of an item.
func (r *Run) Answer(at Step, a model.Answer) {
	r.remember()
	r.SetAnswer(at.Place(), a, r.env.Clock())
	r.At = at.Item.ID
}

// Evidence records what was seen or said about an item, and when; nothing is how
// it is removed. It is no draft any more.
func (r *Run) Evidence(at Step, d model.Draft) {
	r.remember()
	r.SetEvidence(at.Place(), d.Kind, d.Text, r.env.Clock())
	r.SetWhen(at.Item.ID, d.When, d.WhenAt)
	r.Draft = model.Draft{}
}

// UsualKind is the kind of evidence that an item's begins with: what was told is
// most often somebody's words.
func UsualKind(e model.Entry) model.EvidenceKind {
	if e.Kind == "" && e.Answer == model.Told {
		return model.ChildsWords
	}
	return cmp.Or(e.Kind, model.Observed)
}

// maxUndo is how many answers can be taken back.
const maxUndo = 50

func (r *Run) remember() {
	r.undo = append(r.undo, r.Clone())
	r.undo = r.undo[max(len(r.undo)-maxUndo, 0):]
}

// CanUndo reports whether there is an answer or evidence to take back.
func (r *Run) CanUndo() bool { return len(r.undo) > 0 }

// Undo takes the last answer or evidence back, and nothing that the form asked.
func (r *Run) Undo() {
	if last := len(r.undo) - 1; last >= 0 {
		r.Entries, r.At = r.undo[last].Entries, r.undo[last].At
		r.undo = r.undo[:last]
	}
}

// Unanswered reports whether something is written down of an item without an answer.
func (r *Run) Unanswered() bool {
	return slices.ContainsFunc(r.Entries, func(e model.Entry) bool { return e.Answer == model.NotConsidered })
}

// Finish closes the walkthrough, and Reopen takes that back where it could not be
// saved: what isn't on the disk isn't finished.
func (r *Run) Finish() {
	r.Finished, r.By = r.env.Clock(), cmp.Or(r.By, r.env.Recorder)
	r.Stage, r.Field, r.Draft = "", "", model.Draft{}
}

// Reopen takes Finish back.
func (r *Run) Reopen() { r.Finished = time.Time{} }
