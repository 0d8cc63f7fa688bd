package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// short are words that end in a stop and don't end a sentence.
var short = map[string]bool{
	"e.g": true, "i.e": true, "etc": true, "incl": true, "st": true, "no": true, "mr": true, "mrs": true, "ms": true,
	"dr": true, "vs": true,
}

// Sentences parts a paragraph where a sentence ends. Joined with blanks they
// are the paragraph again: nothing is added and nothing lost.
func Sentences(text string) []string {
	var out []string
	start := 0
	for i := 0; i < len(text); i++ {
		if !endsSentence(text, i) {
			continue
		}
		// Closing quotes and brackets belong to the sentence.
		end := i + 1
		for end < len(text) && text[end] != ' ' {
			end++
		}
		out = append(out, text[start:end])
		start = end + 1
		i = end
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

// endsSentence reports whether the sign at i ends a sentence and another follows.
func endsSentence(text string, i int) bool {
	if c := text[i]; c != '.' && c != '?' && c != '!' {
		return false
	}
	rest := strings.TrimLeft(text[i+1:], `”’"')`)
	next, ok := strings.CutPrefix(rest, " ")
	if !ok {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, `“‘"'(`))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	before := text[:i]
	before = before[strings.LastIndexAny(before, " (")+1:]
	return len(before) > 1 && !short[strings.ToLower(before)]
}
