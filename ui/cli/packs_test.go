package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/ui/config"
)

// editFile replaces one text in a file of a folder.
func editFile(t *testing.T, dir, name, old, change string) {
	t.Helper()
	path := filepath.Join(dir, name)
	text, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(text), old) {
		t.Fatalf("%s doesn't hold %q: %v", name, old, err)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(text), old, change, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// Whoever keeps the protocol current, in September.
func TestSeptember(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "next")
	monday().types("content", "init", dir).says(t, StatusFound, "Written to "+dir, "isspp content check "+dir)
	monday().types("content", "check", dir).says(t, StatusFound, "No mistakes in "+dir)
	monday().types("content", "diff", "embedded", dir).says(t, StatusFound, "They say the same.")

	editFile(t, dir, "rota.md", "PC Kerry Hughes | Monday to Friday", "PC Ann Reed | Tuseday")
	editFile(t, dir, "rota.md", "PC Simon Vennall", "PC Bo Lind")
	editFile(t, dir, "rota.md", "PC Chris Gould", "PC Cy Moss")
	editFile(t, dir, "directory.md", "0207 272 0039", "020 7946 0123")
	editFile(t, dir, "pack.md", "years: 2023–24", "years: 2027–28")
	file := filepath.Join(dir, "rota.md")
	monday().types("content", "check", dir).says(t, StatusNothing,
		file+`:12: "Tuseday" is not a day of the week`, `did you mean "Tuesday"?`, "1 mistake in "+dir)
	monday().types("content", "diff", "embedded", dir).says(t, StatusNothing,
		"1 mistake, so what it says there isn't compared", "PC Ann Reed")
	monday().types("--content", dir, "rota", "beacon").says(t, StatusNothing, "no other protocol answers in its place",
		file+":12")

	editFile(t, dir, "rota.md", "Tuseday", "Tuesday")
	monday().types("content", "check", dir).says(t, StatusFound)
	told := monday().types("content", "diff", "embedded", dir).says(t, StatusFound,
		"From embedded (Islington 2023–24) to "+dir+" (Islington 2027–28).",
		"Officers and days",
		"Central Foundation Boys' School: the officer was “PC Kerry Hughes” and now is “PC Ann Reed” (rota.md:12)",
		"Central Foundation Boys' School: the days were “Monday to Friday” and now are “Tuesday” (rota.md:12)",
		"Beacon High School: the officer was “PC Simon Vennall” and now is “PC Bo Lind”",
		"PRU New River College: the officer was “PC Chris Gould” and now is “PC Cy Moss”",
		"Minority Matters: the contact “020 7272 0039” is now “020 7946 0123”",
		"the years were “2023–24” and now are “2027–28”")
	if strings.Contains(told.out, "Sentences") {
		t.Errorf("a change was told twice:\n%s", told.out)
	}
	monday().types("--content", dir, "rota", "beacon").says(t, StatusFound, "PC Bo Lind", "2027–28")
}

func TestDiffAsJSONAndByItsStatus(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "next")
	monday().types("content", "init", dir).says(t, StatusFound)
	var diff diffJSON
	monday().types("content", "diff", "embedded", dir, "--json", "--exit-code").says(t, StatusFound).json(t, &diff)
	if !diff.Same || len(diff.Changes) != 0 || diff.First.Years != "2023–24" {
		t.Errorf("got %+v", diff)
	}
	editFile(t, dir, "rota.md", "PC Simon Vennall", "PC Bo Lind")
	monday().types("content", "diff", dir, "embedded", "--json").says(t, StatusFound).json(t, &diff)
	if diff.Same || len(diff.Changes) != 1 {
		t.Fatalf("got %+v", diff)
	}
	c := diff.Changes[0]
	if c.Part != "rota" || c.ID != "rota/beacon-high-school" || c.Field != "officer" || c.Before != "PC Bo Lind" ||
		c.After != "PC Simon Vennall" || c.Line != 21 {
		t.Errorf("got %+v", c)
	}
	monday().types("content", "diff", dir, "embedded", "--exit-code").says(t, StatusNothing, "PC Bo Lind")
	monday().types("content", "diff", dir, dir+"/none").says(t, StatusNothing, "can't be read")
	monday().types("content", "diff", dir).says(t, StatusUsage, "takes two editions, not 1")
}

func TestInitSaysWhatItKeeps(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "next")
	monday().types("content", "init", dir).says(t, StatusFound)
	monday().types("content", "init", dir).says(t, StatusNothing, "is not empty, and nothing was written", "--force")
	editFile(t, dir, "rota.md", "PC Simon Vennall", "PC Bo Lind")
	monday().types("content", "init", dir, "--force").says(t, StatusFound,
		"Set aside: rota.md.before-2026-11-23-094200", "1 document.", "unchanged")
	monday().types("content", "init").says(t, StatusUsage, "takes one DIR, not 0")
}

func TestWhereSaysWhoAskedAndWhatStandsIn(t *testing.T) {
	dir, bad := filepath.Join(t.TempDir(), "next"), brokenPack(t)
	monday().types("content", "init", dir).says(t, StatusFound)
	for _, c := range []struct {
		name     string
		config   Settings
		args     []string
		why      string
		fallback bool
		says     []string
	}{
		{
			"nobody",
			Settings{File: "/c.toml"},
			nil, "embedded", false,
			[]string{"embedded in this program", "nothing else is asked for, by --content or in /c.toml"},
		},
		{
			"the flag",
			Settings{Config: config.Config{Content: bad}, File: "/c.toml"},
			[]string{"--content", dir},
			"flag", false,
			[]string{"--content asks for " + dir},
		},
		{
			"the config file",
			Settings{Config: config.Config{Content: dir}, File: "/c.toml"},
			nil, "config", false,
			[]string{"content in /c.toml asks for " + dir},
		},
		{
			"a faulty one",
			Settings{Config: config.Config{Content: bad}, File: "/c.toml"},
			nil, "config", true,
			[]string{
				"can't be used: it has a mistake: rota.md:11", "no other protocol answers in its place",
				"isspp content check " + bad,
			},
		},
		{
			"none there",
			Settings{Config: config.Config{Content: dir + "/none"}},
			nil, "config", true,
			[]string{"can't be used", "no other protocol answers in its place"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			here := monday().configured(c.config)
			here.types(append(c.args, "content", "where")...).says(t, StatusFound, c.says...)
			var where whereJSON
			here.types(append(c.args, "content", "where", "--json")...).says(t, StatusFound).json(t, &where)
			if where.Why != c.why || where.Fallback != c.fallback || where.Embedded != (c.why == "embedded") {
				t.Errorf("got %+v", where)
			}
		})
	}
}

// The look-ups answer from the protocol that the config file names.
func TestTheConfigFilesProtocolAnswers(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "next")
	monday().types("content", "init", dir).says(t, StatusFound)
	editFile(t, dir, "rota.md", "PC Simon Vennall", "PC Bo Lind")
	here := monday().configured(Settings{Config: config.Config{Content: dir}})
	here.types("rota", "beacon").says(t, StatusFound, "PC Bo Lind")
	here.types("content", "check").says(t, StatusFound, "No mistakes in "+dir)
}

func TestTheGuideIsAtHand(t *testing.T) {
	monday().types("content", "guide").says(t, StatusFound, "In September", "kind: rota")
}
