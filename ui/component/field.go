package component

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/theme"
)

// Field is a line of text that a person types into. It uses the terminal's own
// cursor, since a drawn one would have to blink, and blinking costs bytes.
type Field struct {
	input  textinput.Model
	Prompt string
}

// NewField makes a field with a prompt before it and words in it while empty.
func NewField(prompt, placeholder string) *Field {
	in := textinput.New()
	in.Prompt = ""
	in.Placeholder = placeholder
	in.SetVirtualCursor(false)
	plain := theme.Unpainted
	in.SetStyles(textinput.Styles{
		Focused: textinput.StyleState{Text: plain, Placeholder: plain, Prompt: plain, Suggestion: plain},
		Blurred: textinput.StyleState{Text: plain, Placeholder: plain, Prompt: plain, Suggestion: plain},
	})
	return &Field{input: in, Prompt: prompt}
}

// Secret shows dots in place of what is typed.
func (f *Field) Secret(on bool) {
	f.input.EchoMode = textinput.EchoNormal
	if on {
		f.input.EchoMode = textinput.EchoPassword
		f.input.EchoCharacter = '*'
	}
}

// Focus gives the field the keys; Blur takes them away.
func (f *Field) Focus() { f.input.Focus() }

// Blur takes the keys from the field.
func (f *Field) Blur() { f.input.Blur() }

// Focused tells whether the field has the keys.
func (f *Field) Focused() bool { return f.input.Focused() }

// Value is the text.
func (f *Field) Value() string { return f.input.Value() }

// Set replaces the text and puts the cursor behind it.
func (f *Field) Set(text string) {
	f.input.SetValue(model.Clean(text))
	f.input.CursorEnd()
}

// SetWidth gives the whole width, prompt and all.
func (f *Field) SetWidth(w int) { f.input.SetWidth(max(w-Width(f.Prompt)-1, 1)) }

// Type takes a key and tells whether the text changed.
func (f *Field) Type(key tea.KeyPressMsg) bool {
	before := f.input.Value()
	f.input, _ = f.input.Update(key)
	return f.input.Value() != before
}

// Writes tells whether a key is one that a text field has a use for. The others
// keep their meaning in the app while somebody types.
func Writes(key tea.KeyPressMsg) bool {
	if key.Text != "" {
		return true
	}
	switch key.String() {
	case "backspace", "delete", "left", "right", "home", "end",
		"ctrl+a", "ctrl+e", "ctrl+w", "ctrl+u", "ctrl+h", "ctrl+d",
		"alt+backspace", "ctrl+left", "ctrl+right", "alt+left", "alt+right", "alt+b", "alt+f", "alt+d":
		return true
	}
	return false
}

// Paste puts text where the cursor is, cleaned and as one line: what ends a line
// becomes one blank, and no blank is put at an end of the field or beside another.
// It tells whether something was left out.
func (f *Field) Paste(text string) (cut bool) {
	line := oneLine(model.Clean(text))
	value, at := []rune(f.input.Value()), f.input.Position()
	if at == 0 || value[at-1] == ' ' {
		line = strings.TrimLeft(line, " ")
	}
	if at == len(value) || value[at] == ' ' {
		line = strings.TrimRight(line, " ")
	}
	f.input, _ = f.input.Update(tea.PasteMsg{Content: line})
	return line != text
}

// oneLine puts a blank in place of line ends and the blanks beside them.
func oneLine(text string) string {
	lines := strings.Split(text, "\n")
	out := lines[0]
	for _, l := range lines[1:] {
		out = strings.TrimRight(out, " \t") + " " + strings.TrimLeft(l, " \t")
	}
	return out
}

// Draw is the field's line.
func (f *Field) Draw(t *theme.Theme) string {
	if f.input.Value() == "" {
		return t.Accent.Render(f.Prompt) + t.Quiet.Render(f.input.Placeholder)
	}
	return t.Accent.Render(f.Prompt) + f.input.View()
}

// Cursor is the cursor's place when the field starts at x, y; nil without focus.
func (f *Field) Cursor(x, y int) *tea.Cursor {
	if !f.Focused() {
		return nil
	}
	cx := x + Width(f.Prompt)
	if c := f.input.Cursor(); c != nil {
		cx += c.X
	}
	return tea.NewCursor(cx, y)
}
