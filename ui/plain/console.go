package plain

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/input"
	"isspp/ui/theme"
)

// stop ends the questions wherever they stand. It is thrown, and caught in Run, so that
// no question has to hand it on; what was said until then is kept.
type stop int

const (
	left  stop = iota // by the person
	ended             // the input has, or the process is asked to
)

// console is where the questions go and the answers come from.
type console struct {
	o   Options
	env *component.Env
	in  *bufio.Reader
	out io.Writer
	// width is what lines are wrapped to.
	width int
	// echo writes each answer behind its question: without a terminal nobody
	// else does, and the text would be questions alone.
	echo bool
	// idled tells that no line came for too long.
	idled bool
	// half is what was typed of a line when the process was asked to end, and keepHalf
	// keeps it, or is nil.
	half     string
	keepHalf func(half string)
}

func newConsole(o Options) *console {
	const piped, widest = 80, 100 // to a file or a program, and as wide as lines are read well
	c := &console{o: o, env: o.Env, in: bufio.NewReader(o.In), out: o.Out, echo: o.Width == 0, width: piped}
	if o.Width > 0 {
		c.width = min(max(o.Width-1, 20), widest)
	}
	return c
}

// page starts a text; show writes it.
func (c *console) page() *document.Page {
	p := document.NewPage(c.width, c.env.Theme, c.env.Signs)
	p.Bare = true
	return p
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
		p.Text(lipgloss.Style{}, line)
	}
	c.show(p)
}

func (c *console) heading(text string) {
	fmt.Fprintln(c.out)
	c.say(text)
}

// ask asks one question and gives the answer, cleaned, as one line.
func (c *console) ask(prompt, help string) string {
	for {
		if answer, ok := c.one(c.reply(prompt, help)); ok {
			return model.CleanLine(answer)
		}
	}
}

// reply asks one question. "!" and "?" answer, and it asks again: nothing is lost.
func (c *console) reply(prompt, help string) reply {
	for {
		r := c.line(prompt)
		switch strings.Join(r.lines, "\n") {
		case "!":
			c.emergency()
		case "?":
			c.say(help)
			c.say("! shows whom to ring now, at any question, and nothing is lost.")
		default:
			return r
		}
	}
}

// line writes a prompt and reads the reply to it, whatever it says.
func (c *console) line(prompt string) reply {
	// Broken at words: a terminal by itself breaks inside them.
	prompt = strings.Join(component.WrapText(prompt, c.width), "\n") + " "
	fmt.Fprint(c.out, prompt)
	r, err := c.read(prompt)
	if c.echo {
		fmt.Fprintln(c.out, strings.Join(r.lines, "\n"))
	}
	if err != nil && len(r.lines) == 0 {
		if !c.echo {
			fmt.Fprintln(c.out)
		}
		if c.half != "" && c.keepHalf != nil {
			c.keepHalf(c.half)
		}
		panic(ended)
	}
	return r
}

// next reads one line, until asked to end or none comes for too long, which is said before.
func (c *console) next(prompt string) rawLine {
	got := make(chan rawLine, 1)
	go func() {
		text, err := c.in.ReadString('\n')
		got <- rawLine{text, err}
	}()
	var soon, late <-chan time.Time
	if idle := c.o.Idle; idle > 0 {
		late = time.After(idle)
		if idle >= 2*warnBefore {
			soon = time.After(idle - warnBefore)
		}
	}
	for {
		select {
		case l := <-got:
			return l
		case <-soon:
			fmt.Fprintln(c.out)
			c.say("In 30 seconds these questions end and the notes lock, since no line came. What was said is " +
				"saved. ! and Enter, or an answer, goes on.")
			fmt.Fprint(c.out, prompt)
			continue
		case <-late:
			c.idled = true
		case <-c.o.Stop:
		}
		c.takeHalf(got)
		return rawLine{err: io.EOF}
	}
}

// takeHalf keeps what was typed of a line that has no end yet.
func (c *console) takeHalf(got <-chan rawLine) {
	if c.o.HandOver == nil {
		return
	}
	c.o.HandOver()
	const patience = 200 * time.Millisecond // long enough for a terminal, and too short to notice
	select {
	case l := <-got:
		text, _, _ := input.Unmark(l.text)
		c.half = clean(text)
	case <-time.After(patience): // nothing was typed
	}
}

// warnBefore is how long before the notes lock it is said.
const warnBefore = 30 * time.Second

// text asks for a text of one line or several; an empty line ends it, but not one
// within a paste. Each line is handed to so as it comes, so that the end of the
// input takes nothing away. Help and emergency numbers stand open on the first line
// only, where nothing was written yet; "!" alone shows whom to ring on every line.
func (c *console) text(prompt, help string, so func(text string)) (written string) {
	take := func(more string) {
		written = strings.TrimPrefix(written+"\n"+more, "\n")
		so(written)
	}
	c.keepHalf = take
	defer func() { c.keepHalf = nil }()
	r := c.reply(prompt, help+" Several lines may be written; an empty line ends them.")
	for {
		switch more := strings.Join(r.together(), "\n"); {
		case more == "":
			return written
		case written != "" && more == "!":
			c.emergency()
		default:
			take(more)
		}
		r = c.line("more, or Enter:")
	}
}

// which asks a question that words answer, and gives the first of those that mean the same.
func (c *console) which(prompt, help string, words ...string) string {
	for {
		answer := c.ask(prompt, help)
		for _, same := range words {
			if all := strings.Split(same, "|"); slices.Contains(all, word(answer)) {
				return all[0]
			}
		}
		c.say(quoted(answer) + " is not an answer here.")
	}
}

// yes asks a question that is answered with yes or, by Enter alone, with no.
func (c *console) yes(question string) bool {
	return c.which(question+" y for yes, Enter for no:", "y is yes. Enter alone, or n, is no.", "y|yes", "|n|no") == "y"
}

// pickOf is pick of what has a row each; a single one is not asked about.
func pickOf[T any](w *walker, prompt string, all []T, row func(T) string) int {
	if len(all) == 1 {
		return 0
	}
	rows := make([]string, len(all))
	for i, one := range all {
		rows[i] = row(one)
	}
	return w.pick(prompt, rows)
}

// pick reads rows out and gives the place of the one that is answered, or -1 for Enter.
func (c *console) pick(prompt string, rows []string) int {
	for i, row := range rows {
		c.say(fmt.Sprintf("%d. %s", i+1, row))
	}
	for {
		answer := c.ask(prompt, "Answer with one of the numbers.")
		if answer == "" {
			return -1
		}
		if n, err := strconv.Atoi(answer); err == nil && n >= 1 && n <= len(rows) {
			return n - 1
		}
		c.say(quoted(answer) + " is none of the numbers.")
	}
}

// word is an answer as it is compared: lower case, with plain apostrophes.
func word(answer string) string {
	return strings.ReplaceAll(strings.ToLower(strings.Join(strings.Fields(answer), " ")), "’", "'")
}

func quoted(text string) string {
	return "“" + component.Fit(text, min(component.Width(text), 30), theme.ASCII) + "”"
}

// emergency is whom to ring now, in the protocol's own words.
func (c *console) emergency() {
	fmt.Fprintln(c.out)
	c.show(document.EmergencyPage(c.env, c.width, "What you have said is safe. The question comes again below."))
	fmt.Fprintln(c.out)
}
