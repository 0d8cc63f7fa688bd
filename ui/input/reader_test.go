package input

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

// line is a slow line: pieces, each so long after the one before. Its clock goes on
// as it is waited for.
type line struct {
	pieces []piece
	now    time.Time
	due    time.Time
}

type piece struct {
	after time.Duration
	bytes string
}

func sends(pieces ...piece) *line {
	l := &line{pieces: pieces, now: time.Unix(1e9, 0)}
	l.due = l.now.Add(pieces[0].after)
	return l
}

func (l *line) Now() time.Time { return l.now }

func (l *line) Wait(d time.Duration) bool {
	if len(l.pieces) == 0 || l.due.Sub(l.now) > d {
		l.now = l.now.Add(d)
		return false
	}
	l.now = slices.MaxFunc([]time.Time{l.now, l.due}, time.Time.Compare)
	return true
}

func (l *line) Read(p []byte) (int, error) {
	if !l.Wait(time.Hour) {
		return 0, io.EOF
	}
	next := &l.pieces[0]
	n := copy(p, next.bytes)
	if next.bytes = next.bytes[n:]; next.bytes == "" {
		if l.pieces = l.pieces[1:]; len(l.pieces) > 0 {
			l.due = l.now.Add(l.pieces[0].after)
		}
	}
	return n, nil
}

// arrives gives what is read in one go and what in all.
func arrives(t *testing.T, l *line) (reads []string, all string) {
	t.Helper()
	r := NewReader(l)
	for {
		p := make([]byte, 4096)
		n, err := r.Read(p)
		if err != nil {
			return reads, strings.Join(reads, "")
		}
		if n > 0 {
			reads = append(reads, string(p[:n]))
		}
	}
}

const ms = time.Millisecond

func inPieces(text string, size int, apart time.Duration) []piece {
	var out []piece
	for b := range slices.Chunk([]byte(text), size) {
		out = append(out, piece{apart, string(b)})
	}
	return out
}

func TestASlowPasteLosesNothing(t *testing.T) {
	text := strings.Repeat("He said “they call me Smålls now”, – and ran.\r", 110)[:5000]
	text = strings.ToValidUTF8(text, "")
	sent := startPaste + text + endPaste
	for _, c := range []struct {
		name  string
		size  int
		apart time.Duration
	}{
		{"over a slow line", 1380, 120 * ms},
		{"in small pieces", 7, 120 * ms},
		{"letter by letter", 1, 40 * ms},
		{"with long breaks", 1379, 1900 * ms},
		{"at once", 10000, 0},
	} {
		if _, all := arrives(t, sends(append(inPieces(sent, c.size, c.apart), piece{0, "\r!"})...)); all != sent+"\r!" {
			t.Errorf("%s: %d bytes were sent, and there came %d: …%q", c.name, len(sent)+2, len(all),
				all[max(len(all)-60, 0):])
		}
	}
}

func TestWhatIsSplitArrivesWhole(t *testing.T) {
	for _, sent := range []string{
		startPaste + "a“b" + endPaste, "é", "“", "\x1b[A", "\x1b[1;5D", "\x1bOP", "\x1b[<0;12;7M", "\x1b[?2026;2$y",
		"\x1b]11;rgb:0000/0000/0000\x1b\\",
	} {
		for i := 1; i < len(sent); i++ {
			reads, all := arrives(t, sends(piece{0, sent[:i]}, piece{300 * ms, sent[i:]}, piece{time.Second, "!"}))
			switch {
			case i == 1 && sent[0] == esc && sent[1] != '[':
				continue // Esc, and then letters: it can't be told
			case i == 1 && sent[:2] == "\x1b[" && !strings.HasPrefix(sent, startPaste):
				continue
			case i == 2 && sent[1] == ']':
				continue
			}
			all = strings.Replace(all, escKey+startPaste, startPaste, 1)
			if all != sent+"!" {
				t.Errorf("%q split at %d arrives as %q", sent, i, reads)
			}
			for _, r := range reads {
				if r != "!" && !strings.HasSuffix(r, sent) && r != escKey && !strings.Contains(sent, "a“b") {
					t.Errorf("%q split at %d is handed on in part: %q", sent, i, reads)
				}
			}
		}
	}
}

func TestAPasteWithoutItsEndGivesTheKeysBack(t *testing.T) {
	for _, c := range []struct {
		name string
		sent []piece
		want string
	}{
		{
			"the end is lost",
			[]piece{{0, startPaste + "one"}, {5 * time.Second, "!"}, {time.Second, "\x03"}},
			startPaste + "one" + endPaste + "!\x03",
		},
		{
			"half the end is lost",
			[]piece{{0, startPaste + "one\x1b[20"}, {5 * time.Second, "!"}, {ms, "1"}},
			startPaste + "one" + endPaste + "!1",
		},
		{"keys are pressed meanwhile", []piece{
			{0, startPaste + "one"},
			{700 * ms, "x"},
			{700 * ms, "y"},
			{700 * ms, "!"},
		}, startPaste + "onexy" + endPaste + "!"},
		{
			"another paste comes",
			[]piece{{0, startPaste + "one"}, {300 * ms, startPaste + "two" + endPaste + "!"}},
			startPaste + "one" + endPaste + startPaste + "two" + endPaste + "!",
		},
		{
			"its rest comes late",
			[]piece{{0, startPaste + "one\r\x1b[2"}, {6 * time.Second, "01~"}, {ms, "!"}},
			startPaste + "one\r" + endPaste + "!",
		},
		{
			"its rest comes late, with text",
			[]piece{
				{0, startPaste + "one\r"},
				{6 * time.Second, "two\rthree\r" + endPaste + "!"},
			},
			startPaste + "one\r" + endPaste + startPaste + "two\rthree\r" + endPaste + "!",
		},
		{
			"its rest comes late, a short one",
			[]piece{
				{0, startPaste + "caf\xc3"},
				{6 * time.Second, "\xa9\r" + endPaste + "!"},
			},
			startPaste + "caf" + endPaste + startPaste + "é\r" + endPaste + "!",
		},
		{"a key begins and nothing comes", []piece{{0, "\x1b[20"}, {3 * time.Second, "!"}}, "!"},
		{
			"the start comes late",
			[]piece{{0, "\x1b[20"}, {3 * time.Second, "0~one" + endPaste}},
			startPaste + "one" + endPaste,
		},
		{"Alt+[ and a key", []piece{{0, "\x1b["}, {300 * ms, "!"}}, "!"},
		{"an end without a start", []piece{{0, "a" + endPaste + "b"}}, "ab"},
	} {
		if _, all := arrives(t, sends(c.sent...)); all != c.want {
			t.Errorf("%s: %q, want %q", c.name, all, c.want)
		}
	}
}

func TestEscIsAKeyAndNotTheStartOfOne(t *testing.T) {
	for _, c := range []struct {
		sent []piece
		want string
	}{
		{[]piece{{0, "\x1b"}, {80 * ms, "q"}}, escKey + "q"},
		{[]piece{{0, "\x1b"}, {20 * ms, "[A"}}, "\x1b[A"},
		{[]piece{{0, "a\x1b"}, {time.Second, "[A"}}, "a" + escKey + "[A"},
		{[]piece{{0, "\x1b\x1b"}, {time.Second, "!"}}, escKey + escKey + "!"},
		{[]piece{{0, "\x1b\x1b[A"}}, "\x1b\x1b[A"},
		{[]piece{{0, "\x1bx\x1bé\x1b\r"}}, "\x1bx\x1bé\x1b\r"},
		{[]piece{{0, "\x1b"}, {300 * ms, "[200~one" + endPaste}}, escKey + startPaste + "one" + endPaste},
	} {
		if _, all := arrives(t, sends(c.sent...)); all != c.want {
			t.Errorf("%v arrives as %q, want %q", c.sent, all, c.want)
		}
	}
}

func TestSequencesInsideAPasteAreNoKeys(t *testing.T) {
	sent := startPaste + "\x1b[31mred\x1b[0m \x1b]0;title\x07\x1bPq \x1b[A\x1b" + endPaste + "!"
	if _, all := arrives(t, sends(piece{0, sent})); all != startPaste+"red ]0;title\x07Pq "+endPaste+"!" {
		t.Errorf("arrives as %q", all)
	}
}

func FuzzReader(f *testing.F) {
	f.Add([]byte(startPaste+"one\r"+endPaste+"!"), byte(3), byte(12))
	f.Add([]byte("\x1b\x1b[A\x1b]11;?\x07é\x1bO"), byte(1), byte(6))
	f.Fuzz(func(t *testing.T, sent []byte, size, apart byte) {
		if len(sent) == 0 {
			return
		}
		l := sends(append(inPieces(string(sent), int(size)+1, time.Duration(apart)*10*ms), piece{time.Minute, "!"},
			piece{time.Minute, "!"})...)
		_, all := arrives(t, l)
		if !strings.HasSuffix(all, "!") {
			t.Fatalf("%q takes the keys away: %q", sent, all)
		}
		if bytes.Count([]byte(all), []byte(startPaste)) != strings.Count(all, endPaste) {
			t.Fatalf("%q leaves a paste open: %q", sent, all)
		}
	})
}
