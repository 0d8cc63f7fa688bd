package theme

import (
	"image/color"
	"math"
	"testing"

	"charm.land/lipgloss/v2"
)

func TestContrastIsMeasuredRight(t *testing.T) {
	if got := ContrastOf(color.Black, color.White); math.Abs(got-21) > 0.01 {
		t.Errorf("black on white is %.2f", got)
	}
	if got := ContrastOf(lipgloss.Color("#777777"), color.White); math.Abs(got-4.48) > 0.01 {
		t.Errorf("#777777 on white is %.2f", got)
	}
}

func TestEveryColourCanBeReadOnTheGroundsItIsFor(t *testing.T) {
	dark := []string{"#000000", "#1e1e1e", "#282c34", "#002b36"}
	light := []string{"#ffffff", "#fafafa", "#f5f5f5"}
	for _, want := range []struct {
		theme   string
		grounds []string
		least   float64
	}{
		{Dark, dark, 4.5},
		{Light, light, 4.5},
		{ContrastDark, dark, 7},
		{ContrastLight, light, 7},
		{Neutral, []string{"#000000", "#ffffff"}, 4.5},
	} {
		p := palettes(want.theme)
		if p.accent == nil {
			t.Errorf("%s has no accent", want.theme)
		}
		for name, c := range map[string]color.Color{
			"accent": p.accent, "quiet": p.quiet, "note": p.note,
			"local": p.local, "alert": p.alert,
		} {
			if c == nil {
				continue // the terminal's own
			}
			for _, ground := range want.grounds {
				if got := ContrastOf(c, lipgloss.Color(ground)); got < want.least {
					t.Errorf("%s, %s on %s: %.2f to 1, not %.1f", want.theme, name, ground, got, want.least)
				}
			}
		}
	}
	for _, name := range []string{Dark, Light, ContrastDark, ContrastLight} {
		p, own := palettes(name), Terminal(name)
		for what, pair := range map[string][2]color.Color{
			"text on the bar": {own.Text, p.bar}, "quiet on the bar": {p.quiet, p.bar},
			"accent on the bar": {p.accent, p.bar},
			"quiet on a chip":   {p.quiet, p.chip}, "accent on the selected row": {p.accent, p.accentGround},
			"text on the selected row":  {own.Text, p.accentGround},
			"quiet on the selected row": {p.quiet, p.accentGround},
			"alert on the selected row": {p.alert, p.accentGround},
			"local on the selected row": {p.local, p.accentGround},
			"note on the selected row":  {p.note, p.accentGround},
			"note on its ground":        {p.note, p.noteGround}, "text on the note": {own.Text, p.noteGround},
			"quiet on the note":   {p.quiet, p.noteGround},
			"local on its ground": {p.local, p.localGround}, "text on the local": {own.Text, p.localGround},
			"quiet on the local": {p.quiet, p.localGround}, "alert on the local": {p.alert, p.localGround},
			"on the accent": {p.onAccent, p.accent}, "on the alert": {p.onAlert, p.alertGround},
		} {
			if pair[0] == nil || pair[1] == nil {
				continue
			}
			if got := ContrastOf(pair[0], pair[1]); got < LeastContrast(name) {
				t.Errorf("%s, %s: %.2f to 1", name, what, got)
			}
		}
	}
	if (palettes(Mono) != palette{}) {
		t.Error("mono has a colour")
	}
}

func TestAThemeIsResolvedOnceTheTerminalHasAnswered(t *testing.T) {
	for _, c := range []struct {
		asked       string
		known, dark bool
		want        string
	}{
		{Auto, false, false, Neutral},
		{Auto, true, true, Dark},
		{Auto, true, false, Light},
		{Contrast, false, false, Neutral},
		{Contrast, true, true, ContrastDark},
		{Contrast, true, false, ContrastLight},
		{Light, true, true, Light},
		{Mono, true, false, Mono},
		{Dark, false, false, Dark},
	} {
		if got := Resolve(c.asked, c.known, c.dark); got != c.want {
			t.Errorf("%s (known %v, dark %v) is %s", c.asked, c.known, c.dark, got)
		}
	}
}
