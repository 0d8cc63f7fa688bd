package store

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"filippo.io/age"
	"filippo.io/age/armor"
	"golang.org/x/text/unicode/norm"
)

// Opening is what opens a bundle: age identities, or a passphrase.
type Opening struct {
	Identities []age.Identity
	Passphrase string
}

func (o Opening) identities() ([]age.Identity, error) {
	if o.Passphrase == "" {
		return o.Identities, nil
	}
	// Other programs seal with the letters as they are typed, accents composed or not.
	forms := []string{o.Passphrase, norm.NFC.String(o.Passphrase), norm.NFD.String(o.Passphrase)}
	slices.Sort(forms)
	var out []age.Identity
	for _, form := range slices.Compact(forms) {
		id, err := age.NewScryptIdentity(form)
		if err != nil {
			return nil, err
		}
		id.SetMaxWorkFactor(maxWork)
		out = append(out, id)
	}
	return append(out, o.Identities...), nil
}

// ParseRecipients reads age recipients, "age1…", as people keep and paste them:
// one a line or several divided by blanks, lines indented, lines that start with #
// as remarks. An error is errMistyped and names the line, and never quotes it.
func ParseRecipients(text string) ([]age.Recipient, error) {
	var out []age.Recipient
	for n, line := range keyLines(text) {
		for _, word := range strings.Fields(line) {
			more, err := age.ParseRecipients(strings.NewReader(word))
			if err != nil {
				return nil, notARecipient(word, n, strings.Count(text, "\n") > 0, err)
			}
			out = append(out, more...)
		}
	}
	if len(out) == 0 {
		return nil, notWritten(errMistyped,
			"There is no age recipient: a line that starts with age1.",
			"Ask whoever is to open the file for their recipient.")
	}
	return out, nil
}

// notARecipient tells what is wrong with a word that should be a recipient.
// age's own words would quote it.
func notARecipient(word string, line int, many bool, cause error) error {
	what, do := "That", "Ask whoever is to open the file for their recipient again."
	if many {
		what = fmt.Sprintf("Line %d", line)
	}
	what += " is not an age recipient"
	switch {
	case strings.HasPrefix(strings.ToUpper(word), "AGE-SECRET-KEY-"):
		what += " but a secret key, which its owner keeps."
		do = "The recipient is the line beside it that starts with age1."
	case strings.HasPrefix(word, "age1"):
		what += ": it starts like one, but letters are wrong or missing."
	default:
		what += ": it starts with age1 and has no blanks."
	}
	return notWritten(errMistyped, what, do).because(cause)
}

// keyLines are the lines of a file of keys by their numbers, from 1, without
// remarks and without the mark that some editors put first.
func keyLines(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		n := 0
		for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
			n++
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' && !yield(n, line) {
				return
			}
		}
	}
}

// ParseIdentities reads age identities, "AGE-SECRET-KEY-…", one a line, as
// age-keygen writes them.
func ParseIdentities(text string) ([]age.Identity, error) {
	var out []age.Identity
	for _, line := range keyLines(text) {
		more, err := age.ParseIdentities(strings.NewReader(line))
		if err != nil {
			return nil, notAnIdentity(line, err)
		}
		out = append(out, more...)
	}
	if len(out) == 0 {
		return nil, notAnIdentity("", nil)
	}
	return out, nil
}

func notAnIdentity(line string, cause error) error {
	what := "There is no age identity in that file"
	if strings.HasPrefix(line, "age1") {
		what = "That file has the recipient, to which files are sealed. What opens them is the identity"
	}
	return notImported(errMistyped, what+": a line that starts with AGE-SECRET-KEY-1.",
		"It is the file that age-keygen made.").because(cause)
}

// Sealed is how a file that was handed over is sealed.
type Sealed int

// What a file that was handed over is opened with.
const (
	ByPassphrase Sealed = iota + 1
	ByIdentity
)

const maxAgeHead = 4096

// SealedBy tells how a file that was handed over is sealed, from its first bytes,
// so that a person is asked for the right one of the two. A file that isn't of age
// is refused with what it is instead.
func SealedBy(r io.Reader) (Sealed, error) {
	head, err := io.ReadAll(io.LimitReader(unarmoured(io.LimitReader(r, maxAgeHead)), maxAgeHead))
	first, rest, _ := bytes.Cut(head, []byte("\n"))
	ofAge := string(first) == "age-encryption.org/v1"
	switch {
	case len(head) == 0 && err == nil:
		return 0, notImported(ErrDamaged, "The file is empty.", "Ask for it to be sent again.")
	case ofAge && bytes.HasPrefix(rest, []byte("-> scrypt ")):
		return ByPassphrase, nil
	case ofAge:
		return ByIdentity, nil
	case bytes.Contains(head, []byte("\xed\xda\x0c\xed")):
		return 0, notImported(errNotAStore,
			"That is a file of notes or a backup, not one that was handed over.",
			"A backup is put back with isspp notes restore.")
	}
	return 0, notImported(errNotAStore, "That is not a file that isspp or age has sealed.",
		"What is handed over is one file, usually ending in .age: check that this is the one.").because(err)
}

// unarmoured takes off the letters that a file is wrapped in to be sent as text
// (age --armor): some mail systems let nothing else through.
func unarmoured(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	start, _ := b.Peek(256) // a shorter file is given whole
	if bytes.HasPrefix(bytes.TrimSpace(start), []byte(armor.Header)) {
		return armor.NewReader(b)
	}
	return b
}

func bundleError(err error) error {
	e := notImported(ErrDamaged, "The file is damaged, cut short, or not an age file.", "Ask for it to be sent again.")
	var none *age.NoIdentityMatchError
	switch {
	case errors.As(err, &none):
		e = notImported(ErrWrongSecret, "That does not open this file.", "Check the passphrase with whoever made the "+
			"file, or whether it was made for another recipient.")
	case strings.Contains(err.Error(), "work factor"):
		e = notImported(errRefused, "The file asks for more work than isspp does for a passphrase: it may be meant to "+
			"keep the computer busy.", "Ask for it to be made again.")
	}
	return e.because(err)
}
