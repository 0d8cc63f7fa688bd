package model

import (
	"regexp"
	"strconv"
	"sync"
)

// Pattern is a regular expression that is compiled when it is first used: no start
// waits for it.
func Pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

// Distance is how many letters must be put in, left out, changed or swapped
// with their neighbour to make one word of the other (Damerau–Levenshtein with
// adjacent swaps). It compares letters, not bytes, and minds case.
func Distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) == 0 {
		return len(x) + len(y)
	}
	// Three rows are enough: a swap looks back two. Words fit on the stack.
	var buf [3 * 40]int
	rows := buf[:]
	n := len(y) + 1
	if 3*n > len(rows) {
		rows = make([]int, 3*n)
	}
	older, old, row := rows[:n], rows[n:2*n], rows[2*n:3*n]
	for j := range old {
		old[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			change := old[j-1]
			if x[i-1] != y[j-1] {
				change++
			}
			row[j] = min(change, old[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], older[j-2]+1)
			}
		}
		older, old, row = old, row, older
	}
	return old[len(y)]
}

// Nearest is the word of the list that the written word was most likely meant
// to be, or "" when none is near. Case, apostrophes and accents don't matter. A
// word is near when a third of its letters or fewer differ, or when what was
// written is the start of exactly one word.
func Nearest(written string, among []string) string {
	word := Fold(written)
	length := len([]rune(word))
	if length < 2 {
		return ""
	}
	best, bestAt := "", max(1, (length+1)/3)+1
	for _, candidate := range among {
		if d := Distance(word, Fold(candidate)); d < bestAt {
			best, bestAt = candidate, d
		}
	}
	if best != "" {
		return best
	}
	return onlyOneStartingWith(word, among)
}

// onlyOneStartingWith is the one candidate that starts with the folded word, or
// "" when none or several do: a guess between several would be a guess.
func onlyOneStartingWith(word string, among []string) string {
	found := ""
	for _, candidate := range among {
		folded := Fold(candidate)
		if len(folded) > len(word) && folded[:len(word)] == word {
			if found != "" {
				return ""
			}
			found = candidate
		}
	}
	return found
}

// Count writes a number of things: "1 mistake", "2 mistakes".
func Count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}
