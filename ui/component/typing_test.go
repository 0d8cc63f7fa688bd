package component

import (
	"strings"
	"testing"

	"isspp/ui/theme"

	tea "charm.land/bubbletea/v2"
)

const dirty = "He \x1b[31mran\x1b[0m \u202eback\u202c\x07\x1b]0;title\x07 at nine"

func TestPastedTextIsCleanedInAField(t *testing.T) {
	f := NewField("Find: ", "a school")
	f.Focus()
	f.SetWidth(60)
	f.Paste(dirty)
	if f.Value() != "He ran back at nine" {
		t.Errorf("the field holds %q", f.Value())
	}
	f.Set(dirty)
	if strings.ContainsAny(f.Draw(theme.New(theme.Mono, false)), "\a\u202e") {
		t.Error("the field draws what it should have cleaned")
	}
	f.Paste("\nsecond line")
	if strings.Contains(f.Draw(theme.New(theme.Mono, false)), "\n") {
		t.Error("a pasted line end breaks the line")
	}
}

func TestAPasteInAFieldIsOneLineAndGluesNoWords(t *testing.T) {
	for _, c := range []struct{ before, pasted, after, want string }{
		{"", "he is\rafraid", "", "he is afraid"},
		{"", "one\r\n\r\n  two\vthree\ffour\u0085five\u2028six\u2029", "", "one two three four five six"},
		{"St", " Aloysius\r\n", "", "St Aloysius"},
		{"St", "\rAloysius\r", "College", "St Aloysius College"},
		{"St ", "  Aloysius ", " College", "St Aloysius College"},
		{"", "  a  b  ", "", "a  b"},
		{"020 7527 ", "7400\r", "", "020 7527 7400"},
	} {
		f := NewField("", "")
		f.Focus()
		f.Set(c.after)
		f.Type(tea.KeyPressMsg{Code: tea.KeyHome})
		for _, r := range c.before {
			f.Type(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
		cut := f.Paste(c.pasted)
		if f.Value() != c.want {
			t.Errorf("%q pasted between %q and %q: %q, want %q", c.pasted, c.before, c.after, f.Value(), c.want)
		}
		if !cut {
			t.Errorf("%q was changed, and the field doesn't say so", c.pasted)
		}
	}
	f := NewField("", "")
	f.Focus()
	if f.Paste("as it is") {
		t.Error("nothing was left out")
	}
}

func TestAPasteInAnEditorKeepsItsLines(t *testing.T) {
	const want = "he is\nafraid\n\nof the boys\nat the gate"
	for _, end := range []string{"\r", "\r\n", "\n", "\v", "\f", "\u0085", "\u2028", "\u2029"} {
		e := NewEditor("")
		e.Resize(60, 8)
		e.Paste(strings.ReplaceAll(want, "\n", end))
		if e.Value() != want {
			t.Errorf("lines ended by %q: %q", end, e.Value())
		}
	}
}

func TestPastedTextIsCleanedInAnEditor(t *testing.T) {
	e := NewEditor("")
	e.Resize(40, 5)
	e.Paste(dirty + "\nsecond line")
	if e.Value() != "He ran back at nine\nsecond line" {
		t.Errorf("the editor holds %q", e.Value())
	}
	if len(e.Draw()) > 5 {
		t.Errorf("the editor draws %d lines", len(e.Draw()))
	}
}

func TestALongEditorTextKeepsTheCursorOnTheScreen(t *testing.T) {
	e := NewEditor(strings.Repeat("They call me Smalls now. ", 200))
	e.Resize(40, 6)
	e.Type(tea.KeyPressMsg{Code: '!', Text: "!"})
	_ = e.Draw()
	if c := e.Cursor(2, 3); c == nil || c.X < 2 || c.X > 42 || c.Y < 3 || c.Y > 8 {
		t.Errorf("the cursor stands at %+v", c)
	}
	if !strings.HasSuffix(e.Value(), "now. !") {
		t.Error("the letter is not at the end")
	}
}

func TestASecretIsNotDrawn(t *testing.T) {
	f := NewField("", "")
	f.Focus()
	f.SetWidth(40)
	f.Secret(true)
	f.Set("correct horse battery")
	if got := f.Draw(theme.New(theme.Mono, false)); strings.Contains(got, "horse") || !strings.Contains(got, "***") {
		t.Errorf("drawn as %q", got)
	}
	if f.Value() != "correct horse battery" {
		t.Error("the value is not what was typed")
	}
}

func TestWhichKeysATextFieldHasAUseFor(t *testing.T) {
	for _, k := range []tea.KeyPressMsg{
		{Code: 'a', Text: "a"},
		{Code: tea.KeyBackspace},
		{Code: 'w', Mod: tea.ModCtrl},
		{Code: tea.KeySpace, Text: " "},
	} {
		if !Writes(k) {
			t.Errorf("%s has no use", k)
		}
	}
	for _, k := range []tea.KeyPressMsg{
		{Code: tea.KeyDown},
		{Code: tea.KeyTab},
		{Code: 'k', Mod: tea.ModCtrl},
		{Code: 'l', Mod: tea.ModCtrl},
		{Code: tea.KeyEscape},
	} {
		if Writes(k) {
			t.Errorf("%s is taken from the app", k)
		}
	}
}

func TestAListOfAFewRowsChoosesTheSelectedOne(t *testing.T) {
	chosen, left := -1, false
	env := &Env{Theme: theme.New(theme.Mono, false), Signs: theme.Unicode}
	c := OneOf(env, "Copy which?", []string{"one", "two", "three"}, func(i int) tea.Cmd {
		if chosen = i; !left {
			t.Error("it chooses before it is left")
		}
		return nil
	})
	c.Left = func() { left = true }
	c.SetSize(20, 4)
	for _, key := range []string{"down", "down", "up", "enter"} {
		c.Update(Press(key))
	}
	if chosen != 1 || !left || !c.Done() {
		t.Errorf("chose %d, left %v", chosen, left)
	}
	if lines := c.View(); len(lines) != 4 {
		t.Errorf("drawn as %q", lines)
	}
	if c.Update(tea.MouseClickMsg{Y: 0}); chosen != 1 {
		t.Error("a click on the title chooses")
	}
	if c.Update(tea.MouseClickMsg{Y: 1}); chosen != 0 {
		t.Errorf("a click on the first row chose %d", chosen)
	}
}
