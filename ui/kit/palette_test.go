package kit

import (
	"image/color"
	"math"
	"testing"

	"charm.land/lipgloss/v2"
)

// luminance is the relative luminance of a colour as WCAG 2 defines it.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func TestContrastIsMeasuredRight(t *testing.T) {
	if got := contrast(color.Black, color.White); math.Abs(got-21) > 0.01 {
		t.Errorf("black on white is %.2f", got)
	}
	if got := contrast(lipgloss.Color("#777777"), color.White); math.Abs(got-4.48) > 0.01 {
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
		for name, c := range map[string]color.Color{"accent": p.accent, "quiet": p.quiet, "note": p.note, "local": p.local, "alert": p.alert} {
			if c == nil {
				continue // the terminal's own
			}
			for _, ground := range want.grounds {
				if got := contrast(c, lipgloss.Color(ground)); got < want.least {
					t.Errorf("%s, %s on %s: %.2f to 1, not %.1f", want.theme, name, ground, got, want.least)
				}
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
