package store

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// recoverySize is 160 bits: no passphrase stretching is needed for it.
const recoverySize = 20

// crockford leaves out I, L, O and U, which people misread or dislike.
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

const (
	recoveryChars = recoverySize * 8 / 5
	checkChars    = 4
	groupChars    = 4
)

// RecoveryKey opens the notes when the passphrase is forgotten. It is made at
// set-up and shown once.
type RecoveryKey struct{ secret [recoverySize]byte }

// NewRecoveryKey makes a key that opens nothing until RenewRecovery puts it in
// place.
func NewRecoveryKey() RecoveryKey {
	var k RecoveryKey
	random(k.secret[:])
	return k
}

// String hides the key, so that it cannot reach a log by accident.
func (RecoveryKey) String() string { return "(recovery key)" }

// GoString hides the key from %#v too.
func (RecoveryKey) GoString() string { return "(recovery key)" }

// Text is the key as a person copies it: nine groups of four, of which the
// last only checks the others.
func (k RecoveryKey) Text() string {
	all := base32Text(k.secret[:]) + k.check()
	groups := make([]string, 0, len(all)/groupChars)
	for i := 0; i < len(all); i += groupChars {
		groups = append(groups, all[i:i+groupChars])
	}
	return strings.Join(groups, "-")
}

// check is 20 bits of a hash: one typing mistake in a million slips through,
// and then the key is simply wrong.
func (k RecoveryKey) check() string {
	sum := sha256.Sum256(append([]byte("isspp recovery key check"), k.secret[:]...))
	return base32Text(sum[:5])[:checkChars]
}

// base32Text writes bytes, five bits a character; the length is a multiple of
// five bytes wherever it is called.
func base32Text(b []byte) string {
	var out strings.Builder
	var acc, bits uint
	for _, c := range b {
		acc = acc<<8 | uint(c)
		for bits += 8; bits >= 5; bits -= 5 {
			out.WriteByte(crockford[acc>>(bits-5)&31])
		}
	}
	return out.String()
}

// ParseRecoveryKey reads a key as typed: case, spaces and dashes don't matter,
// and O, I and L are taken for 0, 1 and 1. Its error
// means that no key was tried and no try was counted.
func ParseRecoveryKey(text string) (RecoveryKey, error) {
	digits := make([]byte, 0, recoveryChars+checkChars)
	for _, r := range strings.ToUpper(text) {
		v, ok := crockfordValue(r)
		switch {
		case v == skipped:
		case !ok:
			return RecoveryKey{}, mistyped(len(digits), true)
		case len(digits) == recoveryChars+checkChars:
			return RecoveryKey{}, mistyped(len(digits)+1, false)
		default:
			digits = append(digits, v)
		}
	}
	if len(digits) < recoveryChars+checkChars {
		return RecoveryKey{}, mistyped(len(digits), false)
	}
	if k := keyOf(digits); k.fits(digits) {
		return k, nil
	}
	return RecoveryKey{}, misfit(digits)
}

// keyOf packs the digits of a key, five bits each.
func keyOf(digits []byte) RecoveryKey {
	var k RecoveryKey
	var acc, bits uint
	n := 0
	for _, d := range digits[:recoveryChars] {
		acc = acc<<5 | uint(d)
		if bits += 5; bits >= 8 {
			bits -= 8
			k.secret[n] = byte(acc >> bits)
			n++
		}
	}
	return k
}

// fits tells whether the last group is the one that checks these.
func (k RecoveryKey) fits(digits []byte) bool {
	check := k.check()
	for i, d := range digits[recoveryChars:] {
		if check[i] != crockford[d] {
			return false
		}
	}
	return true
}

// Differs is the first group, counted from 1, in which what was typed is not this
// key, as a person compares it with the paper; 0 where it is the same. It is for
// a key that is being shown, and of no use in guessing one.
func (k RecoveryKey) Differs(typed string) int {
	want := strings.ReplaceAll(k.Text(), "-", "")
	at := 0
	for _, r := range strings.ToUpper(typed) {
		v, ok := crockfordValue(r)
		if v == skipped {
			continue
		}
		if !ok || at == len(want) || crockford[v] != want[at] {
			break
		}
		at++
	}
	if _, err := ParseRecoveryKey(typed); err == nil && at == len(want) {
		return 0
	}
	return min(at, len(want)-1)/groupChars + 1
}

// misfit is a key whose last group does not fit the rest. One character read or
// typed wrong is nearly always found: of the thousand keys that differ in one, as
// a rule only the right one fits its last group.
func misfit(digits []byte) *Error {
	e := mistyped(len(digits), false)
	if group := soleMisfit(digits); group > 0 {
		e.What = fmt.Sprintf("The recovery key has a typing mistake, likely in group %d.", group)
	}
	return e
}

// soleMisfit is the one group, counted from 1, in which changing one character
// makes the key fit; 0 where there is none, or more than one.
func soleMisfit(digits []byte) int {
	found := 0
	for i, was := range digits {
		for v := range byte(len(crockford)) {
			digits[i] = v
			if v == was || !keyOf(digits).fits(digits) {
				continue
			}
			if group := i/groupChars + 1; found != 0 && found != group {
				digits[i] = was
				return 0
			}
			found = i/groupChars + 1
		}
		digits[i] = was
	}
	return found
}

const skipped = 0xff

func crockfordValue(r rune) (byte, bool) {
	switch r {
	case ' ', '\t', '\n', '\r', '-', '_', '\u00a0', '\u2010', '\u2011', '\u2013', '\u2014':
		return skipped, true
	case 'O':
		return 0, true
	case 'I', 'L':
		return 1, true
	}
	if r > 'Z' {
		return 0, false
	}
	i := strings.IndexByte(crockford, byte(r))
	if i < 0 {
		return 0, false
	}
	return byte(i), true
}

// mistyped says where to look, and never what was typed.
func mistyped(at int, strange bool) *Error {
	what := fmt.Sprintf("The recovery key is too long: a right one has %d letters and digits.", recoveryChars+checkChars)
	switch {
	case strange:
		what = fmt.Sprintf("The recovery key has a character that is never in one, in group %d. There is no U in it, and no sign but letters and digits.", at/groupChars+1)
	case at < recoveryChars+checkChars:
		what = fmt.Sprintf("The recovery key is too short: %d of %d letters and digits.", at, recoveryChars+checkChars)
	case at == recoveryChars+checkChars:
		what = "The recovery key has a typing mistake somewhere: its last group does not fit the rest."
	}
	return &Error{Code: errMistyped, What: what, Safe: "The notes are unharmed, and this was not counted as a try.", Do: "Compare it with the paper, group by group."}
}
