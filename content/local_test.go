package content

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"isspp/model"
)

// septemberLocal is what a DSL wrote in September. Tests break one line of it
// and read what is said.
const septemberLocal = `# What our school knows

Kept by the safeguarding office.

## Contacts

### Out-of-hours number

- Phone: 02079460100
- Checked: 2026-09-03
- By: A. Reed, DSL

### LADO

- Name:
- Phone:
- Checked:
- By:

## Rota

### St Aloysius RC College

- Officer: PC Sam Brown
- Days: Monday, Wednesday
- Phone: 020 7946 0001
- From: 2026-09-01
- Checked: 3 September 2026
- By: A. Reed, DSL

### St Aloysius RC College

- Officer: PC Jo Lane
- Days: Monday to Friday
- Covers for: PC Sam Brown
- From: 2026-11-16
- Until: 2026-12-11
- Checked: 2026-11-16
- By: A. Reed, DSL

<!-- Example: what is written so is not read. -->

## Primary schools

### Hillbrook Primary School

- Officer: PC Kim Day
- Phone: 020 7946 0002
- Checked: 2026-09-03
- By: A. Reed, DSL

## Services

### Minority Matters

- Status: closed
- Checked: 2026-09-03
- By: A. Reed, DSL
`

// september reads the file with one text replaced.
func september(t testing.TB, old, change string) (*model.Local, []Mistake) {
	t.Helper()
	if !strings.Contains(septemberLocal, old) {
		t.Fatalf("the file doesn't hold %q", old)
	}
	return ReadLocal("local.md", []byte(strings.Replace(septemberLocal, old, change, 1)))
}

func day(t testing.TB, text string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestALocalFileSaysWhoCoversASchoolOnADay(t *testing.T) {
	l, mistakes := september(t, "Brown", "Brown")
	for _, m := range append(mistakes, CheckLocal(l, Embedded())...) {
		t.Error(m.Error())
	}
	school, ok := Embedded().Rota().Find("rota/st-aloysius-rc-college")
	if !ok {
		t.Fatal("St Aloysius is not in the rota")
	}
	for on, want := range map[string]string{
		"2026-08-31": "", "2026-09-01": "PC Sam Brown", "2026-11-15": "PC Sam Brown",
		"2026-11-16": "PC Jo Lane", "2026-12-11": "PC Jo Lane", "2026-12-12": "PC Sam Brown",
	} {
		e, _ := l.Cover(school, day(t, on))
		if e.Who != want {
			t.Errorf("on %s it is %q, not %q", on, e.Who, want)
		}
	}
	if n := len(l.Covers(school)); n != 2 {
		t.Errorf("%d entries for the school", n)
	}
}

func TestALocalFileHasNumbersSchoolsAndServices(t *testing.T) {
	l, _ := september(t, "Brown", "Brown")
	if e, ok := l.Contact(model.OutOfHours); !ok || e.Phone != "020 7946 0100" || e.Checked != "2026-09-03" ||
		e.By != "A. Reed, DSL" {
		t.Errorf("out of hours %+v", e)
	}
	if e, ok := l.Contact(model.LADO); ok {
		t.Errorf("an empty slot says %+v", e)
	}
	found, _ := l.FindSchools("hillbrok", day(t, "2026-11-24"))
	if len(found) != 1 || found[0].Who != "PC Kim Day" {
		t.Errorf("a primary school's officer: %+v", found)
	}
	for _, s := range Embedded().Directory().Services() {
		e, ok := l.Service(s)
		if ok != (s.Name == "Minority Matters") || ok && !e.Closed {
			t.Errorf("%s: %+v, %v", s.Name, e, ok)
		}
	}
}

func TestALocalMistakeNamesLineAndMendAndTheRestHolds(t *testing.T) {
	for _, c := range []struct{ name, old, change, said string }{
		{
			"a day", "Monday, Wednesday", "Monday, Wedensday",
			`local.md:25: "Wedensday" is not a day of the week (Monday … Friday, "attends when required"): did you mean "Wednesday"?`,
		},
		{"a date", "3 September 2026", "3 Septembre", `local.md:28: "3 Septembre" is not a date (such as 2026-09-03 or 3 September 2026)`},
		{
			"a date that isn't", "2026-12-11", "2026-11-31",
			`local.md:37: "2026-11-31" is not a date (such as 2026-09-03 or 3 September 2026)`,
		},
		{
			"a line's name", "- Phone: 020 7946 0001", "- Phome: 020 7946 0001",
			`local.md:26: "Phome" is not a line of an entry below ## Rota (` +
				strings.Join(LocalLines(model.LocalRota), ", ") + `): did you mean "Phone"?`,
		},
		{"a part", "## Services", "## Servises", `local.md:52: "Servises" is not a part of the Local file, and what is below it is not used (Contacts, Rota, Primary schools, Services, Term dates; an entry has three #): did you mean "Services"?`},
		{"a slot", "### LADO", "### LAOD", `local.md:13: "LAOD" is not a contact of the Local file, and is not used (Out-of-hours number, LADO, DSL, Deputy DSL, Recording system): did you mean "LADO"?`},
		{
			"no officer", "PC Sam Brown\n- Days", "\n- Days",
			`local.md:24: "St Aloysius RC College" doesn't say who (- Officer: a name, or "nobody")`,
		},
		{
			"not checked", "- Checked: 3 September 2026\n", "",
			`local.md:22: "St Aloysius RC College" doesn't say when it was checked (- Checked: the date it was last checked, such as 2026-09-03)`,
		},
		{
			"by nobody", "- Until: 2026-12-11\n- Checked: 2026-11-16\n- By: A. Reed, DSL",
			"- Until: 2026-12-11\n- Checked: 2026-11-16",
			`local.md:31: "St Aloysius RC College" doesn't say who checked it (- By: a name or a role)`,
		},
		{
			"over before it begins", "2026-12-11", "2026-11-01",
			`local.md:37: "St Aloysius RC College" ends before it begins (the last day that it applies)`,
		},
		{
			"a number", "020 7946 0002", "the usual one",
			`local.md:48: "the usual one" is not a phone number (such as 020 7946 0001)`,
		},
		{
			"a digit too few", "020 7946 0002", "020 7946 000",
			`local.md:48: "020 7946 000" has 10 digits (a number such as 020 7946 0001 has 11 digits)`,
		},
		{
			"a heading alone", "### Minority Matters\n\n- Status: closed\n- Checked: 2026-09-03\n- By: A. Reed, DSL\n",
			"### Minority Matters\n", `local.md:54: the entry "Minority Matters" says nothing (write below it what is known, a line each that starts with -)`,
		},
		{
			"a line too far right", "- Officer: PC Kim Day", "     - Officer: PC Kim Day",
			`local.md:47: a line that is indented this far is not read (start the line further left)`,
		},
		{
			"a remark in a remark", "## Primary schools", "<!-- not now\n\n<!-- at all -->\n\n## Primary schools",
			`local.md:43: what stands here can't be read, and hides what follows (close a remark with -->, and write nothing behind that)`,
		},
		{
			"a title among the parts", "## Services", "# Our services\n\n## Services",
			`local.md:52: "Our services" is not a part of the Local file, and what is below it is not used (Contacts, Rota, Primary schools, Services, Term dates; an entry has three #): did you mean "Services"?`,
		},
		{
			"a status", "Status: closed", "Status: closd",
			`local.md:56: "closd" is not a status (closed, or open): did you mean "closed"?`,
		},
		{
			"no hyphen", "- Officer: PC Kim Day", "Officer: PC Kim Day",
			`local.md:47: "Officer: PC Kim Day" can't be read as it is (start each line with a hyphen: - Officer: …)`,
		},
		{"an entry twice", "- From: 2026-11-16\n- Until: 2026-12-11", "- From: 2026-09-01", ``},
		{
			"a control sign", "PC Kim Day", "PC \x1b[31mKim Day",
			`local.md:47: there is an invisible character here (U+001B) (take it out)`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, mistakes := september(t, c.old, c.change)
			if e, ok := l.Contact(model.OutOfHours); !ok || e.Phone == "" {
				t.Error("an entry without a mistake is lost")
			}
			var said []string
			for _, m := range mistakes {
				if m.Error() == c.said {
					return
				}
				said = append(said, m.Error())
			}
			if c.said != "" {
				t.Errorf("want\n%s\ngot\n%s", c.said, strings.Join(said, "\n"))
			}
		})
	}
}

func TestNoLocalFileIsNoMistake(t *testing.T) {
	l, mistakes := LoadLocal(filepath.Join(t.TempDir(), "isspp", LocalFile))
	if !l.Empty() || len(mistakes) != 0 {
		t.Errorf("%+v, %v", l, mistakes)
	}
}

func TestAFileThatIsNoFileIsAMessageWithAPlace(t *testing.T) {
	dir := t.TempDir()
	for name, make := range map[string]func(path string) error{
		"a folder":          func(path string) error { return os.Mkdir(path, 0o700) },
		"a loop":            func(path string) error { return os.Symlink(path, path) },
		"a link to nothing": func(path string) error { return os.Symlink(filepath.Join(dir, "none"), path) },
		"too big":           func(path string) error { return os.WriteFile(path, make([]byte, maxLocal+1), 0o600) },
	} {
		path := filepath.Join(dir, strings.ReplaceAll(name, " ", "-"))
		if err := make(path); err != nil {
			t.Logf("%s can't be made here: %v", name, err)
			continue
		}
		l, mistakes := LoadLocal(path)
		if l == nil || len(mistakes) != 1 || mistakes[0].Line != 1 || mistakes[0].Mend == "" {
			t.Errorf("%s says %v", name, mistakes)
		}
	}
}
