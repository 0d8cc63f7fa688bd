package seal

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Secret is what a person unlocks with: a passphrase or the recovery key.
type Secret struct {
	passphrase []byte
	recovery   *RecoveryKey
}

// Passphrase makes a secret of typed bytes. They are not copied; the caller may clear them after the call that used
// them.
func Passphrase(p []byte) Secret { return Secret{passphrase: p} }

// Recovery makes a secret of a recovery key.
func Recovery(k RecoveryKey) Secret { return Secret{recovery: &k} }

// String hides the secret.
func (Secret) String() string { return "(secret)" }

// GoString hides the secret from %#v too.
func (Secret) GoString() string { return "(secret)" }

// IsRecovery reports whether the secret is a recovery key.
func (s Secret) IsRecovery() bool { return s.recovery != nil }

func (s Secret) kind() slotKind {
	if s.recovery != nil {
		return slotRecovery
	}
	return slotPassphrase
}

// kek is the key that wraps the data key in slot sl. A passphrase is brought to NFKC first, so that another
// keyboard's way of typing é opens the same notes.
func (s Secret) kek(sl *slot, stretch Stretch) []byte {
	if s.recovery != nil {
		return expand(s.recovery.secret[:], sl.Salt[:], "recovery")
	}
	if stretch == nil {
		stretch = argon2id
	}
	return stretch(norm.NFKC.Bytes(s.passphrase), sl.Salt[:], sl.KDF)
}

// recoverySize is 160 bits: no passphrase stretching is needed for it.
const recoverySize = 20

// crockford leaves out I, L, O and U, which people misread or dislike.
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

var letters = base32.NewEncoding(crockford).WithPadding(base32.NoPadding)

const (
	recoveryChars = recoverySize * 8 / 5
	checkChars    = 4
	groupChars    = 4
)

// RecoveryKey opens the notes when the passphrase is forgotten. It is made at set-up and shown once.
type RecoveryKey struct{ secret [recoverySize]byte }

// NewRecoveryKey makes a key that opens nothing until Wrap makes a slot for it.
func NewRecoveryKey() RecoveryKey {
	var k RecoveryKey
	rand.Read(k.secret[:])
	return k
}

// String hides the key, so that it cannot reach a log by accident.
func (RecoveryKey) String() string { return "(recovery key)" }

// GoString hides the key from %#v too.
func (RecoveryKey) GoString() string { return "(recovery key)" }

// Text is the key as a person copies it: nine groups of four, of which the last only checks the others.
func (k RecoveryKey) Text() string {
	all := letters.EncodeToString(k.secret[:]) + k.check()
	groups := make([]string, 0, len(all)/groupChars)
	for i := 0; i < len(all); i += groupChars {
		groups = append(groups, all[i:i+groupChars])
	}
	return strings.Join(groups, "-")
}

// check is 20 bits of a hash: one typing mistake in a million slips through, and then the key is simply wrong.
func (k RecoveryKey) check() string {
	sum := sha256.Sum256(append([]byte("isspp recovery key check"), k.secret[:]...))
	return letters.EncodeToString(sum[:5])[:checkChars]
}

// ParseRecoveryKey reads a key as typed: case, spaces and dashes don't matter, and O, I and L are taken for 0, 1 and
// 1. Its error is a sentence that says where to look, and never what was typed.
func ParseRecoveryKey(text string) (RecoveryKey, error) {
	typed := lettersOf(text)
	const all = recoveryChars + checkChars
	var wrong string
	switch strange := bytes.IndexByte(typed, 0); {
	case strange >= 0 && strange <= all:
		wrong = fmt.Sprintf("The recovery key has a character that is never in one, in group %d. There is no U in it, "+
			"and no sign but letters and digits.", strange/groupChars+1)
	case len(typed) > all:
		wrong = fmt.Sprintf("The recovery key is too long: a right one has %d letters and digits.", all)
	case len(typed) < all:
		wrong = fmt.Sprintf("The recovery key is too short: %d of %d letters and digits.", len(typed), all)
	default:
		k, fits := keyOf(typed)
		if fits {
			return k, nil
		}
		wrong = "The recovery key has a typing mistake somewhere: its last group does not fit the rest."
		if group := soleMisfit(typed); group > 0 {
			wrong = fmt.Sprintf("The recovery key has a typing mistake, likely in group %d.", group)
		}
	}
	return RecoveryKey{}, mistyped(wrong)
}

// mistyped is what is wrong with a key as it was typed.
type mistyped string

func (m mistyped) Error() string { return string(m) }

// keyOf is the key that some letters say, and whether the last group is the one that checks the others.
func keyOf(typed []byte) (k RecoveryKey, fits bool) {
	_, err := letters.Decode(k.secret[:], typed[:recoveryChars])
	return k, err == nil && k.check() == string(typed[recoveryChars:])
}

// Differs is the first group, counted from 1, in which what was typed is not this key, as a person compares it with
// the paper; 0 where it is the same. It is for a key that is being shown, and of no use in guessing one.
func (k RecoveryKey) Differs(typed string) int {
	want, got, at := lettersOf(k.Text()), lettersOf(typed), 0
	for at < min(len(want), len(got)) && got[at] == want[at] {
		at++
	}
	if at == len(want) && at == len(got) {
		return 0
	}
	return min(at, len(want)-1)/groupChars + 1
}

// soleMisfit is the one group, counted from 1, in which changing one character makes the key fit; 0 where there is
// none, or more than one. One character read or typed wrong is nearly always found: of the thousand keys that differ
// in one, as a rule only the right one fits its last group.
func soleMisfit(typed []byte) int {
	found := 0
	for i, was := range typed {
		for _, c := range []byte(crockford) {
			typed[i] = c
			if _, fits := keyOf(typed); c == was || !fits {
				continue
			}
			if group := i/groupChars + 1; found != 0 && found != group {
				return 0
			}
			found = i/groupChars + 1
		}
		typed[i] = was
	}
	return found
}

// lettersOf are the letters of a key that were typed, without what people put between groups; 0 stands for what is in
// no key.
func lettersOf(text string) []byte {
	var out []byte
	for _, r := range strings.ToUpper(text) {
		switch r {
		case ' ', '\t', '\n', '\r', '-', '_', '\u00a0', '\u2010', '\u2011', '\u2013', '\u2014':
			continue
		case 'O':
			r = '0'
		case 'I', 'L':
			r = '1'
		}
		if !strings.ContainsRune(crockford, r) {
			r = 0
		}
		out = append(out, byte(r)) //nolint:gosec // a letter of a key, or 0
	}
	return out
}
