package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// told is what one run of the command line said.
type told struct {
	out, err string
	status   int
	started  *Options
}

// desk is where a person sits: the time, the terminal's width (0 is a pipe)
// and the environment.
type desk struct {
	now   time.Time
	width int
	env   map[string]string
	// config is what the config file says.
	config Settings
}

// monday is 23 November 2026, 09:42, at a pipe.
func monday() desk { return desk{now: time.Date(2026, 11, 23, 9, 42, 0, 0, time.UTC)} }

// at is the same desk with a terminal.
func (d desk) at(width int) desk { d.width = width; return d }

// on is the same desk with a variable set.
func (d desk) on(name, value string) desk { d.env = map[string]string{name: value}; return d }

// configured is the same desk with a config file.
func (d desk) configured(config Settings) desk { d.config = config; return d }

// types runs a command line.
func (d desk) types(args ...string) told {
	var out, errs bytes.Buffer
	t := told{}
	t.status = Run(context.Background(), args, IO{
		In: strings.NewReader(""), Out: &out, Err: &errs, Width: d.width,
		Now: func() time.Time { return d.now }, Getenv: func(name string) string { return d.env[name] },
	}, Program{
		Version: func() string { return "1.2.3" }, Settings: func(Options) Settings { return d.config },
		Start: func(o Options) int { t.started = &o; return 0 },
	})
	t.out, t.err = out.String(), errs.String()
	return t
}

// says fails the test unless the answer has a status and holds the texts.
func (t told) says(tt *testing.T, status int, texts ...string) told {
	tt.Helper()
	if t.status != status {
		tt.Errorf("status %d, want %d\n%s%s", t.status, status, t.out, t.err)
	}
	one := strings.Join(strings.Fields(t.out+t.err), " ")
	for _, text := range texts {
		if !strings.Contains(one, text) {
			tt.Errorf("no %q in\n%s%s", text, t.out, t.err)
		}
	}
	return t
}

// json decodes the answer.
func (t told) json(tt *testing.T, into any) {
	tt.Helper()
	if err := json.Unmarshal([]byte(t.out), into); err != nil {
		tt.Fatalf("no JSON: %v\n%s", err, t.out)
	}
}

func TestTheAppStartsWithTheGlobalFlags(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "c.toml")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	got := monday().on("NO_COLOR", "0").types("--content", dir, "--notes", "n.db", "--theme", "mono", "--ascii",
		"--config", file)
	if got.status != 0 || got.started == nil {
		t.Fatalf("not started: %+v", got)
	}
	if want := (Options{
		Content: dir, Notes: "n.db", Theme: "mono", ASCII: true, Config: file,
		NoColor: true,
	}); *got.started != want {
		t.Errorf("started with %+v, want %+v", *got.started, want)
	}
	if plain := monday().on("ACCESSIBLE", "1").types(); plain.started == nil || !plain.started.Plain {
		t.Error("ACCESSIBLE=1 asks for plain questions")
	}
}

func TestWrongUsageIsOneLineWithTheLikelyWord(t *testing.T) {
	for want, args := range map[string][]string{
		`"rtoa" is not a command: did you mean rota?`:                    {"rtoa"},
		`"zzz" is not a command of isspp. Commands: `:                    {"zzz"},
		`--jsno is not a flag of isspp rota: did you mean --json?`:       {"rota", "--jsno"},
		`-x is not a flag of isspp rota`:                                 {"rota", "-x"},
		`--contnet is not a flag of isspp find: did you mean --content?`: {"find", "x", "--contnet"},
		`"drak" is not a theme: did you mean dark?`:                      {"rota", "--theme", "drak"},
		`--on: "tuseday" is not a day: did you mean tuesday?`:            {"rota", "--on", "tuseday"},
		`--on: "2026-13-40" is not in the calendar`:                      {"rota", "--on", "2026-13-40"},
		`--age: "x" is not an age in whole years`:                        {"directory", "--age", "x"},
		`--age: "-1" is not an age`:                                      {"directory", "--age=-1"},
		`"gnags" is not a topic: did you mean gangs? There are:`:         {"directory", "--topic", "gnags"},
		`"signz" is not a table: did you mean signs?`:                    {"factors", "signz"},
		`find what?`: {"find"},
		`"chek" is not a command: did you mean check?`:                {"content", "chek"},
		`content needs a command: check, diff, guide, init, where`:    {"content"},
		`"bsh" is not a shell: did you mean bash?`:                    {"completion", "bsh"},
		`completion for which shell?`:                                 {"completion"},
		`completion takes one shell, not 2`:                           {"completion", "bash", "zsh"},
		`isspp man takes no words`:                                    {"man", "page"},
		`isspp content check takes one DIR, not 2`:                    {"content", "check", "a", "b"},
		`protocol answers as JSON: isspp protocol --json`:             {"protocol"},
		`protocol takes no words. A section: isspp read 5`:            {"protocol", "5"},
		`"rtoa" is not a command: did you mean rota? Try: isspp rota`: {"help", "rtoa"},
		`flag needs an argument: --on. Try: isspp rota --help`:        {"rota", "--on"},
		`"blueish" is not a command of isspp`:                         {"\x1b[34mblueish\x1b[0m"},
	} {
		got := monday().types(args...).says(t, StatusUsage, want)
		if got.out != "" || strings.Count(got.err, "\n") != 1 || strings.ContainsRune(got.err, 0x1b) {
			t.Errorf("%v: not one plain line on stderr: %q %q", args, got.out, got.err)
		}
	}
}

func TestHelpVersionManualAndCompletion(t *testing.T) {
	monday().types("--version").says(t, StatusFound, "isspp 1.2.3")
	monday().types("--help").says(t, StatusFound, "In an emergency call 999", "rota", "directory")
	monday().types("help", "rota").says(t, StatusFound, "--on DAY", "--json")
	monday().types("help", "content", "check").says(t, StatusFound, "file:line")
	monday().types("man").says(t, StatusFound, ".TH ISSPP 1", ".SS isspp rota", `\-\-on`, `\fB\-o\fR, \fB\-\-output`,
		"isspp handout signs", ".SH EXIT STATUS", ".SH FILES")
	if page := monday().types("man").out; strings.Contains(page, "fictional") {
		t.Error("the manual names a flag that the help doesn't")
	}
	for _, shell := range shells {
		monday().types("completion", shell).says(t, StatusFound, "isspp")
	}
	monday().types("__complete", "rota", "").says(t, StatusFound, "St Aloysius RC College")
	monday().types("__complete", "directory", "--topic", "").says(t, StatusFound, "gangs")
	monday().types("__complete", "factors", "").says(t, StatusFound, "protective")
	monday().types("__complete", "read", "").says(t, StatusFound, "programme")
}

// brokenPack is a copy of the embedded pack with a wrong day in its rota.
func brokenPack(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	files, err := filepath.Glob(filepath.Join("..", "..", "content", "islington", "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(file) == "rota.md" {
			source = bytes.Replace(source, []byte("Monday, Tuesday, Thursday"), []byte("Monday, Tuseday, Thursday"), 1)
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(file)), source, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestEveryMistakeOfAPackIsSaidByFileAndLine(t *testing.T) {
	dir := brokenPack(t)
	file := filepath.Join(dir, "rota.md")
	got := monday().types("content", "check", dir).says(t, StatusNothing, file+":", `"Tuseday"`, "mistake")
	if !strings.HasPrefix(got.out, file+":") {
		t.Errorf("not file:line first: %s", got.out)
	}
	monday().types("--content", dir, "content", "check").says(t, StatusNothing, `"Tuseday"`)
	var check checkJSON
	monday().types("content", "check", dir, "--json").says(t, StatusNothing).json(t, &check)
	if check.OK || len(check.Mistakes) == 0 || check.Mistakes[0].Line == 0 || check.Pack != dir {
		t.Errorf("got %+v", check)
	}
	monday().types("content", "check", dir+"/none").says(t, StatusNothing, "can't be read")
}

func TestTheEmbeddedPackIsWholeAndSaysWhereItIs(t *testing.T) {
	monday().types("content", "check").says(t, StatusFound, "No mistakes in the embedded edition")
	monday().types("content", "where").says(t, StatusFound, "Islington, 2023–24", "embedded in this program")
	var where whereJSON
	monday().types("content", "where", "--json").says(t, StatusFound).json(t, &where)
	if !where.Embedded || where.Edition != "2023–24" {
		t.Errorf("got %+v", where)
	}
	monday().types("content", "check", "--json").says(t, StatusFound, `"ok": true`, `"mistakes": []`)
}

// lacks says that none of the texts was said.
func (t told) lacks(tt *testing.T, texts ...string) told {
	tt.Helper()
	one := strings.Join(strings.Fields(t.out+t.err), " ")
	for _, text := range texts {
		if strings.Contains(one, text) {
			tt.Errorf("%q is in\n%s%s", text, t.out, t.err)
		}
	}
	return t
}
