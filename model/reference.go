package model

import (
	"cmp"
	"strings"
	"unicode"
)

// ReferenceWarning is a gentle remark on a reference that looks like a child's
// full name or holds a date of birth, or "" when it looks like neither. It is
// never a reason to refuse: the person may know better.
func ReferenceWarning(ref string) string {
	ref = CleanLine(ref)
	switch {
	case holdsDate(ref):
		return "This looks like a date of birth. The school's own record reference, or initials, is enough here."
	case looksLikeFullName(ref):
		return "This looks like a full name. The school's own record reference, or initials, is enough here."
	}
	return ""
}

// ReferenceWords is a reference as it is shown, or that there is none yet.
func ReferenceWords(ref string) string { return cmp.Or(CleanLine(ref), "no reference yet") }

// holdsDate looks for a day, month and year: 3/11/2012, 03-11-12, 2012-11-03,
// 03112012 or 3 Nov 2012.
func holdsDate(ref string) bool {
	words := strings.Fields(ref)
	for i, word := range words {
		word = strings.Trim(word, "(),;")
		if len(word) == 8 && allDigits(word) && (plausible(word[4:], word[2:4], word[:2]) ||
			plausible(word[:4], word[4:6], word[6:])) {
			return true
		}
		parts := strings.FieldsFunc(word, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
		if len(parts) == 3 && allDigits(parts...) &&
			(plausible(parts[2], parts[1], parts[0]) || plausible(parts[0], parts[1], parts[2])) {
			return true
		}
		if i+2 < len(words) {
			day, year := strings.TrimRight(word, "stndrh"), strings.Trim(words[i+2], "(),;")
			if allDigits(day, year) && monthNamed(strings.ToLower(words[i+1])) != 0 {
				return true
			}
		}
	}
	return false
}

// plausible tells whether the numbers can be a date of birth.
func plausible(year, month, day string) bool {
	if len(year) != 4 && len(year) != 2 || len(month) > 2 || len(day) > 2 {
		return false
	}
	y, m, d := digits(year), digits(month), digits(day)
	return m >= 1 && m <= 12 && d >= 1 && d <= 31 && (len(year) == 2 || y >= 1900 && y <= 2100)
}

func digits(text string) int {
	n := 0
	for _, r := range text {
		n = n*10 + int(r-'0')
	}
	return n
}

// looksLikeFullName looks for two words or more, all of letters, the last of
// which is written like a surname.
func looksLikeFullName(ref string) bool {
	words := strings.Fields(strings.ReplaceAll(ref, ",", " "))
	if len(words) < 2 {
		return false
	}
	long, capital := 0, 0
	for _, word := range words {
		letters := []rune(word)
		for _, r := range letters {
			if !unicode.IsLetter(r) && !isApostrophe(r) && r != '-' && r != '.' {
				return false
			}
		}
		if len(letters) > 2 {
			long++
			if unicode.IsUpper(letters[0]) && unicode.IsLower(letters[len(letters)-1]) {
				capital++
			}
		}
	}
	return long >= 2 || capital >= 1
}

// Initials tells that a reference is letters that many children may share: "AB",
// "A.B.", "JO'B". Two records under them need not be about the same child.
func Initials(ref string) bool {
	letters := 0
	for _, r := range ReferenceKey(ref) {
		switch {
		case unicode.IsLetter(r):
			letters++
		case r != '.' && r != ' ' && r != '-' && !isApostrophe(r) && !unicode.Is(unicode.Mn, r):
			return false
		}
	}
	return letters > 0 && letters <= 4
}
