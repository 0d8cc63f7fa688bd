package content

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// cutting are the ways of spoiling a file that take an entry out as a person
// would who doesn't want it: nobody could tell the two apart.
var cutting = []string{"a line lost", "a line cut", "the file cut", "nothing at all", "only blanks", "a letter lost"}

// A thousand spoiled Local files: no crash, every mistake with its place, no
// sign that steers a terminal, and no entry that is gone without a word.
func TestAThousandSpoiledLocalFiles(t *testing.T) {
	rounds := 1000
	if testing.Short() {
		rounds = 100
	}
	whole, mistakes := ReadLocal(LocalFile, []byte(spoilable))
	if len(mistakes) > 0 || len(whole.Entries) != 5 {
		t.Fatalf("the file to spoil: %d entries, %v", len(whole.Entries), mistakes)
	}
	all := mutations()
	r := rand.New(rand.NewPCG(20261124, 7))
	for round := range rounds {
		m := all[round%len(all)]
		text := m.spoil(r, spoilable)
		t.Run(fmt.Sprintf("%d %s", round, m.name), func(t *testing.T) {
			l, mistakes := ReadLocal(LocalFile, []byte(text))
			lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
			for _, wrong := range mistakes {
				if wrong.File != LocalFile || wrong.Line < 1 || wrong.Line > lines+1 || wrong.Text == "" {
					t.Errorf("a mistake without its place: %+v of %d lines", wrong, lines)
				}
			}
			for _, e := range l.Entries {
				checkPlain(t, e.Name+e.Who+e.Assigned+e.Phone+e.Email+e.Note+e.More+e.By)
			}
			if len(l.Entries) < len(whole.Entries) && len(mistakes) == 0 && !slices.Contains(cutting, m.name) {
				t.Errorf("%d of %d entries, and nobody is told:\n%s", len(l.Entries), len(whole.Entries), text)
			}
		})
	}
}

// spoilable is a Local file with an entry of each kind and one twice.
const spoilable = `# What our school knows

Asked in September.

## Contacts

### Out-of-hours number

- Phone: 020 7946 0100
- Checked: 2026-09-03
- By: June

## Rota

### St Aloysius RC College

- Officer: PC Sam Brown
- Days: Monday, Wednesday
- Phone: 020 7946 0001
- Checked: 2026-09-03
- By: June

### St Aloysius RC College

- Officer: PC Di Nash
- Covers for: PC Sam Brown
- From: 2026-11-02
- Until: 2026-12-11
- Checked: 2026-11-02
- By: June

## Primary schools

### Hillbrook Primary School

- Officer: PC Kim Day
- Checked: 2026-09-03
- By: June

## Services

### Wipers

- Status: closed
- Checked: 2026-09-03
- By: June
`
