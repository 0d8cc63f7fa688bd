package app

import (
	"testing"

	"isspp/ui/component"
	"isspp/ui/theme"
)

func TestEverydayWordsReachTheirCommands(t *testing.T) {
	actions := []component.Action{
		{ID: "settings", Help: "Settings: your name and role, your school, locking, colours, mouse"},
		{ID: "upkeep", Help: "Private notes: backups, checking, handing over, passphrase, disposal"},
		{ID: "out", Help: "A reference written out: chronology, or all held (subject access request)"},
		{ID: "handout", Help: "Make a handout to print: a PDF, a web page or Markdown; nothing private is in it"},
		{ID: "quit", Help: "Quit"},
	}
	m := sit(t, theme.Mono, theme.Unicode, 80, 24).m
	for word, want := range map[string]string{
		"export": "upkeep", "print": "handout", "delete": "upkeep", "password": "upkeep", "my name": "settings",
		"settings": "settings",
		"backup":   "upkeep", "exit": "quit",
	} {
		var titles []string
		choices, _ := component.Matching(word, m.choices(actions))
		for _, c := range choices {
			titles = append(titles, c.Text)
		}
		found := false
		for _, a := range actions {
			for _, title := range titles {
				found = found || a.ID == want && a.Help == title
			}
		}
		if !found {
			t.Errorf("%q finds %q", word, titles)
		}
	}
}

func TestThePaletteCallsAGuessAGuessOrMakesNone(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 120, 40)
	p.presses("ctrl+k")
	p.types("grooming")
	p.reads("Exploited and Missing Team")
	p.missesFrom("growing up", "closest:", "Poverty")
	p.presses("esc", "ctrl+k")
	p.types("aloysuis")
	p.reads("St Aloysius", "closest:")
}
