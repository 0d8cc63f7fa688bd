package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes texts comparable: lower case, without accents and apostrophes, "&"
// and "saint" written as "and" and "st", and one space for anything else that
// is neither a letter nor a digit, hyphens among it. "D'Orsi" folds to "dorsi".
func Fold(text string) string {
	out, gap := make([]byte, 0, len(text)), false
	write := func(s string) {
		if gap && len(out) > 0 {
			out = append(out, ' ')
		}
		out, gap = append(out, s...), false
	}
	for i := 0; i < len(text); {
		// Most of a text is letters of the alphabet, and searching folds all of it.
		if c := text[i]; c < utf8.RuneSelf && asciiFold[c] != 0 {
			if gap && len(out) > 0 {
				out = append(out, ' ')
			}
			out, gap = append(out, asciiFold[c]), false
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case r == '&':
			gap = true
			write("and")
			gap = true
		case isApostrophe(r): // "Boys'" is "boys"
		case r < utf8.RuneSelf:
			gap = true
		case invisible(r) || onPlainLetter(r, out): // an accent leaves its letter
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			for _, part := range norm.NFKD.String(string(unicode.ToLower(r))) {
				if !onPlainLetter(part, out) {
					write(cmp.Or(plainLetters[part], string(part)))
				}
			}
		default:
			gap = true
		}
	}
	if folded := string(out); strings.Contains(folded, "saint") {
		return strings.TrimSpace(strings.ReplaceAll(" "+folded+" ", " saint ", " st "))
	}
	return string(out)
}

// asciiFold is the letter or digit that a byte of ASCII folds to, or 0.
var asciiFold = func() (fold [utf8.RuneSelf]byte) {
	for c := byte('0'); c <= '9'; c++ {
		fold[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		fold[c], fold[c-'a'+'A'] = c, c
	}
	return fold
}()

// foldWords are the words of a folded text.
func foldWords(text string) []string { return strings.Fields(Fold(text)) }

func isApostrophe(r rune) bool { return strings.ContainsRune("'’‘ʼ`´′", r) }

// onPlainLetter reports whether a mark stands on a letter of the Latin alphabet,
// which is then the same letter without it. In other scripts a mark is a vowel
// or part of the letter, and is kept.
func onPlainLetter(r rune, before []byte) bool {
	if !unicode.Is(unicode.Mn, r) || len(before) == 0 {
		return false
	}
	last, _ := utf8.DecodeLastRune(before)
	return unicode.Is(unicode.Latin, last)
}

// plainLetters are the letters of the alphabet for those that are not one with an
// accent; others stay as they are.
var plainLetters = map[rune]string{
	'đ': "d", 'ð': "d", 'ħ': "h", 'ı': "i", 'ł': "l", 'ŀ': "l", 'ŋ': "n", 'ø': "o", 'ŧ': "t", 'ß': "ss", 'æ': "ae",
	'œ': "oe", 'þ': "th",
}

// isSmall reports whether neither a match nor initials hang on a word.
func isSmall(word string) bool {
	return slices.Contains([]string{"a", "an", "and", "at", "for", "in", "of", "on", "the", "to"}, word)
}
