package checklist

import "isspp/model"

// sameRef is another concern under the open walkthrough's reference, or nil: the
// one that the walkthrough has joined, or else the one that changed last.
func (v *View) sameRef() *model.Concern {
	found, near := v.alike()
	if near {
		return nil
	}
	return found
}

// alike is sameRef, or where there is none a concern under a near reference.
func (v *View) alike() (found *model.Concern, near bool) {
	if v.live == nil {
		return nil, false
	}
	if c := v.concern(v.live.Concern); c != nil && c.ID != v.live.ID && model.SameReference(c.Ref, v.live.Ref) {
		return c, false
	}
	return model.Alike(v.concerns, v.live.Ref, v.live.ID)
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

// otherwise turns the choice around: joined or a concern of its own. Who joins a
// concern under a near reference takes that reference, and gets their own back.
func (f *form) otherwise() {
	v := f.v
	found, near := v.alike()
	switch {
	case found == nil:
	case near:
		f.typedRef = f.form.Value(lineRef)
		f.form.Set(lineRef, found.Ref)
		f.take()
		v.live.Concern = found.ID
	case v.live.Concern == found.ID && f.typedRef != "":
		f.form.Set(lineRef, f.typedRef)
		f.typedRef = ""
		f.take()
	case v.live.Concern == found.ID:
		v.live.Concern = v.live.ID
	default:
		v.live.Concern = found.ID
	}
}

// joining says which concern the walkthrough is added to, or could be, or is empty.
func (v *View) joining() string {
	found, near := v.alike()
	if found == nil {
		return ""
	}
	since := found.Opened.In(v.env.Now.Location()).Format("2 January 2006")
	switch {
	case near:
		ref := model.CleanLine(found.Ref)
		return "Same child as " + ref + "? There is a concern under " + ref + ", opened on " + since + ". This walkthrough is kept separate from it; if it is the same child, ctrl+o adds it under that reference."
	case v.live.Concern == found.ID:
		return "There is a concern under this reference, opened on " + since + ": this walkthrough is added to it. ctrl+o keeps it separate."
	}
	return "There is a concern under this reference, opened on " + since + ". This walkthrough is kept separate from it; if it is the same child, ctrl+o adds it."
}

// joinable reports whether ctrl+o has a concern to join or to leave.
func (f *form) joinable() bool {
	found, _ := f.v.alike()
	return f.form.At() == lineRef && found != nil
}
