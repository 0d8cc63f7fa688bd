package model

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes texts comparable: lower case, without accents and apostrophes, "&"
// and "saint" written as "and" and "st", and one space for anything else that
// is neither a letter nor a digit, hyphens among it. "D'Orsi" folds to "dorsi".
func Fold(text string) string {
	out := make([]byte, 0, len(text))
	gap := false
	write := func(s string) {
		if gap && len(out) > 0 {
			out = append(out, ' ')
		}
		gap = false
		out = append(out, s...)
	}
	for i := 0; i < len(text); {
		// Most of a text is letters of the alphabet, and searching folds all of it.
		if c := text[i]; c < utf8.RuneSelf {
			i++
			switch folded := asciiFold[c]; {
			case folded != 0:
				if gap && len(out) > 0 {
					out = append(out, ' ')
				}
				gap = false
				out = append(out, folded)
			case c == '&':
				gap = true
				write("and")
				gap = true
			case c == '\'' || c == '`':
				// Dropped: "Boys'" is "boys".
			default:
				gap = true
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case isApostrophe(r) || invisible(r) || onPlainLetter(r, out):
			// Dropped: an accent leaves its letter.
		case r >= '\uff01' && r <= '\uff5e' && asciiFold[r-0xfee0] != 0:
			write(string(rune(asciiFold[r-0xfee0]))) // full width
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			for _, part := range norm.NFD.String(string(unicode.ToLower(r))) {
				if !onPlainLetter(part, out) {
					write(plainLetter(part))
				}
			}
		default:
			gap = true
		}
	}
	return saintsToSt(string(out))
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

// saintsToSt writes the word "saint" as "st".
func saintsToSt(folded string) string {
	if !strings.Contains(folded, "saint") {
		return folded
	}
	words := strings.Split(folded, " ")
	for i, w := range words {
		if w == "saint" {
			words[i] = "st"
		}
	}
	return strings.Join(words, " ")
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '`', '´', '′':
		return true
	}
	return false
}

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

// plainLetter is the letter of the alphabet for those that are not one with an
// accent; others stay as they are.
func plainLetter(r rune) string {
	switch r {
	case 'đ', 'ð':
		return "d"
	case 'ħ':
		return "h"
	case 'ı':
		return "i"
	case 'ł', 'ŀ':
		return "l"
	case 'ŋ':
		return "n"
	case 'ø':
		return "o"
	case 'ŧ':
		return "t"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	}
	return string(r)
}

// isSmall tells the words that neither a match nor initials hang on.
func isSmall(word string) bool {
	switch word {
	case "a", "an", "and", "at", "for", "in", "of", "on", "the", "to":
		return true
	}
	return false
}
