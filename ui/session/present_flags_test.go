package session

import (
	"strings"
	"testing"

	"isspp/ui/cli"
)

func TestPresentSaysInWordsWhatItsFlagsTake(t *testing.T) {
	for said, args := range map[string][]string{
		`--minutes is a whole number: "abc" is none`: {"--minutes", "abc"},
		"--minutes is a number from 1 to 1440":       {"--minutes", "0"},
		"--from and --to are slides from 1 to ": {
			"--from", "3", "--to",
			"9",
		},
		"whole has every deck in it already":                                                 {"whole"},
		"--every is how long a page stays with --loop. Try: isspp present --loop --every 20": {"--every", "20"},
	} {
		if _, errs, status := asksWith(t, nil, append([]string{"present", "signs"},
			args...)...); status != cli.StatusUsage || !strings.Contains(errs, said) {
			t.Errorf("%v: %d, %q", args, status, errs)
		}
	}
}
