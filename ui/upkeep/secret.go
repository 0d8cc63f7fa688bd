package upkeep

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/process"
)

// Keyring is where a command takes a secret from: the terminal, or a file or a
// descriptor. There is no flag and no environment variable that holds one: other
// programs can read those.
type Keyring struct {
	s *cli.Session
	// name is the word before "-file" and "-fd": "passphrase", "new-passphrase".
	name, file string
	fd         int
	// recovery takes the recovery key in place of the passphrase.
	recovery bool
	// used is the secret that was tried last.
	used store.Secret
	// Plain, where set, is how plain questions ask, which go on without a secret.
	Plain *Plainly
}

// Plainly is what plain questions ask a passphrase with: where everything else is
// asked, until the process is to end. An empty answer is none.
type Plainly struct {
	Prompt string
	Out    io.Writer
	Stop   <-chan struct{}
}

// ErrNoSecret says that somebody goes on without one.
var ErrNoSecret = errors.New("the notes stay closed")

const (
	// noDescriptor is the value of a flag that was not given.
	noDescriptor = -1
	// maxSecret bounds what is read from a file: no passphrase is longer.
	maxSecret = 4096
)

func newKeyring(s *cli.Session, cmd *cobra.Command, name, what string) *Keyring {
	k := &Keyring{s: s, name: name}
	cmd.Flags().StringVar(&k.file, name+"-file", "", "read "+what+" from the first line of `FILE`")
	cmd.Flags().IntVar(&k.fd, name+"-fd", noDescriptor, "read "+what+" from the descriptor `N`")
	cmd.Flags().Lookup(name + "-fd").DefValue = "0" // the help says of no other default: none is meant
	return k
}

// Unlocking is the keyring of a command that opens the notes.
func Unlocking(s *cli.Session, cmd *cobra.Command) *Keyring {
	k := newKeyring(s, cmd, "passphrase", "the passphrase")
	cmd.Flags().BoolVar(&k.recovery, "recovery", false, "give the recovery key in place of the passphrase")
	return k
}

// Given reports whether the secret comes from a file or a descriptor.
func (k *Keyring) Given() bool { return k.file != "" || k.fd != noDescriptor }

func (k *Keyring) read(prompt string) (string, error) {
	switch {
	case k.file != "" && k.fd != noDescriptor:
		return "", cli.Usagef("--%s-file or --%s-fd: one of them, not both", k.name, k.name)
	case k.file != "":
		f, err := os.Open(k.file)
		if err != nil {
			return "", cli.Failf("the file with the passphrase can't be read. Nothing was changed. Check the name "+
				"behind --%s-file", k.name)
		}
		defer func() { _ = f.Close() }() // read only
		return firstLine(f)
	case k.fd == noDescriptor:
		return k.typed(prompt)
	case k.fd < 0:
		return "", cli.Usagef("--%s-fd is the number of an open descriptor", k.name)
	}
	f := os.NewFile(uintptr(k.fd), "passphrase")
	if f == nil {
		return "", cli.Usagef("descriptor %d is not open", k.fd)
	}
	return firstLine(f)
}

func firstLine(r io.Reader) (string, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxSecret+1))
	if err != nil {
		return "", cli.Failf("the passphrase can't be read from there; nothing was changed.")
	}
	line, _, _ := bytes.Cut(b, []byte("\n"))
	line = bytes.TrimSuffix(bytes.TrimPrefix(line, []byte("\ufeff")), []byte("\r"))
	switch {
	case len(line) > maxSecret:
		return "", cli.Failf("the first line there is longer than any passphrase; nothing was changed.")
	case !utf8.Valid(line) || bytes.IndexByte(line, 0) >= 0:
		return "", cli.Failf("the passphrase there is not UTF-8 text, so it may be read wrongly. Nothing was " +
			"changed. Save the file as UTF-8")
	case len(line) == 0:
		return "", cli.Failf("the first line there is empty, so there is no passphrase; nothing was changed.")
	}
	return string(line), nil
}

// Terminal is the terminal that somebody can be asked at, or nil.
func Terminal(s *cli.Session) *os.File {
	f, is := s.In.(*os.File)
	if !is || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return f
}

// hushed tells that what is typed at the terminal isn't shown just now.
var hushed bool

// hush keeps what is typed at the terminal from being shown, until the function
// it returns is called: from before the first prompt to after the last, since
// whoever types between two of them is not to be shown either. Within one hush
// another changes nothing.
func (k *Keyring) hush() func() {
	f := Terminal(k.s)
	if hushed || k.Given() || f == nil {
		return func() {}
	}
	hushed = true
	stop := func() {}
	if k.Plain == nil { // whose questions end by themselves
		stop = process.RestoreIfInterrupted(int(f.Fd()))
	}
	show := process.NoEcho.Set(int(f.Fd()))
	return func() {
		show()
		stop()
		hushed = false
	}
}

func (k *Keyring) typed(prompt string) (string, error) {
	f := Terminal(k.s)
	if f == nil {
		return "", cli.Usagef("there is no terminal to ask at. In a script: --%s-file FILE or --%s-fd N", k.name,
			k.name)
	}
	defer k.hush()()
	out, stop := k.s.Err, (<-chan struct{})(nil)
	if k.Plain != nil {
		prompt, out, stop = k.Plain.Prompt, k.Plain.Out, k.Plain.Stop
	}
	fmt.Fprint(out, prompt)
	line, err := hiddenUntil(stop, int(f.Fd()))
	fmt.Fprintln(out)
	switch {
	case k.Plain != nil && line.Text == "":
		return "", ErrNoSecret
	case err != nil:
		return "", cli.Failf("nothing was typed, and nothing was changed.")
	case line.Cut:
		k.tell(cutWords)
	}
	return line.Text, nil
}

func (k *Keyring) tell(text string) {
	if k.Plain != nil {
		fmt.Fprintln(k.Plain.Out, text)
		return
	}
	k.s.Ask(cli.Line{Text: text})
}

// hiddenUntil reads a line that isn't shown. Asked to end, it puts the terminal in order
// and gives up.
func hiddenUntil(stop <-chan struct{}, fd int) (process.PastedLine, error) {
	before, err := term.GetState(fd)
	if err != nil || stop == nil {
		return process.HiddenLine(fd)
	}
	got := make(chan process.PastedLine, 1)
	go func() {
		line, _ := process.HiddenLine(fd) // what can't be read is no passphrase
		got <- line
	}()
	select {
	case line := <-got:
		return line, nil
	case <-stop:
		return process.PastedLine{}, term.Restore(fd, before)
	}
}

// asked shows a question at the terminal and gives the line that is typed; ok is
// false where nobody is there to be asked.
func asked(s *cli.Session, question string) (answer string, ok bool) {
	f := Terminal(s)
	if f == nil {
		return "", false
	}
	fmt.Fprint(s.Err, question)
	if hushed {
		defer process.Echo.Set(int(f.Fd()))()
	}
	line, err := bufio.NewReader(f).ReadString('\n')
	return strings.TrimSpace(line), err == nil
}

// chosen gives a new passphrase: typed twice, or from where the flags say.
func (k *Keyring) chosen(prompt string) (string, error) {
	defer k.hush()()
	if !k.Given() && Terminal(k.s) != nil {
		k.tell(passphraseHint)
	}
	for {
		first, err := k.read(prompt)
		if err != nil {
			return "", err
		}
		why := weak(first)
		switch {
		case k.Given() && why != "":
			return "", cli.Failf("%s Nothing was changed.", why)
		case k.Given():
			return first, nil
		case why != "":
			k.tell(why)
			continue
		}
		again, err := k.read("The same again: ")
		if err != nil || again == first {
			return first, err
		}
		k.tell("The two don't match. Nothing was changed; choose again, or ctrl+c leaves.")
	}
}

func (k *Keyring) secret() (store.Secret, error) {
	if !k.recovery {
		text, err := k.read("Passphrase of the notes: ")
		return store.Passphrase([]byte(text)), err
	}
	for {
		text, err := k.read("Recovery key, as it was written down: ")
		if err != nil {
			return store.Secret{}, err
		}
		key, err := store.ParseRecoveryKey(text)
		switch {
		case err == nil:
			return store.Recovery(key), nil
		case k.Given():
			return store.Secret{}, cli.Failf("%v", err)
		}
		k.tell(err.Error())
	}
}

// Try calls what needs the secret. A wrong one is said and asked for again where
// it is typed; after several the next has to wait. Nothing typed meanwhile is shown:
// somebody who was too quick for the next prompt is still typing a passphrase.
func (k *Keyring) Try(n *Notes, use func(store.Secret) error) error {
	defer k.hush()()
	for {
		if wait := store.NextTry(n.Path, n.Options); wait > 0 {
			k.tell("After several wrong tries the next one waits " + WaitWords(wait) + ".")
			time.Sleep(wait)
		}
		secret, err := k.secret()
		if err != nil {
			return err
		}
		if k.Plain == nil { // plain questions go on long after it has opened the notes
			k.used = secret
		}
		err = use(secret)
		if !errors.Is(err, store.ErrWrongSecret) || k.Given() {
			return err
		}
		k.tell(err.Error())
		if !k.recovery && k.Plain == nil {
			k.tell("Forgotten? --recovery takes the recovery key from when the notes were set up. Without either " +
				"nobody can open them: there is no other way in. ctrl+c leaves.")
		}
	}
}

// WaitWords are whole seconds, rounded up.
func WaitWords(d time.Duration) string {
	return model.Count(int((d+time.Second-1)/time.Second), "second")
}
