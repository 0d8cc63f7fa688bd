package plain

import (
	"fmt"
	"runtime"
	"strings"
	"time"

	"isspp/model"
	"isspp/ui/input"
)

// restOfPaste is how far the lines of one paste may be apart: a later one was typed.
const restOfPaste = 2 * time.Second

// reply is what came as the answer to one prompt: a line, or the lines of a paste.
type reply struct {
	lines []string
	// marked tells that the terminal itself said where the paste begins and ends;
	// otherwise the lines only came all at once.
	marked bool
}

type rawLine struct {
	text string
	err  error
}

// read reads the reply to a prompt. What is pasted is one reply, however many lines
// it has: a line of it is never an answer to the question after.
func (c *console) read(prompt string) (reply, error) {
	var r reply
	for within := false; ; {
		asked := c.env.Clock()
		l := c.next(prompt)
		text, begins, ends := input.Unmark(l.text)
		r.marked = r.marked || begins
		if text = clean(text); text != "" || l.err == nil {
			r.lines = append(r.lines, text)
		}
		c.warnCut(l.text)
		typed := within && !begins && !ends && c.env.Clock().Sub(asked) > restOfPaste
		within = (within || begins) && !ends && !typed
		more := c.o.More != nil && (c.in.Buffered() > 0 || c.o.More()) // came at once with this one
		if l.err != nil || !within && !more {
			return r, l.err
		}
	}
}

func clean(text string) string {
	return strings.TrimSpace(model.Clean(strings.TrimRight(text, "\r\n")))
}

// warnCut says that a line may have lost its end: a terminal takes so many bytes of one.
func (c *console) warnCut(line string) {
	most := 4095
	if runtime.GOOS == "darwin" {
		most = 1023
	}
	if c.o.More != nil && len(strings.TrimRight(line, "\r\n")) >= most {
		c.say(fmt.Sprintf("The terminal takes %d bytes in one line, and this line was that long: its end may be "+
			"missing. Look at it, and write the rest as another line.", most))
	}
}

// together are the lines of a reply without empty ones before and after.
func (r reply) together() []string {
	lines := strings.Split(strings.Trim(strings.Join(r.lines, "\n"), "\n"), "\n")
	if lines[0] == "" {
		return nil
	}
	return lines
}

// one makes one answer of a reply; ok is false where the question has to come again.
// Several lines that only came all at once may be several answers, typed ahead:
// that is asked.
func (c *console) one(r reply) (answer string, ok bool) {
	lines := r.together()
	switch len(lines) {
	case 0:
		return "", true
	case 1:
		return lines[0], true
	}
	answer = model.CleanLine(strings.Join(lines, " "))
	if r.marked {
		c.say(fmt.Sprintf("The %d lines that you pasted are one answer: %s", len(lines), quoted(answer)))
		return answer, true
	}
	return answer, c.yes(fmt.Sprintf("%d lines came at once: %s. Are they one answer? Otherwise none of them is taken.",
		len(lines), quoted(answer)))
}
