package plain

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
	"isspp/ui/theme"
)

// errEnd says that nothing more comes: the input has ended, or the process is
// asked to. What was said until then is kept.
var errEnd = errors.New("the input has ended")

// console is where the questions go and the answers come from.
type console struct {
	env *kit.Env
	in  *bufio.Reader
	out io.Writer
	// width is what lines are wrapped to.
	width int
	// echo writes each answer behind its question: without a terminal nobody
	// else does, and the text would be questions alone.
	echo bool
	// stop is closed when the process is asked to end.
	stop <-chan struct{}
	// idle is how long no line may come, and idled tells that it was longer.
	idle  time.Duration
	idled bool
}

// pipedWidth is the width of lines that go to a file or another program, and
// widest keeps lines readable on a wide terminal.
const (
	pipedWidth = 80
	widest     = 100
)

func newConsole(o Options) *console {
	c := &console{env: o.Env, in: bufio.NewReader(o.In), out: o.Out, stop: o.Stop, idle: o.Idle, echo: o.Width == 0}
	c.width = pipedWidth
	if o.Width > 0 {
		c.width = min(max(o.Width-1, 20), widest)
	}
	return c
}

// page starts a text; show writes it.
func (c *console) page() *document.Page {
	return document.NewPage(c.width, c.env.Theme, c.env.Signs)
}

func (c *console) show(p *document.Page) {
	for _, l := range p.Lines {
		fmt.Fprintln(c.out, strings.TrimRight(l.Plain, " "))
	}
}

// say writes a paragraph.
func (c *console) say(text string) {
	p := c.page()
	for line := range strings.SplitSeq(model.Clean(text), "\n") {
		p.Text(kit.Style{}, line)
	}
	c.show(p)
}

// heading writes a line that names what follows, after an empty one.
func (c *console) heading(text string) {
	fmt.Fprintln(c.out)
	c.say(text)
}

// ask asks one question and gives the answer, cleaned, as one line.
func (c *console) ask(prompt, help string) (string, error) {
	answer, err := c.answer(prompt, help)
	return model.CleanLine(answer), err
}

// answer asks one question. "!" shows whom to ring, and "?" the help, and then it
// asks again: nothing is lost.
func (c *console) answer(prompt, help string) (string, error) {
	for {
		answer, err := c.line(prompt)
		if err != nil {
			return "", err
		}
		switch answer {
		case "!":
			c.emergency()
		case "?":
			c.say(help)
			c.say("! shows whom to ring now, at any question, and nothing is lost.")
		default:
			return answer, nil
		}
	}
}

// line writes a prompt and reads a line, whatever it says.
func (c *console) line(prompt string) (string, error) {
	// Broken at words: a terminal by itself breaks inside them.
	fmt.Fprint(c.out, strings.Join(kit.WrapText(prompt, c.width), "\n")+" ")
	answer, err := c.read()
	if c.echo {
		fmt.Fprintln(c.out, answer)
	}
	if err != nil && answer == "" {
		if !c.echo {
			fmt.Fprintln(c.out)
		}
		return "", errEnd
	}
	return answer, nil
}

// read reads a line, and gives up waiting for one when asked to end.
func (c *console) read() (string, error) {
	type result struct {
		text string
		err  error
	}
	got := make(chan result, 1)
	go func() {
		text, err := c.in.ReadString('\n')
		got <- result{strings.TrimSpace(model.Clean(strings.TrimRight(text, "\r\n"))), err}
	}()
	var late <-chan time.Time
	if c.idle > 0 {
		timer := time.NewTimer(c.idle)
		defer timer.Stop()
		late = timer.C
	}
	select {
	case r := <-got:
		return r.text, r.err
	case <-late:
		c.idled = true
	case <-c.stop:
	}
	return "", errEnd
}

// text asks for a text of one line or several; an empty line ends it. Each line
// is handed to so as it comes, so that the end of the input takes nothing away.
// Help and emergency numbers stand open on the first line only, where nothing
// was written yet; "!" alone shows whom to ring on every line.
func (c *console) text(prompt, help string, so func(text string)) (string, error) {
	first, err := c.answer(prompt, help+" Several lines may be written; an empty line ends them.")
	if err != nil || first == "" {
		return "", err
	}
	lines := []string{first}
	so(first)
	for {
		line, err := c.line("more, or Enter:")
		switch {
		case err != nil:
			return strings.Join(lines, "\n"), err
		case line == "":
			return strings.Join(lines, "\n"), nil
		case line == "!":
			c.emergency()
			continue
		}
		lines = append(lines, line)
		so(strings.Join(lines, "\n"))
	}
}

// yes asks a question that is answered with yes or, by Enter alone, with no.
func (c *console) yes(question string) (bool, error) {
	for {
		answer, err := c.ask(question+" y for yes, Enter for no:", "y is yes. Enter alone, or n, is no.")
		if err != nil {
			return false, err
		}
		switch strings.ToLower(answer) {
		case "y", "yes":
			return true, nil
		case "", "n", "no":
			return false, nil
		}
		c.say(quoted(answer) + " is neither yes nor no.")
	}
}

// number reads the number of one of some that were listed from 1, and gives its
// place from 0. What is none of them is said.
func (c *console) number(answer string, most int) (int, bool) {
	n, err := strconv.Atoi(answer)
	if err != nil || n < 1 || n > most {
		c.say(quoted(answer) + " is none of the numbers.")
		return 0, false
	}
	return n - 1, true
}

// quoted is what a person wrote, as it is named in a sentence.
func quoted(text string) string {
	return "“" + kit.Fit(text, min(kit.Width(text), 30), theme.ASCII) + "”"
}

// emergency is whom to ring now, in the protocol's own words.
func (c *console) emergency() {
	fmt.Fprintln(c.out)
	c.show(document.EmergencyPage(c.env, c.width, "What you have said is safe. The question comes again below."))
	fmt.Fprintln(c.out)
}
