package content

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"isspp/model"
)

// sheet reads a sheet against the embedded rota, checked today by June.
func sheet(text string) Import {
	return ReadImport("officers.csv", []byte(text), Embedded(), asJune)
}

// asJune says who checked, and when.
var asJune = Reading{Checked: "2026-11-24", By: "June"}

// told are an import's rows in a line each, then its bad rows.
func told(in Import) string {
	var lines []string
	for _, r := range in.Rows {
		e := r.Entry
		lines = append(lines, strings.TrimSpace(strings.Join([]string{
			string(e.Kind), e.Name, e.Who, e.Assigned,
			e.Phone, e.Email,
		}, "|")))
	}
	for _, m := range in.Bad {
		lines = append(lines, m.Error())
	}
	return strings.Join(lines, "\n")
}

const goodSheet = "Setting,Officer,Days,Phone\r\nBeacon High School,PC Sam Brown,Monday to Friday,020 7946 " +
	"0001\r\nArts Xchange,PC Di Nash,Tuesday,\r\n"

const goodTold = "rota|Beacon High School|PC Sam Brown|Monday to Friday|020 7946 0001|\nrota|Arts Xchange|PC Di " +
	"Nash|Tuesday||"

func TestSheetsAreReadHoweverTheyWereSaved(t *testing.T) {
	wide := func(text string, order string) string {
		var b strings.Builder
		b.WriteString(order)
		for _, u := range utf16.Encode([]rune(text)) {
			lo, hi := byte(u), byte(u>>8)
			if order == "\xfe\xff" {
				lo, hi = hi, lo
			}
			b.WriteByte(lo)
			b.WriteByte(hi)
		}
		return b.String()
	}
	tabs := strings.ReplaceAll(goodSheet, ",", "\t")
	for name, text := range map[string]string{
		"as the standard has it":   goodSheet,
		"Unix line ends":           strings.ReplaceAll(goodSheet, "\r\n", "\n"),
		"old Mac line ends":        strings.ReplaceAll(goodSheet, "\r\n", "\r"),
		"a mark of the encoding":   "\ufeff" + goodSheet,
		"semicolons":               strings.ReplaceAll(goodSheet, ",", ";"),
		"semicolons below a title": "Safer schools\n\n" + strings.ReplaceAll(goodSheet, ",", ";"),
		"semicolons and a mark":    "\ufeff" + strings.ReplaceAll(goodSheet, ",", ";"),
		"sep= of Excel":            "sep=;\r\n" + strings.ReplaceAll(goodSheet, ",", ";"),
		"tabs":                     tabs,
		"UTF-16, as Unicode text":  wide(tabs, "\xff\xfe"),
		"UTF-16, big end first":    wide(tabs, "\xfe\xff"),
		"quoted": "\"Setting\",\"Officer\",\"Days\",\"Phone\"\n\"Beacon High School\",\"PC Sam " +
			"Brown\",\"Monday to Friday\",\"020 7946 0001\"\n\"Arts Xchange\",\"PC Di Nash\",\"Tuesday\",\"\"\n",
		"blank rows": strings.ReplaceAll(goodSheet, "\r\n", "\r\n\r\n,,,\r\n"),
		"other words": strings.Replace(goodSheet, "Setting,Officer,Days,Phone",
			"School,Named officer,Assigned days,Tel", 1),
		"no last line end":      strings.TrimRight(goodSheet, "\r\n"),
		"numbers kept as text":  strings.Replace(goodSheet, "020 7946 0001", `"=""02079460001"""`, 1),
		"numbers by apostrophe": strings.Replace(goodSheet, "020 7946 0001", "'02079460001", 1),
		"another column": "Ward,Setting,Officer,Days,Phone\nA,Beacon High School,PC Sam Brown,Monday to " +
			"Friday,020 7946 0001\nB,Arts Xchange,PC Di Nash,Tuesday,\n",
	} {
		if got := told(sheet(text)); got != goodTold {
			t.Errorf("%s:\n%s", name, got)
		}
	}
	if got := sheet("Setting,Officer\nBeacon High School,PC D\x92Arcy M\xfcller\n"); len(got.Rows) != 1 ||
		got.Rows[0].Entry.Who != "PC D’Arcy Müller" {
		t.Errorf("what Excel on Windows saves: %s", told(got))
	}
}

func TestBadRowsAreNamedByTheirNumber(t *testing.T) {
	for _, c := range []struct{ name, row, said string }{
		{
			"a slip in a day", "Arts Xchange,PC Di Nash,Tuseday,",
			`officers.csv:3: "Tuseday" is not a day of the week (Monday … Friday, "attends when required"): did you mean "Tuesday"?`,
		},
		{
			"a slip in a name", "Arts Xchagne,PC Di Nash,Tuesday,",
			`officers.csv:3: no setting of the rota is called "Arts Xchagne" (a name as the rota prints it): did you mean "Arts Xchange"?`,
		},
		{
			"a name that fits several", "City of London Academy,PC Di Nash,Tuesday,",
			`officers.csv:3: "City of London Academy" fits 3 settings: write the whole name (City of London Academy, Highbury Grove; City of London Academy, Islington; City of London Academy, Highgate Hill)`,
		},
		{"no officer", "Arts Xchange,,Tuesday,", `officers.csv:3: "Arts Xchange" doesn't say who (- Officer: a name, or "nobody")`},
		{
			"no setting of its own", ",PC Di Nash,Monday,",
			`officers.csv:3: "Beacon High School" is already in row 2 (keep one, or say From, Until or Covers for)`,
		},
		{"no setting and no officer", ",,Tuesday,", `officers.csv:3: the row has no setting (the school or setting that the row is about)`},
		{
			"a number that is none", "Arts Xchange,PC Di Nash,Tuesday,soon",
			`officers.csv:3: "soon" is not a phone number (such as 020 7946 0001)`,
		},
		{
			"a formula", `Arts Xchange,"=HYPERLINK(""http://x"")",Tuesday,`,
			`officers.csv:3: Officer is a formula: "=HYPERLINK(\"http://x\")" (write the words themselves)`,
		},
		{
			"a formula with +", "Arts Xchange,PC Di Nash,Tuesday,+1+cmd|'/c calc'!A0",
			`officers.csv:3: Phone is a formula: "+1+cmd|'/c calc'!A0" (write the words themselves)`,
		},
		{
			"a formula with @", "@SUM(A1),PC Di Nash,Tuesday,",
			`officers.csv:3: Setting is a formula: "@SUM(A1)" (write the words themselves)`,
		},
		{
			"a day twice", "Beacon High School,PC Di Nash,Monday to Tuesday,",
			`officers.csv:3: "Beacon High School" is already in row 2 (keep one, or say From, Until or Covers for)`,
		},
		{
			"a cell too many", "Arts Xchange,PC Di Nash,Monday,,Tuesday",
			`officers.csv:3: the row has 5 cells, the header 4 (put a cell with such a sign in quotation marks)`,
		},
		{
			"a quotation mark alone", `Arts Xchange,PC "Di Nash,Tuesday,`,
			`officers.csv:3: the row can't be read: a quotation mark is in the wrong place (put the cell in quotation marks, and write one inside of it as "")`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := sheet("Setting,Officer,Days,Phone\nBeacon High School,PC Sam Brown,Monday,\n" + c.row +
				"\nHighbury Fields School,PC Cy Moss,Friday,\n")
			if len(in.Bad) != 1 || in.Bad[0].Error() != c.said {
				t.Errorf("want\n%s\ngot\n%s", c.said, told(in))
			}
			if len(in.Rows) != 2 || in.Rows[0].Entry.Name != "Beacon High School" || in.Rows[1].Row != 4 {
				t.Errorf("the good rows are\n%s", told(in))
			}
		})
	}
}

func TestARowsNumberIsTheSpreadsheets(t *testing.T) {
	in := sheet("Setting,Officer,Days,Note\nBeacon High School,PC Sam Brown,Monday,\"two\nlines\"\n\nArts Xchange,PC " +
		"Di Nash,Moonday,\n")
	if len(in.Bad) != 1 || in.Bad[0].Line != 4 || in.Rows[0].Entry.Note != "two lines" {
		t.Errorf("told %s", told(in))
	}
}

// Excel shows no row for a first line that only says what parts the cells.
func TestSepIsNoRow(t *testing.T) {
	in := sheet("sep=;\r\nSetting;Officer;Days\r\nBeacon High School;PC Sam Brown;Moonday\r\n")
	if len(in.Bad) != 1 || in.Bad[0].Line != 2 {
		t.Errorf("told %s", told(in))
	}
}

func TestAQuotationMarkThatNeverEndsIsSaid(t *testing.T) {
	in := sheet("Setting,Officer\nBeacon High School,\"PC Sam Brown\nArts Xchange,PC Di Nash\n")
	if len(in.Rows) != 0 || len(in.Bad) == 0 || !strings.Contains(told(in), "isn't closed, so the rows up to") {
		t.Errorf("told %s", told(in))
	}
}

func TestASheetWithoutItsColumnsIsSaid(t *testing.T) {
	for text, said := range map[string]string{
		"":                          "the sheet has no rows",
		"\n\n":                      "the sheet has no rows",
		"Name,Age\nx,1\n":           "no column is called Setting",
		"Setting,Setting,Officer\n": "two columns are for Setting",
		"PK\x03\x04\x00\x00xl/":     "this is not a text file",
	} {
		if in := sheet(text); !strings.Contains(told(in), said) || len(in.Rows) > 0 {
			t.Errorf("%q: %s", text, told(in))
		}
	}
}

func TestShortNamesAndOtherSchoolsAreTaken(t *testing.T) {
	in := sheet("Setting,Officer\nSt Aloysius,PC Di Nash\nHungerford Primary School,PC Cy Moss\n")
	if got := told(in); got != "rota|St Aloysius RC College|PC Di Nash|||\nschool|Hungerford Primary School|PC Cy "+
		"Moss|||" || in.Rows[0].Written != "St Aloysius" {
		t.Errorf("told %s", got)
	}
}

// A slip in a long name written short is asked about, as in the Local file; a
// primary school that the rota doesn't list isn't taken for one that it does.
func TestASlipInAShortNameIsNoNewSchool(t *testing.T) {
	for written, meant := range map[string]string{
		"St Aloysuis":     "St Aloysius RC College",
		"Highbary Fields": "Highbury Fields School",
	} {
		in := sheet("Setting,Officer\n" + written + ",PC Di Nash\n")
		if len(in.Rows) > 0 || len(in.Bad) != 1 || in.Bad[0].Near != meant {
			t.Errorf("%s: %s", written, told(in))
		}
	}
	for _, primary := range []string{
		"Ambler Primary School", "Canonbury Primary School", "Christ The King RC", "Drayton Park",
		"Highbury Quadrant Primary School", "Hungerford Primary School",
		"New North Academy", "Newington Green", "Sacred Heart RC", "St Andrew's CE", "St Joan of Arc RC",
		"St John's Highbury Vale", "St Joseph's RC Primary",
		"St Luke's", "St Mark's CE", "St Mary's CE Primary", "St Peter & St Paul RC", "The Bridge School", "Thornhill",
		"Vittoria", "Whitehall Park", "Winton", "Yerbury",
	} {
		if in := sheet("Setting,Officer\n" + primary + ",PC Di Nash\n"); len(in.Rows) != 1 ||
			in.Rows[0].Entry.Kind != model.LocalSchool {
			t.Errorf("%s: %s", primary, told(in))
		}
	}
}

const ourLocal = "# Ours\n\nA remark of mine.\n\n## Rota\n\n### Beacon High School\n\n- Officer: PC Sam Brown\n- " +
	"Days: Monday\n- Phone: 020 7946 0009\n- Checked: 2026-09-01\n- By: June\n\n### Arts Xchange\n\n- Officer: PC " +
	"Old Hand\n- Phone: 020 7946 0008\n- Checked: 2026-09-01\n- By: June\n"

func TestAnImportChangesItsEntriesAlone(t *testing.T) {
	in := sheet("Setting,Officer,Days\nBeacon High School,PC Sam Brown,Tuesday\nArts Xchange,PC New " +
		"Hand,Friday\nHighbury Fields School,PC Cy Moss,Friday\n")
	m, err := MergeLocal([]byte(ourLocal), in)
	if err != nil {
		t.Fatal(err)
	}
	text := string(m.Text)
	for _, want := range []string{
		"A remark of mine.", "- Phone: 020 7946 0009", "- Officer: PC New Hand",
		"### Highbury Fields School", "- Days: Tuesday",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "020 7946 0008") {
		t.Errorf("the old officer's number stays with the new one:\n%s", text)
	}
	if len(m.Added) != 1 || len(m.Changed) != 2 || len(m.Same) != 0 {
		t.Errorf("%d added, %d changed, %d as before", len(m.Added), len(m.Changed), len(m.Same))
	}
	if l, mistakes := ReadLocal(LocalFile, m.Text); len(mistakes) > 0 || len(l.Entries) != 3 {
		t.Errorf("the file reads with %v", mistakes)
	}
	again, err := MergeLocal(m.Text, in)
	if err != nil || len(again.Same) != 3 || string(again.Text) != text {
		t.Errorf("the second time: %d as before, %v", len(again.Same), err)
	}
}

// Two officers split a school's week. Both stay, in the sheet and in the file, and
// neither takes the place of the other when the sheet comes again.
func TestTwoOfficersWhoSplitAWeekBothStay(t *testing.T) {
	in := sheet("Setting,Officer,Days,Phone\nArts Xchange,PC Di Nash,Mon-Tue,020 7946 0001\nArts Xchange,PC Cy " +
		"Moss,Wed-Fri,020 7946 0002\n")
	if len(in.Bad) > 0 {
		t.Fatal(told(in))
	}
	m, err := MergeLocal([]byte(ourLocal), in)
	if err != nil || len(m.Changed) != 1 || len(m.Added) != 1 {
		t.Fatalf("%d changed, %d added, %v", len(m.Changed), len(m.Added), err)
	}
	l, mistakes := ReadLocal(LocalFile, m.Text)
	if len(mistakes) > 0 || !strings.Contains(string(m.Text), "PC Sam Brown") {
		t.Errorf("%v in\n%s", mistakes, m.Text)
	}
	arts := Embedded().Rota().Settings[slices.IndexFunc(Embedded().Rota().Settings,
		func(s model.Setting) bool { return s.Name == "Arts Xchange" })]
	for day, want := range map[string]string{"2026-11-24": "PC Di Nash", "2026-11-25": "PC Cy Moss"} {
		at, _ := time.Parse(time.DateOnly, day)
		if e, _ := l.Cover(arts, at); e.Who != want {
			t.Errorf("on %s it is %q", day, e.Who)
		}
	}
	again, err := MergeLocal(m.Text, in)
	if err != nil || len(again.Same) != 2 || string(again.Text) != string(m.Text) {
		t.Errorf("the second time: %d as before, %v", len(again.Same), err)
	}
	swapped, err := MergeLocal(m.Text, sheet("Setting,Officer,Days\nArts Xchange,PC Di Nash,Wed-Fri\nArts Xchange,PC "+
		"Cy Moss,Mon-Tue\n"))
	if err != nil || len(swapped.Changed) != 2 {
		t.Fatalf("when they swap: %d changed, %v", len(swapped.Changed), err)
	}
	one, err := MergeLocal(m.Text, sheet("Setting,Officer,Days\nArts Xchange,PC New Hand,Mon-Fri\n"))
	if err != nil || len(one.Changed) != 1 || strings.Contains(string(one.Text), "Cy Moss") ||
		!strings.Contains(one.Changed[0].Was, "PC Di Nash") || !strings.Contains(one.Changed[0].Was, "PC Cy Moss") {
		t.Errorf("one who has the whole week: %+v, %v", one.Changed, err)
	}
	if _, err := MergeLocal(m.Text, sheet("Setting,Officer,Days\nArts Xchange,PC New Hand,Mon-Wed\n")); err == nil ||
		!strings.Contains(err.Error(), "PC Cy Moss") {
		t.Errorf("half of another's days: %v", err)
	}
}

// One officer follows another on other days where file and sheet have just the one for
// the school; where either has two, nobody can say who follows whom.
func TestOneOfficerFollowsAnotherWhereThereIsJustTheOne(t *testing.T) {
	monday := "## Rota\n\n### Beacon High School\n\n- Officer: PC Sam Brown\n- Days: Monday\n- Checked: " +
		"2026-09-01\n- By: June\n"
	tuesday := "\n### Beacon High School\n\n- Officer: PC Ada King\n- Days: Tuesday\n- Checked: 2026-09-01\n- By: " +
		"June\n"
	friday := "Setting,Officer,Days\nBeacon High School,PC New Hand,Friday\n"
	thursday := "Beacon High School,PC Cy Moss,Thursday\n"
	for name, c := range map[string]struct {
		file, sheet           string
		added, changed, stand int
	}{
		"one for one":     {monday, friday, 0, 1, 1},
		"one for two":     {monday, friday + thursday, 2, 0, 3},
		"two for one":     {monday + tuesday, friday, 1, 0, 3},
		"two for two":     {monday + tuesday, friday + thursday, 2, 0, 4},
		"the same person": {monday + tuesday, "Setting,Officer,Days\nBeacon High School,PC Ada King,Friday\n", 0, 1, 2},
	} {
		m, err := MergeLocal([]byte(c.file), sheet(c.sheet))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		l, mistakes := ReadLocal(LocalFile, m.Text)
		if len(m.Added) != c.added || len(m.Changed) != c.changed || len(l.Entries) != c.stand || len(mistakes) > 0 {
			t.Errorf("%s: %d added, %d changed, %d in the file, %v", name, len(m.Added), len(m.Changed), len(l.Entries),
				mistakes)
		}
	}
}

func TestNoCellLeavesAsAFormula(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+44 20": "'+44 20", "-x": "'-x", "@a": "'@a", "\t=1": "'=1", "PC D'Orsi": "PC D'Orsi",
		"'=1": "''=1", "": "",
	} {
		got := EscapeFormula(cell)
		if got != want {
			t.Errorf("%q leaves as %q, want %q", cell, got, want)
		}
		if back := unescapeFormula(got); back != model.CleanLine(cell) {
			t.Errorf("%q comes back as %q", cell, back)
		}
	}
}

// FuzzImport takes any bytes for a sheet: nothing is lost without a word. Every
// row that says something is taken or named.
func FuzzImport(f *testing.F) {
	f.Add([]byte(goodSheet))
	f.Add([]byte("Setting;Officer\n\"a\nb\";=x\n"))
	f.Add([]byte("\xff\xfeS\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		in := ReadImport("officers.csv", data, Embedded(), asJune)
		for _, m := range in.Bad {
			if m.Line < 1 || m.Text == "" {
				t.Errorf("a bad row without its place: %+v", m)
			}
		}
		for _, r := range in.Rows {
			checkPlain(t, r.Entry.Name+r.Entry.Who+r.Entry.Note)
			if isFormula(r.Entry.Who) || isFormula(r.Entry.Name) {
				t.Errorf("a formula was taken: %+v", r.Entry)
			}
		}
		if len(in.Rows)+len(in.Bad)+in.Protocol+in.Twice == 0 && len(strings.TrimSpace(string(data))) > 0 &&
			strings.Count(string(data), "\n") > 1 {
			rows := readSheet(data, &reporter{})
			if len(rows) > 1 {
				t.Errorf("%d rows are lost without a word", len(rows)-1)
			}
		}
		if _, err := MergeLocal([]byte(ourLocal), in); err != nil &&
			!strings.Contains(err.Error(), "Nothing has changed") {
			t.Errorf("merging says %v", err)
		}
	})
}
