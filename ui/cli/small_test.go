package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/ui/config"
)

func TestWrongFlagsAndValuesAreSaidInWords(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"directory", "--age", "abc"}, "not an age in whole years"},
		{[]string{"rota", "--json=maybe"}, "--json is true or false"},
		{[]string{"rota", "-q"}, "-q is not a flag of isspp rota"},
		{[]string{"rota", "--jsn"}, "did you mean --json?"},
		{[]string{"rota", "--zzzzzzz"}, "--zzzzzzz is not a flag of isspp rota. Try: isspp rota --help"},
		{[]string{"--config", filepath.Join(dir, "none"), "rota"}, "--config: there is no file"},
		{[]string{"--config", filepath.Join(file, "below"), "rota"}, "--config:"},
		{[]string{"--content", filepath.Join(dir, "none"), "rota"}, "there is no folder"},
		{[]string{"--content", file, "rota"}, "is a file, not a folder with a protocol"},
		{[]string{"--notes", "$ISSPP_NOT_SET/n", "rota"}, "is not set here"},
		{[]string{"--theme", "drak", "rota"}, "dark"},
	} {
		monday().types(c.args...).says(t, StatusUsage, c.says)
	}
}

func TestWhatIsPractisedIsHandedOutWithAnswersOrWithout(t *testing.T) {
	with := monday().types("handout", "recall", "--answers", "-o", "-").says(t, StatusFound, "Which domain")
	without := monday().types("handout", "recall", "-o", "-").says(t, StatusFound, "Which domain")
	if with.out == without.out || len(with.out) < 200 {
		t.Errorf("the answers change nothing:\n%s", with.out)
	}
	monday().types("handout", "cases", "-o", "-").says(t, StatusFound)
	monday().types("handout", "recall", "-o", "recall.doc").says(t, StatusUsage, "doesn't end in .pdf, .html or .md")
	monday().types("handout", "recall", "-o", "-", "--format", "pfd").says(t, StatusUsage, "pdf")
	monday().types("handout", "recall").says(t, StatusUsage, "where to? Try: isspp handout recall -o recall.pdf")
	path := filepath.Join(t.TempDir(), "recall.html")
	monday().types("handout", "recall", "-o", path).says(t, StatusFound, "Written")
	monday().types("handout", "recall", "-o", path).says(t, StatusNothing, "--force")
	monday().types("handout", "signs", "risk", "--slides", "-o", filepath.Join(t.TempDir(), "two.html")).says(t,
		StatusFound, "Written")
}

func TestSectionsAreReadOnATerminalAndInAPipe(t *testing.T) {
	local := filepath.Join(t.TempDir(), "local.md")
	if err := os.WriteFile(local, []byte("## Rota\n\n### Beacon High School\n\n- Officer: PC Sam Brown\n- Days: "+
		"Monday\n- Checked: 2026-11-01\n- By: A. Reed\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := monday().configured(Settings{Config: config.Config{Local: local, StaleDays: 90}})
	piped := d.types("read", "5").says(t, StatusFound, "> Local: Beacon High School", "PC Sam Brown",
		"checked 1 November 2026")
	if !strings.Contains(piped.out, "\n# ") && !strings.HasPrefix(piped.out, "# ") &&
		!strings.Contains(piped.out, "## ") {
		t.Errorf("in a pipe it isn't Markdown:\n%s", piped.out[:min(len(piped.out), 300)])
	}
	d.at(80).types("read", "5").says(t, StatusFound, "PC Sam Brown", "From the protocol of 2023–24.")
	d.at(80).types("read", "support").says(t, StatusFound, "Several sections fit:")
	d.at(80).types("read").says(t, StatusFound, "Introduction")
	d.types("read", "zebra").says(t, StatusNothing)
}

func TestASheetForADayHasTheSchoolsOwnAnswers(t *testing.T) {
	local := filepath.Join(t.TempDir(), "local.md")
	text := "## Rota\n\n### Beacon High School\n\n- Officer: PC Sam Brown\n- Days: Monday\n- Checked: 2026-11-01\n- " +
		"By: A. Reed\n\n" +
		"## Primary schools\n\n### The Bridge Annexe\n\n- Officer: PC Jo White\n- Days: Tuesday\n- Checked: " +
		"2026-11-01\n- By: A. Reed\n"
	if err := os.WriteFile(local, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	d := monday().configured(Settings{Config: config.Config{Local: local, StaleDays: 90}})
	out := d.types("rota", "--csv", "--on", "monday").says(t, StatusFound, "PC Sam Brown", "PC Jo White",
		"On 2026-11-23").out
	for line := range strings.Lines(out) {
		if strings.Contains(line, "PC Sam Brown") && !strings.HasSuffix(strings.TrimSpace(line), ",yes") {
			t.Errorf("on a Monday: %s", line)
		}
		if strings.Contains(line, "PC Jo White") && !strings.HasSuffix(strings.TrimSpace(line), ",no") {
			t.Errorf("on another day: %s", line)
		}
	}
	d.types("rota", "--csv", "zebra").says(t, StatusNothing)
	d.at(80).types("rota", "grooming").says(t, StatusFound, "The directory has:")
	d.at(40).types("rota", "bridge").says(t, StatusFound, "PC Jo White")
}

func TestWhatWasBuiltIsSaidWithItsCommit(t *testing.T) {
	if got := BuiltVersion("9.9.9"); !strings.HasPrefix(got, "9.9.9") {
		t.Errorf("%q", got)
	}
	if io := System(); io.In == nil || io.Out == nil || io.Err == nil || io.Now == nil || io.Getenv == nil {
		t.Errorf("%+v", io)
	}
}

func TestFoldersAreCompletedForWhatTakesAFolder(t *testing.T) {
	monday().types("__complete", "content", "check", "").says(t, StatusFound, ":16")
	monday().types("__complete", "content", "diff", "").says(t, StatusFound)
	monday().types("content", "guide").says(t, StatusFound, "rota")
	monday().at(60).types("content", "where").says(t, StatusFound)
	monday().at(60).types("content", "diff", "embedded", "embedded").says(t, StatusFound)
}
