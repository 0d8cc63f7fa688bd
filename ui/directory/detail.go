package directory

import "isspp/ui/document"

// Page is everything known of the selected row.
func (v *View) Page() []string {
	return v.detailPage(v.rows[v.List.At], v.Split.Text(v.W, v.H)).Painted()
}

// Title is the selected row's.
func (v *View) Title() string {
	r, _ := v.selected()
	return r.title
}

// Selected is everything about the selected row.
func (v *View) Selected() (name, text string, private bool) {
	v.Ready()
	r, ok := v.selected()
	if !ok {
		return "", "", false
	}
	return r.title, v.detailPage(r, document.Unbroken).Words(), false
}

func (v *View) detailPage(r row, w int) *document.Page {
	p := document.NewPage(w, v.Env.Theme, v.Env.Signs)
	switch {
	case r.own != nil:
		p.OwnContact(v.Env, *r.own)
	case r.service != nil:
		p.Service(v.Env, *r.service)
		p.Notes(v.Env.NotesAbout(nil, "directory"))
	default:
		p.HeadContact(v.Env, *r.head)
		p.Notes(v.Env.NotesAbout(nil, "contacts"))
	}
	return p
}
