//go:build !windows

package e2e

import (
	"bytes"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// sized is a terminal with kitty's text sizing protocol. What is larger is drawn with
// its cells filled, so that it can be told from letters that stand apart.
func sized() func([]byte) []byte {
	var held []byte
	return func(written []byte) []byte {
		var out []byte
		held = append(held, written...)
		for {
			start := bytes.Index(held, []byte("\x1b]66;"))
			if start < 0 {
				break
			}
			end := bytes.IndexByte(held[start:], '\a')
			if end < 0 {
				out, held = append(out, held[:start]...), held[start:]
				return out
			}
			meta, text, _ := strings.Cut(string(held[start+5:start+end]), ";")
			key, cells, _ := strings.Cut(meta, "=")
			n, _ := strconv.Atoi(cells)
			out = append(out, held[:start]...)
			for _, r := range text {
				if out = utf8.AppendRune(out, r); key == "s" || key == "w" {
					out = append(out, strings.Repeat("░", n-1)...)
				}
			}
			held = held[start+end+1:]
		}
		out, held = append(out, held...), nil
		return out
	}
}

// doubled is a terminal with lines of double width, which here are seen as lines of
// plain letters: it tells where such a line ends.
func doubled(w int) func([]byte) []byte {
	end := []byte("\x1b[" + strconv.Itoa(w/2-1) + "C")
	return func(written []byte) []byte { return bytes.ReplaceAll(written, []byte("\x1b[999C"), end) }
}

// large is a text as the terminal with sized text shows it.
func large(text string, zoom int) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteString(string(r) + strings.Repeat("░", zoom-1))
	}
	return b.String()
}

func TestATerminalThatSizesTextShowsSlidesLarge(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	x := (&terminal{t: t, filter: sized()}).runs(h, size{120, 40}, true, program, "present", "risk", "--restart")
	x.see(large("Risk factors", 3), large("Risk factors indicate an increased", 2))
	speaker := start(t, h, size{120, 40}, "present", "--speaker") // a presentation runs already
	speaker.see("1 of 10")
	x.press("a")
	x.see(large("Being aware of the risk factors", 2))
	// What lies on the slide, and what hides it, is of the usual size, with nothing left over.
	for _, key := range []string{"o", "/", "!", "?", "b", "s"} {
		x.press(key)
		x.until("larger letters are left beside "+key, func() bool { return !strings.Contains(x.screen(), "░") })
		x.press(map[string]string{"b": "b", "s": "s"}[key])
		if key != "b" && key != "s" {
			x.press(esc)
		}
		x.see(large("Being aware of the risk factors", 2))
	}
	x.press("3", enter)
	x.see("3 of 10")
	x.until("an older slide is left over", func() bool {
		return !strings.Contains(x.screen(),
			large("Being aware", 2))
	})
	x.resize(size{80, 24})
	x.see(large("Risk factors", 3), "3 of 10")
	x.until("points are larger than the window is for", func() bool {
		return !strings.Contains(strings.Join(strings.Split(x.screen(), "\n")[6:], ""), "░")
	})
	x.resize(size{120, 40})
	x.press("q")
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
	x.sane()
}

func TestATerminalWithDoubleLinesShowsPointsLarge(t *testing.T) {
	t.Parallel()
	x := (&terminal{t: t, filter: doubled(120)}).runs(newHome(t), size{120, 40}, true, program, "present", "risk",
		"--restart")
	twice := func(text string) {
		t.Helper()
		x.until(text+" isn't there twice", func() bool { return strings.Count(x.screen(), text) == 2 })
	}
	twice("Risk factors indicate an increased likelihood")
	x.press("a")
	twice("Being aware of the risk factors")
	x.press("o")
	x.see("10 Notes: Risk factors")
	x.until("a slide is left over", func() bool {
		return !strings.Contains(x.screen(),
			"Being aware of the risk factors")
	})
	x.press(esc)
	twice("Being aware of the risk factors")
	x.press("q")
	x.leaves()
	x.sane()
}

// A terminal that scales nothing, and one that doesn't answer, show letters of their
// own size, and nothing of what was asked.
func TestATerminalThatDoesNotScaleShowsSlidesAsTheyAre(t *testing.T) {
	t.Parallel()
	for _, answers := range []bool{true, false} {
		x := open(t, newHome(t), size{120, 40}, answers, program, "present", "risk", "--restart")
		x.see("Risk factors indicate an increased likelihood", "1 of 10")
		x.settled()
		for _, line := range strings.Split(x.screen(), "\n") {
			if strings.Contains(line, "66;") || strings.Contains(line, "R i s k") {
				t.Errorf("on the screen: %s", line)
			}
		}
		if n := strings.Count(x.screen(), "Risk factors indicate an increased likelihood"); n != 1 {
			t.Errorf("the point is there %d times", n)
		}
		x.press("q")
		x.leaves()
		x.sane()
	}
}
