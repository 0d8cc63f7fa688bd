package editor

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// computer is one that has some programs and settings.
func computer(platform string, env map[string]string, programs ...string) System {
	return System{
		Platform: platform,
		Getenv:   func(name string) string { return env[name] },
		LookPath: func(name string) (string, error) {
			if slices.Contains(programs, name) {
				return name, nil
			}
			return "", errors.New("not found")
		},
	}
}

func TestThePersonsEditorComesFirst(t *testing.T) {
	for _, c := range []struct {
		name   string
		system System
		said   string
		path   string
		from   string
	}{
		{
			"VISUAL before EDITOR", computer("linux", map[string]string{"VISUAL": "micro", "EDITOR": "vi"}, "micro",
				"vi"),
			"", "micro", "VISUAL",
		},
		{"EDITOR alone", computer("linux", map[string]string{"EDITOR": "vi"}, "micro", "vi"), "", "vi", "EDITOR"},
		{
			"blanks are no setting", computer("linux", map[string]string{"VISUAL": "  ", "EDITOR": "vi"}, "vi"), "",
			"vi",
			"EDITOR",
		},
		{"nothing set", computer("linux", nil, "vi", "nano"), "", "nano", "found here"},
		{"nothing set on Windows", computer("windows", nil, "notepad.exe"), "", "notepad.exe", "found here"},
		{"a path with blanks", computer("windows", map[string]string{"EDITOR": `C:\Program Files\Notepad++\notepad++.exe`}, `C:\Program Files\Notepad++\notepad++.exe`), "", `C:\Program Files\Notepad++\notepad++.exe`, "EDITOR"},
		{
			"no such program", computer("linux", map[string]string{"VISUAL": "vmi"}, "vi"),
			`VISUAL is set to "vmi", and there is no such program here`, "", "",
		},
		{
			"a quote left open", computer("linux", map[string]string{"VISUAL": "vi 'x"}, "vi"),
			"VISUAL can't be used: a quotation mark isn't closed", "", "",
		},
		{"only quotes", computer("linux", map[string]string{"VISUAL": "''"}, "vi"), "there is no such program", "", ""},
		{"no editor at all", computer("linux", nil), "set VISUAL or EDITOR", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, err := c.system.Find()
			if c.said != "" {
				if err == nil || !strings.Contains(err.Error(), c.said) {
					t.Fatalf("said %v, want %q", err, c.said)
				}
				return
			}
			if err != nil || e.Path != c.path || e.From != c.from {
				t.Errorf("found %+v, %v", e, err)
			}
		})
	}
}

func TestEachEditorIsToldTheLineInItsOwnWay(t *testing.T) {
	for _, c := range []struct{ setting, want string }{
		{"vi", "+14 rota.md"},
		{"/usr/bin/vim", "+14 rota.md"},
		{"nvim -R", "-R +14 rota.md"},
		{"nano", "+14 rota.md"},
		{"micro", "+14 rota.md"},
		{"emacs -nw", "-nw +14 rota.md"},
		{"emacsclient -t", "-t +14 rota.md"},
		{"gvim", "--nofork +14 rota.md"},
		{"hx", "rota.md:14"},
		{"code", "--wait --goto rota.md:14"},
		{"code --wait", "--wait --goto rota.md:14"},
		{"code -w -g", "-w -g rota.md:14"},
		{"subl -w", "-w rota.md:14"},
		{"mate", "--wait -l 14 rota.md"},
		{"kate", "--block -l 14 rota.md"},
		{"notepad", "rota.md"},
		{"ed", "rota.md"},
	} {
		program, _, _ := strings.Cut(c.setting, " ")
		e, err := computer("linux", map[string]string{"EDITOR": c.setting}, program).Find()
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(e.Line("rota.md", 14), " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.setting, got, c.want)
		}
	}
}

func TestWindowsEditorsAreKnownByTheirFile(t *testing.T) {
	const path = `C:\Program Files\Notepad++\Notepad++.EXE`
	e, err := computer("windows", map[string]string{"VISUAL": `"` + path + `" -ro`}, path).Find()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(e.Line(`C:\packs\rota.md`, 3),
		" "); got != `-ro -multiInst -nosession -n3 C:\packs\rota.md` {
		t.Error(got)
	}
}

func TestNoLineIsTheFirst(t *testing.T) {
	if got := (Editor{Path: "vi"}).Line("a.md", 0); got[0] != "+1" {
		t.Errorf("%v", got)
	}
}

func TestWordsArePartedAsAShellDoes(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"  vi   -R ", []string{"vi", "-R"}},
		{`"my editor" 'a b' c\ d`, []string{"my editor", "a b", "c d"}},
		{`x ""`, []string{"x", ""}},
	} {
		got, err := words(c.text, true)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, %v", c.text, got, err)
		}
	}
}
