package model

import "testing"

func TestInitialsAreLettersThatManyChildrenMayShare(t *testing.T) {
	t.Parallel()
	for _, ref := range []string{"AB", "A.B.", "JO'B", "a b", "É-M", "ABCD", "J. O'B."} {
		if !Initials(ref) {
			t.Errorf("%q isn't taken for initials", ref)
		}
	}
	for _, ref := range []string{"", "AB1", "2026/14", "ABCDE", "A/B", "REF-123", "..."} {
		if Initials(ref) {
			t.Errorf("%q is taken for initials", ref)
		}
	}
}
