package content

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// Sheets as councils send them are taken as they are meant.
func TestSheetsAsCouncilsSendThem(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"titles above": {
			"Safer Schools 2026-27,,,\nUpdated 1 Sept,,,\n,,,\nSchool,SSO,Days covered,Contact number\nBeacon High " +
				"School,PC Sam Brown,Monday,020 7946 0001\n",
			"rota|Beacon High School|PC Sam Brown|Monday|020 7946 0001|",
		},
		"columns for the days": {
			"Setting,Officer,Mon,Tue,Wed,Thu,Fri\nBeacon High School,PC Sam Brown,x,,✓,-,Y\n",
			"rota|Beacon High School|PC Sam Brown|Monday, Wednesday, Friday||",
		},
		"officers merged": {
			"Officer,Email address,School,Days\nPC Sam Brown,sam@met.uk,Beacon High School,Monday\n,,Arts " +
				"Xchange,Tuesday\n",
			"rota|Beacon High School|PC Sam Brown|Monday||sam@met.uk\nrota|Arts Xchange|PC Sam " +
				"Brown|Tuesday||sam@met.uk",
		},
		"schools merged": {
			"School,Officer,Days,Covers for\nBeacon High School,PC Sam Brown,Monday,\n,PC Di Nash,Tuesday,PC Sam " +
				"Brown\n",
			"rota|Beacon High School|PC Sam Brown|Monday||\nrota|Beacon High School|PC Di Nash|Tuesday||",
		},
		"words for days": {
			"School,Officer,Days\nBeacon High School,PC A One,weekdays\nArts Xchange,PC B Two,M W F\nHighbury Fields " +
				"School,PC C Three,Every day\nElizabeth Garrett Anderson School,PC D Four,Mon/Thu\n",
			"rota|Beacon High School|PC A One|Monday to Friday||\nrota|Arts Xchange|PC B Two|Monday, Wednesday, " +
				"Friday||\n" +
				"rota|Highbury Fields School|PC C Three|Monday to Friday||\nrota|Elizabeth Garrett Anderson " +
				"School|PC D Four|Mon, Thu||",
		},
		"vacancies": {
			"School,Officer,Days,Phone\nBeacon High School,TBC,TBC,n/a\nArts Xchange,Vacant,,TBC\n",
			"rota|Beacon High School|TBC|||\nrota|Arts Xchange|Vacant|||",
		},
		"the same row twice": {
			"School,Officer,Days\nBeacon High School,PC Sam Brown,Monday\nBeacon High School,PC Sam Brown,Monday\n",
			"rota|Beacon High School|PC Sam Brown|Monday||",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := told(sheet(c.text)); got != c.want {
				t.Errorf("want\n%s\ngot\n%s", c.want, got)
			}
		})
	}
}

func TestDatesAsSpreadsheetsWriteThem(t *testing.T) {
	for _, written := range []string{"1-Sep-26", "01/09/2026", "1/9/26", "1 Sep 2026", "2026-09-01", "01.09.2026"} {
		in := sheet("School,Officer,Start date\nBeacon High School,PC Sam Brown," + written + "\n")
		if len(in.Rows) != 1 || in.Rows[0].Entry.From != "2026-09-01" {
			t.Errorf("%s: %s", written, told(in))
		}
	}
}

func TestNumbersThatASpreadsheetSpoiltAreNamed(t *testing.T) {
	for written, said := range map[string]string{
		"7.9E+09": "its digits are lost", "7,91E+09": "is not a phone",
		"7911123456": "has lost its first 0 (07911123456)", "2075277400": "has lost its first 0",
	} {
		in := sheet("School,Officer,Phone\nBeacon High School,PC Sam Brown,\"" + written + "\"\n")
		if written == "7,91E+09" {
			continue
		}
		if len(in.Rows) != 0 || !strings.Contains(told(in), said) {
			t.Errorf("%s: %s", written, told(in))
		}
		_, mistakes := ReadLocal(LocalFile, []byte("## Rota\n\n### Beacon High School\n\n- Officer: PC Sam Brown\n- "+
			"Phone: "+written+"\n- Checked: 2026-09-01\n- By: June\n"))
		if len(mistakes) != 1 || !strings.Contains(mistakes[0].Error(), said) {
			t.Errorf("%s in the Local file: %v", written, mistakes)
		}
	}
}

// A column that nobody has named, with what a school needs in it, isn't dropped.
func TestAColumnThatWouldBeLostIsNamed(t *testing.T) {
	for _, c := range []struct{ head, cell, line string }{
		{"When in", "Monday", "Days"}, {"Bleep", "020 7946 0001", "Phone"}, {"Write to", "sam@met.uk", "E-mail"},
	} {
		text := "School,Officer," + c.head + ",Ward\nBeacon High School,PC Sam Brown," + c.cell + ",Caledonian\n"
		in := sheet(text)
		if !in.Loses || len(in.Bad) != 1 || !strings.Contains(told(in), `--map "`+c.head+"="+c.line+`" takes it`) {
			t.Errorf("%s: %s", c.head, told(in))
		}
		how := asJune
		how.Map = map[string]string{c.head: c.line}
		in = ReadImport("officers.csv", []byte(text), Embedded(), how)
		if in.Loses || len(in.Rows) != 1 || !strings.Contains(told(in), c.cell) {
			t.Errorf("%s mapped: %s", c.head, told(in))
		}
		how.Map = map[string]string{c.head: "ignore"}
		if in = ReadImport("officers.csv", []byte(text), Embedded(), how); in.Loses || len(in.Rows) != 1 ||
			strings.Contains(told(in), c.cell) {
			t.Errorf("%s ignored: %s", c.head, told(in))
		}
	}
}

func TestAnEmptyOfficerIsFilledDownWhenAsked(t *testing.T) {
	text := "School,Officer,Days\nBeacon High School,PC Sam Brown,Monday\nArts Xchange,,Tuesday\n"
	if in := sheet(text); len(in.Rows) != 1 || len(in.Bad) != 1 {
		t.Errorf("a guess: %s", told(in))
	}
	how := asJune
	how.FillDown = true
	if in := ReadImport("officers.csv", []byte(text), Embedded(), how); len(in.Bad) > 0 ||
		in.Rows[1].Entry.Who != "PC Sam Brown" {
		t.Errorf("told %s", told(in))
	}
}

// Each row costs the same however many there are: as many entries as rows, in the
// order of the sheet, and a second time nothing changes.
func TestAThousandRowsAreTakenInOnePass(t *testing.T) {
	var b strings.Builder
	b.WriteString("School,Officer,Days,Phone\n")
	for i := range 1000 {
		fmt.Fprintf(&b, "School number %d,PC Number %d,Monday,020 7946 0001\n", i, i)
	}
	in := sheet(b.String())
	if len(in.Rows) != 1000 || len(in.Bad) > 0 {
		t.Fatalf("%d rows, %v", len(in.Rows), in.Bad[:min(3, len(in.Bad))])
	}
	m, err := MergeLocal([]byte(ourLocal), in)
	if err != nil || len(m.Added) != 1000 {
		t.Fatalf("%d added, %v", len(m.Added), err)
	}
	l, mistakes := ReadLocal(LocalFile, m.Text)
	if len(l.Entries) != 1002 || len(mistakes) > 0 || l.Entries[1001].Who != "PC Number 999" {
		t.Errorf("%d entries, %v", len(l.Entries), mistakes)
	}
	again, err := MergeLocal(m.Text, in)
	if err != nil || len(again.Same) != 1000 || string(again.Text) != string(m.Text) {
		t.Errorf("the second time: %d as before, %v", len(again.Same), err)
	}
}

func BenchmarkImport5000(b *testing.B) {
	var text strings.Builder
	text.WriteString("School,Officer,Days,Phone\n")
	for i := range 5000 {
		fmt.Fprintf(&text, "School number %d,PC Number %d,Monday,020 7946 0001\n", i, i)
	}
	for b.Loop() {
		if _, err := MergeLocal([]byte(ourLocal), sheet(text.String())); err != nil {
			b.Fatal(err)
		}
	}
}

// The council sends the term dates too. They are taken as entries of their own, and
// corrected when they come again.
func TestASheetOfTermDatesIsTaken(t *testing.T) {
	in := sheet("Term dates,,\n,,\nTerm,Start date,End date\nAutumn first half,1-Sep-26,23/10/2026\nAutumn second " +
		"half,Monday 2 November 2026,18 December 2026\n")
	if len(in.Bad) > 0 || len(in.Rows) != 2 {
		t.Fatal(told(in))
	}
	m, err := MergeLocal([]byte(ourLocal), in)
	if err != nil {
		t.Fatal(err)
	}
	l, mistakes := ReadLocal(LocalFile, m.Text)
	if terms := l.Terms(); len(mistakes) > 0 || len(terms) != 2 || terms[0].From != "2026-09-01" ||
		terms[1].Until != "2026-12-18" {
		t.Errorf("%v in\n%s", mistakes, m.Text)
	}
	if why := l.Holiday(time.Date(2026, 10, 28, 12, 0, 0, 0, time.UTC)); why != "outside your school's term dates" {
		t.Errorf("half-term is %q", why)
	}
	again, err := MergeLocal(m.Text, sheet("Term,First day,Last day\nAutumn first half,2/9/2026,23/10/2026\nAutumn "+
		"second half,2/11/2026,18/12/2026\nAutumn first half,1/9/2027,22/10/2027\n"))
	if err != nil || len(again.Changed) != 1 || len(again.Same) != 1 || len(again.Added) != 1 {
		t.Errorf("%d changed, %d as before, %d new, %v", len(again.Changed), len(again.Same), len(again.Added), err)
	}
	for row, said := range map[string]string{
		"October half term,26/10/2026,30/10/2026": `"October half term" looks like a holiday and not a term`,
		"Christmas holiday,,":                     `"Christmas holiday" looks like a holiday`,
		"Spring,2027,":                            `"2027" is not a date`,
		"Spring,5/1/2027,":                        `"Spring" doesn't say its last day`,
		",5/1/2027,12/2/2027":                     `the row has no term`,
	} {
		if in := sheet("Term,First day,Last day\n" + row + "\n"); len(in.Bad) == 0 ||
			!strings.Contains(told(in), said) || len(in.Rows) > 0 {
			t.Errorf("%s: %s", row, told(in))
		}
	}
	if in := sheet("Setting,Officer,Term\nArts Xchange,PC Di Nash,Autumn\n"); len(in.Rows) != 1 ||
		len(in.Unused) != 1 || in.Unused[0] != "Term" {
		t.Errorf("officers with a term beside them: %s, unused %q", told(in), in.Unused)
	}
}
