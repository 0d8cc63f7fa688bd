package model

import "strings"

// Vacant reports whether what stands in an officer's place says that there is
// nobody: "vacant", "Post vacant (TBC)", "n/a". A vacancy is assigned on no day,
// whatever days are written beside it.
func Vacant(name string) bool {
	folded := Fold(name)
	switch folded {
	case "nobody", "no one", "none", "no officer", "nil", "n a", "na", "tbc", "tba", "to be confirmed",
		"to be appointed",
		"not filled", "unfilled", "not appointed", "not assigned", "unassigned":
		return true
	}
	named := false
	for _, word := range strings.Fields(folded) {
		switch word {
		case "vacant", "vacancy":
			named = true
		case "currently", "now", "still", "post", "position", "role", "is", "the", "sso", "officer", "pc", "tbc", "tba":
		default:
			return false
		}
	}
	return named
}
