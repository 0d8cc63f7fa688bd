package app

import (
	"strings"
	"testing"
	"time"

	"isspp/ui/theme"
)

// Whoever makes the window wider sees no fewer keys, at any hour: out of hours the
// safety line is longer.
func TestAWiderFooterNeverShowsFewerKeys(t *testing.T) {
	for _, at := range []time.Time{monday, monday.Add(12 * time.Hour)} {
		for _, local := range []string{"", ours} {
			p := sit(t, theme.Mono, theme.Unicode, 60, 24)
			if local != "" {
				p = desk(t, theme.Mono, theme.Unicode, 60, 24)
				p.keeps(local)
			}
			p.m.env.Now = at
			shown := map[string]int{}
			for w := 60; w <= 220; w++ {
				p.m.size.w = w
				footer := strings.Join(p.m.drawFooter(), "\n")
				for _, a := range p.m.hintActions() {
					if a.Label() == "" || a.Disabled != "" || len(a.Keys()) == 0 || !strings.Contains(footer, a.Label()) {
						continue
					}
					if last := shown[a.Label()]; last > 0 && last < w-1 {
						t.Errorf("at %s, %q is shown at %d columns and not at %d", at.Format("15:04"), a.Label(), last, w-1)
					}
					shown[a.Label()] = w
				}
			}
			if shown["help"] == 0 {
				t.Error("no key is shown")
			}
		}
	}
}
