package cli

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/ui/config"
)

// office is a desk with a Local file of its own and a sheet that came by mail.
func office(t *testing.T, sheet string) (d desk, local, file string) {
	t.Helper()
	dir := t.TempDir()
	local, file = filepath.Join(dir, "local.md"), filepath.Join(dir, "officers.csv")
	if err := os.WriteFile(file, []byte(sheet), 0o600); err != nil {
		t.Fatal(err)
	}
	return monday().configured(Settings{Config: config.Config{Local: local, StaleDays: 90, Recorder: "A. Lead, DSL"}}), local, file
}

const mixed = "\ufeffSetting;Officer;Days;Phone\r\nBeacon High;PC Sam Brown;Monday, Friday;020 7946 0001\r\nArts " +
	"Xchange;PC Di Nash;Tuseday;\r\nHungerford Primary School;PC Cy Moss;;\r\n"

func TestACouncilsSheetIsTakenWhole(t *testing.T) {
	d, local, file := office(t, strings.Replace(mixed, "Tuseday", "Tuesday", 1))
	d.types("local", "import", file, "--dry-run").says(t, StatusFound, "New", "Beacon High School: PC Sam Brown",
		"Dry run: nothing written.")
	if _, err := os.Stat(local); err == nil {
		t.Fatal("a dry run wrote the file")
	}
	d.types("local", "import", file).says(t, StatusFound,
		"Beacon High School: PC Sam Brown, Monday, Friday, 020 7946 0001 (the sheet has “Beacon High”)",
		"Hungerford Primary School: PC Cy Moss (not in the rota)", "Written to "+local)
	d.types("local", "check").says(t, StatusFound)
	d.types("rota", "beacon").says(t, StatusFound, "PC Sam Brown", "PC Simon Vennall", "A. Lead, DSL")
	d.types("rota", "hungerford").says(t, StatusFound, "PC Cy Moss")
	d.types("local", "import", file).says(t, StatusFound, "As before")
}

func TestABadRowKeepsTheWholeSheetOutUntilAsked(t *testing.T) {
	d, local, file := office(t, mixed)
	d.types("local", "import", file).says(t, StatusNothing,
		`row 3: "Tuseday" is not a day of the week`, "did you mean “Tuesday”?",
		"Nothing was written: 1 row of officers.csv", "--keep-good")
	if _, err := os.Stat(local); err == nil {
		t.Fatal("a sheet with a bad row was written")
	}
	d.types("local", "import", file, "--keep-good").says(t, StatusNothing, "row 3:",
		"the others were written to "+local)
	text, err := os.ReadFile(local)
	if err != nil || !strings.Contains(string(text), "PC Sam Brown") || strings.Contains(string(text), "PC Di Nash") {
		t.Errorf("the file is %s, %v", text, err)
	}
	var answer importJSON
	d.types("local", "import", file, "--json").says(t, StatusNothing).json(t, &answer)
	if answer.Written || len(answer.Same) != 2 || len(answer.Bad) != 1 || answer.Bad[0].Row != 3 ||
		answer.Bad[0].Near != "Tuesday" || answer.Layer != "local" {
		t.Errorf("got %+v", answer)
	}
}

func TestAnImportSaysWhoHasChecked(t *testing.T) {
	d, local, file := office(t, "Setting,Officer\nBeacon High School,PC Sam Brown\n")
	d.config.Recorder = ""
	d.types("local", "import", file).says(t, StatusNothing, "row 2:", "doesn't say who checked it", "--by")
	d.types("local", "import", file, "--by", "June", "--checked", "1 September 2026").says(t, StatusFound)
	text, err := os.ReadFile(local)
	if err != nil || !strings.Contains(string(text), "- Checked: 2026-09-01\n- By: June") {
		t.Errorf("the file is %s, %v", text, err)
	}
}

func TestOddSheetsAreRefusedInWords(t *testing.T) {
	d, _, file := office(t, "")
	d.types("local", "import", file).says(t, StatusNothing, "the sheet has no rows")
	d.types("local", "import", filepath.Dir(file)).says(t, StatusNothing, "is not a plain file")
	d.types("local", "import", file+"x").says(t, StatusNothing, "can't be read")
	d.types("local", "import").says(t, StatusUsage, "takes one FILE")
	big := filepath.Join(filepath.Dir(file), "big.csv")
	if err := os.WriteFile(big, make([]byte, 9<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	d.types("local", "import", big).says(t, StatusNothing, "too big for a sheet")
}

// What leaves as a sheet comes back as the same entries, and no cell of it is
// worked out by a spreadsheet.
func TestTheRotaLeavesAndComesBackAsASheet(t *testing.T) {
	d, local, file := office(t, "Setting,Officer,Days,Phone\nBeacon High School,PC Sam Brown,Monday,+44 20 7946 "+
		"0001\nArts Xchange,\"PC Di, Nash\",Tuesday,\n")
	d.types("local", "import", file).says(t, StatusFound)
	before, err := os.ReadFile(local)
	if err != nil {
		t.Fatal(err)
	}
	got := d.types("rota", "--csv").says(t, StatusFound, "'+44 20 7946 0001", "\"PC Di, Nash\"")
	rows, err := csv.NewReader(strings.NewReader(got.out)).ReadAll()
	if err != nil || len(rows) != 1+12+2 || !strings.Contains(got.out, "\r\n") {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("a spreadsheet would work out %q", cell)
			}
		}
	}
	if err := os.WriteFile(file, []byte(got.out), 0o600); err != nil {
		t.Fatal(err)
	}
	d.types("local", "import", file).says(t, StatusFound, "As before", "12 rows of the protocol's own left out")
	after, err := os.ReadFile(local)
	if err != nil || string(after) != string(before) {
		t.Errorf("the file is now\n%s\nand was\n%s\n%v", after, before, err)
	}
	d.types("rota", "beacon", "--csv").says(t, StatusFound, "Beacon High School,PC Simon Vennall")
	d.types("rota", "xylophone", "--csv").says(t, StatusNothing, "Setting,Officer", "fits")
	d.types("rota", "--csv", "--json").says(t, StatusUsage, "not both")
}

// A column with the days in it that nobody has named: nothing is written, whatever
// is asked for, until somebody says what it is.
func TestASheetThatWouldLoseAColumnIsNotWritten(t *testing.T) {
	d, local, file := office(t, "School,SSO,When in\nBeacon High School,PC Sam Brown,Monday\nArts Xchange,PC Di "+
		"Nash,Tuesday\n")
	for _, more := range [][]string{nil, {"--keep-good"}} {
		d.types(append([]string{"local", "import", file}, more...)...).says(t, StatusNothing,
			`the column "When in" looks like days and would be lost`, `--map "When in=Days" takes it`,
			"Nothing was written: say first")
		if _, err := os.Stat(local); err == nil {
			t.Fatal("it was written")
		}
	}
	d.types("local", "import", file, "--map", "When in=Days").says(t, StatusFound,
		"Beacon High School: PC Sam Brown, Monday")
	d.types("local", "import", file, "--map", "When in=Dais").says(t, StatusUsage,
		`"Dais" is no line of an entry. There are: Setting, Officer, Days`)
	d.types("local", "import", file, "--map", "When in").says(t, StatusUsage, "names no column and line")
}

func TestAnImportKeepsTheFilesMode(t *testing.T) {
	d, local, file := office(t, "School,Officer\nBeacon High School,PC Sam Brown\n")
	if err := os.WriteFile(local, []byte("# Ours\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(local, 0o664); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(local)
	if err != nil {
		t.Fatal(err)
	}
	d.types("local", "import", file).says(t, StatusFound)
	if after, err := os.Stat(local); err != nil || after.Mode() != before.Mode() {
		t.Errorf("the mode was %v and is %v, %v", before.Mode(), after.Mode(), err)
	}
}
