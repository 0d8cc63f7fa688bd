package content

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// laidOut writes a small pack into a folder.
func laidOut(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range smallPack {
		rewrite(t, filepath.Join(dir, name), text)
	}
	return dir
}

func rewrite(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// numbers are what a pack gives to ring in an emergency.
func numbers(p *Pack) string {
	var list []string
	for _, c := range p.Contacts() {
		if phone, ok := c.Phone(); ok && c.Emergency {
			list = append(list, phone.Value)
		}
	}
	return strings.Join(list, ", ")
}

// Somebody's protocol answers; in September a slip goes into it, and what was
// whole last answers until the slip is corrected.
func TestTheLastGoodCopyAnswersForAProtocolWithAMistake(t *testing.T) {
	dir, copies := laidOut(t), Copies(filepath.Join(t.TempDir(), "protocols"))
	day := func(n int) time.Time { return time.Date(2030, 9, n, 9, 0, 0, 0, time.UTC) }
	if l := copies.Load(dir, day(1)); l.State != Whole || l.Pack.folder != dir {
		t.Fatalf("a good folder gives %+v", l)
	}
	copies.Load(dir, day(2)) // the same again: the day stays that of the first
	rota := filepath.Join(dir, "rota.md")
	rewrite(t, rota, strings.Replace(smallPack["rota.md"], "Monday", "Moonday", 1))
	l := copies.Load(dir, day(3))
	if l.State != Earlier || len(l.Mistakes) != 1 || !l.Since.Equal(day(1)) || len(l.Pack.Rota().Settings) != 2 {
		t.Fatalf("with a slip: %+v", l)
	}
	if said := l.Instead(); !strings.Contains(said, "Hillbrook, 2030–31") ||
		!strings.Contains(said, "1 September 2030") {
		t.Errorf("said %q", said)
	}
	rewrite(t, rota, strings.Replace(smallPack["rota.md"], "PC Ann Reed", "PC Cy Orr", 1))
	copies.Load(dir, day(4))
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	l = copies.Load(dir, day(5))
	if l.State != Earlier || l.Err == nil || l.Pack.Rota().Settings[0].Officer != "PC Cy Orr" {
		t.Errorf("with the folder gone: %+v", l)
	}
}

func TestWithoutACopyNobodyElsesProtocolAnswers(t *testing.T) {
	dir := laidOut(t)
	rewrite(t, filepath.Join(dir, "rota.md"), strings.Replace(smallPack["rota.md"], "Monday", "Moonday", 1))
	l := Copies(t.TempDir()).Load(dir, time.Now())
	if l.State != Unusable || len(l.Pack.Rota().Settings) != 0 || len(l.Pack.Documents()) != 0 ||
		len(l.Pack.Notes()) != 0 {
		t.Fatalf("got %+v", l)
	}
	if got := numbers(l.Pack); got != "01632 960002, 999" || l.Pack.Edition().Place != "Hillbrook" {
		t.Errorf("numbers %q of %q", got, l.Pack.Edition().Place)
	}
	l = Copies(t.TempDir()).Load(filepath.Join(dir, "nowhere"), time.Now())
	if got := numbers(l.Pack); l.State != Unusable || l.Err == nil || got != "999" {
		t.Errorf("no folder: %q, %+v", got, l)
	}
}

// The stick at this place held another town's protocol yesterday.
func TestACopyOfAnotherPlaceIsNotTaken(t *testing.T) {
	dir, copies := laidOut(t), Copies(t.TempDir())
	copies.Load(dir, time.Now())
	rewrite(t, filepath.Join(dir, "pack.md"), strings.Replace(smallPack["pack.md"], "Hillbrook", "Dalewick", 1))
	rewrite(t, filepath.Join(dir, "rota.md"), strings.Replace(smallPack["rota.md"], "Monday", "Moonday", 1))
	if l := copies.Load(dir, time.Now()); l.State != Unusable {
		t.Errorf("Hillbrook answers for Dalewick: %+v", l)
	}
}

func TestADamagedCopyDoesNotAnswer(t *testing.T) {
	dir, copies := laidOut(t), Copies(t.TempDir())
	copies.Load(dir, time.Now())
	rewrite(t, filepath.Join(dir, "rota.md"), "no rota")
	kept := copies.path(dir)
	text, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string]string{
		"half": string(text[:len(text)/2]), "empty": "", "none of ours": "hello",
		"a byte otherwise": string(text[:60]) + string(text[60]^1) + string(text[61:]),
	} {
		rewrite(t, kept, bad)
		if l := copies.Load(dir, time.Now()); l.State != Unusable {
			t.Errorf("%s answers: %+v", name, l)
		}
	}
}
