package component

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
)

// FormLine is one question of a form.
type FormLine struct {
	// Label names the answer, and Hint says in a few words what belongs there.
	Label, Hint string
	// Lines tells that the answer may have several lines.
	Lines bool
	// Choices are the only answers there are; nil for text.
	Choices []string
	// Value is what stands there at first.
	Value string
}

// Form is labelled answers below each other: lines, texts of several lines and
// choices. One of them has the keys. It scrolls where it doesn't fit.
type Form struct {
	lines  []formLine
	at     int
	w, h   int
	scroll Scroll
	// starts are the drawn lines at which each answer begins.
	starts []int
	// Below gives painted lines that stand below an answer while it has the keys:
	// a warning, what fits. It may be nil.
	Below func(i int) []string
	// Labels is the column of the labels, which then always stand beside the answers.
	Labels int
}

type formLine struct {
	FormLine
	field  *Field
	editor *Editor
	choice int
	// wrong is what can't be read in the answer.
	wrong string
}

// NewForm makes a form with its first answer ready to be typed.
func NewForm(lines []FormLine) *Form {
	f := &Form{lines: make([]formLine, len(lines))}
	for i, l := range lines {
		fl := formLine{FormLine: l}
		switch {
		case len(l.Choices) > 0:
			fl.choice = max(slices.Index(l.Choices, l.Value), 0)
		case l.Lines:
			fl.editor = NewEditor(model.Clean(l.Value))
		default:
			fl.field = NewField("", l.Hint)
			fl.field.Set(l.Value)
		}
		f.lines[i] = fl
	}
	f.Focus(0)
	return f
}

// Len is how many answers there are.
func (f *Form) Len() int { return len(f.lines) }

// At is the answer that has the keys.
func (f *Form) At() int { return f.at }

// Label is an answer's label.
func (f *Form) Label(i int) string { return f.lines[i].Label }

// Value is an answer as it stands.
func (f *Form) Value(i int) string {
	switch l := f.lines[i]; {
	case len(l.Choices) > 0:
		return l.Choices[l.choice]
	case l.editor != nil:
		return l.editor.Value()
	default:
		return l.field.Value()
	}
}

// Set replaces an answer; a choice that isn't offered is ignored.
func (f *Form) Set(i int, text string) {
	l := &f.lines[i]
	switch {
	case len(l.Choices) > 0:
		if at := slices.Index(l.Choices, text); at >= 0 {
			l.choice = at
		}
	case l.editor != nil:
		l.editor = NewEditor(model.Clean(text))
		f.size(l)
	default:
		l.field.Set(text)
	}
}

// Wrong says below an answer what can't be read in it; nothing takes that back.
func (f *Form) Wrong(i int, text string) { f.lines[i].wrong = text }

// Focus gives an answer the keys; beyond the ends it is the first or the last.
func (f *Form) Focus(i int) {
	if len(f.lines) == 0 {
		return
	}
	if l := f.lines[f.at]; l.field != nil {
		l.field.Blur()
	}
	f.at = min(max(i, 0), len(f.lines)-1)
	if l := f.lines[f.at]; l.field != nil {
		l.field.Focus()
	}
}

// FocusOn gives the answer of a label the keys, where there is one.
func (f *Form) FocusOn(label string) {
	if i := slices.IndexFunc(f.lines, func(l formLine) bool { return l.Label == label }); i >= 0 {
		f.Focus(i)
	}
}

// beside tells that the labels stand beside the answers; on a narrow screen they
// stand above.
func (f *Form) beside() bool { return f.Labels > 0 || f.w >= 66 }

// labels is the column of the labels beside the answers.
func (f *Form) labels() int { return cmp.Or(f.Labels, 22) }

func (f *Form) room() int {
	if f.beside() {
		return min(f.w-f.labels()-4, 100)
	}
	return f.w - 4
}

// Resize lays the form out.
func (f *Form) Resize(w, h int) {
	if w == f.w && h == f.h {
		return
	}
	f.w, f.h = w, h
	for i := range f.lines {
		f.size(&f.lines[i])
	}
}

// size gives an answer its cells: a text of several lines as many as it has, and
// one more to go on in.
func (f *Form) size(l *formLine) {
	switch {
	case f.w == 0:
	case l.field != nil:
		l.field.SetWidth(f.room())
	case l.editor != nil:
		n := 1
		for line := range strings.SplitSeq(l.editor.Value(), "\n") {
			n += len(WrapText(line, max(f.room()-1, 1)))
		}
		l.editor.Resize(f.room(), min(max(n, 2), max(min(f.h-3, 12), 2)))
	}
}

// Key takes a key. It tells whether an answer changed, and whether the form had
// a use for the key at all.
func (f *Form) Key(k tea.KeyPressMsg) (changed, taken bool) {
	l, name := &f.lines[f.at], k.String()
	step := 0
	switch {
	case name == "tab", l.editor == nil && (name == "enter" || name == "down"), // the arrows leave a text at its ends
		l.editor != nil && name == "down" && l.editor.AtBottom():
		step = 1
	case name == "shift+tab", name == "up" && (l.editor == nil || l.editor.AtTop()):
		step = -1
	}
	n := len(l.Choices)
	switch {
	case step != 0:
		f.Focus(f.at + step)
	case n > 0 && slices.Contains([]string{"right", "space", " ", "l"}, name):
		l.choice, changed = (l.choice+1)%n, true
	case n > 0 && (name == "left" || name == "h"):
		l.choice, changed = (l.choice+n-1)%n, true
	case n > 0: // a letter has nothing to write here, and must not do what it does elsewhere
		return false, len([]rune(name)) == 1 && name != "!"
	case l.editor != nil:
		if !Writes(k) && !slices.Contains(editorKeys, name) {
			return false, false
		}
		changed = l.editor.Type(k)
		f.size(l)
	case !Writes(k):
		return false, false
	default:
		changed = l.field.Type(k)
	}
	return changed, true
}

// editorKeys move in a text of several lines.
var editorKeys = []string{"enter", "up", "down", "pgup", "pgdown", "ctrl+home", "ctrl+end"}

// Paste puts cleaned text where the cursor is.
func (f *Form) Paste(text string) {
	switch l := &f.lines[f.at]; {
	case l.editor != nil:
		l.editor.Paste(text)
		f.size(l)
	case l.field != nil:
		l.field.Paste(text)
	}
}
