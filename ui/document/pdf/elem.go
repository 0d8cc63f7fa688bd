package pdf

// Elem is an element of the structure: a heading, a paragraph, a cell.
type Elem struct {
	tag  string
	up   *Elem
	kids []kid
	// Alt is what is read in the place of a picture, or a cell's scope and the
	// like as PDF attributes.
	Alt   string
	Attrs string
	// actual is what a text with boxes in it says.
	actual string
	id     int
}

type kid struct {
	elem *Elem
	page *Page
	mark int
	link int
}

// Add puts a new element at the end of another. The tags are those of PDF 1.7:
// H1 to H6, P, L, LI, Lbl, LBody, Table, TR, TH, TD, Link, Figure, Div, Note …
// In no element there is none: what is drawn for it is decoration.
func (e *Elem) Add(tag string) *Elem {
	if e == nil {
		return nil
	}
	made := &Elem{tag: tag, up: e}
	e.kids = append(e.kids, kid{elem: made})
	return made
}

// AddList is Add for a list whose entries are marked in a way.
func (e *Elem) AddList(marks string) *Elem { return e.add("L", marks) }

// AddHead is Add for the head of a row or a column.
func (e *Elem) AddHead(scope string) *Elem { return e.add("TH", scope) }

func (e *Elem) add(tag, attrs string) *Elem {
	made := e.Add(tag)
	if made != nil {
		made.Attrs = attrs
	}
	return made
}

// Attributes of elements.
const (
	// ScopeColumn and ScopeRow say what a TH is the head of.
	ScopeColumn = "<</O /Table /Scope /Column>>"
	ScopeRow    = "<</O /Table /Scope /Row>>"
	// Bulleted and Numbered say how a list's entries are marked.
	Bulleted = "<</O /List /ListNumbering /Disc>>"
	Numbered = "<</O /List /ListNumbering /Decimal>>"
	Labels   = "<</O /List /ListNumbering /None>>"
)
