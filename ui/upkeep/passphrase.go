package upkeep

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// minPassphrase is the fewest characters of a passphrase. Length is what makes
// one hard to guess; signs and digits are not asked for.
const minPassphrase = 15

// minDifferent is the fewest different characters: blanks alone, or one key held
// down, are long and no secret.
const minDifferent = 5

const passphraseHint = "At least 15 characters. Several words that you don't use together elsewhere are easiest to " +
	"keep."

// newPassphrase asks for one that is newly chosen, twice.
func newPassphrase(ask string, skip func(Answers) bool) []Question {
	return []Question{
		{
			Key: "passphrase", Ask: ask, Secret: true, Skip: skip, Hint: passphraseHint, Chosen: true,
			Flag: Flag{Name: "new-passphrase", Help: "the new passphrase"}, Prompt: "New passphrase",
			Check: func(answer string, _ Answers) string { return weak(answer) },
		},
		{
			Key: "again", Ask: "The same again", Secret: true, Skip: skip,
			Check: sameAs("passphrase", "The two don't match. Type it again, or Esc goes back to choose another."),
		},
	}
}

func longEnough(typed string) string {
	if n := utf8.RuneCountInString(typed); n < minPassphrase {
		return fmt.Sprintf("%d of %d characters", n, minPassphrase)
	}
	return "long enough"
}

// weak says why a new passphrase won't do, or is empty.
func weak(passphrase string) string {
	if utf8.RuneCountInString(passphrase) < minPassphrase {
		return "That is too short to be safe: at least 15 characters. A sentence works well."
	}
	different := map[rune]bool{}
	for _, r := range passphrase {
		different[r] = true
	}
	if len(different) < minDifferent {
		return "That repeats a few signs and is among the first that would be tried. A sentence, or several words, " +
			"works well."
	}
	if common(passphrase) {
		return "That is made of common words, a keyboard pattern or one thing repeated, and is among the first that " +
			"would be tried. A sentence, or several unrelated words, works well."
	}
	return ""
}

var commonWords = strings.Fields(`password passw0rd passphrase passwort letmein iloveyou welcome admin administrator
login master secret changeme default football baseball monkey dragon sunshine princess shadow superman batman trustno1
whatever freedom charlie michael jordan liverpool arsenal chelsea manchester london school teacher safeguarding
summer winter autumn spring hello please correcthorsebatterystaple isspp`)

// walks are the rows and columns of keyboards, and the orders that everybody knows.
var walks = []string{
	"qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "qwertzuiop", "12345678901234567890",
	"abcdefghijklmnopqrstuvwxyz",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "q1w2e3r4t5y6u7i8o9p0",
	"1q2w3e4r5t6y7u8i9o0p",
}

const (
	// minWalk is how many keys beside each other are a walk.
	minWalk = 3
	// fewWords of the common ones, with no more than fewSigns beside them, are among
	// the first that would be tried.
	fewWords, fewSigns = 2, 4
)

// common reports whether a passphrase is made of common words and walks over the
// keyboard alone, or says one short thing again and again.
func common(passphrase string) bool {
	var text []rune
	for _, r := range strings.ToLower(passphrase) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			text = append(text, r)
		}
	}
	if unit := period(text); unit > 0 && unit < minPassphrase && unit <= len(text)/2 {
		return true
	}
	words, left := map[string]bool{}, 0
	for rest := string(text); rest != ""; {
		if w := wordAt(rest); w != "" {
			words[w] = true
			rest = rest[len(w):]
		} else if n := walkAt(rest); n >= minWalk {
			rest = rest[n:]
		} else {
			left++
			rest = string([]rune(rest)[1:])
		}
	}
	return len(words) <= fewWords && left <= fewSigns
}

// period is the length of what a text repeats from its start to its end, the last
// time perhaps cut short.
func period(text []rune) int {
	for n := 1; n < len(text); n++ {
		same := true
		for i := n; i < len(text) && same; i++ {
			same = text[i] == text[i-n]
		}
		if same {
			return n
		}
	}
	return 0
}

func wordAt(text string) string {
	found := ""
	for _, w := range commonWords {
		if strings.HasPrefix(text, w) && len(w) > len(found) {
			found = w
		}
	}
	return found
}

// walkAt is how many keys a text begins with that stand beside each other, forwards
// or backwards.
func walkAt(text string) int {
	longest := 0
	for _, walk := range walks {
		for n := longest + 1; n <= len(text) && (strings.Contains(walk, text[:n]) ||
			strings.Contains(walk, backwards(text[:n]))); n++ {
			longest = n
		}
	}
	return longest
}

func backwards(s string) string {
	out := make([]byte, len(s))
	for i := range len(s) {
		out[len(s)-1-i] = s[i]
	}
	return string(out)
}
