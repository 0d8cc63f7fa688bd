package model

import (
	"strings"
	"unicode"
)

// Fold makes texts comparable: lower case, without accents and apostrophes, "&"
// and "saint" written as "and" and "st", and one space for anything else that
// is neither a letter nor a digit, hyphens among it. "D'Orsi" folds to "dorsi".
func Fold(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	gap := false
	write := func(s string) {
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteString(s)
	}
	for _, r := range text {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteByte(byte(r))
		case r >= 'A' && r <= 'Z':
			write(string(r + 'a' - 'A'))
		case r == '&':
			gap = true
			write("and")
			gap = true
		case isApostrophe(r) || unicode.Is(unicode.Mn, r):
			// Dropped: "Boys'" is "boys", and a combining accent leaves its letter.
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			write(plainLetter(unicode.ToLower(r)))
		default:
			gap = true
		}
	}
	return saintsToSt(b.String())
}

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

// plainLetter is the letter without its accent, for the letters of European
// names; others stay as they are.
func plainLetter(r rune) string {
	if r < 0x80 {
		return string(r)
	}
	for _, group := range [...]string{
		"aàáâãäåāăą", "cçćĉċč", "dďđð", "eèéêëēĕėęěè", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı", "jĵ",
		"kķ", "lĺļľŀł", "nñńņňŋ", "oòóôõöøōŏő", "rŕŗř", "sśŝşšș", "tţťŧț", "uùúûüũūŭůűų",
		"wŵ", "yýÿŷ", "zźżž",
	} {
		if strings.ContainsRune(group, r) {
			return group[:1]
		}
	}
	switch r {
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
