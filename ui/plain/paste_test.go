package plain

import (
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"isspp/model"
)

// typist sends what a person types and pastes to a terminal that edits lines: each
// part comes once the one before is read to its end.
type typist struct {
	parts []string
	open  string
}

func (y *typist) Read(p []byte) (int, error) {
	if y.open == "" {
		if len(y.parts) == 0 {
			return 0, io.EOF
		}
		y.open, y.parts = y.parts[0], y.parts[1:]
	}
	end := strings.IndexByte(y.open, '\n') + 1 // a terminal gives a line at a time
	n := copy(p, y.open[:end])
	y.open = y.open[n:]
	return n, nil
}

func (y *typist) more() bool { return y.open != "" }

func (s *sitting) types(parts ...string) string {
	s.t.Helper()
	var out strings.Builder
	y := &typist{parts: parts}
	err := Run(Options{
		Env: s.env(), In: y, Out: &out, Width: 80, More: y.more,
		Open: func() (Keeper, string, error) { return s.keep, "", nil },
	})
	if err != nil {
		s.t.Fatalf("%v\n%s", err, out.String())
	}
	return out.String()
}

func marked(text string) string { return "\x1b[200~" + text + "\x1b[201~" }

// Somebody copies three lines out of a mail and pastes them at the question for the
// year group. They aren't the answers to that one, the next and the one after.
func TestPastedLinesAreOneAnswer(t *testing.T) {
	s := sit(t)
	text := s.types("\n", "REF-7\n", "\n", marked("9\r\ns\nfriday")+"\n", "\n", "\n", "DSL\n", "q\n")
	w := s.keep.walks[0]
	if w.YearGroup != "9 s friday" || w.EventTime != "" || w.RaisedBy != "" || w.By != "DSL" || len(w.Entries) != 0 {
		t.Errorf("kept %+v", w)
	}
	if !strings.Contains(text, "The 3 lines that you pasted are one answer: “9 s friday”") {
		t.Errorf("it is not said:\n%s", text)
	}
}

// Where the terminal doesn't mark a paste, lines that come at once are asked about,
// and none of them is taken for an answer unless that is said.
func TestLinesThatComeAtOnceAreAskedAbout(t *testing.T) {
	s := sit(t)
	text := s.types("\n", "REF-7\n", "\n", "9\ns\n", "\n", "9\n", "\n", "\n", "DSL\n", "s\nHe limped\n\ny\n", "y\n",
		"q\n")
	w := s.keep.walks[0]
	if w.YearGroup != "9" || len(w.Entries) != 0 {
		t.Errorf("kept %+v", w)
	}
	for _, wanted := range []string{
		"2 lines came at once: “9 s”. Are they one answer?",
		"“s He limped y” is not an answer.",
	} {
		if !strings.Contains(text, wanted) {
			t.Errorf("%q is not said:\n%s", wanted, text)
		}
	}
}

// An empty line in what is pasted doesn't end a text, and the lines after it aren't
// taken for what isn't asked yet.
func TestAPastedTextKeepsItsEmptyLines(t *testing.T) {
	for name, paste := range map[string]string{
		"marked":  marked("He came late.\n\n!\nHis lip was cut.") + "\n",
		"at once": "He came late.\n\n!\nHis lip was cut.\n",
	} {
		t.Run(name, func(t *testing.T) {
			s := sit(t)
			s.types("\n", "REF-7\n", "\n", "\n", "\n", "\n", "DSL\n", "s\n", paste, "\n", "1\n", "\n", "q\n")
			e := s.keep.walks[0].Entries
			if len(e) != 1 || e[0].Evidence != "He came late.\n\n!\nHis lip was cut." || e[0].Kind != model.Observed {
				t.Errorf("kept %+v", e)
			}
		})
	}
}

// Enter that is held down is Enter once: what repeats within a moment isn't read as
// an answer to what nobody has seen.
func TestEnterHeldDownIsOneAnswer(t *testing.T) {
	s := sit(t)
	s.types("\n\n\n\n", "REF-7\n", "q\n")
	if len(s.keep.walks) != 1 || s.keep.walks[0].Ref != "REF-7" {
		t.Errorf("kept %+v", s.keep.walks)
	}
}

// The mark that ends a paste is lost on the way. The next line that a person types
// ends it, and the one after is an answer again.
func TestAPasteWithoutItsEndEndsWithTheNextLine(t *testing.T) {
	s := sit(t)
	var out strings.Builder
	y := &typist{parts: []string{"\n", "\x1b[200~REF-7\n", "\n", "aloysius\n", "9\n", "\n", "\n", "DSL\n", "q\n"}}
	env := s.env()
	env.Clock = func() time.Time { s.now = s.now.Add(restOfPaste + 1); return s.now }
	if err := Run(Options{
		Env: env, In: y, Out: &out, Width: 80, More: y.more,
		Open: func() (Keeper, string, error) { return s.keep, "", nil },
	}); err != nil {
		t.Fatal(err)
	}
	if w := s.keep.walks[0]; w.Ref != "REF-7" || w.Setting != "St Aloysius RC College" || w.YearGroup != "9" {
		t.Errorf("kept %+v\n%s", w, out.String())
	}
}

// A terminal takes so much in one line and drops the rest. That is said.
func TestALineThatTheTerminalCutIsSaid(t *testing.T) {
	s := sit(t)
	text := s.types("\n", "REF-7\n", "\n", "\n", "\n", "\n", "DSL\n", "s\n", strings.Repeat("word ", 819)+"\n", "\n",
		"1\n", "\n", "q\n")
	if !strings.Contains(strings.ReplaceAll(text, "\n", " "), "its end may be missing") {
		t.Errorf("nothing is said:\n%s", text)
	}
}

// Half a minute before the notes lock it is said, and the question comes again.
func TestTheLockIsAnnounced(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := sit(t)
		in, keyboard := io.Pipe()
		defer func() { _ = keyboard.Close() }()
		var out strings.Builder
		start := time.Now()
		err := Run(Options{
			Env: s.env(), In: in, Out: &out, Width: 80, Idle: 15 * time.Minute,
			Open: func() (Keeper, string, error) { return s.keep, "", nil },
		})
		if err != nil || time.Since(start) != 15*time.Minute {
			t.Errorf("%v after %v", err, time.Since(start))
		}
		before, after, said := strings.Cut(strings.ReplaceAll(out.String(), "\n", " "), "In 30 seconds")
		if !said || !strings.Contains(before, "go on. q leaves:") || !strings.Contains(after, "go on. q leaves:") {
			t.Errorf("not announced:\n%s", out.String())
		}
	})
}
