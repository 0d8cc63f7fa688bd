package session

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/store"
)

// attacks are what text that is not ours may hold: each would act on a terminal,
// turn the reading order around, or break out of a format. "mark" is in each, so
// that what is shown can be told from what isn't.
var attacks = map[string]string{
	"clipboard":           "mark\x1b]52;c;bWFyaw==\x07after",
	"title":               "mark\x1b]0;title\x07after",
	"link":                "mark\x1b]8;;http://x\x1b\\after\x1b]8;;\x1b\\",
	"colours":             "mark\x1b[31mred",
	"clear":               "mark\x1b[2J\x1b[Hafter",
	"device string":       "mark\x1bPq#0\x1b\\after",
	"privacy string":      "mark\x1b^x\x1b\\after",
	"program command":     "mark\x1b_G\x1b\\after",
	"start of string":     "mark\x1bXx\x1b\\after",
	"C1 as a character":   "mark\u009b31mafter",
	"C1 title":            "mark\u009d0;t\u0007after",
	"C1 as a byte":        "mark\x9b31mafter",
	"bell":                "mark\aafter",
	"backspace":           "mark\b\b\b\bkram",
	"return":              "mark\rkram",
	"vertical tab":        "mark\vafter\fafter",
	"null":                "mark\x00after",
	"delete":              "mark\x7fafter",
	"override":            "mark\u202eretfa",
	"isolates":            "mark\u2066after\u2069",
	"marks of direction":  "mark\u200f\u200e\u061cafter",
	"line separators":     "mark\u2028after\u2029after",
	"tag characters":      "mark\U000e0041\U000e007fafter",
	"invalid":             "mark\xff\xfe\xc0after",
	"questions":           "mark\x1b[c\x1b[6n\x1b]11;?\x07after",
	"alternate screen":    "mark\x1b[?1049lafter\x1bc",
	"character sets":      "mark\x1b(0after\x0e\x0f",
	"never ending":        "mark\x1b]0;never ends",
	"a web page's script": "mark<script>alert(1)</script>\"><img src=x onerror=alert(1)>",
	"a formula":           "=mark|' /C calc'!A0",
}

// together are the attacks, a few in one text: to plant each alone takes long, and
// proves no more. One that never ends comes last in its text.
func together() map[string]string {
	out := map[string]string{}
	names := slices.Sorted(maps.Keys(attacks))
	for i := 0; i < len(names); i += 6 {
		var texts []string
		for _, name := range names[i:min(i+6, len(names))] {
			texts = append(texts, attacks[name])
		}
		slices.SortStableFunc(texts, func(a, b string) int {
			return strings.Index(a, "never") - strings.Index(b,
				"never")
		})
		out[strings.Join(names[i:min(i+6, len(names))], ", ")] = strings.Join(texts, " ")
	}
	return out
}

// ours are the escapes that the app paints with: colours and styles alone.
var ours = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// harmless fails where a text could act on a terminal, or turns its order around.
func harmless(t *testing.T, where, text string) {
	t.Helper()
	if found := harm(text); found != "" {
		t.Errorf("%s: %s", where, found)
	}
}

// harm says what of a text could act on a terminal, or is empty.
func harm(text string) string {
	rest := ours.ReplaceAllString(text, "")
	switch {
	case !utf8.ValidString(rest):
		return fmt.Sprintf("bytes that are no UTF-8: %q", around(rest))
	case model.Clean(rest) != rest:
		return fmt.Sprintf("%q", around(rest))
	}
	return ""
}

// around is the line that mark is in.
func around(text string) string {
	for _, line := range strings.Split(text, "\n") {
		if model.Clean(line) != line || !utf8.ValidString(line) {
			return line
		}
	}
	return text[:min(len(text), 200)]
}

// plantedOnce are the files of notes that were planted before, by their attack: to
// save so many records takes longer than all that is done with them.
var plantedOnce = map[string]fstest.MapFS{}

// planted makes notes with an attack in every text of every kind of record, as
// somebody could who has the key, or an edition that took no care.
func planted(t *testing.T, dir, a string) {
	t.Helper()
	if plantedOnce[a] == nil {
		first := t.TempDir()
		plants(t, first, a)
		plantedOnce[a] = fstest.MapFS{}
		err := fs.WalkDir(os.DirFS(first), ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			b, err := os.ReadFile(filepath.Join(first, path)) //nolint:gosec // the test's own folder
			plantedOnce[a][path] = &fstest.MapFile{Data: b, Mode: 0o600}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.CopyFS(dir, plantedOnce[a]); err != nil {
		t.Fatal(err)
	}
}

// plants saves a record of each kind.
func plants(t *testing.T, dir, a string) {
	t.Helper()
	st, _ := notes(t, dir)
	defer func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	}()
	pack := content.Embedded()
	signs, _ := pack.List("signs")
	protective, _ := pack.List("protective")
	now := time.Now()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, finished := range []time.Time{now, {}} {
		w := &model.Walkthrough{
			Ref: a, Setting: a, YearGroup: a, EventTime: a, RaisedBy: a, Edition: a, Started: now, Finished: finished,
			At: signs.Domains[0].Items[1].ID,
		}
		for i, answer := range []model.Answer{model.Seen, model.Told, model.DontKnow, model.NotSeen} {
			it := signs.Domains[0].Items[i]
			w.Entries = append(w.Entries, model.Entry{
				Item: it.ID, List: "signs", Text: a, Answer: answer, Evidence: a,
				Kind: model.EvidenceKind(a),
			})
		}
		w.Entries = append(w.Entries, model.Entry{
			Item: a, List: a, Domain: a, Text: a, Answer: model.Answer(a),
			Evidence: a, When: a,
		})
		must(st.SaveWalkthrough(w))
		for _, kind := range model.EntryKinds() {
			must(st.SaveConcernEntry(&model.ConcernEntry{
				Concern: w.ID, Ref: a, Kind: kind, By: a, Event: a, Kept: true, About: w.ID, Part: a, Was: a, Choice: a,
				Text: a, Reasons: a,
				Rejected: a, Consulted: a, Family: a, Whom: a, How: a, Owner: a, Due: "2026-12-01", On: "2026-11-01",
				System: a, SystemRef: a,
			}))
		}
	}
	must(st.SaveFactorNote(&model.FactorNote{
		About: protective.Domains[0].Items[0].ID, Text: a, Ref: a, Body: a,
		Created: now, Changed: now,
	}))
	if _, err := st.Hold(a, "", a, true); err != nil {
		t.Fatal(err)
	}
}

// pump takes what commands have brought until nothing comes for a moment.
func (s *seat) pump() {
	for {
		select {
		case msg := <-s.msgs:
			s.sends(msg)
		case <-time.After(8 * time.Millisecond):
			return
		}
	}
}

func TestNothingInTheNotesActsOnTheTerminal(t *testing.T) {
	seen := 0
	for name, a := range together() {
		dir := t.TempDir()
		planted(t, dir, a)
		s := sit(t, dir, Begin{Tab: 1})
		s.types(words)
		s.presses("enter")
		s.sees("notes open")
		for i, key := range []string{
			"down", "down", "enter", "down", "down", "down", "down", "enter", "esc", "down", "down", "down", "down",
			"down", "down", "down", "down",
			"esc", "/", "m", "a", "enter", "esc", "esc", "enter", "esc", "3", "down", "down", "enter", "e", "esc",
			"esc", "esc", "2", "n", "enter",
			"ctrl+n", "G", "enter", "down", "down", "esc", "ctrl+n", "down", "down", "down", "down", "down", "down",
			"down", "down", "enter", "enter", "x", "enter", "esc", "esc",
			"ctrl+k", "m", "a", "r", "k", "esc",
		} {
			s.presses(key)
			s.pump()
			frame := s.host.app.Frame()
			harmless(t, fmt.Sprintf("%s, after key %d (%s)", name, i, key), frame)
			if strings.Contains(frame, "mark") {
				seen++
			}
		}
		if t.Failed() {
			return
		}
		_ = s.host.store.Close() // the next one begins anew
		s.host.store = nil
	}
	if seen < 10*len(together()) {
		t.Errorf("only %d of the frames showed any of it: nothing is proved", seen)
	}
}

func TestNothingPastedActsOnTheTerminal(t *testing.T) {
	dir := t.TempDir()
	st, _ := notes(t, dir)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{Tab: 1})
	s.types(words)
	s.presses("enter")
	s.sees("notes open")
	s.presses("n", "enter")
	for name, a := range attacks {
		s.sends(tea.PasteMsg{Content: a})
		harmless(t, name+" pasted", s.host.app.Frame())
	}
	s.presses("ctrl+s")
	s.pump()
	s.presses("e")
	for name, a := range attacks {
		s.sends(tea.PasteMsg{Content: a})
		harmless(t, name+" pasted as evidence", s.host.app.Frame())
	}
	s.presses("esc")
	s.until("the save", s.host.list.Settled)
	for _, w := range s.host.store.Walkthroughs() {
		harmless(t, "kept", fmt.Sprintf("%s", []any{w.Ref, w.Draft.Text, w.Entries}))
	}
}

// withWords are the flags that open the notes in a folder.
func withWords(t *testing.T, dir string) []string {
	t.Helper()
	key := filepath.Join(dir, "key")
	if err := os.WriteFile(key, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
	return []string{
		"--notes", filepath.Join(dir, "notes.db"), "--config", emptyConfig(t, dir), "--passphrase-file",
		key,
	}
}

// asKept is a reference as the notes have it: no invalid byte is kept.
func asKept(a string) string {
	return model.CleanLine(strings.Map(func(r rune) rune { return r }, a))
}

func TestNothingInTheNotesActsOnAShellOrInAnExport(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	for name, a := range together() {
		dir := t.TempDir()
		planted(t, dir, a)
		base, ref := withWords(t, dir), asKept(a)
		for _, args := range [][]string{
			{"notes", "log"},
			{"notes", "log", "--json"},
			{"notes", "purge"},
			{"notes", "purge", "--json"},
			{"notes", "hold"},
			{"notes", "verify"},
			{"notes", "verify", "--json"},
			{"checklist", "report", "--ref", ref, "-o", "-", "--format", "md"},
			{"checklist", "report", "--ref", ref, "-o", "-", "--format", "html"},
			{"checklist", "report", "--ref", ref, "-o", "-", "--format", "json"},
			{"checklist", "access", "--ref", ref, "-o", "-", "--format", "html"},
			{"checklist", "access", "--ref", ref, "-o", "-", "--format", "md"},
			{"checklist", "access", "--ref", ref, "-o", "-", "--format", "json"},
			{"checklist", "--plain"},
		} {
			out, errs, status := asks(t, append(args, base...)...)
			if status != 0 {
				t.Fatalf("%s, %v: status %d, %s", name, args, status, errs)
			}
			harmless(t, fmt.Sprintf("%s, %v", name, args), out+errs)
			if args[0] == "checklist" && !strings.Contains(out, "mark") {
				t.Errorf("%s, %v shows nothing of it", name, args)
			}
			if strings.Contains(out, "<script>alert") && args[len(args)-1] == "html" {
				t.Errorf("%s, %v: a script in a web page", name, args)
			}
		}
	}
}

func TestNothingOnACommandLineActsOnTheTerminal(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	for name, a := range attacks {
		a = strings.ReplaceAll(a, "\x00", "") // no command line can hold it
		for _, args := range [][]string{
			{"rota", a},
			{"rota", a, "--json"},
			{"rota", "--on", a},
			{"directory", a},
			{"directory", "--topic", a},
			{"find", a},
			{"find", a, "--json"},
			{"read", a},
			{a},
			{"notes", a},
			{"--theme", a},
			{"notes", "restore", a},
			{"rota", "--" + a},
			{"factors", a},
			{"content", "check", a},
		} {
			out, errs, _ := asks(t, append(args, "--config", emptyConfig(t, t.TempDir()), "--notes",
				filepath.Join(t.TempDir(), "n.db"))...)
			harmless(t, fmt.Sprintf("%s, %q", name, args), out+errs)
		}
	}
}

func TestNothingInALockFileActsOnTheTerminal(t *testing.T) {
	for name, a := range attacks {
		harmless(t, name, store.Holder{PID: 7, Host: a, User: a}.String())
	}
}
