package store

import (
	"strings"
	"testing"

	"filippo.io/age"

	"isspp/model"
)

// apart is notes of two sides that went on each in its own way with a walkthrough
// and a concern's entry, after a handed it over to b.
func apart(t *testing.T) (a, b *school, first []byte) {
	t.Helper()
	a, b = newSchool(t), newSchool(t)
	w := &model.Walkthrough{Ref: "REF-1", Draft: model.Draft{Text: "first"}}
	mustSave(t, a.Store, w)
	if err := a.SaveConcernEntry(&model.ConcernEntry{
		Concern: w.ID, Ref: "REF-1", Kind: model.KindDecision,
		Text: "a decision", Kept: true,
	}); err != nil {
		t.Fatal(err)
	}
	first = a.sends("", b)
	b.takes(first)
	mine := b.Walkthroughs()[0]
	mine.Draft.Text = "b went on"
	mustSave(t, b.Store, &mine)
	return a, b, first
}

func TestTheSameFileAgainHasNoEffectThoughItWasChangedHereSince(t *testing.T) {
	t.Parallel()
	_, b, first := apart(t)
	before := b.man
	if got := b.takes(first); got.Changed() || got.Older != 1 || got.Same != 1 || b.man != before {
		t.Fatalf("%+v", got)
	}
	if got := b.texts(); got != "b went on|a decision" {
		t.Errorf("kept: %q", got)
	}
	if lines, err := b.History(); err != nil || strings.Contains(lines[1].Reason, " ") ||
		len(lines[1].Reason) != 2*idSize {
		t.Errorf("%+v, %v", lines, err)
	}
}

func TestTheOtherVersionOfAConflictSaysSoAndStaysInItsConcern(t *testing.T) {
	t.Parallel()
	a, b, _ := apart(t)
	theirs := a.Walkthroughs()[0]
	theirs.Draft.Text = "a went on"
	mustSave(t, a.Store, &theirs)
	file := a.sends("", b)
	if got := b.takes(file); got.Both != 1 {
		t.Fatalf("%+v", got)
	}
	concerns := model.Concerns(b.Walkthroughs(), b.ConcernEntries(), b.opt.now())
	if len(concerns) != 1 || len(concerns[0].Walkthroughs) != 2 {
		t.Fatalf("%d concerns of one", len(concerns))
	}
	for _, w := range concerns[0].Walkthroughs {
		if other := w.Draft.Text == "a went on"; other != (w.Beside == theirs.ID) || other == (w.ID == theirs.ID) {
			t.Errorf("%q is marked %q", w.Draft.Text, w.Beside)
		}
	}

	// Handed back, a finds its own version there word for word, and takes b's.
	if got := a.takes(b.sends("", a)); got.Both != 1 || got.New != 0 {
		t.Fatalf("%+v", got)
	}
	if got := len(a.Walkthroughs()); got != 2 {
		t.Errorf("%d walkthroughs of two", got)
	}
	for range 2 {
		if got := b.takes(a.sends("", b)); got.Changed() {
			t.Fatalf("and back: %+v", got)
		}
		if got := a.takes(b.sends("", a)); got.Changed() {
			t.Fatalf("and back again: %+v", got)
		}
	}
}

func TestHowAFileIsSealedIsSeenBeforeAnythingIsAsked(t *testing.T) {
	t.Parallel()
	a, b := newSchool(t), newSchool(t)
	mustSave(t, a.Store, &model.Walkthrough{Ref: "REF-1"})
	var words strings.Builder
	if _, err := a.Export(&words, "REF-1", Sealing{Passphrase: "said on the phone"}, nil); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]struct {
		file string
		by   Sealed
		says string
	}{
		"a passphrase":   {words.String(), ByPassphrase, ""},
		"a recipient":    {string(a.sends("", b)), ByIdentity, ""},
		"an empty file":  {"", 0, "is empty"},
		"a letter":       {"Dear colleague,\n", 0, "not a file that isspp or age has sealed"},
		"notes":          {strings.Repeat("\x00", 16) + "\xed\xda\x0c\xed", 0, "a file of notes or a backup"},
		"half a heading": {"age-encr", 0, "not a file that"},
	} {
		by, err := SealedBy(strings.NewReader(want.file))
		if by != want.by || (err == nil) != (want.says == "") || err != nil &&
			!strings.Contains(err.Error(), want.says) {
			t.Errorf("%s: %v, %v", name, by, err)
		}
	}
}

func TestRecipientsAreTakenAsPeopleKeepThem(t *testing.T) {
	t.Parallel()
	one, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	two, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	r1, r2 := one.Recipient().String(), two.Recipient().String()
	got, err := ParseRecipients("\ufeff# who may open it\r\n\r\n" + r1 + "\r\n  # the deputy\r\n\t" + r2 + " " + r1 +
		"\r\n")
	if err != nil || len(got) != 3 {
		t.Fatal(len(got), err)
	}
	for text, says := range map[string]string{
		"":                               "no age recipient",
		"# nobody":                       "no age recipient",
		"dear colleague":                 "starts with age1 and has no blanks",
		r1[:30]:                          "letters are wrong or missing",
		r1 + "\n\n" + r2[:20]:            "Line 3",
		"# mine\n" + one.String() + "\n": "Line 2 is not an age recipient but a secret key",
	} {
		_, err := ParseRecipients(text)
		if err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), one.String()[15:]) {
			t.Errorf("%d bytes: %v", len(text), err)
		}
	}
	if ids, err := ParseIdentities("\ufeff# created\r\n# public key: " + r1 + "\r\n" + one.String() +
		"\r\n"); err != nil || len(ids) != 1 {
		t.Error(len(ids), err)
	}
	if _, err := ParseIdentities(r1 + "\n"); err == nil ||
		!strings.Contains(err.Error(), "What opens them is the identity") {
		t.Error(err)
	}
}
