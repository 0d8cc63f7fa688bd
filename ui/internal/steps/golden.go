package steps

import (
	"flag"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"isspp/ui/theme"
)

var update = flag.Bool("update", false, "write the golden frames anew")

// GoldenThemes are those in which each golden frame is drawn: what it says is the
// same in all of them.
var GoldenThemes = []string{theme.Dark, theme.Light, theme.Mono}

// Golden compares a screen of w by h cells with the one that was looked at and
// kept. draw gives its frame in a theme. The words stand in one file, the roles
// of the styles in another, so that a colour touches neither; each cell's colour
// is measured on its ground.
func Golden(t *testing.T, name string, w, h int, draw func(theme string) string) {
	t.Helper()
	frame := draw(theme.Dark)
	words := text(frame)
	compare(t, fmt.Sprintf("%s-%dx%d.golden", name, w, h), words)
	compare(t, fmt.Sprintf("%s-%dx%d.style", name, w, h), styles(frame, w, h, theme.New(theme.Dark, false)))
	for _, other := range GoldenThemes {
		frame := draw(other)
		if got := text(frame); got != words {
			t.Errorf("%s, %dx%d: what it says differs in %s:\n%s", name, w, h, other, got)
		}
		legible(t, frame, w, h, other)
	}
}

// text is a frame's words, without the blanks at a line's end.
func text(frame string) string {
	lines := strings.Split(ansi.Strip(frame), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// cells is a frame as a terminal would have it.
func cells(frame string, w, h int) uv.ScreenBuffer {
	screen := uv.NewScreenBuffer(w, h)
	uv.NewStyledString(frame).Draw(screen, screen.Bounds())
	return screen
}

// styles lists the runs of each line that have a style, by its role in the theme.
func styles(frame string, w, h int, th *theme.Theme) string {
	screen, role := cells(frame, w, h), namer(th)
	var out strings.Builder
	for y := range h {
		var runs []string
		from, last := 0, ""
		for x := 0; x <= w; x++ {
			now := ""
			if c := screen.CellAt(x, y); x < w && c != nil {
				now = role(c.Style)
			}
			if now == last {
				continue
			}
			if last != "" {
				runs = append(runs, fmt.Sprintf("%d-%d %s", from+1, x, last))
			}
			from, last = x, now
		}
		fmt.Fprintf(&out, "%d: %s\n", y+1, strings.Join(runs, ", "))
	}
	return out.String()
}

// namer finds a role by how a cell looks.
func namer(th *theme.Theme) func(uv.Style) string {
	whole, grounds := map[string]string{look(uv.Style{}): ""}, map[string]string{}
	v := reflect.ValueOf(th).Elem()
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		switch field := v.Field(i).Interface().(type) {
		case lipgloss.Style:
			key := look(cells(field.Render("x"), 1, 1).CellAt(0, 0).Style)
			if _, named := whole[key]; !named {
				whole[key] = name
			}
		case theme.Ground:
			bg := shade(cells(field.Text("x"), 1, 1).CellAt(0, 0).Style.Bg)
			if grounds[bg] == "" {
				grounds[bg] = name
			}
		}
	}
	return func(s uv.Style) string {
		if name := whole[look(s)]; name != "" {
			return name
		}
		bg := ""
		if s.Bg != nil {
			bg = " on " + grounds[shade(s.Bg)]
			s.Bg = nil
		}
		name, named := whole[look(s)]
		if !named {
			name = "unnamed"
		}
		return strings.TrimSpace(name + bg)
	}
}

// look is a cell's style in letters.
func look(s uv.Style) string {
	return fmt.Sprintf("%s %s %d %d", shade(s.Fg), shade(s.Bg), s.Attrs, s.Underline)
}

func shade(c color.Color) string {
	if c == nil {
		return "-"
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("%02x%02x%02x", r>>8, g>>8, b>>8)
}

// legible measures the colour of each cell with a letter on its ground. Borders
// and the screen under a card say nothing.
func legible(t *testing.T, frame string, w, h int, name string) {
	t.Helper()
	screen, th := cells(frame, w, h), theme.New(name, false)
	faint := cells(th.Faint.Render("x"), 1, 1).CellAt(0, 0).Style
	own := theme.Terminal(name)
	for y := range h {
		for x := range w {
			c := screen.CellAt(x, y)
			if c == nil || strings.TrimSpace(c.Content) == "" || faint.Fg != nil &&
				shade(c.Style.Fg) == shade(faint.Fg) {
				continue
			}
			text, ground := own.Text, own.Ground
			if c.Style.Fg != nil {
				text = c.Style.Fg
			}
			if c.Style.Bg != nil {
				ground = c.Style.Bg
			}
			if got := theme.ContrastOf(text, ground); got < theme.LeastContrast(name) {
				t.Errorf("%s, line %d, column %d: %q has %.2f to 1", name, y+1, x+1, c.Content, got)
				return
			}
		}
	}
}

// compare holds what was drawn against a file in testdata.
func compare(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	wants := strings.Split(strings.ReplaceAll(string(kept), "\r\n", "\n"), "\n")
	gots := strings.Split(got, "\n")
	for i := range max(len(gots), len(wants)) {
		line := func(all []string) string { return strings.Join(all[min(i, len(all)):min(i+1, len(all))], "") }
		if g, w := line(gots), line(wants); g != w {
			t.Errorf("%s, line %d:\n got %s\nwant %s\n(go test with -update writes it anew; then look at it)", path,
				i+1, g, w)
			return
		}
	}
}
