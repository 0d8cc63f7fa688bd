package walk

import (
	"strings"

	"isspp/model"
	"isspp/ui/component"
)

// Settings are those that a few letters fit: all of them, since a school is never
// guessed.
func Settings(env *component.Env, typed string) []model.Setting {
	if strings.TrimSpace(typed) == "" {
		return nil
	}
	found, _ := model.Rank(typed, env.Pack.Rota().Settings, func(s model.Setting) []string { return []string{s.Name} })
	return found
}

// Named takes the first name that is given for the one who records from then on, and
// reports whether it did: none was known yet.
func Named(env *component.Env, who string) bool {
	if env.Recorder != "" || who == "" {
		return false
	}
	env.Recorder = who
	return true
}

// Alike is another concern under the walkthrough's reference: the one that it has
// joined, or else the one that changed last; where there is none, one under a near
// reference, which near says.
func (r *Run) Alike(concerns []model.Concern) (found *model.Concern, near bool) {
	for i := range concerns {
		if c := &concerns[i]; c.ID == r.Concern && c.ID != r.ID && model.SameReference(c.Ref, r.Ref) {
			return c, false
		}
	}
	return model.Alike(concerns, r.Ref, r.ID)
}

// Join adds the walkthrough to the concern under its reference, unless the person
// said otherwise. Initials may be those of several children: a concern is then
// joined only where the person says so.
func (r *Run) Join(concerns []model.Concern) {
	if r.Final() {
		return
	}
	found, near := r.Alike(concerns)
	switch own := r.Concern == r.ID; {
	case found == nil || near:
		if !r.nameless(concerns) {
			r.Concern = ""
		}
	case own || found.ID == r.Concern:
	case model.Initials(r.Ref):
		r.Separate()
	default:
		r.JoinTo(found)
	}
}

// nameless reports whether its kept concern has no reference: no reason to leave that.
func (r *Run) nameless(concerns []model.Concern) bool {
	for i := range concerns {
		if concerns[i].ID == r.Concern {
			return concerns[i].Ref == ""
		}
	}
	return false
}

// JoinTo adds the walkthrough to a concern. One under a near reference gives it its
// own.
func (r *Run) JoinTo(c *model.Concern) {
	r.Concern = c.ID
	if !model.SameReference(r.Ref, c.Ref) {
		r.Ref = c.Ref
	}
}

// Separate keeps the walkthrough a concern of its own.
func (r *Run) Separate() { r.Concern = r.ID }

// Since says which concern was found: "There is a concern under this reference,
// opened on 3 November 2026".
func Since(env *component.Env, c *model.Concern, near bool) string {
	under := "this reference"
	if near {
		under = model.CleanLine(c.Ref)
	}
	return "There is a concern under " + under + ", opened on " +
		c.Opened.In(env.Now.Location()).Format("2 January 2006")
}
