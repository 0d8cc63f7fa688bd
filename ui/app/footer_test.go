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
					if a.Label() == "" || a.Disabled != "" || len(a.Keys()) == 0 ||
						!strings.Contains(footer, a.Label()) {
						continue
					}
					if last := shown[a.Label()]; last > 0 && last < w-1 {
						t.Errorf("at %s, %q is shown at %d columns and not at %d", at.Format("15:04"), a.Label(), last,
							w-1)
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

// At half past eight in the evening the footer has the school's own contacts too, and
// none is broken in two; on the lowest screen two lines of them.
func TestOutOfHoursTheFooterHasTheSchoolsOwnContacts(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {60, 24}, {80, 24}, {120, 40}, {200, 60}} {
		p := desk(t, theme.Mono, theme.Unicode, size[0], size[1])
		p.missesFrom("LADO NOT SET", "DSL NOT SET")
		p.m.clock = func() time.Time { return monday.Add(11 * time.Hour) }
		p.m.minute(monday)
		p.reads("CSCT 020 7527 7400", "Out of hours NOT SET", "LADO NOT SET", "DSL NOT SET")
		p.fits("at night")
		p.keeps(strings.Replace(ours, "## Rota", "### DSL\n\n- Who: Ada Reed, Designated Safeguarding Lead\n- Phone: "+
			"020 7946 0222\n\n## Rota", 1))
		p.reads("Out of hours 020 7946 0100", "LADO NOT SET")
		p.fits("at night, with the school's own")
		if size[1] > 16 {
			p.reads("DSL 020 7946 0222")
		}
	}
}
