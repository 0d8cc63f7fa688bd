package content_test

import (
	"fmt"
	"time"

	"isspp/content"
)

// Which officer was assigned to a school on a day?
func ExampleEmbedded() {
	wednesday := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	for _, s := range content.Embedded().Rota().Settings {
		if s.Name == "Arts and Media School Islington" {
			fmt.Println(s.Name, "|", s.Officer, "|", s.On(wednesday))
		}
	}
	// Output: Arts and Media School Islington | PC Abdul Kamara | nobody assigned
}

// A school's own layer is read whole: what is right in it counts, and each mistake
// says its line and how it is likely meant.
func ExampleReadLocal() {
	local, mistakes := content.ReadLocal("local.md", []byte(`## Rota

### Beacon High

- Officer: PC Sam Brown
- Days: Tuseday
- Checked: 2026-09-03
- By: A. Reed, DSL

## Contacts

### LADO

- Phone: 020 7946 0011
- Checked: 2026-09-03
- By: A. Reed, DSL
`))
	for _, m := range mistakes {
		fmt.Println(m)
	}
	fmt.Println(len(local.Entries), "entries")
	// Output:
	// local.md:6: "Tuseday" is not a day of the week (Monday … Friday, "attends when required"): did you mean "Tuesday"?
	// 2 entries
}
