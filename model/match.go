package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fit says how a query fits a name; a smaller one fits better.
type Fit int

// The fits. From FitNear on it is a guess at a spelling and must be shown as one.
const (
	FitWhole    Fit = iota // the query is the whole name
	FitExact               // each word of the query is a word of the name
	FitPrefix              // some word is the start of one
	FitJoined              // some word is two of the name's written as one, or the reverse
	FitInitials            // some word is the initials of words that follow each other
	// FitNear: some word is a likely misspelling.
	FitNear
	fitNone
)

// Match tells whether every word of the query fits a word of the name, and how
// well the worst of them does. An empty query fits nothing.
func Match(query, name string) (Fit, bool) {
	words := queryWords(query)
	if len(words) == 0 {
		return fitNone, false
	}
	fit := fitOf(words, []field{newField(name)})
	return fit, fit < fitNone
}

// Rank picks the entries of a list that a query fits, best first and otherwise in the list's order, with the
// fit of the best. texts gives an entry's texts, its name first; a query's words may fit different ones. All
// that fit are kept, since a query that fits several must not pick one; but near spellings are left out once
// something fits as written. An empty query keeps everything.
func Rank[T any](query string, list []T, texts func(T) []string) ([]T, Fit) {
	words := queryWords(query)
	if len(words) == 0 {
		return slices.Clone(list), FitWhole
	}
	type ranked struct {
		entry T
		fit   Fit
	}
	var found []ranked
	for _, entry := range list {
		var fields []field
		for _, text := range texts(entry) {
			fields = append(fields, newField(text))
		}
		if fit := fitOf(words, fields); fit < fitNone {
			found = append(found, ranked{entry, fit})
		}
	}
	slices.SortStableFunc(found, func(a, b ranked) int { return cmp.Compare(a.fit, b.fit) })
	if len(found) == 0 {
		return nil, fitNone
	}
	var kept []T
	for _, f := range found {
		if f.fit < FitNear || found[0].fit >= FitNear {
			kept = append(kept, f.entry)
		}
	}
	return kept, found[0].fit
}

// queryWords are a query's words. Small ones are left out unless there is
// nothing else: "school of arts" asks for arts.
func queryWords(query string) []string {
	words := foldWords(query)
	large := slices.DeleteFunc(slices.Clone(words), isSmall)
	if len(large) == 0 {
		return words
	}
	return large
}

type field struct {
	words    []string
	initials string // of every word
	short    string // of every word but the small ones
}

// longestNamed is how many words a text may have to be searched by initials:
// a paragraph's initials would fit anything.
const longestNamed = 12

func newField(text string) field {
	f := field{words: foldWords(text)}
	if len(f.words) > longestNamed {
		return f
	}
	var all, large strings.Builder
	for _, w := range f.words {
		all.WriteString(w[:1])
		if !isSmall(w) {
			large.WriteString(w[:1])
		}
	}
	f.initials, f.short = all.String(), large.String()
	return f
}

// fitOf is the fit of the worst word. "School" may be missing beside another
// word, since people add it to names that are printed without.
func fitOf(words []string, fields []field) Fit {
	if len(fields) > 0 && slices.Equal(words, slices.DeleteFunc(slices.Clone(fields[0].words), isSmall)) {
		return FitWhole
	}
	worst := FitExact
	for i := 0; i < len(words); i++ {
		fit := wordFit(words[i], fields)
		joined := func(w string) bool { return w == words[i]+words[i+1] }
		if fit >= FitNear && i+1 < len(words) && anyWord(fields, joined) {
			fit = FitJoined
			i++
		}
		if fit >= FitNear && words[i] == "school" && len(words) > 1 {
			fit = FitPrefix
		}
		worst = max(worst, fit)
	}
	return worst
}

func wordFit(word string, fields []field) Fit {
	best := fitNone
	for _, f := range fields {
		for i, w := range f.words {
			switch {
			case w == word:
				return FitExact
			case strings.HasPrefix(w, word):
				best = min(best, FitPrefix)
			case best > FitJoined && joins(word, f.words[i:]):
				best = FitJoined
			}
		}
		if best > FitInitials && len(word) > 2 &&
			(strings.Contains(f.initials, word) || strings.Contains(f.short, word)) {
			best = FitInitials
		}
	}
	if best == fitNone && anyWord(fields, func(w string) bool { return near(word, w) }) {
		return FitNear
	}
	return best
}

// joins tells whether a word is the first words written as one, the last of
// them perhaps cut short: "highburyfie".
func joins(word string, words []string) bool {
	rest, first := word, true
	for _, w := range words {
		if !first && strings.HasPrefix(w, rest) {
			return true
		}
		if len(w) >= len(rest) || rest[:len(w)] != w {
			return false
		}
		rest, first = rest[len(w):], false
	}
	return false
}

func anyWord(fields []field, is func(w string) bool) bool {
	return slices.ContainsFunc(fields, func(f field) bool { return slices.ContainsFunc(f.words, is) })
}

// near allows one slip from four letters on and two from seven, where the words share a stem. Words with a
// digit have no near spelling: a number is right or wrong.
func near(word, other string) bool {
	slips := 1
	if len(word) >= 7 {
		slips = 2
	}
	d := len(word) - len(other)
	return len(word) >= 4 && max(d, -d) <= slips && !strings.ContainsAny(word, "0123456789") &&
		sameStem(word, other) && Distance(word, other) <= slips
}

// stemLetters is from how many letters on a near spelling must share its stem:
// "grooming" is no slip for "growing", nor "letter" for "better".
const stemLetters = 6

// sameStem reports whether two words begin alike, the first two letters perhaps swapped or the first left out:
// short ones anyhow, longer ones with half of their letters, or with the first and a single slip.
func sameStem(word, other string) bool {
	if len(word) < stemLetters {
		return true
	}
	if len(other) > 1 && word[0] == other[1] && word[1] == other[0] {
		return word[2:] == other[2:]
	}
	if strings.HasSuffix(other, word) || strings.HasSuffix(word, other) {
		return true
	}
	same := 0
	for same < len(word) && same < len(other) && word[same] == other[same] {
		same++
	}
	return same >= len(word)/2 || same > 0 && Distance(word, other) == 1
}

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

var asciiFold = func() (fold [utf8.RuneSelf]byte) {
	for c := byte('0'); c <= '9'; c++ {
		fold[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		fold[c], fold[c-'a'+'A'] = c, c
	}
	return fold
}()

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

func isSmall(word string) bool {
	return slices.Contains([]string{"a", "an", "and", "at", "for", "in", "of", "on", "the", "to"}, word)
}
