package rota

import "isspp/ui/document"

// Page is what is known of the selected row.
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
	r, ok := v.selected()
	if !ok {
		return "", "", false
	}
	return r.title, v.detailPage(r, document.Unbroken).Words(), false
}

func (v *View) detailPage(r row, w int) *document.Page {
	p := document.NewPage(w, v.Env.Theme, v.Env.Signs)
	switch {
	case r.setting != nil:
		p.Setting(v.Env, *r.setting, v.allNotes)
	case r.officer != nil:
		p.Officer(v.Env, *r.officer, v.allNotes)
	case r.id == r.local.Place():
		p.OwnSchool(v.Env, r.id)
	default:
		p.OwnOfficer(v.Env, *r.local, r.own, v.allNotes)
	}
	return p
}
