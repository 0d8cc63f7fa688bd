package app

import (
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/theme"
)

func TestANewOfficerIsEnteredAtTheRotaAndShownAtOnce(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.presses("/")
	p.types("beacon")
	p.presses("enter", "e")
	p.reads("Local  Beacon High School", "Officer", "2026-11-23", "A. Reed, DSL")
	p.types("PC Ada King")
	p.presses("enter")
	p.types("Mondays, Friday")
	p.presses("enter")
	p.types("02079460007")
	p.presses("ctrl+s")
	p.reads("Saved in", "Beacon High School Local", "PC Ada King")
	want := "# What our school knows\n\n## Rota\n\n### Beacon High School\n\n- Officer: PC Ada King\n- Days: " +
		"Mondays, Friday\n- Phone: 020 7946 0007\n- Checked: 2026-11-23\n- By: A. Reed, DSL\n"
	if got := p.local(); got != want {
		t.Errorf("the file is\n%s", got)
	}
	p.presses("enter")
	p.reads("Local", "020 7946 0007", "Assigned on Monday", "checked 23 November 2026 by A. Reed, DSL", "Protocol",
		"PC Simon Vennall, as of 2023–24")
}

func TestAMistakeInTheFormIsSaidAtItsFieldAndNothingIsLost(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.presses("e")
	p.types("PC Ada King")
	p.presses("down")
	p.types("Wedensday")
	p.presses("ctrl+s")
	p.reads("Not saved yet", `"Wedensday" is not a day of the week: did you mean`, "PC Ada King")
	if _, err := os.Stat(p.m.env.Local.File); err == nil {
		t.Error("a file was written")
	}
	p.presses("esc")
	p.reads("What you typed is not saved", "Esc again")
	p.types("x")
	p.presses("esc")
	p.reads("PC Ada King")
	p.presses("esc")
	p.reads("/ find")
}

func TestTheOutOfHoursNumberIsLoudUntilItIsSet(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 60, 16)
	p.presses("!")
	p.reads("NOT SET", "Out-of-hours number, LADO, DSL. e adds them.")
	p.presses("e")
	p.reads("Our own contacts: which one?", "Out-of-hours number  not set")
	p.presses("enter")
	p.types("Emergency Duty Team")
	p.presses("enter")
	p.types("020 7946 0100")
	p.presses("ctrl+s")
	p.reads("Emergency: whom to ring now", "020 7946 0100", "Out-of-hours number: Emergency Duty")
	p.presses("down", "down")
	p.reads("Local, checked 23 November 2026 by A.")
	p.presses("esc")
	p.reads("/ find")
}

func TestAnEntryIsChangedWithoutTouchingTheRestOfTheFile(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 120, 40)
	p.keeps(ours)
	p.presses("/")
	p.types("aloysius")
	p.presses("enter")
	p.reads("PC Sam Brown, Monday, Wednesday, 020 7946 0001", "STALE: 206 days", "PC Vittorio D'Orsi, as of")
	p.presses("e")
	p.reads("change which entry?", "PC Sam Brown, Monday, Wednesday", "cover for an absence")
	p.presses("enter")
	p.reads("Until now: checked 1 May 2026 by A. Reed, DSL")
	p.presses("down", "down", "ctrl+u")
	p.types("020 7946 0009")
	p.presses("ctrl+s")
	want := strings.Replace(strings.Replace(ours, "020 7946 0001", "020 7946 0009", 1), "* Checked: 2026-05-01",
		"* Checked: 2026-11-23", 1)
	if got := p.local(); got != want {
		t.Errorf("the file is\n%s", got)
	}
	p.reads("020 7946 0009", "checked 23 November 2026")
}

func TestAnAbsenceIsCoveredForItsDays(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 120, 40)
	p.keeps(ours)
	p.presses("/")
	p.types("aloysius")
	p.presses("enter", "e", "down", "enter")
	p.types("PC Jo Lane")
	p.presses("down", "down", "down", "down")
	p.types("PC Sam Brown")
	p.presses("down")
	p.types("2026-11-23")
	p.presses("down")
	p.types("2026-12-11")
	p.presses("ctrl+s")
	p.reads("PC Jo Lane, covering for PC Sam Brown", "until 11 December 2026", "Days not stated: ask",
		"also: PC Sam Brown")
}

func TestAFileThatSomebodyElseChangedIsNotWrittenOver(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.keeps(ours)
	p.presses("e")
	p.types("PC Ada King")
	other := ours + "\nSomebody else was here.\n"
	if err := os.WriteFile(p.m.env.Local.File, []byte(other), 0o600); err != nil {
		t.Fatal(err)
	}
	p.presses("ctrl+s")
	p.reads("changed meanwhile by another program", "PC Ada King")
	if p.local() != other {
		t.Error("the other's change is gone")
	}
}

func TestTheFormGoesOnceItIsSavedThoughTheEmergencyPanelLiesOnIt(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.presses("e")
	p.types("PC Ada King")
	_, cmd := p.m.Update(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
	p.presses("!")
	p.reads("Emergency: whom to ring now")
	p.runs(cmd) // the disk was slow
	p.reads("Emergency: whom to ring now", "Saved in local.md")
	p.presses("esc")
	p.reads("/ find", "PC Ada King")
}

func TestAHiddenScreenOpensNoForm(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.presses("ctrl+b", "!", "e")
	p.missesFrom("Our own contacts")
}

func TestANewOfficerEndsTheOldOneAndAnEntryGetsAnotherName(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 120, 40)
	p.keeps("## Rota\n\n### Beacon High School\n\n- Officer: PC Old\n- Days: Monday to Friday\n- Checked: " +
		"2026-11-02\n- By: A. Reed\n\n" +
		"## Primary schools\n\n### Hillbrok Primary\n\n- Officer: PC Kim Day\n- Checked: 2026-11-02\n- By: A. Reed\n")
	p.presses("/")
	p.types("beacon")
	p.presses("enter", "e", "down", "enter")
	p.reads("whoever had the same days ends")
	p.types("PC New")
	p.presses("enter")
	p.types("Monday to Friday")
	p.presses("ctrl+s")
	p.reads("PC New", "The entry of PC Old ends on Sunday 22 November 2026")
	p.missesFrom("replaced: PC Old")

	p.presses("esc", "/")
	p.types("hillbrok")
	p.presses("enter", "e", "enter", "up", "ctrl+u")
	p.types("Hillbrook Primary School")
	p.presses("ctrl+s")
	p.reads("Hillbrook Primary School")

	// Term dates are entered where our own numbers are.
	p.presses("!", "e", "G", "enter")
	p.types("Autumn, second half")
	p.presses("enter")
	p.types("2 November 2026")
	p.presses("enter")
	p.types("18 December 2026")
	p.presses("ctrl+s")
	p.presses("e")
	p.reads("Autumn, second half", "from 2 November 2026")
}
