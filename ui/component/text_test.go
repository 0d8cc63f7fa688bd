package component

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"isspp/ui/theme"
)

func TestFitIsExactlyAsWideAsAsked(t *testing.T) {
	painted := theme.New(theme.Dark, false).Heading.Render("St Aloysius RC College")
	for _, s := range []string{"", "Rota", "St Aloysius RC College", "Müller – 日本語", painted} {
		for w := 1; w < 40; w++ {
			for _, sg := range []theme.Glyphs{theme.Unicode, theme.ASCII} {
				if w < Width(sg.Ellipsis) {
					continue
				}
				if got := Width(Fit(s, w, sg)); got != w {
					t.Errorf("Fit(%q, %d) is %d cells", s, w, got)
				}
			}
		}
	}
	if got := Fit("St Aloysius", 5, theme.Unicode); got != "St A…" {
		t.Errorf("cut to %q", got)
	}
	if Fit("x", 0, theme.Unicode) != "" || Fit("x", -3, theme.Unicode) != "" {
		t.Error("no room gives text")
	}
}

func TestSpreadKeepsTheRightEnd(t *testing.T) {
	if got := Spread("left", "right", 12, theme.Unicode); got != "left   right" {
		t.Errorf("%q", got)
	}
	if got := Spread("a long left side", "right", 12, theme.Unicode); got != "a lon… right" || Width(got) != 12 {
		t.Errorf("%q", got)
	}
	if got := Spread("left", "", 6, theme.Unicode); got != "left  " {
		t.Errorf("%q", got)
	}
}

func TestWrapTextLosesNoWordAndNeverIsTooWide(t *testing.T) {
	text := "Sudden change in appearance – dressing in a particular style or 'uniform', " +
		"https://www.islington.gov.uk/children-and-families/a/very/long/address"
	letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
	for w := 4; w < 90; w++ {
		lines := WrapText(text, w)
		for _, l := range lines {
			if Width(l) > w {
				t.Errorf("%d cells at %d: %q", Width(l), w, l)
			}
		}
		if letters(strings.Join(lines, "")) != letters(text) {
			t.Errorf("at %d the words are %q", w, lines)
		}
	}
	if got := WrapText("one\ntwo", 40); len(got) != 2 {
		t.Errorf("a line end is lost: %q", got)
	}
}

func TestParagraphHangsBelowItsFirstLine(t *testing.T) {
	got := Paragraph(lipgloss.Style{}, "Note  ", "the officer named at two schools on Wednesday", 24)
	if got[0] != "Note  the officer named at" && !strings.HasPrefix(got[0], "Note  the officer") {
		t.Errorf("%q", got[0])
	}
	for _, l := range got[1:] {
		if !strings.HasPrefix(l, "      ") || Width(l) > 24 {
			t.Errorf("%q", l)
		}
	}
}

func TestHintsKeepWhatAlwaysStandsAndStopAtTheFirstThatDoesNotFit(t *testing.T) {
	th := theme.New(theme.Mono, false)
	actions := []Action{
		Hint("v", "week"),
		Hint("c", "a very long label that fits nowhere"),
		{Binding: Keys("open", "o"), Hidden: true},
		{Binding: Keys("off", "x"), Disabled: "not now"},
		Hint("y", "yes"),
		{Binding: Keys("help", "?"), Pinned: true},
	}
	for w := 14; w < 90; w++ {
		got := Hints(actions, th, theme.Unicode, w)
		if Width(got) > w {
			t.Errorf("%d cells in %d", Width(got), w)
		}
		if !strings.Contains(got, "help") || strings.Contains(got, "open") || strings.Contains(got, "off") {
			t.Errorf("at %d: %q", w, got)
		}
		if w < 50 && strings.Contains(got, "yes") {
			t.Errorf("at %d a later key stands before an earlier one: %q", w, got)
		}
	}
	if a, ok := Find(actions, "o"); !ok || a.Label() != "open" {
		t.Error("a quiet action's key is not found")
	}
	if _, ok := Find(actions, "w"); ok {
		t.Error("a key that does nothing is found")
	}
}
