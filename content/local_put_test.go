package content

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/model"
)

// typed is an entry as somebody fills the form in.
func typed(t testing.TB, kind model.LocalKind, name string, pairs ...string) model.LocalEntry {
	t.Helper()
	values := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		values[pairs[i]] = pairs[i+1]
	}
	e, mistakes := MakeLocal(kind, name, values)
	for _, m := range mistakes {
		t.Fatal(m.Error())
	}
	return e
}

// changes tells which lines are only in one of two files.
func changes(before, after string) string {
	count := map[string]int{}
	for _, l := range strings.Split(before, "\n") {
		count[l]--
	}
	for _, l := range strings.Split(after, "\n") {
		count[l]++
	}
	var out []string
	for _, l := range strings.Split(before+"\n"+after, "\n") {
		for ; count[l] < 0; count[l]++ {
			out = append(out, "- "+l)
		}
		for ; count[l] > 0; count[l]-- {
			out = append(out, "+ "+l)
		}
	}
	return strings.Join(out, "\n")
}

func put(t testing.TB, src string, at int, e model.LocalEntry) string {
	t.Helper()
	out, err := PutLocal([]byte(src), at, e)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestAChangedEntryChangesItsLinesAlone(t *testing.T) {
	l, _ := september(t, "Brown", "Brown")
	brown := l.Entries[1]
	brown.Who, brown.Checked, brown.Note = "PC Ada King", "2026-11-24", "rings back"
	out := put(t, septemberLocal, brown.Line, brown)
	want := "- - Officer: PC Sam Brown\n- - Checked: 3 September 2026\n+ - Officer: PC Ada King\n+ - Checked: " +
		"2026-11-24\n+ - Note: rings back"
	if got := changes(septemberLocal, out); got != want {
		t.Errorf("changed\n%s", got)
	}
	if !strings.Contains(out, "- By: A. Reed, DSL\n- Note: rings back\n\n### St Aloysius") {
		t.Errorf("the note stands elsewhere:\n%s", out)
	}
}

func TestAnEmptySlotIsFilledWhereItWaits(t *testing.T) {
	e := typed(t, model.LocalContact, "LADO", "Phone", "020 7946 0123", "Checked", "24/11/2026", "By", "A. Reed")
	want := "- - Phone:\n- - Checked:\n- - By:\n+ - Phone: 020 7946 0123\n+ - Checked: 2026-11-24\n+ - By: A. Reed"
	if got := changes(septemberLocal, put(t, septemberLocal, 0, e)); got != want {
		t.Errorf("changed\n%s", got)
	}
}

func TestANewEntryStandsAtTheEndOfItsPart(t *testing.T) {
	e := typed(t, model.LocalRota, "Beacon High School", "Officer", "PC <Jo> *Lane*", "Days", "Friday", "Checked",
		"2026-11-24", "By", "A. Reed")
	out := put(t, septemberLocal, 0, e)
	if !strings.Contains(out, "is not read. -->\n\n### Beacon High School\n\n- Officer: PC \\<Jo\\> \\*Lane\\*\n- "+
		"Days: Friday\n- Checked: 2026-11-24\n- By: A. Reed\n\n## Primary schools") {
		t.Errorf("it stands elsewhere:\n%s", out)
	}
	l, mistakes := ReadLocal("local.md", []byte(out))
	if len(mistakes) > 0 || len(l.Entries) != 6 {
		t.Errorf("%d entries, %v", len(l.Entries), mistakes)
	}
}

func TestAFirstEntryMakesTheFile(t *testing.T) {
	e := typed(t, model.LocalService, "Minority Matters", "Status", "closed", "Checked", "2026-11-24", "By", "A. Reed")
	out := put(t, "", 0, e)
	if out != "# What our school knows\n\n## Services\n\n### Minority Matters\n\n- Status: closed\n- Checked: "+
		"2026-11-24\n- By: A. Reed\n" {
		t.Errorf("the file is %q", out)
	}
}

func TestAnEntryWithEveryLineEmptyIsTakenOut(t *testing.T) {
	l, _ := september(t, "Brown", "Brown")
	out := put(t, septemberLocal, l.Entries[0].Line, typed(t, model.LocalContact, "Out-of-hours number"))
	if now, mistakes := ReadLocal("local.md", []byte(out)); len(now.Entries) != 4 || len(mistakes) > 0 {
		t.Errorf("%d entries, %v", len(now.Entries), mistakes)
	}
}

func TestAForeignEditorsFileKeepsItsWays(t *testing.T) {
	windows := "\ufeff" + strings.ReplaceAll(septemberLocal, "\n", "\r\n")
	l, mistakes := ReadLocal("local.md", []byte(windows))
	if len(mistakes) > 0 || len(l.Entries) != 5 {
		t.Fatalf("%d entries, %v", len(l.Entries), mistakes)
	}
	lane := l.Entries[2]
	lane.Phone = "020 7946 0003"
	out := put(t, windows, lane.Line, lane)
	if strings.Count(out, "\n") != strings.Count(out, "\r\n") || !strings.HasPrefix(out, "\ufeff") {
		t.Errorf("line ends are mixed: %q", out)
	}
	if got := changes(windows, out); got != "+ - Phone: 020 7946 0003\r" {
		t.Errorf("changed %q", got)
	}
}

func TestUTF16IsReadAndNeverWrittenOver(t *testing.T) {
	src := []byte("\xff\xfe")
	for _, c := range septemberLocal {
		src = append(src, byte(c), byte(c>>8))
	}
	l, mistakes := ReadLocal("local.md", src)
	if len(l.Entries) != 5 || len(mistakes) != 1 || mistakes[0].Error() != "local.md:1: the file is saved as UTF-16 "+
		"(save it again as UTF-8)" {
		t.Errorf("%d entries, %v", len(l.Entries), mistakes)
	}
	if _, err := PutLocal(src, l.Entries[0].Line, l.Entries[0]); err == nil {
		t.Error("it is written over")
	}
}

func TestWhatCantBeChangedSafelyIsRefused(t *testing.T) {
	src := septemberLocal + "\n<!-- a comment that nobody closed\n"
	e := typed(t, model.LocalService, "Wipers", "Phone", "020 7946 0009", "Checked", "2026-11-24", "By", "A. Reed")
	if _, err := PutLocal([]byte(src), 0, e); !errors.Is(err, errUnsafe) {
		t.Errorf("it is written into the comment: %v", err)
	}
	if _, err := PutLocal([]byte(src), 7, e); err == nil {
		t.Error("an entry that isn't there is changed")
	}
}

func TestAFileThatChangedUnderneathIsNotWrittenOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "isspp", LocalFile)
	if err := SaveLocal(path, nil, []byte("one")); err != nil {
		t.Fatal(err)
	}
	if err := SaveLocal(path, []byte("one"), []byte("two")); err != nil {
		t.Fatal(err)
	}
	if err := SaveLocal(path, []byte("one"), []byte("three")); !errors.Is(err, ErrChanged) {
		t.Errorf("the second writer is told %v", err)
	}
	if text, _ := os.ReadFile(path); string(text) != "two" {
		t.Errorf("the file says %q", text)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if info, err := os.Stat(path); err == nil && info.Mode().Perm() != 0o600 && os.PathSeparator == '/' {
		t.Errorf("mode %v", info.Mode())
	}
}

func TestAFileBehindALinkIsWrittenWhereItIs(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "shared.md"), filepath.Join(dir, LocalFile)
	if err := os.WriteFile(real, []byte("one"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip("no links here")
	}
	if err := SaveLocal(link, []byte("one"), []byte("two")); err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(real); string(text) != "two" {
		t.Errorf("the file behind the link says %q", text)
	}
	if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone")
	}
}
