package upkeep

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"

	"golang.org/x/term"

	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/process"
)

// present asks for what opens the notes now, so that nobody changes it at a screen that
// was left open. It is looked at before anything else is asked.
func (n *Notes) present() Question {
	return Question{
		Key: "present", Ask: "The passphrase as it is now", Secret: true, OrKey: true, Check: notEmpty,
		Look: func(answer string, _ Answers) (any, string) {
			secret, err := secretIn(answer)
			if err == nil {
				n.Wait()
				err = n.Store.Check(secret)
			}
			return secret, problemOf(err)
		},
	}
}

func (n *Notes) passphrase() Operation {
	return Operation{
		ID: "passphrase", Title: "Change the passphrase",
		Busy:  "Wrapping the key anew. This takes a few seconds on purpose.",
		Help:  "Only the key's wrapping changes. Earlier copies and backups still open with the old passphrase.",
		Steps: append([]Question{n.present()}, newPassphrase("The new passphrase", nil)...),
		Command: &Command{
			Use: "passphrase", Short: "Change the passphrase, or make a new recovery key",
			Long: "Changes the passphrase: only the key is wrapped anew, no note is touched. With\n" +
				"--recovery the recovery key opens in place of a forgotten passphrase. With\n" +
				"--renew-recovery the recovery key is replaced and shown once.\n\n" +
				"Copies and backups from before still open with what opened them then.",
			Example: "  isspp notes passphrase\n" +
				"  isspp notes passphrase --recovery         forgotten: the recovery key opens\n" +
				"  isspp notes passphrase --renew-recovery   the paper is lost or was seen",
			Switches: []Flag{{Name: renewRecovery, Help: "make a new recovery key in place of a new passphrase"}},
		},
		Do: func(a Answers) Result {
			present, _ := a.Found["present"].(store.Secret)
			return n.changePassphrase(present, a.Text["passphrase"])
		},
	}
}

const renewRecovery = "renew-recovery"

func (n *Notes) newKeys(a Answers) Operation {
	if a.Set(renewRecovery) {
		return n.recovery()
	}
	return n.passphrase()
}

// AfterRecovery lets whoever came in with the recovery key choose a new passphrase,
// since the one from before is forgotten.
func (n *Notes) AfterRecovery(key store.RecoveryKey) Operation {
	o := n.passphrase()
	o.Title, o.Steps = "Choose a new passphrase", o.Steps[1:]
	o.Intro = "The recovery key has opened the notes, and stays as it is: keep the paper. Choose the passphrase that " +
		"opens them from now on. Esc puts it off: ctrl+n has it under Change the passphrase."
	o.Do = func(a Answers) Result { return n.changePassphrase(store.Recovery(key), a.Text["passphrase"]) }
	return o
}

// changePassphrase wraps the key anew. present is what opens the notes now.
func (n *Notes) changePassphrase(present store.Secret, passphrase string) Result {
	return told(n.Store.ChangePassphrase(present, []byte(passphrase)), Line{
		Text: "The passphrase is changed, and no wrapping of the old one is left in the notes. Copies and backups " +
			"made before still open with the old one.",
		App: "The passphrase has changed. Earlier copies and backups still open with the old one.",
	})
}

// keyBack shows a recovery key and asks for it back: a key that was written down wrong is
// found out now and not in a year.
func keyBack(shown Question) []Question {
	shown.Key, shown.First = "key", true
	return []Question{shown, {
		Key: "back", Ask: "Type the key back, to check that you wrote it down correctly. Spaces, dashes and capitals " +
			"don't matter.",
		Label: "Recovery key", Hint: "ctrl+r shows it again. ctrl+u empties the line.", ShownAgain: true,
		Check: func(answer string, a Answers) string { return typedWrong(shown.Shows(a), answer) },
	}}
}

// typedWrong says where a key that was typed back is not the one shown.
func typedWrong(key store.RecoveryKey, typed string) string {
	group := key.Differs(typed)
	switch {
	case group == 0:
		return ""
	case strings.TrimSpace(typed) == "":
		return "Nothing typed yet."
	}
	return fmt.Sprintf("That is not the key that was shown: check group %d.", group)
}

// keyRows is how many groups of the key stand in a line, so that it is copied and
// compared in short pieces.
const keyRows = 3

// KeyLines are the lines of a recovery key, and beside each which groups they are.
func KeyLines(key store.RecoveryKey) (lines, beside []string) {
	groups := strings.Split(key.Text(), "-")
	for i := 0; i < len(groups); i += keyRows {
		to := min(i+keyRows, len(groups))
		lines = append(lines, strings.Join(groups[i:to], "  "))
		beside = append(beside, fmt.Sprintf("groups %d to %d", i+1, to))
	}
	return lines, beside
}

// recovery makes a recovery key, shows it and asks for it back. Only then does it
// take the place of the one from before: whatever happens until then, the key on
// paper opens the notes.
func (n *Notes) recovery() Operation {
	key := store.NewRecoveryKey()
	return Operation{
		ID: "recovery", Title: "Make a new recovery key", Busy: "Wrapping the key anew.",
		Help: "Shown once. Once you type it back, the old one no longer opens these notes.",
		Intro: "It is shown once, to be written down by hand, and then asked for back. Have paper ready. Until you " +
			"type it back, the old one stays valid.",
		Steps: append([]Question{n.present()}, keyBack(Question{
			Ask: "This is the new recovery key. It opens nothing yet. Write it down by hand; once you type it " +
				"back, it replaces the old one.",
			Hint:      "Enter: it is written down. Esc cancels: the old one stays.",
			Shows:     func(Answers) store.RecoveryKey { return key },
			Otherwise: "Nothing was changed: the old recovery key opens the notes, and the new one opens nothing",
		})...),
		Do: func(a Answers) Result {
			present, _ := a.Found["present"].(store.Secret)
			if err := n.Store.RenewRecovery(present, key); err != nil {
				return Result{Err: err, Said: sentences("The new recovery key was not put in place and opens nothing.")}
			}
			return Result{Said: []Line{{
				Text: "It opens the notes from now on. The old one no longer does.",
				App:  "It matches, and opens the notes from now on.",
			}, {
				App: "Destroy the old one: it no longer opens them. Earlier copies and backups still open with it.",
			}}}
		},
	}
}

type madeNotes struct {
	Store *store.Store
	Key   store.RecoveryKey
}

// SetUp makes private notes on this computer: a passphrase, twice, and a recovery key,
// shown once and typed back. place is what speaks against where they are to be, and
// refused why they can't be there.
func (n *Notes) SetUp(place []store.Finding, refused error) Operation {
	o := Operation{
		ID: "init", Title: "Set up private notes on this computer", Refused: refused,
		Command: &Command{
			Use: "init", Short: "Set up private notes: a passphrase and a recovery key",
			Long: "Sets up private notes. The passphrase is asked for twice, then your name and role\n" +
				"once; the recovery key is shown once and asked for back. With --passphrase-file or\n" +
				"--passphrase-fd the recovery key is printed: keep what it is printed to as safe as\n" +
				"the notes.",
			Example: "  isspp notes init\n  isspp notes init --notes \"H:\\Safeguarding\\notes.db\"",
			Closed:  true, Run: n.setUpInShell,
		},
	}
	for _, f := range place {
		if f.Code != "network" {
			o.Remarks = append(o.Remarks, f.Text)
		}
	}
	made := func(a Answers) madeNotes { m, _ := a.Found["again"].(madeNotes); return m }
	o.Steps = newPassphrase("Choose a passphrase: at least 15 characters. Several words that you don't use together "+
		"elsewhere are "+
		"easiest to keep. Nobody can look it up for you.", nil)
	first, again := &o.Steps[0], &o.Steps[1]
	first.Label, first.Hint, first.Count = "Passphrase", "", longEnough
	first.Flag = Flag{Name: "passphrase", Help: "the passphrase"}
	again.Ask, again.Label, again.Anew = "The same passphrase again.", "Once more", true
	again.Check = sameAs("passphrase", "The two don't match. Nothing was made; choose again.")
	again.Busy = "Making the file. This takes a few seconds, once."
	again.Look = func(answer string, _ Answers) (any, string) {
		m, err := n.create(answer)
		return m, problemOf(err)
	}
	o.Steps = append(o.Steps, keyBack(Question{
		Ask: "This is the recovery key. It opens the notes if the passphrase is forgotten, and is shown only now. " +
			"Write it down by hand and keep it somewhere safe in school, away from this computer.",
		Shows: func(a Answers) store.RecoveryKey { return made(a).Key },
		Stay: "The notes are made. Write the recovery key down and type it back: without it, a forgotten passphrase " +
			"loses them.",
	})...)
	o.Do = func(a Answers) Result { return Result{Opened: made(a).Store} }
	return o
}

func (n *Notes) create(passphrase string) (madeNotes, error) {
	if why := process.Exposed(); why != "" {
		return madeNotes{}, errors.New(why)
	}
	st, key, err := store.Create(n.Path, []byte(passphrase), n.Options)
	return madeNotes{st, key}, err
}

// RecorderWords say what a name and role are for, wherever they are asked for.
const RecorderWords = "Your name or initials, and your role, such as A. Reed, DSL. It is kept in your notes and " +
	"shown with every entry you record."

func (n *Notes) setUpInShell(a Answers, _ *Keyring) error {
	process.Harden()
	if why := process.Exposed(); why != "" {
		return cli.Failf("%s", why)
	}
	if err := store.CanCreate(n.Path, n.Options); err != nil {
		return cli.Failf("%s", WithNext(err))
	}
	// What speaks against the place is read before anything is made there: the
	// recovery key has the screen afterwards.
	for _, f := range n.Place() {
		a.Shell.Ask(said(f))
	}
	k := a.secrets["passphrase"]
	passphrase, err := k.chosen("New passphrase: ")
	if err != nil {
		return err
	}
	who := ""
	if n.Recorder == "" && !k.Given() && Terminal(a.Shell.Session) != nil {
		a.Shell.Ask(cli.Line{Text: RecorderWords})
		who, _ = asked(a.Shell.Session, "Name and role (Enter: later): ")
	}
	made, err := n.create(passphrase)
	if err == nil {
		if who = name(who); who != "" {
			_ = made.Store.KeepRecorder(who) // where it can't be kept, it is asked for again
		}
		err = made.Store.Close()
	}
	if err != nil {
		return cli.Failf("%s", WithNext(err))
	}
	if err := a.Shell.Tell(14, cli.Line{Label: "Notes", Text: name(n.Path)}); err != nil {
		return err
	}
	return a.Shell.handOver(made.Key, !k.Given(), "The notes are made, and nothing is lost. Not sure that it is "+
		"written down right? isspp notes passphrase --renew-recovery makes another")
}

const (
	keyShown = "It opens the notes if the passphrase is forgotten, and is shown only now. Write it down by hand " +
		"and keep it away from this computer."
	notTypedBack = "the recovery key was not typed back. "
)

// handOver shows a recovery key and, where somebody is there, asks for it back: a
// key that was written down wrong is found out now and not in a year. otherwise
// says how things stand if it isn't typed back.
func (sh *Shell) handOver(key store.RecoveryKey, ask bool, otherwise string) error {
	if !ask || Terminal(sh.Session) == nil {
		return sh.Tell(14, cli.Line{Label: "Recovery key", Text: strings.ReplaceAll(key.Text(), "-", " ")}, cli.Line{},
			cli.Line{Label: keyShown})
	}
	back, apart := sh.elsewhereOnScreen(notTypedBack + otherwise)
	page := []cli.Line{{Text: "Recovery key"}, {}}
	lines, beside := KeyLines(key)
	for i, l := range lines {
		page = append(page, cli.Line{Label: "    " + l + "    " + beside[i]})
	}
	page = append(page, cli.Line{}, cli.Line{Text: keyShown})
	if !apart {
		page = append(page, cli.Line{Text: "It stays in this window: close the window once the key is written down."})
	}
	sh.Ask(append(page, cli.Line{}, cli.Line{Text: "Type it back, to be sure that it is written down right. Spaces " +
		"and capitals don't matter."})...)
	for {
		typed, ok := asked(sh.Session, "> ")
		if wrong := typedWrong(key, typed); ok && wrong != "" {
			sh.Ask(cli.Line{Text: wrong + " Nothing is lost; type it again."})
			continue
		}
		back()
		if !ok {
			return cli.Failf("%s", notTypedBack+otherwise)
		}
		return sh.Tell(14, cli.Line{Label: "Recovery key", Text: "typed back correctly."})
	}
}

// elsewhereOnScreen goes to the terminal's second screen, which leaves nothing in
// the window or in what can be scrolled back to, and returns how to come back. It
// comes back by itself, with a word, where the program is interrupted. Where a terminal
// may not know the second screen, or a screen reader reads the first, nothing is changed.
func (sh *Shell) elsewhereOnScreen(interrupted string) (back func(), apart bool) {
	f, is := sh.Err.(*os.File)
	if !is || !term.IsTerminal(int(f.Fd())) || runtime.GOOS == "windows" || sh.Plain || sh.Getenv("TERM") == "dumb" ||
		sh.Getenv("TERM") == "" {
		return func() {}, false
	}
	const there, home = "\x1b[?1049h\x1b[2J\x1b[H", "\x1b[2J\x1b[?1049l"
	stop := process.OnInterrupt(func() {
		_, _ = f.WriteString(home)
		sh.Ask(cli.Line{Text: "isspp: " + interrupted})
	})
	_, _ = f.WriteString(there)
	return func() {
		stop()
		_, _ = f.WriteString(home)
	}, true
}
