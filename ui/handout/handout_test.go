package handout

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/document"
)

var printing = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

func plainSource() Source {
	return Source{Pack: content.Embedded(), Local: &model.Local{}, Now: printing}
}

func markdownOf(t *testing.T, s Source, id string) string {
	t.Helper()
	deck, ok := model.FindDeck(id)
	if !ok {
		t.Fatalf("no deck %q", id)
	}
	var b bytes.Buffer
	if err := Build(s, deck).Markdown(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEveryHandoutSaysWhomToRingAndWhatItIs(t *testing.T) {
	for _, id := range model.DeckIDs() {
		text := markdownOf(t, plainSource(), id)
		for _, want := range []string{
			"**999:**", "**101:**", "020 7527 7400", "2023–24", "Printed 24 November 2026", "*Protocol 2023–24:*",
			"> **Note:**",
			"**Out-of-hours number (NOT SET):** \\_", "**Our police officer:** \\_",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", id, want)
			}
		}
	}
}

func TestHandoutsOfListsSayTheirScopeAndTheCaution(t *testing.T) {
	const scope, sign, signs = "not a checklist for neglect", "One sign can be enough",
		"does not necessarily translate to involvement"
	for id, wants := range map[string][]string{
		"risk": {scope, sign, "consider the individual child first"}, "girls": {scope, sign},
		"signs":      {scope, sign, signs},
		"protective": {scope, "they will not necessarily prevent"}, "whole": {scope, sign, signs},
	} {
		text := markdownOf(t, plainSource(), id)
		for _, want := range wants {
			if strings.Count(text, want) != 1 && id != "whole" {
				t.Errorf("%s has %q %d times", id, want, strings.Count(text, want))
			}
		}
	}
	// What is said of signs is no caution for what protects, nor of another list.
	for id, no := range map[string]string{"protective": sign, "risk": signs, "girls": signs} {
		if strings.Contains(markdownOf(t, plainSource(), id), no) {
			t.Errorf("%s says %q", id, no)
		}
	}
}

func TestWhatTheRoomCameForComesFirst(t *testing.T) {
	for id, first := range map[string]string{
		"risk": "Being a victim of bullying", "signs": "New nickname",
		"rota": "PC Abdul Kamara", "plan": "Develop closer links", "protective": "Humour",
	} {
		text := markdownOf(t, plainSource(), id)
		if at, box := strings.Index(text, first), strings.Index(text, "Emergency: whom to ring now"); at < 0 ||
			box < at {
			t.Errorf("%s: %q is at %d, the box at %d", id, first, at, box)
		}
	}
}

func TestRemarksStandAtTheEndWithTheirNumbers(t *testing.T) {
	text := markdownOf(t, plainSource(), "risk")
	list, remarks, ok := strings.Cut(text, "## Remarks")
	if !ok {
		t.Fatal("no remarks")
	}
	for _, want := range []string{"Mental and emotional health problems *\\[1\\]*", "at the end"} {
		if !strings.Contains(list, want) {
			t.Errorf("the list lacks %q:\n%s", want, list)
		}
	}
	if !strings.Contains(remarks, "On “Mental and emotional health problems”") {
		t.Errorf("the remarks: %s", remarks)
	}
}

func TestAServicesPhoneStandsOnce(t *testing.T) {
	text := markdownOf(t, plainSource(), "directory")
	_, service, _ := strings.Cut(text, "Exploited and Missing Team\n")
	service, _, _ = strings.Cut(service, "####")
	if n := strings.Count(strings.ReplaceAll(service, " ", ""), "02075278051"); n != 1 {
		t.Errorf("its number stands %d times: %s", n, service)
	}
}

// practice is the handout of a practice deck.
func practice(name string, answers bool) document.Doc {
	s := plainSource()
	s.Seed, s.Answers = 7, answers
	deck, _ := Deck(name)
	return Build(s, deck)
}

// A session of several decks has one handout: each on a page of its own, the numbers,
// the caution and every remark once.
func TestSeveralDecksMakeOneHandout(t *testing.T) {
	var decks []model.Deck
	for _, name := range []string{"risk", "protective", Cases} {
		deck, _ := Deck(name)
		decks = append(decks, deck)
	}
	s := plainSource()
	var b bytes.Buffer
	doc := Build(s, decks...)
	if err := doc.Markdown(&b); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	for _, want := range []string{
		"# Risk factors · Protective factors · Practice: cases", "Deviant peer influences",
		"A sense of belonging", "The second phone",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("it lacks %q", want)
		}
	}
	for _, once := range []string{
		"Emergency: whom to ring now", "Before you use these lists", "At our school",
		"## Remarks", `**\[1\]`,
	} {
		if n := strings.Count(text, once); n != 1 {
			t.Errorf("%q stands %d times", once, n)
		}
	}
	breaks := 0
	for _, block := range doc.Blocks {
		if block.Kind == document.PageBreak {
			breaks++
		}
	}
	if cases := len(s.Pack.Cases()); breaks != len(decks)-1+cases-1 {
		t.Errorf("%d new pages", breaks)
	}
}

func TestPracticeIsHandedOutWithAnswersOrWithout(t *testing.T) {
	for _, name := range []string{Cases, Recall} {
		var with, without bytes.Buffer
		for _, answers := range []bool{true, false} {
			doc := practice(name, answers)
			b := &without
			if answers {
				b = &with
			}
			if err := doc.Markdown(b); err != nil {
				t.Fatal(err)
			}
		}
		if with.Len() == 0 || without.String() == with.String() {
			t.Errorf("%s is the same with answers and without", name)
		}
		for _, q := range Questions(content.Embedded(), 7, RecallRound) {
			if name == Recall && (!strings.Contains(without.String(), q.Item.Text) ||
				!strings.Contains(with.String(), q.Answers[0].Text)) {
				t.Errorf("%q isn't asked, or not answered", q.Item.Text)
			}
		}
	}
	var b bytes.Buffer
	if err := practice(Cases, false).Markdown(&b); err != nil {
		t.Fatal(err)
	}
	if text := b.String(); strings.Contains(text, "Ring CSCT for advice") ||
		!strings.Contains(text, "Two friends from football") {
		t.Errorf("without answers it says them, or not what is learnt: %.900s", text)
	}
}

func TestTheSchoolsOwnStandsWhereALineWouldBe(t *testing.T) {
	s := plainSource()
	s.School = "st aloysius rc college"
	s.Local = &model.Local{Entries: []model.LocalEntry{
		{
			Kind: model.LocalContact, Slot: model.OutOfHours, Phone: "020 7946 0001", Checked: "2026-11-01",
			By: "A. Reed",
		},
		{
			Kind: model.LocalRota, Name: "St Aloysius RC College", Who: "PC Sam Brown", Assigned: "Monday",
			Checked: "2026-01-01",
		},
		{
			Kind: model.LocalService, Name: "Minority Matters", Phone: "020 7946 0009", Checked: "2026-11-01",
			By: "A. Reed",
		},
	}}
	text := markdownOf(t, s, "rota")
	for _, want := range []string{
		"**Out-of-hours number:** *Local:* 020 7946 0001 (checked 1 November 2026 by A. Reed)",
		"**Our police officer:** *Local:* PC Sam Brown", "STALE", "**LADO (NOT SET):** \\_",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the rota's handout lacks %q", want)
		}
	}
	if own, printed := strings.Index(text, "**St Aloysius RC College:** *Local:*"),
		strings.Index(text, "| St Aloysius RC College |"); own < 0 || printed < own {
		t.Errorf("the school's own doesn't come before the table: at %d, the table at %d", own, printed)
	}
	if text := markdownOf(t, s, "directory"); !strings.Contains(text, "**Now:** *Local:* 020 7946 0009") {
		t.Error("a service's new number isn't in the directory's handout")
	}
}

func TestNoHandoutCountsOrScores(t *testing.T) {
	for _, id := range []string{"risk", "signs", "protective", "girls"} {
		deck, _ := model.FindDeck(id)
		for _, b := range Build(plainSource(), deck).Blocks {
			if b.Kind == document.Numbers {
				t.Errorf("%s numbers its items", id)
			}
		}
	}
}

func TestAPackWithoutPartsMakesAHandoutAllTheSame(t *testing.T) {
	for _, deck := range model.Decks() {
		d := Build(Source{Pack: content.Open(fstest.MapFS{}), Now: printing}, deck)
		for _, f := range document.Formats() {
			if err := d.Write(&bytes.Buffer{}, f); err != nil {
				t.Errorf("%s as %s: %v", deck.ID, f, err)
			}
		}
	}
}

func TestARotaOnPaperSaysFirstWhatBecameOfTheRole(t *testing.T) {
	text := markdownOf(t, plainSource(), "rota")
	ended, first := strings.Index(text, "This role ended in May 2025"), strings.Index(text, "PC Abdul Kamara")
	if ended < 0 || first < ended {
		t.Errorf("it doesn't come before the officers:\n%s", text)
	}
	_, week, _ := strings.Cut(text, "The week")
	if i, j := strings.Index(week, "This role ended"), strings.Index(week, "assigned"); i < 0 || j < i {
		t.Errorf("it doesn't come before the week:\n%s", week)
	}
}

// A name of the school's own that the font lacks is said on its page; a handout
// without such a name says nothing.
func TestAHandoutSaysWhichCharactersItCannotShow(t *testing.T) {
	deck, _ := model.FindDeck("rota")
	for school, want := range map[string]bool{"مدرسة النور": true, "St Re\u0301my": false} {
		s := plainSource()
		s.School = school
		var b bytes.Buffer
		if err := Build(s, deck).PDF(&b); err != nil {
			t.Fatal(err)
		}
		text := spokenText(t, b.Bytes())
		if got := strings.Contains(text, "can't show these characters and has a box for each: Arabic letters U+0627"); got != want {
			t.Errorf("%s: said %v, not %v:\n%.600s", school, got, want, text)
		}
		if want && !strings.Contains(squeeze(text), school) {
			t.Errorf("%s isn't read:\n%.600s", school, text)
		}
	}
}
