package store

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"

	"filippo.io/age"
	"filippo.io/age/armor"
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
	id, err := age.NewScryptIdentity(o.Passphrase)
	if err != nil {
		return nil, err
	}
	id.SetMaxWorkFactor(maxWork)
	return append([]age.Identity{id}, o.Identities...), nil
}

// ParseRecipients reads age recipients, "age1…", one a line; lines that start
// with # are remarks.
func ParseRecipients(text string) ([]age.Recipient, error) {
	out, err := age.ParseRecipients(strings.NewReader(text))
	if err != nil {
		// age's own words would quote the line.
		return nil, &Error{Class: ErrMistyped, Cause: err, What: "That is not an age recipient: it starts with age1 and has no blanks.", Safe: "Nothing was written.", Do: "Ask whoever is to open the file for their recipient again."}
	}
	return out, nil
}

// ParseIdentities reads age identities, "AGE-SECRET-KEY-…", one a line.
func ParseIdentities(text string) ([]age.Identity, error) {
	out, err := age.ParseIdentities(strings.NewReader(text))
	if err != nil {
		return nil, &Error{Class: ErrMistyped, Cause: err, What: "There is no age identity in that file: a line that starts with AGE-SECRET-KEY-1.", Safe: "Nothing was taken in."}
	}
	return out, nil
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

// bundleError tells what age said in plain words.
func bundleError(err error) error {
	var none *age.NoIdentityMatchError
	switch {
	case errors.As(err, &none):
		return &Error{Class: ErrWrongPassphrase, Cause: err, What: "That does not open this file.", Safe: "Nothing was taken in.", Do: "Check the passphrase with whoever made the file, or whether it was made for another recipient."}
	case strings.Contains(err.Error(), "work factor"):
		return &Error{Class: ErrRefused, Cause: err, What: "The file asks for more work than isspp does for a passphrase: it may be meant to keep the computer busy.", Safe: "Nothing was taken in.", Do: "Ask for it to be made again."}
	}
	return &Error{Class: ErrDamaged, Cause: err, What: "The file is damaged, cut short, or not an age file.", Safe: "Nothing was taken in.", Do: "Ask for it to be sent again."}
}
