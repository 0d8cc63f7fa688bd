package session

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/content"
	"isspp/model"
	"isspp/ui/config"
)

// tainted makes a protocol's folder with an attack in every sentence, heading, item
// and cell that can hold it. A document that would no longer be read is left as it
// was, or out: items have other ids now, so what speaks of them can't be read.
func tainted(t *testing.T, a string) (dir string, pack *content.Pack) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "pack")
	if _, errs, status := asks(t, "content", "init", dir); status != 0 {
		t.Fatal(errs)
	}
	whole := map[string]string{}
	files, err := filepath.Glob(filepath.Join(dir, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		b, err := os.ReadFile(path) //nolint:gosec // the test's own folder
		if err != nil {
			t.Fatal(err)
		}
		whole[filepath.Base(path)] = string(b)
	}
	tainting := maps.Clone(whole)
	for name, text := range whole {
		tainting[name] = taint(text, coded(a))
	}
	for range len(whole) {
		for name, text := range tainting {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		pack, mistakes, err := content.Read(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(mistakes) == 0 {
			return dir, pack
		}
		wrong := map[string]bool{}
		for _, m := range mistakes {
			harmless(t, "a mistake", m.Error())
			file := filepath.Base(m.File)
			if wrong[file] = true; tainting[file] == whole[file] {
				delete(tainting, file)
				_ = os.Remove(filepath.Join(dir, file))
			}
		}
		for file := range tainting {
			if wrong[file] {
				tainting[file] = whole[file]
			}
		}
	}
	t.Fatal("no tainted protocol is read")
	return "", nil
}

// coded writes an attack as Markdown may have it: what can't be seen is refused
// where it stands as itself, so it comes by its number.
func coded(a string) string {
	var b strings.Builder
	for _, r := range strings.NewReplacer("\n", " ", "|", " ").Replace(a) {
		if s := string(r); model.Clean(s) != s || r == '<' {
			fmt.Fprintf(&b, "&#x%x;", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// taint adds an attack to each line that is words.
func taint(text, a string) string {
	lines := strings.Split(text, "\n")
	front := 0
	for i, line := range lines {
		switch {
		case line == "---" && front < 2:
			front++
		case front == 1 || line == "" || strings.HasPrefix(line, "| ---") || strings.HasPrefix(line, "Contact"):
		case strings.HasPrefix(line, "|"):
			if i > 1 && !strings.HasPrefix(lines[min(i+1, len(lines)-1)], "| ---") {
				lines[i] = strings.Replace(line, " |", " "+a+" |", 2)
			}
		case strings.HasPrefix(line, "#"):
			words, attributes, _ := strings.Cut(line, " {")
			if lines[i] = words + " " + a; attributes != "" {
				lines[i] += " {" + attributes
			}
		default:
			lines[i] = line + " " + a
		}
	}
	return strings.Join(lines, "\n")
}

func TestNothingInAProtocolsFolderActs(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	for name, a := range together() {
		dir, pack := tainted(t, a)
		lookUpsAreHarmless(t, name, dir)
		s := sit(t, t.TempDir(), Begin{Unsaved: true}, func(o *Options) { o.Pack = pack })
		s.walksEverywhere(name, 15)
	}
}

// lookUpsAreHarmless asks everything of a protocol that is in a folder.
func lookUpsAreHarmless(t *testing.T, name, dir string) {
	t.Helper()
	here := t.TempDir()
	shown := 0
	for _, args := range [][]string{
		{"rota"},
		{"rota", "mark"},
		{"rota", "--json"},
		{"rota", "--csv"},
		{"directory"},
		{"directory", "--json"},
		{"factors"},
		{"factors", "--json"},
		{"find", "mark"},
		{"find", "mark", "--json"},
		{"read"},
		{"read", "signs"},
		{"read", "rota"},
		{"protocol", "--json"},
		{"content", "check", dir},
		{"content", "diff", filepath.Join(here, "none"), dir},
		{"content", "where"},
		{"handout", "whole", "-o", "-", "--format", "md"},
		{"handout", "whole", "-o", "-", "--format", "html"},
	} {
		out, errs, _ := asks(t, append(args, "--content", dir, "--config", emptyConfig(t, here))...)
		where := fmt.Sprintf("%s, %v", name, args)
		out = withoutMark(t, where, args, out)
		harmless(t, where, strings.ReplaceAll(out+errs, "\r\n", "\n"))
		if strings.Contains(out, "mark") {
			shown++
		}
		if strings.Contains(out, "<script>alert") && args[len(args)-1] == "html" {
			t.Errorf("%s: a script in a web page", where)
		}
		if args[len(args)-1] == "--csv" {
			noFormula(t, where, out)
		}
	}
	if shown < 12 {
		t.Errorf("%s: only %d of the answers show any of it: nothing is proved", name, shown)
	}
	paper := filepath.Join(t.TempDir(), "whole.pdf")
	if _, errs, status := asks(t, "handout", "whole", "-o", paper, "--content", dir, "--config",
		emptyConfig(t, here)); status != 0 {
		t.Fatal(errs)
	}
	file, err := os.ReadFile(paper) //nolint:gosec // the test's own folder
	if err != nil {
		t.Fatal(err)
	}
	harmlessPaper(t, name+", the handout", file)
}

// withoutMark takes a sheet's byte order mark off, which stands at its very start
// and tells Excel its encoding. Anything else is left as it is: nothing else has one.
func withoutMark(t *testing.T, where string, args []string, out string) string {
	t.Helper()
	if args[len(args)-1] != "--csv" {
		return out
	}
	sheet, marked := strings.CutPrefix(out, "\ufeff")
	if !marked {
		t.Errorf("%s: a sheet without its mark: %.40q", where, out)
	}
	return sheet
}

// noFormula fails where a cell of a sheet begins as a formula does.
func noFormula(t *testing.T, where, sheet string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(sheet)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", where, err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if strings.IndexAny(strings.TrimLeft(cell, " \u00a0\u3000"), "=+-@\t\r＝＋－＠") == 0 {
				t.Errorf("%s: a formula: %q", where, cell)
			}
		}
	}
}

// everywhere are keys that lead through the app's look-ups.
var everywhere = []string{
	"1", "down", "enter", "v", "v", "esc", "!", "esc", "2", "3", "down", "down", "enter", "esc", "4", "down", "down",
	"enter", "esc", "/", "mark", "esc",
	"5", "down", "enter", "down", "down", "esc", "/", "mark", "enter", "n", "esc", "ctrl+k", "mark", "esc", "?", "mark",
	"esc", "E", "esc", "esc", "1", "e", "esc", "esc",
	"2", "n", "enter", "ctrl+s", "down", "?", "esc", "f", "esc", "esc",
}

// walksEverywhere presses keys all over the app; some frames must show what is
// planted, and none of it may act.
func (s *seat) walksEverywhere(name string, least int) {
	s.t.Helper()
	shown := 0
	for i, key := range everywhere {
		s.presses(key)
		s.pump()
		view := s.host.app.View()
		harmless(s.t, fmt.Sprintf("%s, after key %d (%s)", name, i, key), view.Content+"\n"+view.WindowTitle)
		if strings.Contains(view.Content, "mark") {
			shown++
		}
	}
	if shown < least {
		s.t.Errorf("%s: only %d of the frames show any of it: nothing is proved", name, shown)
	}
}

// oursWith is a school's own layer with an attack in every value that is words.
func oursWith(a string) string {
	a = strings.ReplaceAll(a, "\n", " ")
	return strings.ReplaceAll(`# Ours §

## Contacts

### Out-of-hours number

- Phone: 020 7946 0100
- Note: any hour §
- Checked: 2026-11-02
- By: A. Reed §

## Rota

### St Aloysius RC College

- Officer: PC Sam Brown §
- Days: Tuesday, Wednesday
- Note: rings back §
- Checked: 2026-11-02
- By: A. Reed, DSL §

### Beacon § High

- Officer: PC §
- Checked: 2026-11-02
- By: §

## Primary schools

### Hillbrook § Primary

- Officer: PC Kim §
- Days: §
- Phone: §
- Checked: §
- By: §
`, "§", a)
}

func TestNothingInTheLocalLayerActs(t *testing.T) {
	for name, a := range together() {
		dir := t.TempDir()
		t.Setenv("XDG_CONFIG_HOME", dir)
		conf, local := emptyConfig(t, dir), filepath.Join(dir, content.LocalFile)
		if err := os.WriteFile(local, []byte(oursWith(a)), 0o600); err != nil {
			t.Fatal(err)
		}
		shown := 0
		for _, args := range [][]string{
			{"rota"},
			{"rota", "aloysius"},
			{"rota", "--json"},
			{"rota", "--csv"},
			{"local", "show"},
			{"local", "show", "--json"},
			{"local", "check"},
			{"local", "check", "--json"},
			{"find", "sam"},
			{"read", "rota"},
			{"directory"},
			{"protocol", "--json"},
			{"handout", "rota", "-o", "-", "--format", "md"},
			{"handout", "rota", "-o", "-", "--format", "html"},
		} {
			out, errs, _ := asksWith(t, Settings, append(args, "--config", conf)...)
			where := fmt.Sprintf("%s, %v", name, args)
			out = withoutMark(t, where, args, out)
			harmless(t, where, strings.ReplaceAll(out+errs, "\r\n", "\n"))
			if strings.Contains(out+errs, "mark") {
				shown++
			}
			if args[len(args)-1] == "--csv" {
				noFormula(t, where, out)
			}
		}
		if shown < 6 {
			t.Errorf("%s: only %d of the answers show any of it: nothing is proved", name, shown)
		}
		layer, mistakes := content.LoadLocal(local)
		for _, m := range mistakes {
			harmless(t, name+", a mistake", m.Error())
		}
		s := sit(t, dir, Begin{Unsaved: true}, func(o *Options) { o.Local = layer })
		s.starts(Options{Local: layer, Pack: content.Embedded(), localMistakes: mistakes}.checkLocal())
		s.walksEverywhere(name, 3)
	}
}

func TestNothingInASheetActs(t *testing.T) {
	for name, a := range attacks {
		dir := t.TempDir()
		t.Setenv("XDG_CONFIG_HOME", dir)
		var sheet strings.Builder
		out := csv.NewWriter(&sheet)
		for _, row := range [][]string{
			{"Setting", "Officer", "Days", "Phone", "Note", "Checked", "By"},
			{"St Aloysius RC College", "PC Sam " + a, "Monday", "020 7946 0001", a, "2026-11-02", "A. Reed " + a},
			{a, a, a, a, a, a, a},
			{"Hungerford Primary " + a, "PC " + a, a, a, a, "", ""},
		} {
			_ = out.Write(row)
		}
		out.Flush()
		file := filepath.Join(dir, "sheet.csv")
		if err := os.WriteFile(file, []byte(sheet.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"--dry-run"}, {"--json"}, {"--keep-good"}} {
			out, errs, _ := asksWith(t, Settings, append([]string{
				"local", "import", file, "--config",
				emptyConfig(t, dir),
			}, args...)...)
			harmless(t, fmt.Sprintf("%s, %v", name, args), out+errs)
		}
		kept, err := os.ReadFile(filepath.Join(dir, content.LocalFile)) //nolint:gosec // the test's own folder
		harmless(t, name+", the Local file", string(kept))
		refused := strings.Contains(a, "\x00") || strings.HasPrefix(a, "=") // no text, or a formula
		if taken := err == nil && strings.Contains(string(kept), "mark"); taken == refused {
			t.Errorf("%s: taken in: %v, %v", name, taken, err)
		}
	}
}

func TestNothingInTheConfigFileActs(t *testing.T) {
	for name, a := range together() {
		for _, line := range []string{
			"school = %q", "recorder = %q", "theme = %q", "content = %q", "notes = %q",
			"local = %q", "%q = 1", "[%q]", "lock_after = %q", "# %s\nx", "%s",
		} {
			dir := t.TempDir()
			path := filepath.Join(dir, "config.toml")
			if err := os.WriteFile(path, []byte(fmt.Sprintf(line, a)), 0o600); err != nil {
				t.Fatal(err)
			}
			conf, faults := config.Read(path)
			notice := faults.Notice()
			harmless(t, name+", "+line, model.Clean(notice)) // cleaned where it is shown, next
			s := sit(t, dir, Begin{Unsaved: true}, func(o *Options) {
				o.School, o.Recorder, o.Notice = conf.School,
					conf.Recorder, notice
			})
			s.pump()
			harmless(t, name+", "+line+", on the screen", s.host.app.View().Content)
			for _, args := range [][]string{{"rota"}, {"notes", "where"}, {"content", "where"}} {
				out, errs, _ := asksWith(t, Settings, append(args, "--config", path)...)
				harmless(t, fmt.Sprintf("%s, %s, %v", name, line, args), out+errs)
			}
		}
	}
}
