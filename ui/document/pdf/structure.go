package pdf

import (
	"fmt"
	"slices"
	"strings"
)

// writeStructure writes the elements, the links, and the way back from what is
// on a page to its element. It gives that way's number, and the links' numbers
// by page.
func (f *File) writeStructure(o *objects, tree int, pageIDs []int) (parents int, annotations [][]int) {
	f.root.number(o)
	annotations = make([][]int, len(f.pages))
	var back strings.Builder
	for i, p := range f.pages {
		p.endMark()
		ids := make([]int, len(p.marks))
		for j, e := range p.marks {
			ids[j] = e.id
		}
		fmt.Fprintf(&back, "%d %d 0 R ", i, o.add("[%s]", joined(ids)))
	}
	key := len(f.pages)
	for i, p := range f.pages {
		for _, l := range p.links {
			id := o.add("<</Type /Annot /Subtype /Link /Rect [%s %s %s %s] /Border [0 0 0] /F 4 /Contents %s "+
				"/StructParent %d %s>>",
				number(l.x1), number(l.y1), number(l.x2), number(l.y2), text(l.says), key, l.leads(pageIDs))
			annotations[i] = append(annotations[i], id)
			fmt.Fprintf(&back, "%d %d 0 R ", key, l.elem.id)
			key++
		}
	}
	f.root.write(o, tree, pageIDs, annotations)
	return o.add("<</Nums [%s]>>", strings.TrimSpace(back.String())), annotations
}

// noteTag is the tag of notes. Each has a name that it can be found by, as the
// standard for readable PDF asks.
const noteTag = "Note"

func (e *Elem) name() string { return fmt.Sprintf("note%06d", e.id) }

// notesByID is the entry that finds the notes by their names.
func (f *File) notesByID(o *objects) string {
	var names []string
	var look func(e *Elem)
	look = func(e *Elem) {
		if e.tag == noteTag {
			names = append(names, fmt.Sprintf("(%s) %d 0 R", e.name(), e.id))
		}
		for _, k := range e.kids {
			if k.elem != nil {
				look(k.elem)
			}
		}
	}
	look(f.root)
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	first, last := names[0][:len("(note000000)")], names[len(names)-1][:len("(note000000)")]
	leaf := o.add("<</Limits [%s %s] /Names [%s]>>", first, last, strings.Join(names, " "))
	return fmt.Sprintf(" /IDTree %d 0 R", o.add("<</Kids [%d 0 R]>>", leaf))
}

// leads is where a link leads, as its dictionary says it.
func (l link) leads(pageIDs []int) string {
	if l.page != nil {
		return fmt.Sprintf("/Dest [%d 0 R /XYZ null %s null]", pageIDs[l.page.index],
			number(l.page.file.info.Height-l.y+12))
	}
	return "/A <</S /URI /URI " + address(l.address) + ">>"
}

func (e *Elem) number(o *objects) {
	e.id = o.reserve()
	for _, k := range e.kids {
		if k.elem != nil {
			k.elem.number(o)
		}
	}
}

func (e *Elem) write(o *objects, up int, pageIDs []int, annotations [][]int) {
	var kids strings.Builder
	for _, k := range e.kids {
		switch {
		case k.elem != nil:
			fmt.Fprintf(&kids, "%d 0 R ", k.elem.id)
			k.elem.write(o, e.id, pageIDs, annotations)
		case k.mark < 0:
			fmt.Fprintf(&kids, "<</Type /OBJR /Obj %d 0 R /Pg %d 0 R>> ", annotations[k.page.index][k.link],
				pageIDs[k.page.index])
		default:
			fmt.Fprintf(&kids, "<</Type /MCR /Pg %d 0 R /MCID %d>> ", pageIDs[k.page.index], k.mark)
		}
	}
	more := ""
	if e.Attrs != "" {
		more += " /A " + e.Attrs
	}
	if e.Alt != "" {
		more += " /Alt " + text(e.Alt)
	}
	if e.actual != "" {
		more += " /ActualText " + text(e.actual)
	}
	if e.tag == noteTag {
		more += " /ID (" + e.name() + ")"
	}
	o.put(e.id, "<</Type /StructElem /S /%s /P %d 0 R /K [%s]%s>>", e.tag, up, strings.TrimSpace(kids.String()), more)
}

// writeOutline writes the bookmarks, nested by level, and gives the catalogue's
// entry for them.
func (f *File) writeOutline(o *objects, pageIDs []int) string {
	if len(f.marks) == 0 {
		return ""
	}
	root := o.reserve()
	ids := make([]int, len(f.marks))
	for i := range f.marks {
		ids[i] = o.reserve()
	}
	first, last, count := f.siblings(o, ids, pageIDs, 0, len(f.marks), root)
	o.put(root, "<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>", first, last, count)
	return fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", root)
}

// siblings writes the bookmarks from one to before another, each with what is
// nested in it, and gives the first and the last and how many there are.
func (f *File) siblings(o *objects, ids, pageIDs []int, from, to, up int) (first, last, count int) {
	var starts []int
	for i := from; i < to; {
		starts = append(starts, i)
		j := i + 1
		for j < to && f.marks[j].level > f.marks[i].level {
			j++
		}
		i = j
	}
	for n, i := range starts {
		m := f.marks[i]
		end := to
		more := ""
		if n > 0 {
			more += fmt.Sprintf(" /Prev %d 0 R", ids[starts[n-1]])
		}
		if n+1 < len(starts) {
			end = starts[n+1]
			more += fmt.Sprintf(" /Next %d 0 R", ids[starts[n+1]])
		}
		if end > i+1 {
			in, out, inner := f.siblings(o, ids, pageIDs, i+1, end, ids[i])
			more += fmt.Sprintf(" /First %d 0 R /Last %d 0 R /Count %d", in, out, -inner)
		}
		o.put(ids[i], "<</Title %s /Parent %d 0 R /Dest [%d 0 R /XYZ null %s null]%s>>",
			text(m.title), up, pageIDs[m.page.index], number(f.info.Height-m.y+12), more)
	}
	return ids[starts[0]], ids[starts[len(starts)-1]], len(starts)
}
