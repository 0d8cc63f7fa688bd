package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

// papers is a person's folder with files in it, by their names.
func papers(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

const officers = "School;SSO;Days\r\nSt Aloysius;PC Di Nash;Tuesday\r\nBeacon High;nobody;\r\nArts Xchange;PC Cy " +
	"Moss;Tuseday\r\nHungerford Primary School;PC Jo Bell;\r\n"

func (p *person) importsFrom(folder string) {
	p.t.Helper()
	p.sends(sheetAskedMsg{folder: folder})
	p.reads("Import a sheet of officers", "Nothing is written before you have seen")
}

func TestASheetIsReadShownAndOnlyThenWritten(t *testing.T) {
	for _, size := range sizes[:3] {
		p := desk(t, theme.Mono, theme.Unicode, size[0], size[1])
		p.keeps(ours)
		before := p.local()
		p.importsFrom(papers(t, map[string]string{"officers.csv": officers, "letter.pdf": "x", "old/2025.csv": "x"}))
		p.fits("the folder")
		p.safe("the folder")
		p.reads("old/", "letter.pdf", "officers.csv")
		p.presses("end", "enter")
		p.reads("Dry run: officers.csv", "Enter writes it: 1 new, 1 changed, 1 as before, 1 left out.", "Row 4:",
			"did you mean “Tuesday”?")
		p.fits("the dry run")
		p.safe("the dry run")
		if p.local() != before {
			t.Fatal("the dry run wrote the file")
		}
		p.presses("end")
		p.reads("Hungerford Primary School: PC Jo Bell (not in the rota)")
		p.presses("enter")
		p.missesFrom("Dry run")
		p.reads("1 new, 1 changed, 1 as before, 1 left out. Saved in")
		if !strings.Contains(p.local(), "PC Di Nash") || !strings.Contains(p.local(), "Our own words stay") {
			t.Errorf("the file is %s", p.local())
		}
		p.presses("/")
		p.types("aloy")
		p.presses("enter")
		p.reads("PC Di Nash")
	}
}

func TestTheDryRunSaysWhoWasThereBeforeAndWhoEnds(t *testing.T) {
	p := desk(t, theme.Mono, theme.ASCII, 120, 40)
	p.keeps(ours)
	p.importsFrom(papers(t, map[string]string{
		"o.csv": "School,Officer,Days,From\nSt Aloysius,PC Di Nash,Monday Wednesday,2026-12-01\nHillbrook Primary " +
			"School,PC Lee,,\n",
	}))
	p.presses("enter")
	p.reads("1 new, 1 changed, 1 ended", "Until now: PC Kim Day", "St Aloysius RC College: PC Sam Brown",
		"December 2026 on it is PC Di Nash")
	p.presses("enter", "ctrl+k")
	p.types("csv")
	p.reads("Import a sheet of officers")
}

func TestASheetThatWouldLoseAColumnCannotBeWritten(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.importsFrom(papers(t, map[string]string{"o.csv": "School,SSO,When in\nBeacon High School,PC Sam Brown,Monday\n"}))
	p.presses("enter")
	p.reads("Nothing can be written", "isspp local import", `--map "When in=Days" takes it`)
	p.missesFrom("write it")
	p.presses("enter")
	p.reads("Nothing can be written")
	if _, err := os.Stat(p.m.env.Local.File); err == nil {
		t.Error("it was written")
	}
	p.presses("esc")
	p.reads("Import a sheet of officers")
	p.presses("esc")
	p.missesFrom("Import a sheet")
}

func TestAFileThatIsNoSheetIsRefusedInWords(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	folder := papers(t, map[string]string{
		"a.xlsx": "PK", "b.pdf": "x", "c.csv": "",
		"d.csv": strings.Repeat("x", 9<<20), "z\x1b[31m.txt": "y",
	})
	p.importsFrom(folder)
	p.missesFrom("\x1b[31m.txt")
	p.presses("enter")
	p.reads("A workbook can't be read as it is", "CSV UTF-8")
	p.presses("down", "enter")
	p.reads("That is not a sheet")
	p.presses("down", "enter")
	p.reads("the sheet has no row that can be imported", "the sheet has no rows")
	p.presses("enter", "esc", "down", "enter")
	p.reads("too big for a sheet", "Nothing has changed.")
	p.presses("esc")
	p.missesFrom("Import a sheet")
}

func TestTheFoldersAreWalkedAndOneThatCannotBeReadIsNotEntered(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	folder := papers(t, map[string]string{"in/deep/o.csv": officers, "shut/x": ""})
	if err := os.MkdirAll(filepath.Join(folder, "empty"), 0o700); err != nil {
		t.Fatal(err)
	}
	p.importsFrom(folder)
	p.presses("enter")
	p.reads("The folder is empty.")
	p.presses("end", "down", "pgup", "enter", "left", "down", "right", "right")
	p.reads("deep", "o.csv")
	p.presses("left", "left")
	p.presses("down")
	p.reads("shut/")
	if err := os.RemoveAll(filepath.Join(folder, "shut")); err != nil {
		t.Fatal(err)
	}
	p.presses("down", "enter")
	p.missesFrom("shut")
	p.presses("enter")
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	p.presses("enter")
	p.reads("That folder can't be read")
	p.presses("esc")
	p.missesFrom("Import a sheet")
}

func TestKeysThatComeWhileAFolderIsReadAreNotLost(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	folder := papers(t, map[string]string{"in/a.csv": "", "in/b.csv": officers})
	_, ask := p.m.Update(sheetAskedMsg{folder: folder})
	for _, k := range []rune{tea.KeyEnter, tea.KeyDown, tea.KeyEnter} {
		if _, cmd := p.m.Update(tea.KeyPressMsg{Code: k}); cmd != nil {
			t.Fatal("a second command runs beside the first")
		}
	}
	p.runs(ask)
	p.reads("Dry run: b.csv")
}

func TestTheMouseOpensWhatIsUnderIt(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 120, 40)
	p.importsFrom(papers(t, map[string]string{"a.csv": "", "b.csv": "", "o.csv": officers}))
	for y, line := range strings.Split(p.screen(), "\n") {
		if x := strings.Index(line, "o.csv"); x >= 0 {
			p.sends(tea.MouseClickMsg{X: 30, Y: y, Button: tea.MouseLeft})
		}
	}
	p.reads("Dry run: o.csv")
}

func TestAFileThatChangedMeanwhileIsNotWrittenOver(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.keeps(ours)
	p.importsFrom(papers(t, map[string]string{"o.csv": officers}))
	p.presses("enter")
	if err := os.WriteFile(p.m.env.Local.File, []byte(ours+"\nmore\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.presses("enter")
	p.reads("Nothing was written over it", "choose the sheet again")
	p.presses("esc", "enter", "enter")
	p.reads("Saved in")
	if !strings.Contains(p.local(), "\nmore\n") || !strings.Contains(p.local(), "PC Di Nash") {
		t.Errorf("the file is %s", p.local())
	}
}

func TestTheEmergencyPanelLiesOverTheImportAndLeadsToIt(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.importsFrom(papers(t, map[string]string{"o.csv": officers}))
	p.presses("enter", "!")
	p.reads("Emergency: whom to ring now")
	p.presses("esc")
	p.reads("Dry run: o.csv")
	p.presses("esc", "esc", "!", "e", "end", "up")
	p.reads("Sheet of officers")
	p.presses("enter")
	p.reads("Import a sheet of officers")
	p.presses("esc")
	p.reads("Emergency: whom to ring now")
}

func TestWhoHasCheckedTheRowsIsAskedForInSettings(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.m.env.Recorder = ""
	p.importsFrom(papers(t, map[string]string{"o.csv": "School,Officer\nBeacon High School,PC Lee\n"}))
	p.presses("enter")
	p.reads("your name and role aren't set", "Settings")
	p.missesFrom("Enter writes it")
}

// A council's sheet has thousands of rows. How far it is can be seen, and Esc stops
// it while nothing is written yet.
func TestALongSheetShowsHowFarItIsAndEscStopsIt(t *testing.T) {
	for _, signs := range []theme.Glyphs{theme.Unicode, theme.ASCII} {
		p := desk(t, theme.Mono, signs, 120, 40)
		p.keeps(ours)
		before := p.local()
		p.importsFrom(papers(t, map[string]string{"officers.csv": officers}))
		r := &sheetReading{path: "officers.csv"}
		r.progress(1200, 5000)
		p.m.top().(*sheetImport).reading = r
		if _, again := p.m.Update(sheetBarMsg{r}); again == nil {
			t.Error("nobody looks again how far it is")
		}
		p.reads("Reading officers.csv. Nothing is written; Esc stops.", "1200 of 5000 rows",
			strings.Repeat(signs.Heavy, 9)+signs.Rule)
		p.fits("the bar")
		p.safe("the bar")
		p.presses("esc")
		p.reads("Stopped. officers.csv was not read to its end, and nothing has changed.")
		if r.progress(1300, 5000) || p.local() != before {
			t.Error("it goes on, or something was written")
		}
		p.sends(sheetReadMsg{of: r, plan: &sheetPlan{file: "officers.csv"}})
		p.missesFrom("Dry run")
		p.presses("end", "enter")
		p.reads("Dry run: officers.csv")
	}
}

func TestWhatIsBeingWrittenShowsThatItGoesOn(t *testing.T) {
	p := desk(t, theme.Mono, theme.Unicode, 80, 24)
	p.importsFrom(papers(t, map[string]string{"o.csv": officers}))
	p.presses("enter")
	_, save := p.m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	if p.m.spin == nil || p.m.spinning() != "" {
		t.Fatal("what is done at once shows a spinner, or what takes long will show none")
	}
	p.m.Update(p.m.spin.Tick())
	p.reads("Saving.", ansi.Strip(p.m.spinning()))
	if p.m.spinning() == "" {
		t.Error("it doesn't show that it goes on")
	}
	p.runs(save)
	p.reads("Saved in")
	if p.m.spinning() != "" {
		t.Error("it goes on after it is done")
	}
}
