package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/internal/steps"
	"isspp/ui/theme"
)

// local is what the person's Local file says.
func (p *person) local() string {
	p.t.Helper()
	text, err := os.ReadFile(p.m.env.Local.File)
	if err != nil {
		p.t.Fatal(err)
	}
	return string(text)
}

// keeps gives the person a Local file.
func (p *person) keeps(text string) {
	p.t.Helper()
	path := p.m.env.Local.File
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		p.t.Fatal(err)
	}
	l, _ := content.LoadLocal(path)
	p.sends(component.LocalChangedMsg{Local: l})
}

// desk seats the school's DSL, whose config says who records.
func desk(t testing.TB, theme string, signs theme.Glyphs, w, h int) *person {
	t.Helper()
	p := sit(t, theme, signs, w, h)
	p.m.env.Recorder = "A. Reed, DSL"
	return p
}

// E opens the protocol's documents, and a school's own entry is in none of them.
func TestEOnASchoolsOwnEntrySaysWhereItIsAndWhatChangesIt(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 120, 34)
	for _, own := range []struct{ keys, row string }{{"4", "Out-of-hours number"}, {"1v", "PC Sam Brown"}} {
		p.keeps(ours)
		for _, k := range own.keys {
			p.presses(string(k))
		}
		p.reads(own.row)
		p.presses("E")
		p.reads("This is in your school's own Local file, not in the protocol. e changes it.")
		if len(p.host.got) > 0 {
			t.Errorf("%s: asked for %+v", own.row, p.host.got)
		}
		p.presses("e")
		p.reads("Local  ")
		p.presses("esc")
	}
}

// ours is a Local file as a school keeps it.
const ours = `# Ours

Our own words stay as they are.

## Contacts

### Out-of-hours number

- Phone: 020 7946 0100
- Checked: 2026-11-02
- By: A. Reed, DSL

## Rota

### St Aloysius RC College

* Officer: PC Sam Brown
* Days: Monday, Wednesday
* Phone: 020 7946 0001
* Checked: 2026-05-01
* By: A. Reed, DSL

### Beacon High School

- Officer: nobody
- Note: ask the ward team
- Checked: 2026-11-02
- By: A. Reed, DSL

## Services

### Minority Matters

- Status: closed
- Checked: 2026-11-02
- By: A. Reed, DSL

### Wipers

- Phone: 020 7946 0055
- Checked: 2026-11-02
- By: A. Reed, DSL

## Primary schools

### Hillbrook Primary School

- Officer: PC Kim Day
- Phone: 020 7946 0002
- Checked: 2026-11-02
- By: A. Reed, DSL
`

func TestTheLetterIsTextWhileSomebodyWrites(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.presses("/")
	p.types("h")
	p.presses("!")
	p.reads("ctrl+e adds them", "ctrl+e our own numbers")
	p.types("e")
	p.reads("/ h!e")
}

func TestWhatTheEmergencyPanelTellsToPressWorksOverAField(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.presses("/")
	p.types("alo")
	p.presses("!", "ctrl+e")
	p.reads("Our own contacts: which one?")
	p.presses("esc", "esc")
	p.reads("/ alo")
	p.presses("ctrl+k", "!")
	p.reads("isspp local edit adds them")
	p.missesFrom("press e", "ctrl+e")
}

func TestWhatTheDetailTellsToPressIsNoLetterOfAField(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 120, 40)
	p.reads("not set: press e to enter who covers it now")
	p.presses("/")
	p.reads("not set: press Enter, then e to enter")
	p.missesFrom("press e ")
	p.types("aloy")
	p.presses("enter", "e")
	p.reads("St Aloysius RC College", "Officer")
	p.missesFrom("Find: aloye")
}

func TestWhatTheSchoolKnowsStandsInTheDirectory(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 120, 40)
	p.keeps(ours)
	p.presses("4", "/")
	p.types("minority")
	p.presses("enter")
	p.reads("CLOSED, BY YOUR SCHOOL'S OWN ENTRY", "Minority Matters Local", "Local     closed",
		"checked 2 November 2026 by A. Reed, DSL", "020 7272 0039")
	p.presses("esc", "/")
	p.types("wipers")
	p.presses("enter")
	p.reads("Local     020 7946 0055", "PROTOCOL 2023–24", "020 7527 7050")
}

func TestTheEmergencyNumbersCannotBeChanged(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 120, 40)
	p.keeps(strings.Replace(ours, "### Wipers", "### Report crime in an emergency", 1) + "\n## Services\n\n### " +
		"CSCT\n\n- Phone: 020 7946 0999\n- Checked: 2026-11-02\n- By: A. Reed\n")
	p.reads("Danger now: 999", "Police 101", "CSCT 020 7946 0999 (Local)")
	p.presses("!")
	p.reads("020 7946 0999", "020 7527 7400   as the protocol prints it")
	p.presses("esc", "4", "/")
	p.types("999")
	p.presses("enter", "e")
	p.reads("999 and 101 are for danger, and stay as they are.")
}

func TestASchoolThatTheRotaDoesntListGetsItsNamedOfficer(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.keeps(ours)
	p.presses("/")
	p.types("hillbrok")
	p.presses("enter", "enter")
	p.reads("Hillbrook Primary School", "Local", "PC Kim Day, 020 7946 0002", "Protocol", "not in the rota")
	p.presses("esc", "/")
	p.presses("ctrl+u")
	p.types("zzyzx infants")
	p.presses("enter")
	p.reads("No setting in the rota by that name.", "press e to enter a school's named officer")
	p.presses("e")
	p.reads("A school that the rota doesn't list", "School", "zzyzx infants", "Officer")
}

func TestTheWeekAndTheOfficersShowBothLayers(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 120, 40)
	p.keeps(ours)
	p.presses("v")
	p.reads("PC Sam Brown Local", "PC Kim Day Local", "PC Vittorio D'Orsi")
	p.presses("v")
	p.reads("St Aloysius RC College", "Local", "Brown", "  protocol 2023–24", "D'Orsi")
}

func TestAllOfTheLocalLayerFitsEveryScreen(t *testing.T) {
	for _, size := range sizes {
		for _, signs := range []theme.Glyphs{theme.Unicode, theme.ASCII} {
			p := desk(t, theme.Dark, signs, size[0], size[1])
			p.keeps(ours)
			for _, keys := range [][]string{
				{},
				{"v"},
				{"v"},
				{"v"},
				{"G"},
				{"e"},
				{"ctrl+s"},
				{"down"},
				{"up", "up"},
				{"esc"},
				{"esc"},
				{"!"},
				{"e"},
				{"down", "enter"},
				{"esc"},
				{"esc"},
				{"4"},
				{"G"},
				{"e"},
				{"ctrl+s"},
			} {
				p.presses(keys...)
				p.safe("local")
				p.fits("local")
			}
		}
	}
}

func TestALocalLayerFromAnotherProcessIsShownAtOnce(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.sends(component.LocalChangedMsg{Local: &model.Local{Entries: []model.LocalEntry{{
		Kind: model.LocalRota,
		Name: "Arts Xchange", Who: "PC New", Line: 1,
	}}}, Said: "read anew"})
	p.presses("G")
	p.reads("Arts Xchange Local", "PC New")
}

// TestGoldenFramesWithALocalFile keeps the screens on which the school's own
// layer stands beside the protocol's.
func TestGoldenFramesWithALocalFile(t *testing.T) {
	for _, at := range []place{
		{"local-rota", func(p *person) { p.m.open("rota/st-aloysius-rc-college") }},
		{"local-list", func(p *person) { p.presses("down", "down", "down", "down", "down", "down", "down") }},
		{"local-officers", func(p *person) { p.presses("v") }},
		{"local-week", func(p *person) { p.presses("v", "v") }},
		{"local-form", func(p *person) {
			p.presses("/")
			p.types("beacon")
			p.presses("enter", "e", "enter", "ctrl+u", "ctrl+s")
		}},
		{"local-directory", func(p *person) { p.m.open("directory/wipers") }},
		{"local-emergency", func(p *person) { p.presses("!") }},
	} {
		t.Run(at.name, func(t *testing.T) {
			for _, size := range sizes[:3] {
				steps.Golden(t, at.name, size[0], size[1], func(name string) string {
					p := desk(t, name, theme.Unicode, size[0], size[1])
					p.keeps(ours)
					at.steps(p)
					return p.m.Frame()
				})
			}
		})
	}
}

func TestThePaletteFindsWhatTheSchoolKnowsAndGoesThere(t *testing.T) {
	for query, shown := range map[string]string{
		"sam brown": "020 7946 0001", "kim day": "Hillbrook Primary School",
		"02079460100": "Emergency: whom to ring now", "02079460055": "Mentoring programme for",
	} {
		p := desk(t, theme.Mono, theme.Unicode, 120, 40)
		p.keeps(ours)
		p.presses("ctrl+k")
		p.types(query)
		p.reads("Local, ")
		p.presses("enter")
		p.reads(shown)
	}
}

func TestAFileChangedByAnotherProgramIsShownWithinAMinute(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.keeps(ours)
	if err := os.WriteFile(p.m.env.Local.File, []byte(strings.Replace(ours, "PC Sam Brown", "PC Ada King", 1)),
		0o600); err != nil {
		t.Fatal(err)
	}
	p.runs(p.m.lookAtLocal())
	p.presses("/")
	p.types("aloysius")
	p.presses("enter")
	p.reads("PC Ada King")
	before := p.m.Frame()
	if cmd := p.m.lookAtLocal(); cmd() != nil {
		t.Error("an unchanged file is read anew")
	}
	if p.m.Frame() != before {
		t.Error("the screen changed without a reason")
	}
}

func TestWhatTheEditorLeftIsCheckedAndShown(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 120, 40)
	p.keeps(ours)
	slip := strings.Replace(strings.Replace(ours, "Monday, Wednesday", "Monday, Wedensday", 1), "### Wipers",
		"### Wippers", 1)
	if err := os.WriteFile(p.m.env.Local.File, []byte(slip), 0o600); err != nil {
		t.Fatal(err)
	}
	p.sends(localEditedMsg{})
	p.reads(`local.md:18: "Wedensday" is not a day of the week`, `did you mean`, "(and 1 more)", "isspp local check")
	if err := os.WriteFile(p.m.env.Local.File, []byte(ours), 0o600); err != nil {
		t.Fatal(err)
	}
	p.sends(localEditedMsg{})
	p.reads("no mistakes")
}

func TestNoEditorIsStartedWhileNotesAreOpen(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.m.env.Notes = component.NotesOpen
	p.presses("ctrl+k")
	p.types("open the local file")
	p.presses("enter")
	p.reads("lock first")
}

func TestTheProtocolsPagesShowWhatTheSchoolKnows(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 120, 60)
	p.presses("5")
	p.m.open("rota")
	p.missesFrom("PC Sam Brown")
	p.keeps(ours)
	p.reads("Local     St Aloysius RC College: PC Sam Brown", "STALE: 206 days", "PC Vittorio D'Orsi")
	p.m.open("directory/minority-matters")
	p.presses("5")
	p.sends(component.OpenMsg{ID: "contacts"})
	p.reads("Local     Out-of-hours number: 020 7946 0100")
}
