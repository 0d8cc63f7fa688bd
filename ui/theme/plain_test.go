package theme

import (
	"testing"

	"charm.land/lipgloss/v2"
)

func TestPlainIsASCIICellForCell(t *testing.T) {
	for in, want := range map[string]string{
		"a–b":                         "a-b",
		"“Zoë’s” café… £5":            `"Zoe's" cafe. L5`,
		"e\u0301te\u0301":             "ete",
		"学校 \x1b[1mбé\x1b[m":          "???? \x1b[1m?e\x1b[m",
		"already plain, and stays so": "already plain, and stays so",
	} {
		got := Plain(in)
		if got != want || lipgloss.Width(got) != lipgloss.Width(in) {
			t.Errorf("%q: %q of %d cells, want %q of %d", in, got, lipgloss.Width(got), want, lipgloss.Width(in))
		}
	}
}

func TestAThemeThatIsAskedForPaintsItsGround(t *testing.T) {
	for name, painted := range map[string]bool{Light: true, Dark: true, Auto: false, Contrast: false, Mono: false} {
		c := Colours{Asked: name}
		if fore, back := c.Paper(); (back != nil) != painted || (fore != nil) != painted {
			t.Errorf("%s paints %v on %v", name, fore, back)
		}
	}
	c := Colours{Asked: Light, Basic: true}
	if _, back := c.Paper(); back != nil {
		t.Error("a terminal of sixteen colours has no such ground")
	}
}
