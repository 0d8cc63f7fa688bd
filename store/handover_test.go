package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"filippo.io/age/armor"

	"isspp/model"
	"isspp/store/seal"
)

// school is notes with a key of their own to be sent files by.
type school struct {
	*Store
	t  *testing.T
	id *age.X25519Identity
}

func newSchool(t *testing.T) *school {
	t.Helper()
	s, _ := dated(t)
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	return &school{s, t, id}
}

func (a *school) sends(ref string, to *school) []byte {
	a.t.Helper()
	var b bytes.Buffer
	if _, err := a.Export(&b, ref, Sealing{Recipients: []age.Recipient{to.id.Recipient()}},
		[]Reading{{"chronology.md", []byte("# REF-1\n")}}); err != nil {
		a.t.Fatal(err)
	}
	return b.Bytes()
}

func (a *school) takes(file []byte) *Taken {
	a.t.Helper()
	taken, err := a.Import(bytes.NewReader(file), Opening{Identities: []age.Identity{a.id}})
	if err != nil {
		a.t.Fatal(err)
	}
	return taken
}

func (a *school) texts() string {
	var out []string
	for _, w := range a.Walkthroughs() {
		out = append(out, w.Draft.Text)
	}
	for _, n := range a.FactorNotes() {
		out = append(out, n.Body)
	}
	for _, e := range a.ConcernEntries() {
		out = append(out, e.Text)
	}
	return strings.Join(out, "|")
}

func TestAReferenceIsHandedOverWholeAndOnce(t *testing.T) {
	t.Parallel()
	a, b := newSchool(t), newSchool(t)
	w := &model.Walkthrough{Ref: "REF-1", Draft: model.Draft{Text: "by the gate"}}
	mustSave(t, a.Store, w)
	mustSave(t, a.Store, &model.Walkthrough{Ref: "REF-2", Draft: model.Draft{Text: "another child"}})
	if err := a.SaveFactorNote(&model.FactorNote{Ref: "ref-1", Body: "a note"}); err != nil {
		t.Fatal(err)
	}
	if err := a.SaveConcernEntry(&model.ConcernEntry{
		Concern: w.ID, Ref: "REF-1 (moved)", Kind: model.KindDecision,
		Text: "a decision", Kept: true,
	}); err != nil {
		t.Fatal(err)
	}
	file := a.sends("REF-1", b)
	if bytes.Contains(file, []byte("gate")) || bytes.Contains(file, []byte("REF-1")) {
		t.Error("the file isn't sealed")
	}
	if got := b.takes(file); got.New != 3 || len(got.References) != 1 || got.References[0] != "REF-1" {
		t.Fatalf("%+v", got)
	}
	if got := b.texts(); got != "by the gate|a note|a decision" {
		t.Errorf("came in: %q", got)
	}
	if got := b.takes(file); got.Changed() || got.Same != 3 {
		t.Errorf("a second time: %+v", got)
	}
	before := b.man
	b.takes(a.sends("REF-1", b))
	if b.man != before {
		t.Error("importing the same again has changed the notes")
	}
	if r, err := b.Verify(); err != nil || r.Worst() != Remark {
		t.Fatalf("%+v %v", r, err)
	}
	lines, err := a.History()
	if err != nil || lines[len(lines)-1].Action != Exported {
		t.Errorf("the log ends with %+v, %v", lines[len(lines)-1], err)
	}
}

func TestBothSidesOfAConflictAreKept(t *testing.T) {
	t.Parallel()
	a, b := newSchool(t), newSchool(t)
	w := &model.Walkthrough{Ref: "REF-1", Draft: model.Draft{Text: "first"}}
	mustSave(t, a.Store, w)
	b.takes(a.sends("", b))

	// Only there it went on: the newer takes the place.
	w.Draft.Text = "second"
	mustSave(t, a.Store, w)
	old := a.sends("", b)
	if got := b.takes(old); got.Newer != 1 || b.texts() != "second" {
		t.Fatalf("%+v, %q", got, b.texts())
	}
	// What comes back unchanged, or older, has no effect.
	if got := a.takes(b.sends("", a)); got.Changed() || got.Same != 1 {
		t.Fatalf("%+v", got)
	}
	w.Draft.Text = "third"
	mustSave(t, a.Store, w)
	if got := a.takes(b.sends("", a)); got.Changed() || got.Older != 1 || a.texts() != "third" {
		t.Fatalf("%+v, %q", got, a.texts())
	}
	// Here and there it went on: both are kept, and once.
	mine := b.Walkthroughs()[0]
	mine.Draft.Text = "mine"
	mustSave(t, b.Store, &mine)
	file := a.sends("", b)
	if got := b.takes(file); got.Both != 1 {
		t.Fatalf("%+v", got)
	}
	if got := b.texts(); got != "mine|third" && got != "third|mine" {
		t.Errorf("kept %q", got)
	}
	if got := b.takes(file); got.Changed() {
		t.Errorf("a second time: %+v", got)
	}
	if got := b.takes(old); got.Newer != 0 || strings.Contains(b.texts(), "mine|mine") {
		t.Errorf("an older file: %+v, %q", got, b.texts())
	}
}

func TestWhatIsFinishedIsNeverReplacedByAnImport(t *testing.T) {
	t.Parallel()
	a, b := newSchool(t), newSchool(t)
	w := &model.Walkthrough{Ref: "REF-1", Draft: model.Draft{Text: "draft"}}
	mustSave(t, a.Store, w)
	b.takes(a.sends("", b))
	mine := b.Walkthroughs()[0]
	mine.Finished = b.opt.now()
	mustSave(t, b.Store, &mine)
	w.Draft.Text = "went on"
	mustSave(t, a.Store, w)
	if got := b.takes(a.sends("", b)); got.Both != 1 || got.Newer != 0 {
		t.Fatalf("%+v", got)
	}
	for _, w := range b.Walkthroughs() {
		if w.ID == mine.ID && (w.Draft.Text != "draft" || w.Finished.IsZero()) {
			t.Errorf("the finished one is now %+v", w)
		}
	}
}

func TestTwoTextsOfOneRevisionAreBothKept(t *testing.T) {
	t.Parallel()
	a := newSchool(t)
	w := &model.Walkthrough{Ref: "REF-1"}
	mustSave(t, a.Store, w)
	backup, err := a.Backup("", true)
	if err != nil {
		t.Fatal(err)
	}
	w.Draft.Text = "before the disk died"
	mustSave(t, a.Store, w)
	file := a.sends("", a)
	closeQuietly(a)
	if _, err := Restore(a.path, backup, a.opt); err != nil {
		t.Fatal(err)
	}
	if a.Store, _, err = unlock(a.path, Passphrase([]byte(words)), a.opt); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeQuietly(a) })
	again := a.Walkthroughs()[0]
	again.Draft.Text = "after the restore"
	mustSave(t, a.Store, &again)
	if got := a.takes(file); got.Both != 1 || len(a.Walkthroughs()) != 2 {
		t.Fatalf("%+v: %s", got, a.texts())
	}
	if got := a.takes(file); got.Changed() {
		t.Fatalf("%+v", got)
	}
}

func TestWhatWasDisposedOfIsNotTakenInAgain(t *testing.T) {
	t.Parallel()
	a, b := newSchool(t), newSchool(t)
	mustSave(t, a.Store, &model.Walkthrough{Ref: "REF-1"})
	file := a.sends("", b)
	b.takes(file)
	if _, err := b.Purge("REF-1", "", "kept long enough"); err != nil {
		t.Fatal(err)
	}
	if got := b.takes(file); got.Disposed != 1 || got.Changed() {
		t.Fatalf("%+v", got)
	}
}

func TestAPassphraseOpensTheFileAndAWrongOneSaysSo(t *testing.T) {
	t.Parallel()
	a, b := newSchool(t), newSchool(t)
	mustSave(t, a.Store, &model.Walkthrough{Ref: "REF-1"})
	var file bytes.Buffer
	if _, err := a.Export(&file, "REF-1", Sealing{Passphrase: "said on the phone"}, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Import(bytes.NewReader(file.Bytes()), Opening{Passphrase: "misheard"}); !errors.Is(err,
		ErrWrongSecret) {
		t.Fatal(err)
	}
	if taken, err := b.Import(bytes.NewReader(file.Bytes()), Opening{Passphrase: "said on the phone"}); err != nil ||
		taken.New != 1 {
		t.Fatal(taken, err)
	}
	if _, err := a.Export(&file, "", Sealing{Passphrase: "x", Recipients: []age.Recipient{a.id.Recipient()}},
		nil); !errors.Is(err, errRefused) {
		t.Error(err)
	}
	if _, err := a.Export(&file, "nobody", Sealing{Passphrase: "x"}, nil); !errors.Is(err, ErrAbsent) {
		t.Error(err)
	}
}

func TestAFileThatWasSentAsTextIsTakenIn(t *testing.T) {
	t.Parallel()
	a, b := newSchool(t), newSchool(t)
	mustSave(t, a.Store, &model.Walkthrough{Ref: "REF-1", Draft: model.Draft{Text: "by the gate"}})
	var mail bytes.Buffer
	w := armor.NewWriter(&mail)
	if _, err := w.Write(a.sends("REF-1", b)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	windows := "\r\n" + strings.ReplaceAll(mail.String(), "\n", "\r\n") + "\r\n"
	if got := b.takes([]byte(windows)); got.New != 1 || b.texts() != "by the gate" {
		t.Fatalf("%+v %q", got, b.texts())
	}
	cut := windows[:len(windows)/2]
	if _, err := b.Import(strings.NewReader(cut), Opening{Identities: []age.Identity{b.id}}); !errors.Is(err,
		ErrDamaged) {
		t.Fatal(err)
	}
}

func TestAChangedOrCutFileIsRefusedWhole(t *testing.T) {
	t.Parallel()
	a, b := newSchool(t), newSchool(t)
	for range 5 {
		mustSave(t, a.Store, &model.Walkthrough{Ref: "REF-1", Draft: model.Draft{Text: strings.Repeat("x", 4000)}})
	}
	file := a.sends("", b)
	flips, cuts := counted(2000), counted(500)
	if release() {
		flips, cuts = 5000, 5000
	}
	slowest := time.Duration(0)
	refused := func(what string, bad []byte, open Opening) {
		start := time.Now()
		_, err := b.Import(bytes.NewReader(bad), open)
		slowest = max(slowest, time.Since(start))
		var own *Error
		if !errors.As(err, &own) || own.Safe != "Nothing was imported." {
			t.Fatalf("%s: taken in, or refused in other words: %v", what, err)
		}
	}
	open, bits := Opening{Identities: []age.Identity{b.id}}, len(file)*8
	for i := range flips {
		bit := i * bits / flips
		bad := bytes.Clone(file)
		bad[bit/8] ^= 1 << (bit % 8)
		refused(fmt.Sprint("bit ", bit), bad, open)
	}
	for i := range cuts {
		refused(fmt.Sprint("cut ", i), file[:i*len(file)/cuts], open)
	}
	for range 50 {
		id, err := age.GenerateX25519Identity()
		if err != nil {
			t.Fatal(err)
		}
		refused("a wrong recipient", file, Opening{Identities: []age.Identity{id}})
	}
	for factor := maxWork + 1; factor <= 63; factor++ {
		refused(fmt.Sprint("work factor ", factor), costly(factor), Opening{Passphrase: "x"})
	}
	if len(b.Walkthroughs()) != 0 {
		t.Error("something of a refused file came in")
	}
	t.Logf("%d changed, %d cut, 50 to others, %d of too much work: all refused, within %v", flips, cuts, 63-maxWork,
		slowest.Round(time.Microsecond))
}

// costly is a file that asks for a passphrase's derivation of 2 to the power of
// factor.
func costly(factor int) []byte {
	return fmt.Appendf(nil, "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA %d\n%s\n--- %[2]s\n%[3]s", factor,
		strings.Repeat("A", 43), strings.Repeat("x", 32))
}

func TestAFileThatAsksForTooMuchWorkOrIsTooLargeIsRefused(t *testing.T) {
	t.Parallel()
	b := newSchool(t)
	if _, err := b.Import(bytes.NewReader(costly(30)), Opening{Passphrase: "x"}); err == nil ||
		errors.Is(err, ErrWrongSecret) || !strings.Contains(err.Error(), "more work") {
		t.Error(err)
	}
	var large bytes.Buffer
	w, err := age.Encrypt(&large, b.id.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(make([]byte, maxBundle+1)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Import(&large, Opening{Identities: []age.Identity{b.id}}); !errors.Is(err, errRefused) {
		t.Error(err)
	}
}

func TestWhatIsTooLargeToBeTakenInAgainIsNotHandedOver(t *testing.T) {
	t.Parallel()
	a, b := newSchool(t), newSchool(t)
	long := strings.Repeat("x", seal.MaxRecord*9/10)
	mustSave(t, a.Store, &model.Walkthrough{Ref: "REF-1", Draft: model.Draft{Text: long}})
	if got := b.takes(a.sends("REF-1", b)); got.New != 1 || b.texts() != long {
		t.Fatalf("the longest note that is saved does not arrive: %+v", got)
	}
	for range maxBundle / len(long) {
		mustSave(t, a.Store, &model.Walkthrough{Ref: "REF-1", Draft: model.Draft{Text: long}})
	}
	var file bytes.Buffer
	if n, err := a.Export(&file, "", Sealing{Recipients: []age.Recipient{b.id.Recipient()}}, nil); !errors.Is(err,
		errRefused) || n != 0 || file.Len() != 0 {
		t.Fatalf("%d records in %d bytes, %v", n, file.Len(), err)
	}
}

func TestEscapesInAnImportAreTakenOut(t *testing.T) {
	t.Parallel()
	var r bundleRecord
	doc := `{"id":"0102030405060708090a0b0c0d0e0f10","kind":"factor note","schema":1,"revision":1,"origin":"00000000000000000000000000000000","body":{"id":"0102030405060708090a0b0c0d0e0f10","body":"a\u001b]52;c;eA==\u0007b\u202ec\u009b31md\ne"}}`
	if err := json.Unmarshal([]byte(doc), &r); err != nil {
		t.Fatal(err)
	}
	it := r.item()
	if it == nil {
		t.Fatal("refused")
	}
	if n, ok := it.record.(*model.FactorNote); !ok || n.Body != "abcd\ne" {
		t.Errorf("%+v", it.record)
	}
}

func TestTheAgeProgramOpensIt(t *testing.T) {
	t.Parallel()
	program, err := exec.LookPath("age")
	if err != nil {
		t.Skip("no age program on this machine: that it opens the file is not proved here")
	}
	a := newSchool(t)
	mustSave(t, a.Store, &model.Walkthrough{Ref: "REF-1", Draft: model.Draft{Text: "by the gate"}})
	dir := folder(t)
	key := filepath.Join(dir, "key.txt")
	if err := os.WriteFile(key, []byte(a.id.String()+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "-d", "-i", key)
	cmd.Stdin = bytes.NewReader(a.sends("REF-1", a))
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"chronology.md", "# REF-1", "records.json", "by the gate"} {
		if !bytes.Contains(out, []byte(want)) {
			t.Errorf("not in what age gives: %q", want)
		}
	}
}
