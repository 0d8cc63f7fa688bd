package document

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestAPageLoadsAndRunsNothing(t *testing.T) {
	page := written(t, sample(), HTML)
	for _, want := range []string{
		`<html lang="en-GB">`, `<title>Signs &amp; what to look for &lt;script&gt;`, `<meta charset="utf-8">`,
		`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
		`<meta name="referrer" content="no-referrer">`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, bad := range []string{
		"<script", "<img", "<link", "<iframe", "src=", "@import", "url(", "onload",
		"javascript:",
	} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %s", bad)
		}
	}
}

// A title can't end the style that it stands in for the printed pages.
func TestATitleStaysInItsPlaceInTheStyle(t *testing.T) {
	d := Doc{Title: `a"; } </style><b>x</b> { \ `, Foot: "</style><i>", Blocks: []Block{P("words")}}
	page := written(t, d, HTML)
	if strings.Count(page, "</style>") != 1 || strings.Contains(page, "<i>") || strings.Contains(page, "<b>x") {
		_, style, _ := strings.Cut(page, "@page { @top")
		t.Errorf("the style was left:\n%.300s", style)
	}
}

var (
	headingTag = regexp.MustCompile(`<h([1-6])[ >]`)
	headerCell = regexp.MustCompile(`<th(?: [^>]*)?>`)
	idOf       = regexp.MustCompile(` id="([^"]*)"`)
	anchorTo   = regexp.MustCompile(`href="#([^"]*)"`)
)

func TestAPageCanBeReadWithAScreenReader(t *testing.T) {
	d := sample()
	for i := range 5 {
		d.Blocks = append(d.Blocks, H(2, fmt.Sprintf("Part %d", i)), H(5, "deep"), P("text"))
	}
	page := written(t, d, HTML)
	last := 0
	for _, m := range headingTag.FindAllStringSubmatch(page, -1) {
		level, _ := strconv.Atoi(m[1])
		if level > last+1 || level == 1 && last != 0 {
			t.Errorf("a heading of level %d follows one of level %d", level, last)
		}
		last = level
	}
	for _, th := range headerCell.FindAllString(page, -1) {
		if !strings.Contains(th, "scope=") {
			t.Errorf("a head of a row or column doesn't say of which: %s", th)
		}
	}
	if strings.Count(page, "<table>") != strings.Count(page, "<thead>") {
		t.Error("a table has no head")
	}
	ids := map[string]bool{}
	for _, m := range idOf.FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("the id %q is given twice", m[1])
		}
		ids[m[1]] = true
	}
	links := anchorTo.FindAllStringSubmatch(page, -1)
	if len(links) < 5 {
		t.Errorf("the contents have %d links", len(links))
	}
	for _, m := range links {
		if !ids[m[1]] {
			t.Errorf("a link leads to %q, which isn't there", m[1])
		}
	}
	if !strings.Contains(page, `aria-label="left blank, to be filled in by hand"`) {
		t.Error("a line to write on is silent")
	}
}

var (
	colourVar = regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6});`)
	scheme    = regexp.MustCompile(`(?s):root \{(.*?)\}`)
)

// Text stands out from what is behind it, light and dark, by the measure of
// WCAG 2.
func TestAPagesColoursHaveContrast(t *testing.T) {
	schemes := scheme.FindAllStringSubmatch(pageStyle, -1)
	if len(schemes) != 2 {
		t.Fatalf("%d colour schemes, want light and dark", len(schemes))
	}
	for i, s := range schemes {
		colour := map[string]string{}
		for _, m := range colourVar.FindAllStringSubmatch(s[1], -1) {
			colour[m[1]] = m[2]
		}
		for _, pair := range [][2]string{
			{"text", "ground"},
			{"text", "shade"},
			{"text", "note-ground"},
			{"text", "alert-ground"},
			{"soft", "ground"},
			{"soft", "note-ground"},
			{"soft", "shade"},
			{"soft", "alert-ground"},
			{"link", "ground"},
			{"link", "shade"},
			{"note", "note-ground"},
			{"note", "ground"},
			{"local", "ground"},
			{"local", "shade"},
			{"local", "alert-ground"},
			{"alert", "alert-ground"},
			{"alert", "ground"},
		} {
			if c := contrast(t, colour[pair[0]], colour[pair[1]]); c < 4.5 {
				t.Errorf("scheme %d: %s on %s has a contrast of %.1f", i, pair[0], pair[1], c)
			}
		}
	}
}

func TestThePrintedColoursHaveContrast(t *testing.T) {
	hex := func(c [3]float64) string {
		return fmt.Sprintf("#%02x%02x%02x", int(c[0]*255+0.5), int(c[1]*255+0.5), int(c[2]*255+0.5))
	}
	for name, pair := range map[string][2][3]float64{
		"ink on notes": {ink, noteShade}, "ink on alerts": {ink, alertShade}, "ink on shade": {ink, shade},
		"soft on paper": {soft, {1, 1, 1}},
		"soft on notes": {soft, noteShade}, "note on notes": {noteInk, noteShade},
		"local on alerts": {localInk, alertShade},
		"local on shade":  {localInk, shade}, "alert on alerts": {alertInk, alertShade},
		"link on paper": {linkInk, {1, 1, 1}},
	} {
		if c := contrast(t, hex(pair[0]), hex(pair[1])); c < 4.5 {
			t.Errorf("%s has a contrast of %.1f", name, c)
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	light := func(hex string) float64 {
		if len(hex) != 7 {
			t.Fatalf("%q is not a colour", hex)
		}
		sum := 0.0
		for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
			n, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
			c := float64(n) / 255
			if c <= 0.03928 {
				c /= 12.92
			} else {
				c = math.Pow((c+0.055)/1.055, 2.4)
			}
			sum += weight * c
		}
		return sum
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}
