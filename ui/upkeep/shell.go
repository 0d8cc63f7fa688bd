package upkeep

import (
	"cmp"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/process"
)

// Shell drives the operations from a command line: flags answer their questions, and what
// is left is asked at the terminal.
type Shell struct {
	*cli.Session
	// Find gives the notes that the command line means, not opened.
	Find func() *Notes
}

// Command is an operation as a shell has it.
type Command struct {
	Use, Short, Long, Example string
	// Args checks the words behind it; nil is for a command without. The word answers the
	// question of the key Word.
	Args cobra.PositionalArgs
	Word string
	// Switches, Texts and Lists are flags that answer no question; a list can be repeated.
	Switches, Texts, Lists []Flag
	// Closed tells that it needs no secret, and ReadOnly that it changes nothing.
	Closed, ReadOnly bool
	// Check says what is wrong in a command line, before anything is asked.
	Check func(a Answers) error
	// Run does it, in place of opening the notes and the operation's own doing.
	Run func(a Answers, k *Keyring) error
}

// Flag is a flag with its letter, or with none.
type Flag struct{ Name, Letter, Help string }

var asJSON = Flag{Name: "json", Help: "answer as JSON"}

// command makes the command of an operation. What made gives may depend on the flags.
func (sh *Shell) command(made func(*Notes, Answers) Operation) *cobra.Command {
	o := made(&Notes{}, With())
	c, secrets := o.Command, map[string]*Keyring{}
	cmd := &cobra.Command{Use: c.Use, Short: c.Short, Long: c.Long, Example: c.Example, Args: c.Args}
	if cmd.Args == nil {
		cmd.Args = nothingMore
	}
	f, texts := cmd.Flags(), map[string]*string{}
	for _, q := range o.Steps {
		switch {
		case q.Flag.Name == "":
		case q.Secret:
			secrets[q.Key] = newKeyring(sh.Session, cmd, q.Flag.Name, q.Flag.Help)
		default:
			texts[q.Key] = f.StringP(q.Flag.Name, q.Flag.Letter, "", q.Flag.Help)
		}
	}
	for _, t := range c.Texts {
		texts[t.Name] = f.StringP(t.Name, t.Letter, "", t.Help)
	}
	for _, s := range c.Switches {
		f.BoolP(s.Name, s.Letter, false, s.Help)
	}
	for _, l := range c.Lists {
		f.StringArrayP(l.Name, l.Letter, nil, l.Help)
	}
	var k *Keyring
	if !c.Closed {
		k = Unlocking(sh.Session, cmd)
	}
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		a := With()
		a.Shell, a.Lists, a.secrets = sh, map[string][]string{}, secrets
		for key, text := range texts {
			a.Text[key] = *text
		}
		for _, s := range c.Switches {
			if on, _ := f.GetBool(s.Name); on {
				a.Text[s.Name] = "yes"
			}
		}
		for _, l := range c.Lists {
			a.Lists[l.Name], _ = f.GetStringArray(l.Name)
		}
		if c.Word != "" && len(args) > 0 {
			a.Text[c.Word] = args[0]
		}
		return sh.run(made, a, k)
	}
	return cmd
}

func (sh *Shell) run(made func(*Notes, Answers) Operation, a Answers, k *Keyring) error {
	n := sh.Find()
	o := made(n, a)
	c := cmp.Or(o.Command, &Command{})
	if c.Check != nil {
		if err := c.Check(a); err != nil {
			return err
		}
	}
	switch {
	case c.Run != nil:
		return c.Run(a, k)
	case c.Closed:
		return sh.tells(o.Do(a), a)
	}
	for i := range o.Steps {
		if err := sh.askFirst(&o.Steps[i], a); err != nil {
			return err
		}
	}
	return sh.Open(n, k, c.ReadOnly, func() error {
		a.Found["present"] = k.used
		for i := range o.Steps {
			if err := sh.ask(&o.Steps[i], a, k); err != nil {
				return err
			}
		}
		err := sh.tells(o.Do(a), a)
		if errors.Is(err, store.ErrWrongSecret) {
			return cli.Failf("%v", err) // of something else: these notes are open
		}
		return err
	})
}

// askFirst has a question answered that needs no notes: nobody types a passphrase for a
// file that can't be written.
func (sh *Shell) askFirst(q *Question, a Answers) error {
	missing := strings.TrimSpace(a.Text[q.Key]) == "" && q.Missing != ""
	switch {
	case q.Secret || q.Skip != nil && q.Skip(a):
		return nil
	case missing && Terminal(sh.Session) == nil:
		return cli.Usagef("%s", q.Missing)
	case missing && q.Asks == nil:
		if err := sh.askHere(q, a); err != nil {
			return err
		}
	}
	if q.Path {
		return look(q, a)
	}
	return nil
}

// ask has a question answered that needs the notes.
func (sh *Shell) ask(q *Question, a Answers, k *Keyring) (err error) {
	switch {
	case q.Skip != nil && q.Skip(a), q.Path:
		return nil
	case q.Shows != nil:
		return sh.handOver(q.Shows(a), !k.Given(), q.Otherwise)
	case q.Secret && q.Flag.Name != "":
		from := a.secrets[q.Key]
		if q.Before != "" && !from.Given() {
			sh.Ask(cli.Line{Text: q.Before})
		}
		if q.Chosen {
			a.Text[q.Key], err = from.chosen(q.Prompt + ": ")
		} else {
			a.Text[q.Key], err = from.read(q.Prompt + ": ")
		}
		return err
	case a.Text[q.Key] == "" && q.Missing != "":
		if err := sh.askHere(q, a); err != nil {
			return err
		}
	}
	return look(q, a)
}

func (sh *Shell) askHere(q *Question, a Answers) error {
	ask := q.Ask
	if q.Asks != nil {
		ask = q.Asks(a)
	}
	if q.About != nil {
		sh.Ask(cli.Line{Text: q.About(a)})
	}
	if !strings.HasSuffix(ask, "?") {
		ask += ":"
	}
	sh.Ask(cli.Line{Text: ask})
	if q.Flag.Name != "" && q.Hint != "" {
		sh.Ask(cli.Line{Text: q.Hint})
	}
	answer, ok := asked(sh.Session, "> ")
	if !ok {
		return cli.Failf("%s", q.Missing)
	}
	if q.Path {
		if answer = typedPath(answer); answer == toOutput {
			answer = "./" + answer // a sealed file is not for a terminal
		}
	}
	if q.Check != nil {
		if why := q.Check(answer, a); why != "" {
			return cli.Failf("%s", why)
		}
	}
	a.Text[q.Key] = answer
	return nil
}

func look(q *Question, a Answers) (err error) {
	for _, find := range []func(string, Answers) (any, string){q.Look, q.Find} {
		if find == nil || a.Text[q.Key] == "" || err != nil {
			continue
		}
		found, problem := find(a.Text[q.Key], a)
		if a.Found[q.Key] = found; problem != "" {
			err = cli.Failf("%s", problem)
		}
	}
	return err
}

// Open opens the notes and runs what needs them open. What unlocking found, and what came
// to light meanwhile, is said whatever the command does. What fails is said in full and
// never with anything private in it.
func (sh *Shell) Open(n *Notes, k *Keyring, readOnly bool, do func() error) error {
	return sh.withSecret(n, k, n.Reachable(), func(secret store.Secret) (err error) {
		opt := n.Options
		opt.ReadOnly = readOnly
		n.Store, err = store.Unlock(n.Path, secret, opt, func(r *store.Report) { sh.tell(r.Findings) })
		if err != nil {
			return err
		}
		err = do()
		sh.tell(n.Store.Told())
		return errors.Join(err, n.Store.Close())
	})
}

// withSecret asks for the secret of the notes, unless something keeps them from being
// opened whatever the secret.
func (sh *Shell) withSecret(n *Notes, k *Keyring, hindered error, do func(store.Secret) error) error {
	process.Harden()
	if why := process.Exposed(); why != "" {
		return cli.Failf("%s", why)
	}
	if hindered != nil {
		return cli.Failf("%s", WithNext(hindered))
	}
	return Failed(k.Try(n, do))
}

// Failed gives an error of the store its exit status and leaves the command
// line's own as they are.
func Failed(err error) error {
	if store.As(err).Code != "" {
		return cli.Failf("%s", WithNext(err))
	}
	return err
}

// Reachable says why the notes can't be opened whatever the secret, or is nil.
func (n *Notes) Reachable() error {
	switch st := store.Look(n.Path); st.State {
	case store.Absent:
		return errors.New("there are no notes at " + name(n.Path) + " yet. isspp notes init sets them up")
	case store.InUse:
		return store.InUseBy(st.Holder)
	case store.Orphaned, store.Unreadable, store.Foreign:
		return st.Err
	}
	return nil
}

// rebuildable is Reachable for a rebuilding: that needs no file, where there are backups.
func (n *Notes) rebuildable() error {
	if err := n.Reachable(); !store.Rebuildable(err) {
		return err
	}
	return nil
}

// nextInShell names the commands that mend what err tells of, or is empty.
func nextInShell(err error) string {
	var out []string
	if store.Rebuildable(err) {
		out = append(out, "isspp notes restore --salvage rebuilds them from all of it together, which loses least.")
	}
	if name := store.As(err).Backup; name != "" {
		out = append(out, "isspp notes restore "+name+" puts that backup back as it is.")
	}
	return strings.Join(out, " ")
}

// WithNext is an error with the commands that mend it.
func WithNext(err error) string {
	return strings.TrimSpace(err.Error() + " " + nextInShell(err))
}

// tells says what an operation did, and gives its error the status of a failed one. A
// wrong secret stays what it is: another is asked for.
func (sh *Shell) tells(r Result, a Answers) error {
	lines := make([]cli.Line, 0, len(r.Said))
	for _, l := range r.Said {
		if l.Label+l.Text != "" {
			lines = append(lines, cli.Line{Label: l.Label, Text: name(l.Text)})
		}
	}
	switch {
	case errors.Is(r.Err, store.ErrWrongSecret):
		return r.Err
	case r.Err != nil:
		sh.Ask(lines...)
		return cli.Failf("%s", WithNext(r.Err))
	case r.Amiss:
		sh.SetStatus(cli.StatusNothing)
	}
	if a.Set(asJSON.Name) && r.JSON != nil {
		return sh.ShowJSON(r.JSON())
	}
	return sh.Tell(r.Column, lines...)
}

// tell says on the standard error what there is to know of the notes, beside what a
// command answers. Where anything is lost the status is 1.
func (sh *Shell) tell(findings []store.Finding) {
	amiss := false
	for _, f := range findings {
		if f.Severity == store.Remark && f.Code != "wrong-tries" {
			continue
		}
		sh.Ask(said(f))
		amiss = amiss || f.Severity > store.Remark && f.Code != "rescued"
		if f.Severity == store.Loss {
			sh.SetStatus(cli.StatusNothing)
		}
	}
	if amiss {
		sh.Ask(cli.Line{Text: "Next: isspp notes verify says more, and what can be done."})
	}
}

func said(f store.Finding) cli.Line {
	return cli.Line{Text: severityLabel(f.Severity) + ": " + name(f.Text)}
}
