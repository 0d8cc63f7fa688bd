package checklist

import "isspp/model"

// sameRef is another concern under the open walkthrough's reference, or nil: the
// one that the walkthrough has joined, or else the one that changed last.
func (v *View) sameRef() *model.Concern {
	if v.live == nil {
		return nil
	}
	var found *model.Concern
	for i := range v.concerns {
		c := &v.concerns[i]
		if c.ID == v.live.ID || !model.SameReference(c.Ref, v.live.Ref) {
			continue
		}
		if c.ID == v.live.Concern {
			return c
		}
		if found == nil || c.Changed.After(found.Changed) {
			found = c
		}
	}
	return found
}

// join adds the open walkthrough to the concern under its reference, unless the
// person said otherwise. Initials may be those of several children: a concern is
// then joined only where the person says so.
func (v *View) join() {
	if v.live == nil || v.live.Final() {
		return
	}
	own := v.live.Concern == v.live.ID
	found := v.sameRef()
	switch {
	case found == nil:
		if c := v.concern(v.live.Concern); c == nil || c.Ref != "" {
			v.live.Concern = ""
		}
	case own || found.ID == v.live.Concern:
	case model.Initials(v.live.Ref):
		v.live.Concern = v.live.ID
	default:
		v.live.Concern = found.ID
	}
}

// otherwise turns the choice around: joined or a concern of its own.
func (v *View) otherwise() {
	found := v.sameRef()
	switch {
	case found == nil:
	case v.live.Concern == found.ID:
		v.live.Concern = v.live.ID
	default:
		v.live.Concern = found.ID
	}
}

// joining says which concern the walkthrough is added to, or is empty.
func (v *View) joining() string {
	found := v.sameRef()
	if found == nil {
		return ""
	}
	since := found.Opened.In(v.env.Now.Location()).Format("2 January 2006")
	if v.live.Concern == found.ID {
		return "There is a concern under this reference, opened on " + since + ": this walkthrough is added to it. ctrl+o keeps it apart."
	}
	return "There is a concern under this reference, opened on " + since + ". This walkthrough is kept apart from it; if it is the same child, ctrl+o adds it."
}
