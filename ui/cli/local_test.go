package cli

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"isspp/content"
	"isspp/model"
	"isspp/ui/config"
)

// ours is a Local file as a school keeps it in the autumn.
const ours = `# Ours

## Contacts

### Out-of-hours number

- Phone: 020 7946 0100
- Checked: 2026-11-02
- By: A. Reed, DSL

## Rota

### St Aloysius RC College

- Officer: PC Sam Brown
- Days: Tuesday, Wednesday
- Phone: 020 7946 0001
- Checked: 2026-05-01
- By: A. Reed, DSL

### St Aloysius RC College

- Officer: PC Jo Lane
- Days: Monday to Friday
- Covers for: PC Sam Brown
- From: 2026-12-01
- Until: 2026-12-11
- Checked: 2026-11-02
- By: A. Reed, DSL

### Beacon High School

- Officer: nobody
- Checked: 2026-11-02
- By: A. Reed, DSL

## Primary schools

### Hillbrook Primary School

- Officer: PC Kim Day
- Phone: 020 7946 0002
- Checked: 2026-11-02
- By: A. Reed, DSL

## Services

### Minority Matters

- Status: closed
- Checked: 2026-11-02
- By: A. Reed, DSL

### CSCT

- Phone: 020 7946 0999
- Checked: 2026-11-02
- By: A. Reed, DSL
`

// school is a desk with a Local file, and where that is.
func school(t *testing.T, text string) (desk, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "isspp", content.LocalFile)
	if text != "" {
		if err := content.SaveLocal(path, nil, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	return monday().configured(Settings{Config: config.Config{Local: path, StaleDays: 90}}), path
}

func wantsAll(t *testing.T, got told, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(got.out, text) {
			t.Errorf("%q is not in\n%s%s", text, got.out, got.err)
		}
	}
}

func TestTheSchoolsOwnOfficerIsToldBeforeTheProtocols(t *testing.T) {
	here, _ := school(t, ours)
	got := here.types("rota", "aloysius")
	wantsAll(t, got, "Local     PC Sam Brown, Tuesday, Wednesday, 020 7946 0001",
		"Monday 23 November: nobody assigned\n",
		"checked 1 May 2026 by A. Reed, DSL; STALE: 206 days ago", "then: PC Jo Lane, covering for PC Sam Brown",
		"PC Vittorio D'Orsi (protocol 2023–24)", "assigned, by the protocol of 2023–24", "CSCT 020 7946 0999 (Local)",
		"Out-of-hours number: 020 7946 0100")
	if strings.Index(got.out, "Local  ") > strings.Index(got.out, "Officer  ") {
		t.Errorf("the protocol comes first:\n%s", got.out)
	}
	wantsAll(t, here.types("rota", "aloysius", "--on", "2026-12-02"), "Local     PC Jo Lane, covering for PC Sam Brown",
		"Wednesday 2 December: assigned\n", "also: PC Sam Brown")
	wantsAll(t, here.types("rota", "jo lane"), "St Aloysius RC College")
	wantsAll(t, here.types("rota"), "Local: PC Sam Brown", "protocol: PC", "Local: nobody", "Local: PC Kim Day")
	wantsAll(t, here.types("rota", "hillbrok"), "Hillbrook Primary School", "PC Kim Day, 020 7946 0002",
		"days not stated: ask")
}

func TestJSONHasTheLocalEntryBesideTheProtocols(t *testing.T) {
	here, _ := school(t, ours)
	var rota struct {
		Settings []struct {
			Layer, Officer string
			Covered        string
			Local          *struct {
				Layer, Who, Covered, Checked, By string
				Stale                            bool
				Contacts                         []model.Contact
			}
			Entries []struct{ Who string } `json:"local_entries"`
		}
		Schools []struct{ Name, Layer string }
		Ours    []struct{ Slot, Layer string } `json:"our_contacts"`
	}
	if err := json.Unmarshal([]byte(here.types("rota", "aloysius", "--on", "tuesday", "--json").out),
		&rota); err != nil {
		t.Fatal(err)
	}
	s := rota.Settings[0]
	if s.Layer != "protocol" || s.Officer != "PC Vittorio D'Orsi" || s.Covered != "yes" || s.Local == nil ||
		len(s.Entries) != 2 {
		t.Fatalf("%+v", s)
	}
	if l := s.Local; l.Layer != "local" || l.Who != "PC Sam Brown" || l.Covered != "yes" || l.Checked != "2026-05-01" ||
		l.By == "" || !l.Stale || l.Contacts[0].Value != "020 7946 0001" {
		t.Errorf("%+v", l)
	}
	if len(rota.Ours) != 1 || rota.Ours[0].Slot != "out-of-hours" {
		t.Errorf("%+v", rota.Ours)
	}
	if got := here.types("rota", "hillbrook", "--json"); got.status != StatusFound ||
		!strings.Contains(got.out, `"name": "Hillbrook Primary School"`) {
		t.Errorf("%d %s", got.status, got.out)
	}
	var directory struct {
		Services []struct {
			Name  string
			Local *struct {
				Layer  string
				Closed bool
			}
		}
	}
	if err := json.Unmarshal([]byte(here.types("directory", "minority", "--json").out), &directory); err != nil {
		t.Fatal(err)
	}
	if l := directory.Services[0].Local; l == nil || !l.Closed || l.Layer != "local" {
		t.Errorf("%+v", directory.Services[0])
	}
	if !strings.Contains(monday().types("rota", "aloysius", "--json").out, `"local": null`) {
		t.Error("without a Local file it is not null")
	}
}

func TestWhatHasClosedIsToldInTheDirectoryAndFound(t *testing.T) {
	here, _ := school(t, ours)
	wantsAll(t, here.types("directory", "minority"), "Local     closed", "checked 2 November 2026 by A. Reed, DSL",
		"020 7272 0039")
	all := here.types("directory", "--topic", "gangs").out
	closed := strings.Index(all, "Closed, by your school's own entry")
	if closed < 0 || closed > strings.Index(all, "Minority Matters") {
		t.Errorf("it is offered as open:\n%s", all)
	}
	wantsAll(t, here.types("directory"), "Local: 020 7946 0999", "Local: 020 7946 0100", "isspp local edit adds it")
	wantsAll(t, here.types("find", "sam brown"), "St Aloysius RC College: PC Sam Brown · Local, our school's own",
		"checked 2026-05-01")
	if got := here.types("find", "kim day", "--json"); !strings.Contains(got.out, `"layer": "local"`) ||
		!strings.Contains(got.out, `"dated": "2026-11-02"`) {
		t.Errorf("%s", got.out)
	}
	wantsAll(t, here.types("read", "rota"), "> Local: St Aloysius RC College: PC Sam Brown")
	wantsAll(t, here.at(80).types("read", "rota"), "Beacon High School: nobody covers it")
}

func TestASlipIsFoundWithItsLineAndTheRestHolds(t *testing.T) {
	here, path := school(t, strings.Replace(strings.Replace(ours, "Tuesday, Wednesday", "Tuseday, Wednesday", 1),
		"### Beacon High School", "### Becon High School", 1))
	got := here.types("local", "check")
	if got.status != StatusNothing || !strings.Contains(got.out,
		path+`:16: "Tuseday" is not a day of the week (Monday … Friday, "attends when required"): did you mean "Tuesday"?`) ||
		!strings.Contains(got.out, path+`:31: no setting of the rota is called "Becon High School"`) ||
		!strings.Contains(got.out, `did you mean "Beacon High School"?`) {
		t.Errorf("%d\n%s%s", got.status, got.out, got.err)
	}
	told := here.types("rota", "aloysius")
	wantsAll(t, told, "PC Sam Brown", "days not stated: ask", "line 13 of the Local file has a mistake")
	if strings.Count(told.err, "local.md:16") != 1 {
		t.Errorf("said on stderr: %s", told.err)
	}
	var check struct {
		OK       bool
		Mistakes []content.Mistake
	}
	if err := json.Unmarshal([]byte(here.types("local", "check", "--json").out), &check); err != nil || check.OK ||
		len(check.Mistakes) != 2 || check.Mistakes[0].Line != 16 {
		t.Errorf("%+v, %v", check, err)
	}
}

func TestTheLayerIsShownWithWhatIsNotSet(t *testing.T) {
	here, path := school(t, ours)
	wantsAll(t, here.types("local", "show"), path, "Out-of-hours number", "PC Jo Lane, covering for PC Sam Brown",
		"· still to come", "STALE: 206 days ago", "Not set   LADO, DSL, Deputy DSL, Recording system")
	var show struct {
		File    string
		Stale   int `json:"stale_after_days"`
		Entries []struct{ Layer, Name string }
		NotSet  []string `json:"not_set"`
	}
	if err := json.Unmarshal([]byte(here.types("local", "show", "--json").out), &show); err != nil ||
		show.File != path || show.Stale != 90 || len(show.Entries) != 7 || show.Entries[0].Layer != "local" ||
		len(show.NotSet) != 4 {
		t.Errorf("%+v, %v", show, err)
	}
	none, _ := school(t, "")
	wantsAll(t, none.types("local", "show"), "Nothing is entered yet", "Out-of-hours number, LADO, DSL")
}

func TestTheFirstEditMakesAFileToFillIn(t *testing.T) {
	if _, err := exec.LookPath("cp"); err != nil {
		t.Skip("there is no cp here to stand for an editor")
	}
	here, path := school(t, "")
	got := here.on("EDITOR", "true").types("local", "edit")
	text, err := os.ReadFile(path)
	if err != nil || got.status != StatusFound || string(text) != string(content.StarterLocal()) {
		t.Fatalf("%d %s%s %v", got.status, got.out, got.err, err)
	}
	if mistakes := here.types("local", "check"); mistakes.status != StatusFound {
		t.Errorf("the file to fill in has mistakes: %s", mistakes.out)
	}
	other := filepath.Join(t.TempDir(), "typed.md")
	if err := os.WriteFile(other, []byte(strings.Replace(ours, "020 7946 0100", "to follow", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	got = here.on("EDITOR", "cp "+other).types("local", "edit")
	if got.status != StatusNothing || !strings.Contains(got.out, path+`:7: "to follow" is not a phone number`) {
		t.Errorf("%d %s%s", got.status, got.out, got.err)
	}
	if got = here.on("EDITOR", "no-such-editor").types("local", "edit"); got.status != StatusNothing ||
		!strings.Contains(got.err, "no-such-editor") || !strings.Contains(got.err, path) {
		t.Errorf("%d %s", got.status, got.err)
	}
}

func TestTheStarterIsReadWhenItsExamplesAreTakenOutOfTheirRemarks(t *testing.T) {
	text := string(content.StarterLocal())
	text = strings.NewReplacer("<!-- Who", "Who", "is no", "is no", " -->", "", "<!-- ", "").Replace(text)
	l, mistakes := content.ReadLocal(content.LocalFile, []byte(text))
	for _, m := range append(mistakes, content.CheckLocal(l, content.Embedded())...) {
		t.Error(m.Error())
	}
	if len(l.Entries) != 6 {
		t.Errorf("%d entries", len(l.Entries))
	}
}

func TestALocalFileCannotActOnTheTerminal(t *testing.T) {
	here, _ := school(t, strings.Replace(ours, "PC Sam Brown", "PC \x1b]52;c;aGk=\x07Sam \u202eBrown&#27;[2J", 1))
	for _, args := range [][]string{
		{"rota"},
		{"rota", "aloysius"},
		{"rota", "--json"},
		{"local", "show"},
		{"local", "check"},
		{"find", "sam"},
		{"read", "rota"},
		{"directory"},
	} {
		got := here.at(80).on("NO_COLOR", "1").types(args...)
		if strings.ContainsAny(got.out+got.err, "\x1b\x07\u202e\u009b") {
			t.Errorf("%q gives %q %q", args, got.out, got.err)
		}
	}
}

func TestTheCheckSaysWhatWasMeantAndWhichOfTwoIsShown(t *testing.T) {
	entry := func(name, who, more string) string {
		return "\n### " + name + "\n\n- Officer: " + who + "\n" + more + "- Checked: 2026-11-02\n- By: A. Reed\n"
	}
	here, path := school(t, "## Rota\n"+entry("St Aloysuis", "PC One", "")+entry("EGA", "PC Two", "")+
		entry("City of London", "PC Three", ""))
	here.types("local", "check").says(t, StatusNothing, `did you mean "St Aloysius RC College"?`,
		`did you mean "Elizabeth Garrett Anderson School"?`,
		"one of: City of London Academy, Highbury Grove; City of London Academy, Islington; City of London Academy, "+
			"Highgate Hill")

	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("## Rota\n" + entry("Beacon High School", "PC Old", "- Days: Monday to Friday\n") +
		entry("Beacon High School", "PC New", "- Days: Monday, Tuesday\n- From: 2026-11-01\n"))
	here.types("local", "check").says(t, StatusFound, "warning: ",
		path+`:10: "Beacon High School": PC New and PC Old (line 3) both have Monday, Tuesday; PC New is shown from 2026-11-01`, "No mistakes")
	here.types("rota", "beacon").says(t, StatusFound, "Local PC New, Monday, Tuesday", "also: PC Old, Monday to Friday")
	here.types("rota", "beacon", "--on", "wed").says(t, StatusFound, "Local PC Old, Monday to Friday",
		"Wednesday 25 November: assigned")

	// Two who share the week are no mistake, and of one who took over the week the
	// other is replaced.
	write("## Rota\n" + entry("Beacon High School", "PC One", "- Days: Monday to Wednesday\n") +
		entry("Beacon High School", "PC Two", "- Days: Thursday, Friday\n"))
	here.types("local", "check").says(t, StatusFound, "No mistakes").lacks(t, "warning")
	here.types("rota", "beacon", "--on", "thursday").says(t, StatusFound, "Local PC Two, Thursday, Friday", "assigned")
	write("## Rota\n" + entry("Beacon High School", "PC Old", "- Days: Monday to Friday\n") +
		entry("Beacon High School", "PC New", "- Days: Monday to Friday\n- From: 2026-11-01\n"))
	here.types("rota", "beacon").says(t, StatusFound, "Local PC New", "replaced: PC Old").lacks(t, "also:")
}

func TestTheRestOfTheFileCountsOnlyWhereThereIsARest(t *testing.T) {
	here, path := school(t, ours+"\n## Servises\n")
	here.types("rota", "ega").says(t, StatusFound, "The rest of the file counts")
	if err := os.WriteFile(path, []byte("## Rota\n\n### Nowhere\n\n- Officer: PC Lane\n- Days: Tuseday\n- Checked: "+
		"2026-11-02\n- By: A\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	here.types("rota", "ega").says(t, StatusFound, "Nothing else in the file is used").lacks(t,
		"The rest of the file counts")
}
