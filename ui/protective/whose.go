package protective

import (
	"slices"
	"strings"

	"isspp/model"
	"isspp/ui/component"
)

// whose says whose notes are shown: everybody's, the school's alone, or a reference's.
type whose struct {
	school bool
	ref    string
}

func (o whose) all() bool { return !o.school && o.ref == "" }

// lets tells whether a note is shown.
func (o whose) lets(n *model.FactorNote) bool {
	switch {
	case o.school:
		return !model.Referenced(n.Ref)
	case o.ref != "":
		return model.SameReference(n.Ref, o.ref)
	}
	return true
}

// word names it: for the line above the list.
func (o whose) word() string {
	switch {
	case o.school:
		return "the whole school"
	case o.ref != "":
		return model.CleanLine(o.ref)
	}
	return "all"
}

func (v *View) references() []string {
	spelt, notes := model.Spellings{}, model.Spellings{}
	for _, c := range v.notes.concerns(v.Env.Now) {
		spelt.Saw(c.Ref, c.Opened)
	}
	for _, n := range v.notes.byID {
		if !n.Empty() {
			notes.Saw(n.Ref, n.Created)
		}
	}
	spelt.SawLater(notes)
	return spelt.All()
}

func (v *View) askReference() {
	refs := v.references()
	v.Reading = false
	v.Find.Blur()
	v.picker = component.NewPicker(v.Env, "Whose notes?", "a few letters of a reference",
		func(typed string) []component.Choice { return v.offered(refs, typed) })
	v.picker.Left = func() { v.picker = nil; v.Changed() }
	v.Fit()
	v.Changed()
}

// offered is what fits the letters typed so far: the very reference, those that begin
// with them, and what else holds them; or the letters themselves.
func (v *View) offered(refs []string, typed string) []component.Choice {
	letters, key := model.Fold(typed), model.ReferenceKey(typed)
	var fits [3][]component.Choice
	offer := func(rank int, o whose, text string) {
		fits[rank] = append(fits[rank], component.Choice{Text: text, Run: component.Do(func() { v.show(o) })})
	}
	for _, o := range []whose{{}, {school: true}} {
		if strings.Contains(o.word(), letters) {
			offer(2, o, map[bool]string{true: "The whole school", false: "Everybody's notes"}[o.school])
		}
	}
	for _, ref := range refs {
		switch folded, own := model.Fold(ref), model.ReferenceKey(ref); {
		case key != "" && own == key:
			offer(0, whose{ref: ref}, model.CleanLine(ref))
		case letters != "" && strings.HasPrefix(folded, letters):
			offer(1, whose{ref: ref}, model.CleanLine(ref))
		case strings.Contains(folded, letters) || strings.Contains(own, key):
			offer(2, whose{ref: ref}, model.CleanLine(ref))
		}
	}
	if all := slices.Concat(fits[:]...); len(all) > 0 {
		return all
	}
	ref := model.CleanLine(typed)
	offer(0, whose{ref: ref}, ref+": No notes or walkthrough of it yet. Enter takes it as written.")
	return fits[0]
}

func (v *View) show(o whose) {
	v.whose, v.last = o, last{}
	if v.by == byAnswer && o.ref == "" {
		v.by = byDomain
	}
	v.noteAt = 0
	v.Refresh()
}
