package protective

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// whose says whose notes are shown: everybody's, the whole school's alone, or
// those on one reference.
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

// offered are the references to choose among while one is typed, each as what
// it would show.
type offered struct {
	// refs are all the references, as they are shown, read when the line is opened.
	refs []string
	rows []whose
	at   component.List
}

// offer finds what fits the letters typed so far: first everybody and the whole
// school, then the references that there are walkthroughs or notes of.
func (v *View) offer() {
	typed := model.Fold(v.ref.Value())
	key := model.ReferenceKey(v.ref.Value())
	v.offered.rows = v.offered.rows[:0]
	for _, o := range []whose{{}, {school: true}} {
		if strings.Contains(model.Fold(o.word()), typed) {
			v.offered.rows = append(v.offered.rows, o)
		}
	}
	for _, ref := range v.offered.refs {
		if strings.Contains(model.Fold(ref), typed) || strings.Contains(model.ReferenceKey(ref), key) {
			v.offered.rows = append(v.offered.rows, whose{ref: ref})
		}
	}
	v.offered.at = component.List{Height: v.List.Height}
	v.offered.at.SetLen(len(v.offered.rows))
	v.offered.at.Select(max(v.offered.meant(typed, key), 0))
	v.Changed()
}

// meant is the row that the typed letters mean: the very reference, or else the
// first that begins with them, since everybody is there without typing.
func (o *offered) meant(typed, key string) int {
	if key == "" {
		return 0
	}
	same := slices.IndexFunc(o.rows, func(r whose) bool { return model.ReferenceKey(r.ref) == key })
	if same >= 0 || typed == "" {
		return same
	}
	return slices.IndexFunc(o.rows, func(r whose) bool {
		return r.ref != "" &&
			strings.HasPrefix(model.Fold(r.ref), typed)
	})
}

// references are those that there is a concern or a note under, sorted.
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

// askReference puts the cursor into the line that chooses whose notes are shown.
func (v *View) askReference() {
	v.Reading = false
	v.Find.Blur()
	v.ref.Set("")
	v.ref.Focus()
	v.offered.refs = v.references()
	v.offer()
}

// take takes the selected reference, or the typed words where none fits them.
func (v *View) take() {
	o := whose{ref: model.CleanLine(v.ref.Value())}
	if i := v.offered.at.At; i >= 0 {
		o = v.offered.rows[i]
	}
	v.ref.Blur()
	v.show(o)
}

// show shows the notes of these alone.
func (v *View) show(o whose) {
	v.whose, v.last = o, last{}
	if v.by == byAnswer && o.ref == "" {
		v.by = byDomain
	}
	v.noteAt = 0
	v.Refresh()
}

// choosing takes what is typed and clicked while a reference is chosen, and reports
// whether it was any of that.
func (v *View) choosing(msg tea.Msg) bool {
	v.Changed()
	switch msg := msg.(type) {
	case tea.PasteMsg:
		v.ref.Paste(msg.Content)
		v.offer()
	case tea.MouseClickMsg:
		i := v.offered.at.Row(msg.Y - component.PaneTop - 1)
		switch {
		case msg.X >= v.ListWidth():
		case msg.Y <= component.PaneTop:
			v.Filter()
		case i >= 0:
			v.offered.at.Select(i)
			v.take()
		}
	case tea.KeyPressMsg:
		switch msg.String() {
		case "enter":
			v.take()
		case "esc":
			v.ref.Set("")
			v.ref.Blur()
		case "down":
			v.offered.at.Move(1)
		case "up":
			v.offered.at.Move(-1)
		default:
			if v.ref.Type(msg) {
				v.offer()
			}
		}
	default:
		return false
	}
	return true
}

// drawOffered is the list's pane while a reference is typed.
func (v *View) drawOffered() []string {
	t, sg, w := v.Env.Theme, v.Env.Signs, v.ListWidth()
	if len(v.offered.rows) == 0 {
		return []string{"", component.Fit("  No notes or walkthrough of it yet. Enter takes it as written.", w, sg)}
	}
	return component.Rows(&v.offered.at, w, t, sg, func(i int, selected bool) string {
		word := component.Capital(v.offered.rows[i].word())
		if v.offered.rows[i].all() {
			word = "Everybody's notes"
		}
		if selected {
			word = t.Selected.Render(word)
		}
		return " " + word
	})
}
