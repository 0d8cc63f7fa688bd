package present

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"isspp/content"
	"isspp/content/packtest"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// ten are the sizes of terminals that a hall is shown slides on.
var ten = [][2]int{
	{60, 16},
	{80, 24},
	{90, 25},
	{100, 30},
	{110, 34},
	{120, 40},
	{140, 45},
	{160, 50},
	{200, 60},
	{240, 70},
}

// Whoever shows any deck of either pack on any of ten screens sees each slide
// whole, a row free above the footer, and every heading of the deck in the same
// place, on a quarter of the screen at most and never smaller than the points below it.
func TestNoSlideIsCutOnAnyOfTenScreens(t *testing.T) {
	for _, pack := range []*content.Pack{content.Embedded(), packtest.Brackwater(t)} {
		env := environment(theme.Dark, theme.Unicode)
		env.Pack = pack
		for _, name := range Names(pack) {
			d, _ := Build(pack, nil, name, 7, when)
			s := newShow(env, d, 45, when)
			for n, size := range ten {
				s.resize(size[0], size[1]-topRows-bottomRows)
				for by := notScaling; by <= sizedText; by++ {
					// Every terminal is met at the sizes on which it enlarges, and at some other.
					if s.scale(by); len(s.zooms()) > 1 || n%3 == int(by) {
						s.eachPage(t, fmt.Sprintf("%s %v by %d", pack.Edition().Place, size, by))
					}
				}
			}
		}
	}
}

// eachPage looks at each page of each slide.
func (s *Show) eachPage(t *testing.T, at string) {
	for i := range s.deck.Slides {
		s.jump(i)
		s.all()
		for {
			s.whole(t, at+", "+s.slide().ID)
			if n, of := s.page(); n == of {
				break
			}
			s.next()
		}
	}
}

// whole reports what is wrong with the page in view.
func (s *Show) whole(t *testing.T, at string) {
	t.Helper()
	body, heading := s.body(), s.layout().heading
	read(t, s, body)
	if len(body) >= s.H {
		t.Errorf("%s: %d rows of %d leave none above the footer", at, len(body), s.H)
	}
	for _, row := range body {
		if n := component.Width(row); n > s.W {
			t.Errorf("%s: a row of %d cells: %s", at, n, ansi.Strip(row))
		}
	}
	if len(heading) == 0 || len(heading) > quarter(s.H) {
		t.Errorf("%s: the heading has %d rows of %d", at, len(heading), s.H+topRows+bottomRows)
	}
	for _, l := range s.enlarged {
		if l.x+l.zoom*component.Width(l.text) > s.W || l.y+l.zoom > len(body) {
			t.Errorf("%s: a line %d times as large is beyond the edge: %s", at, l.zoom, ansi.Strip(l.text))
		}
	}
	blocks := strings.ContainsAny(ansi.Strip(heading[0]), "█▀▄")
	if large := blocks || len(s.layout().large) > 0; blocks && s.size != half && s.size != full ||
		!large && s.size > plain {
		t.Errorf("%s: a heading of another size than the deck's: %s", at, ansi.Strip(heading[0]))
	}
	if n, of := s.page(); of > 1 {
		pages := itoa(n) + " of " + itoa(of)
		found := strings.Contains(ansi.Strip(s.top(s.W, "")), pages)
		for _, l := range s.enlarged {
			found = found || strings.Contains(ansi.Strip(l.text), pages)
		}
		last := strings.TrimRight(ansi.Strip(body[above(s.H)+len(heading)-1]), ")")
		if !found && !strings.HasSuffix(last, pages) {
			t.Errorf("%s: nobody sees that this is page %s: %s", at, pages, last)
		}
	}
	if least := smallest(s); least < s.layout().zoom {
		t.Errorf("%s: the heading is %d times as large as the terminal's letters, its points are %d times: %s", at,
			least, s.layout().zoom, ansi.Strip(strings.Join(heading, " / ")))
	}
	left, _ := block(s.W)
	first := ansi.Strip(body[above(s.H)])
	if got := len(first) - len(strings.TrimLeft(first, " ")); got < left || got > left+5 {
		t.Errorf("%s: the heading starts at %d, not %d", at, got, left)
	}
}

// smallest is how large the smallest letters of the heading in view are: those in rows
// that neither the terminal enlarges nor have block letters are its own.
func smallest(s *Show) int {
	l, own := s.layout(), map[int]int{}
	for _, line := range l.large {
		for y := range line.zoom {
			own[line.y+y] = line.zoom
		}
	}
	least := 9
	for y, row := range l.heading {
		switch row = ansi.Strip(row); {
		case own[y] > 0:
			least = min(least, own[y])
		case strings.ContainsFunc(row, unicode.IsLetter):
			least = 1
		case strings.ContainsAny(row, "█▀▄"):
			least = min(least, half.rows(1))
		}
	}
	return least
}

// The terminal says by its cursor which letters it has; anything else it says leaves
// them as they are.
func TestOnlyATerminalThatShowsItScales(t *testing.T) {
	at := func(x ...int) (out []tea.CursorPositionMsg) {
		for _, x := range x {
			out = append(out, tea.CursorPositionMsg{X: x, Y: 1})
		}
		return out
	}
	for _, c := range []struct {
		answers []tea.CursorPositionMsg
		want    scaling
	}{
		{at(0, 2, 4, 119), sizedText},
		{at(0, 2, 2, 119), notScaling}, // widths alone
		{at(0, 0, 0, 59), doubleLines},
		{at(0, 0, 0, 119), notScaling},
		{at(0, 7, 14, 59), notScaling}, // what was asked was printed
		{at(0, 2, 4), notScaling},
		{at(0, 2, 4, 119, 0), notScaling},
		{nil, notScaling},
	} {
		if got := scalingOf(c.answers, 120); got != c.want {
			t.Errorf("%v: %d, not %d", c.answers, got, c.want)
		}
	}
}

func TestTable1IsOneOrTwoSlidesOnAUsualScreen(t *testing.T) {
	for size, most := range map[[2]int]int{{120, 40}: 1, {200, 60}: 1, {80, 24}: 2} {
		s := showing(t, "risk", size[0], size[1])
		s.jump(s.deck.find("risk/child"))
		if _, of := s.page(); of > most {
			t.Errorf("35 risk factors take %d pages at %v", of, size)
		}
	}
}

// A slide is light or dark on any terminal, with text of 7:1 on its ground.
func TestSlidesArePaintedWithTheirOwnGround(t *testing.T) {
	home(t)
	for _, name := range []string{theme.Dark, theme.Light} {
		for _, at := range places {
			m := settled(t, at.deck, name, 120, 40, at.keys)
			screen := uv.NewScreenBuffer(120, 40)
			uv.NewStyledString(strings.ReplaceAll(m.View().Content, "\n", "\r\n")).Draw(screen, screen.Bounds())
			for y := range 40 {
				for x := range 120 {
					c := screen.CellAt(x, y)
					if c == nil || c.Style.Bg == nil {
						t.Fatalf("%s, %s: no ground at %d, %d", at.name, name, x, y)
					}
					if fg := c.Style.Fg; fg != nil && strings.TrimSpace(c.Content) != "" &&
						theme.ContrastOf(fg, c.Style.Bg) < 7 && c.Content != theme.Unicode.Wall {
						t.Fatalf("%s, %s: %q at %d, %d has %.1f to 1", at.name, name, c.Content, x, y,
							theme.ContrastOf(fg, c.Style.Bg))
					}
				}
			}
		}
	}
}

func TestPlusGivesFewerPointsMoreRoom(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "risk"})
	r.size(120, 40)
	r.press("6", "enter", "a")
	r.sees("Being a victim of bullying", "Lack of guilt / empathy")
	r.press("+")
	r.sees("Being a victim of bullying", ", 1 of 7")
	r.seesNo("Lack of guilt / empathy")
	r.press("-")
	r.sees("Lack of guilt / empathy")
}

// In the overview, the search and a handout of slides no two have the same title.
func TestTitlesTellSlidesApart(t *testing.T) {
	for _, pack := range []*content.Pack{content.Embedded(), packtest.Brackwater(t)} {
		for _, name := range append(Names(pack), "risk+protective") {
			d, ok := Build(pack, nil, name, 7, when)
			seen := map[string]string{}
			for _, s := range d.Slides {
				if other := seen[s.Title]; ok && other != "" {
					t.Errorf("%s: %s and %s are both called %q", name, other, s.ID, s.Title)
				}
				seen[s.Title] = s.ID
				if strings.HasPrefix(s.Title, "Row ") || s.Part != "" && strings.Count(s.Title, s.Part) > 1 {
					t.Errorf("%s: %s is called %q", name, s.ID, s.Title)
				}
			}
		}
	}
	signs := deck(t, "signs")
	if got := signs.Slides[len(signs.Slides)-1].Title; got != "Notes: The signs and what to look for, 2 of 2" {
		t.Errorf("the last notes are called %q", got)
	}
	if got := deck(t, "plan").Slides[0].Title; !strings.HasPrefix(got, "Develop closer links between schools") {
		t.Errorf("the plan's first row is called %q", got)
	}
}

// What the protocol prints in bold is bold on a slide.
func TestBoldWordsStayBold(t *testing.T) {
	th := environment(theme.Dark, theme.Unicode).Theme
	found := 0
	for _, s := range deck(t, "directory").Slides {
		for _, p := range s.Items {
			for _, span := range p.Spans {
				if !span.Strong || strings.Contains(span.Text, "020") {
					continue
				}
				found++
				text := ""
				for _, line := range drawItem(p, s.layer(p), 600, th, theme.Unicode).lines {
					text += line.text
				}
				if !strings.Contains(text, th.Strong.Render(span.Text)) {
					t.Errorf("%s: %q isn't bold in %q", s.ID, span.Text, text)
				}
			}
		}
	}
	if found == 0 {
		t.Error("no word is bold")
	}
}
