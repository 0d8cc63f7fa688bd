package cli

import (
	"strings"
	"testing"

	"isspp/ui/component"
)

func TestAReceptionistsDay(t *testing.T) {
	m := monday()
	// A parent rings: which officer covers St Aloysius, and are they in today?
	m.types("rota", "st", "al").says(t, StatusFound, "St Aloysius RC College", "PC Vittorio D'Orsi", "protocol 2023–24",
		"Today Monday 23 November: assigned", "Also at St Mary Magdalene Academy", "Met", "999", "101", "020 7527 7400",
		"it doesn't say who is on site")
	m.types("rota", "aloysuis").says(t, StatusFound, "No exact match", "St Aloysius RC College")
	m.types("rota", "dorsi").says(t, StatusFound, "St Aloysius RC College", "St Mary Magdalene", "when required")
	m.types("rota", "magdalene", "--on", "wed").says(t, StatusFound, "That day Wednesday 25 November: assigned")
	m.types("rota", "magdalene").says(t, StatusFound, "Monday 23 November: attends when required")
	m.types("rota", "arts and media", "--on", "2026-11-25").says(t, StatusFound,
		"Wednesday 25 November: nobody assigned")
	m.types("rota", "ega", "--on", "saturday").says(t, StatusFound,
		"Saturday 28 November: nobody assigned (the rota assigns weekdays only)")
	m.types("rota", "ega", "--on", "2027-12-27").says(t, StatusFound,
		"Monday 27 December 2027: assigned (Christmas Day")
	m.types("rota", "--officer", "caley").says(t, StatusFound, "City of London", "Highbury Fields School")
	m.types("rota", "fields", "--officer", "caley").says(t, StatusFound, "Highbury Fields School", "PC James Caley")
	m.types("rota").says(t, StatusFound, "Arts Xchange", "PRU New River College", "Beacon High School")
}

func TestAPrimarySchoolGetsAnHonestAnswer(t *testing.T) {
	got := monday().types("rota", "Thornhill", "Primary").says(t, StatusNothing,
		"“Thornhill Primary”", "the protocol prints no list", "Safer Neighbourhood Team", "either 111 or 999",
		"111 is the NHS line", "999", "020 7527 7400", "isspp rota")
	if got.out != "" {
		t.Errorf("nothing found, yet stdout says %q", got.out)
	}
	monday().types("rota", "highbery quadrant primary").says(t, StatusNothing, "Nearest names in the rota: City of "+
		"London Academy, Highbury Grove; Highbury Fields School")
}

func TestAQueryThatFitsSeveralListsThemAll(t *testing.T) {
	for query, want := range map[string]string{
		"city of london": "City of London Academy, Highbury Grove|City of London Academy, Islington|City of London " +
			"Academy, Highgate Hill",
		"cola": "City of London Academy, Highbury Grove|City of London Academy, Islington|City of London " +
			"Academy, Highgate Hill",
		"highbury": "City of London Academy, Highbury Grove|Highbury Fields School",
		"highbary": "City of London Academy, Highbury Grove|Highbury Fields School",
		"dorsi":    "St Aloysius RC College|St Mary Magdalene Academy",
		"saint al": "St Aloysius RC College",
		"st al":    "St Aloysius RC College",
		"aloysuis": "St Aloysius RC College",
	} {
		var got saidRota
		monday().types("rota", query, "--json").says(t, StatusFound).json(t, &got)
		var names []string
		for _, r := range got.Found {
			names = append(names, r.Setting)
		}
		if strings.Join(names, "|") != want {
			t.Errorf("%q: %v, want %s", query, names, want)
		}
	}
}

func TestTheRotasJSON(t *testing.T) {
	var got saidRota
	monday().types("rota", "--json").says(t, StatusFound).json(t, &got)
	if got.Edition != "2023–24" || got.On != "2026-11-23" || got.Weekday != "Monday" || len(got.Found) != 12 ||
		len(got.Notes) == 0 {
		t.Errorf("got %+v", got)
	}
	if len(got.WithoutOfficer) != 3 {
		t.Errorf("routes without an officer: %+v", got.WithoutOfficer)
	}
	covered := map[string]string{}
	for _, r := range got.Found {
		covered[r.Setting] = r.Covered
		if r.Layer != "protocol" || r.Edition != "2023–24" || r.Dated == "" || r.Officer == "" || r.Assigned == "" ||
			len(r.Notes) == 0 {
			t.Errorf("a fact without layer, edition, date or note: %+v", r)
		}
		for _, n := range r.Notes {
			if n.Layer != "note" || n.Text == "" || n.Dated == "" {
				t.Errorf("a note without layer or date: %+v", n)
			}
		}
	}
	if covered["St Aloysius RC College"] != "yes" || covered["Beacon High School"] != "when required" {
		t.Errorf("got %v", covered)
	}
	monday().types("rota", "arts and media", "--on", "wednesday", "--json").json(t, &got)
	if r := got.Found[0]; r.Covered != "no" || strings.Join(r.Days, " ") != "monday tuesday thursday friday" {
		t.Errorf("got %+v", r)
	}
	monday().types("rota", "beacon", "--json").json(t, &got)
	if r := got.Found[0]; r.Days == nil || len(r.Days) != 0 || !r.WhenRequired {
		t.Errorf("got %+v", r)
	}
}

func TestNothingFoundIsAnEmptyListWithTheReason(t *testing.T) {
	got := monday().types("rota", "Thornhill", "--json").says(t, StatusNothing,
		"no setting or officer of the protocol fits")
	var answer saidRota
	got.json(t, &answer)
	all := ""
	for _, n := range answer.Notes {
		all += n.Layer + ": " + n.Text + "\n"
	}
	if answer.Found == nil || len(answer.Found) != 0 || answer.Match != "none" ||
		!strings.Contains(all, "protocol: It is essential that our primary schools report") ||
		!strings.Contains(all, "note: 111 is the NHS line") {
		t.Errorf("got %s\n%s", got.out, all)
	}
	var raw map[string]any
	got.json(t, &raw)
	if list, ok := raw["settings"].([]any); !ok || len(list) != 0 {
		t.Errorf("settings is %v", raw["settings"])
	}
}

func TestTheTableFitsEveryWidthAndCutsNothing(t *testing.T) {
	for _, width := range []int{24, 40, 60, 80, 120, 200} {
		got := monday().at(width).types("rota", "--theme", "mono").says(t, StatusFound)
		for _, line := range strings.Split(got.out, "\n") {
			if n := component.Width(line); n > width {
				t.Errorf("at %d a line is %d wide: %q", width, n, line)
			}
		}
		words := strings.Fields(got.out)
		for _, r := range []string{"Elizabeth", "Xchange", "Magdalene", "Highgate", "Gloriane", "Thursday,"} {
			if !strings.Contains(strings.Join(words, " "), r) {
				t.Errorf("at %d %q is cut", width, r)
			}
		}
	}
	if wide := monday().at(120).types("rota", "--theme", "mono"); !strings.Contains(wide.out,
		"City of London Academy, Highbury Grove  PC Bernard Boyle") {
		t.Errorf("at 120 a row should stand on one line:\n%s", wide.out)
	}
}

func TestStylesAreForTerminalsThatWantThem(t *testing.T) {
	if got := monday().at(80).types("rota", "ega"); !strings.Contains(got.out, "\x1b[1m") {
		t.Error("no emphasis on a terminal")
	}
	for name, got := range map[string]told{
		"piped":      monday().types("rota", "ega"),
		"NO_COLOR=0": monday().at(80).on("NO_COLOR", "0").types("rota", "ega"),
		"TERM=dumb":  monday().at(80).on("TERM", "dumb").types("rota", "ega"),
		"mono":       monday().at(80).types("rota", "ega", "--theme", "mono"),
	} {
		if strings.ContainsRune(got.out, 0x1b) {
			t.Errorf("%s: an escape sequence in %q", name, got.out)
		}
	}
	ascii := monday().types("rota", "--ascii")
	for _, r := range ascii.out {
		if r > 0x7e {
			t.Errorf("--ascii shows %q", r)
		}
	}
}

func TestAnArgumentCannotActOnTheTerminal(t *testing.T) {
	for _, args := range [][]string{
		{"rota", "\x1b]52;c;aGk=\x07evil\u202e"},
		{"find", "\x1b[2Jevil\u202e"},
		{"read", "\u009b2Jevil\u202e"},
		{"directory", "\x1b[2Jevil\u202e"},
		{"directory", "--topic", "\x1b[2Jevil\u202e"},
		{"rota", "--on", "\x1b[2Jevil"},
		{"--content", "\x1b[2Jevil", "rota"},
		{"rota", "evil\u202e\x1b[2J", "--json"},
	} {
		got := monday().at(80).on("NO_COLOR", "1").types(args...)
		if strings.ContainsAny(got.out+got.err, "\x1b\x07\u202e\u009b") {
			t.Errorf("%q gives %q %q", args, got.out, got.err)
		}
	}
}

func TestTheDecisiveFactComesBeforeTheDays(t *testing.T) {
	const ended = "This role ended in May 2025: check who covers you now"
	before := func(got told, first, then string) {
		t.Helper()
		if i, j := strings.Index(got.out, first), strings.Index(got.out, then); i < 0 || j < 0 || i > j {
			t.Errorf("%q doesn't stand before %q:\n%s", first, then, got.out)
		}
	}
	m := monday().at(100).on("NO_COLOR", "1")
	before(m.types("rota", "aloysius"), ended, "PC Vittorio")
	before(m.types("rota"), ended, "PC Abdul Kamara")
	before(m.types("rota", "dorsi"), ended, "assigned")
	m.types("rota", "thornhill").says(t, StatusNothing, ended)
	// What changes no answer is folded, and --notes shows it; a note about one
	// setting names it.
	m.types("rota", "dorsi", "--on", "wed").says(t, StatusFound,
		"St Aloysius RC College; St Mary Magdalene Academy: PC Vittorio", "more: --notes").lacks(t, "nine people")
	m.types("rota", "dorsi", "--notes").says(t, StatusFound, "nine people", "no phone or e-mail")
	m.types("rota", "--notes", "dorsi").says(t, StatusFound, "nine people")
	m.types("--notes", "x.db", "rota", "dorsi").says(t, StatusFound, "more: --notes")
	m.types("rota", "--notes", "x.db", "dorsi").says(t, StatusFound, "more: --notes")
	m.types("rota", "--notes").says(t, StatusFound, "Arts and Media School Islington; City of London Academy, "+
		"Islington: The rota names nobody")

	var got saidRota
	m.types("rota", "--json").json(t, &got)
	if got.Status != ended || got.Found[0].Status != ended {
		t.Errorf("status %q, %q", got.Status, got.Found[0].Status)
	}
	here, _ := school(t, ours)
	here.types("rota", "aloysius", "--json").json(t, &got)
	if got.Found[0].Status != "" || got.Status != "" {
		t.Errorf("with an entry of the school's own it says %q", got.Found[0].Status)
	}
	here.types("rota", "aloysius").says(t, StatusFound, "PC Sam Brown").lacks(t, ended)
}

func TestTheTableSaysWhenAnEntryWasCheckedAndThatItIsStale(t *testing.T) {
	here, _ := school(t, ours)
	here.at(200).on("NO_COLOR", "1").types("rota").says(t, StatusFound, "PC Sam Brown (STALE, checked")
}

func TestAnAnswerInTheHolidaysSaysSo(t *testing.T) {
	m := monday()
	m.types("rota", "ega", "--on", "2027-08-05").says(t, StatusFound,
		"assigned (in the usual summer holiday: the school may be closed)")
	m.types("rota", "--on", "2027-08-05").says(t, StatusFound, "in the usual summer holiday: the school may be closed")
	var got saidRota
	m.types("rota", "ega", "--on", "2027-08-05", "--json").json(t, &got)
	if !strings.Contains(got.Caution, "summer holiday") {
		t.Errorf("caution %q", got.Caution)
	}
	here, _ := school(t, ours+"\n## Term dates\n\n### Autumn, second half\n\n- First day: 2026-11-02\n- Last day: "+
		"2026-12-18\n- Checked: 2026-11-02\n- By: A. Reed\n"+
		"\n### Autumn, first half\n\n- First day: 2 September 2026\n- Ends: 23/10/2026\n- Checked: 2026-11-02\n- By: "+
		"A. Reed\n")
	here.types("rota", "ega", "--on", "2026-10-28").says(t, StatusFound,
		"outside your school's term dates: the school may be closed")
	here.types("rota", "ega", "--on", "2026-11-25").says(t, StatusFound).lacks(t, "closed")
	here.types("local", "check").says(t, StatusFound, "No mistakes")
}

func TestWhomToRingIsTheSchoolsOwnAndLoudWhereItIsNotSet(t *testing.T) {
	monday().types("rota", "ega").says(t, StatusFound, "NOT SET: Out-of-hours number, LADO, DSL")
	var got saidRota
	monday().types("rota", "ega", "--json").json(t, &got)
	if len(got.NotSet) != 5 || got.NotSet[0] != "out-of-hours" {
		t.Errorf("not set: %v", got.NotSet)
	}
	here, _ := school(t, ours)
	here.types("rota", "ega").says(t, StatusFound, "Out-of-hours number: 020 7946 0100", "NOT SET: LADO, DSL")
	here.types("rota", "nowhere at all").says(t, StatusNothing, "Out-of-hours number: 020 7946 0100")
}

func TestTheDirectoryBeginsWithTheSchoolsOwnNumbers(t *testing.T) {
	got := monday().types("directory").says(t, StatusFound,
		"Out-of-hours number NOT SET: children's social care at night", "LADO NOT SET")
	if strings.Index(got.out, "NOT SET") > strings.Index(got.out, "Family Information") {
		t.Errorf("they don't come first:\n%s", got.out)
	}
	monday().types("directory", "out of hours").says(t, StatusFound, "NOT SET", "CSCT 020 7527 7400").lacks(t,
		"Youth Work")
	monday().types("find", "out of hours").says(t, StatusFound, "Out-of-hours number: NOT SET")
	monday().types("find", "LADO").says(t, StatusFound, "LADO: NOT SET")
	monday().types("find", "DSL").says(t, StatusFound, "DSL: NOT SET")
	here, _ := school(t, ours)
	here.types("directory", "out", "of", "hours").says(t, StatusFound,
		"Local: 020 7946 0100 (checked 2 November 2026").lacks(t, "Youth Work", "NOT SET")
	here.types("find", "EDT").says(t, StatusFound, "020 7946 0100")
	here.types("directory", "victim support").says(t, StatusFound).lacks(t, "hours may differ")
	at := monday()
	at.now = at.now.AddDate(0, 1, 5) // 28 December, a Monday between the years
	at.types("directory", "bright futures").says(t, StatusFound, "hours may differ")
}

func TestADayBehindTheNameIsTheDay(t *testing.T) {
	monday().types("rota", "beacon", "friday").says(t, StatusFound, "Beacon High School", "Friday")
	monday().types("rota", "beacon", "2026-11-25").says(t, StatusFound, "Beacon High School", "Wednesday")
	monday().types("rota", "--on", "monday", "beacon", "friday").says(t, StatusNothing)
	monday().types("rota", "friday").says(t, StatusFound, "Friday", "Arts Xchange")
}

// A sheet that Excel opens in its own encoding would have a – for a – in it.
func TestTheSheetOpensRightInExcelAndHasTheDayThatWasAsked(t *testing.T) {
	got := monday().types("rota", "beacon", "--csv").says(t, StatusFound)
	if !strings.HasPrefix(got.out, "\ufeffSetting,Officer,") || strings.Contains(got.out, "On 2026") {
		t.Errorf("got %q", got.out)
	}
	got = monday().types("rota", "--csv", "--on", "wednesday").says(t, StatusFound, "Layer,Edition,On 2026-11-25")
	if !strings.Contains(got.out, "2023–24,no\r\n") || !strings.Contains(got.out, "2023–24,yes\r\n") ||
		!strings.Contains(got.out, "2023–24,when required\r\n") {
		t.Errorf("got %q", got.out)
	}
}

// Whoever finds an officer's name reads first what has become of the role, unless the
// school's own layer answers for every school of theirs.
func TestFindSaysWhatBecameOfTheRoleBeforeTheOfficer(t *testing.T) {
	const ended = "This role ended in May 2025: check who covers you now."
	for _, words := range []string{"dorsi", "aloysius"} {
		got := monday().types("find", words).says(t, StatusFound, ended)
		if strings.Index(got.out, ended) > strings.Index(got.out, "Monday to Friday") {
			t.Errorf("find %s says it too late: %s", words, got.out)
		}
		monday().types("find", words, "--json").says(t, StatusFound, `"status": "This role ended`)
	}
	if got := monday().types("find", "grooming"); strings.Contains(got.out, ended) {
		t.Error("it stands before what is no officer")
	}
	here, _ := school(t, ours)
	got := here.types("find", "aloysius").says(t, StatusFound, "PC Sam Brown")
	if strings.Contains(got.out, "St Aloysius RC College · setting\n  This role ended") {
		t.Errorf("the school's own entry answers: %s", got.out)
	}
}
