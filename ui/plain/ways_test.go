package plain

import (
	"errors"
	"strings"
	"testing"

	"isspp/model"
)

// first are the answers up to the first sign, for a reference.
func first(ref string) []string { return []string{"", ref, "", "", "", "", ""} }

func TestTheDangerGateComesBeforeAnythingElse(t *testing.T) {
	s := sit(t)
	opened := false
	text := s.with(func() (Keeper, string, error) { opened = true; return s.keep, "", nil }, "y", "!", "q")
	if opened {
		t.Error("the notes are asked for while somebody may be in danger")
	}
	gate := strings.Index(text, "is anyone in danger now?")
	if gate < 0 || !strings.Contains(text[:gate+400], "999") ||
		strings.Count(text, "Emergency: whom to ring now") != 2 {
		t.Errorf("the gate says:\n%s", text)
	}
}

func TestTheEndOfTheInputKeepsWhatWasSaid(t *testing.T) {
	s := sit(t)
	text := s.says(append(first("REF-7"), "t", "They call me Smalls.", "and it is")...)
	if !strings.Contains(text, "What was said is saved") || len(s.keep.walks) != 1 {
		t.Fatalf("%d are kept:\n%s", len(s.keep.walks), text)
	}
	w := s.keep.walks[0]
	if w.Draft.Text != "They call me Smalls.\nand it is" || w.Entries[0].Answer != model.Told || w.Final() {
		t.Errorf("kept %+v", w)
	}
	text = s.says("", "", "a joke", "", "", "", "q")
	if !strings.Contains(text, "Unfinished walkthrough from") || !strings.Contains(text, "They call me Smalls.") {
		t.Errorf("it is not gone on with:\n%s", text)
	}
	w = s.keep.walks[0]
	if e := w.Entries[0]; e.Evidence != "They call me Smalls.\nand it is\na joke" || e.Kind != model.ChildsWords ||
		w.Draft.Text != "" {
		t.Errorf("kept %+v, draft %+v", e, w.Draft)
	}
	if !strings.Contains(text, "Item 1 of") {
		t.Errorf("it doesn't go on at the same item:\n%s", text)
	}
}

func TestADecisionCutShortIsGoneOnWith(t *testing.T) {
	s := sit(t)
	s.says(append(first("REF-7"), "s", "", "f", "", "Ring CSCT", "")...)
	if len(s.keep.entries) != 1 || s.keep.entries[0].Kept || s.keep.entries[0].Text != "Ring CSCT" {
		t.Fatalf("kept %+v", s.keep.entries)
	}
	text := s.says("", "", "A name was given", "", "", "", "Told", "", "", "DSL")
	if len(s.keep.entries) != 1 || !s.keep.entries[0].Kept || s.keep.entries[0].Reasons != "A name was given" {
		t.Errorf("kept %+v\n%s", s.keep.entries, text)
	}
}

func TestADecisionWithoutReasonsIsRefusedKindly(t *testing.T) {
	s := sit(t)
	text := s.says(append(first("REF-7"), "s", "", "f", "",
		"No further action", "", "", "", "", "Told", "", "", "DSL",
		"Seen with her aunt", "", // asked once more
		"", "", "", "")...)
	if !strings.Contains(text, "Give the reasons") {
		t.Errorf("it is not refused:\n%s", text)
	}
	if len(s.keep.entries) != 1 || !s.keep.entries[0].Kept || s.keep.entries[0].Reasons != "Seen with her aunt" {
		t.Errorf("kept %+v", s.keep.entries)
	}
}

func TestWithoutNotesItIsSaidAndWrittenOut(t *testing.T) {
	s := sit(t)
	text := s.with(func() (Keeper, string, error) { return nil, "There are no notes here.", nil },
		append(first("REF-7"), "t", "They call me Smalls.", "", "", "", "f", "", "Ring CSCT", "", "A name", "", "", "",
			"Told", "", "", "DSL", "", "", "", "")...)
	if strings.Count(text, "NOT SAVED") < 3 {
		t.Errorf("NOT SAVED is said %d times:\n%s", strings.Count(text, "NOT SAVED"), text)
	}
	_, out, _ := strings.Cut(text, "isspp keeps nothing of it")
	for _, wanted := range []string{"They call me Smalls.", "Ring CSCT", "A name", "Recorded:"} {
		if !strings.Contains(out, wanted) {
			t.Errorf("%q is not written out:\n%s", wanted, out)
		}
	}
	if len(s.keep.walks) != 0 {
		t.Error("something is kept after all")
	}
}

func TestTheNotesCanBeOpenedInTheMiddle(t *testing.T) {
	s := sit(t)
	asked := 0
	text := s.with(func() (Keeper, string, error) {
		if asked++; asked == 1 {
			return nil, "Not yet.", nil
		}
		return s.keep, "", nil
	}, append(first("REF-7"), "s", "New trainers.", "", "", "", "save", "d", "q")...)
	if len(s.keep.walks) != 1 || len(s.keep.walks[0].Entries) != 2 {
		t.Fatalf("kept %+v\n%s", s.keep.walks, text)
	}
	if !strings.Contains(text, "From here on every answer is saved") {
		t.Errorf("it is not said:\n%s", text)
	}
}

// full is a disk without room, until it is mended.
type full struct {
	memory
	fails int
}

func (f *full) SaveWalkthrough(w *model.Walkthrough) error {
	if f.fails--; f.fails >= 0 {
		return errors.New("the disk is full")
	}
	return f.memory.SaveWalkthrough(w)
}

func TestAFailedSaveIsToldAndTheNextAnswerTriesAgain(t *testing.T) {
	s := sit(t)
	f := &full{fails: 3}
	text := s.with(func() (Keeper, string, error) { return f, "", nil }, append(first("REF-7"), "d", "d", "d", "q")...)
	if !strings.Contains(text, "NOT SAVED. The next answer tries again. the disk is full") ||
		!strings.Contains(text, "Saved now, with what could not be saved before.") {
		t.Errorf("said:\n%s", text)
	}
	if len(f.walks) != 1 || len(f.walks[0].Entries) != 3 {
		t.Errorf("kept %+v", f.walks)
	}
}

func TestANoteThatCouldNotBeSavedAtTheEndIsAnError(t *testing.T) {
	s := sit(t)
	var out strings.Builder
	f := &full{fails: 1000}
	err := Run(Options{
		Env: s.env(), In: strings.NewReader(strings.Join(append(first("REF-7"), "d", "q"), "\n")), Out: &out,
		Open: func() (Keeper, string, error) { return f, "", nil },
	})
	if err == nil || !strings.Contains(err.Error(), "could not be saved") {
		t.Errorf("%v\n%s", err, out.String())
	}
}

func TestAnAnswerIsTakenBackAndAnItemGoneBackTo(t *testing.T) {
	s := sit(t)
	s.says(append(first("REF-7"), "d", "n", "z", "back", "s", "", "q")...)
	w := s.keep.walks[0]
	if len(w.Entries) != 1 || w.Entries[0].Answer != model.Seen {
		t.Errorf("kept %+v", w.Entries)
	}
}

func TestASchoolIsNeverGuessed(t *testing.T) {
	s := sit(t)
	text := s.says("", "REF-7", "city of london", "2", "", "", "", "", "d", "q")
	for _, wanted := range []string{"Several fit:", "1. City of London Academy", "Taken: City of London Academy"} {
		if !strings.Contains(text, wanted) {
			t.Errorf("%q is not said:\n%s", wanted, text)
		}
	}
	if w := s.keep.walks[0]; w.SettingID == "" {
		t.Errorf("the setting is %q", w.Setting)
	}
}

func TestASecondWalkthroughJoinsItsConcernAndInitialsAreAsked(t *testing.T) {
	s := sit(t)
	s.says(append(first("REF-7"), "d", "f", "", "x", "", "y", "", "", "", "z", "", "D", "DSL", "", "", "")...)
	one := s.keep.walks[0].ConcernID()
	s.says("", "", "ref-7", "", "", "", "", "", "", "d", "q") // Enter: a new one; Enter: the same child
	if len(s.keep.walks) != 2 || s.keep.walks[1].ConcernID() != one {
		t.Fatalf("the second belongs to %q, not to %q", s.keep.walks[1].ConcernID(), one)
	}
}

func TestWhoRecordsIsAskedOnceAtATerminalAndKept(t *testing.T) {
	s := sit(t)
	var kept []string
	run := func(width int, answers ...string) string {
		var out strings.Builder
		env := s.env()
		if len(kept) > 0 {
			env.Recorder = kept[0]
		}
		err := Run(Options{
			Env: env, In: strings.NewReader(strings.Join(answers, "\n") + "\n"), Out: &out, Width: width,
			Open:         func() (Keeper, string, error) { return s.keep, "", nil },
			KeepRecorder: func(who string) error { kept = append(kept, who); return nil },
		})
		if err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	text := run(80, "", "B. Cole, deputy", "REF-7", "", "", "", "", "d", "q")
	if len(kept) != 1 || kept[0] != "B. Cole, deputy" || s.keep.walks[0].By != kept[0] {
		t.Fatalf("kept %q, recorded by %q:\n%s", kept, s.keep.walks[0].By, text)
	}
	if text = run(80, "", "n", "", "q"); strings.Contains(text, "Who is recording?") {
		t.Errorf("asked again:\n%s", text)
	}
	kept, s.keep = nil, &memory{}
	text = run(0, "", "REF-8", "", "", "", "", "C. Okafor, DSL", "d", "q")
	if strings.Contains(text, "Who is recording?") || len(kept) != 1 || kept[0] != "C. Okafor, DSL" {
		t.Errorf("a script is asked what it has no answer for, or its answer isn't kept: %q\n%s", kept, text)
	}
}

func TestANearReferenceIsAskedAboutAndKeptApartUnlessItIsTheSameChild(t *testing.T) {
	for answer, sameChild := range map[string]bool{"": false, "y": true} {
		s := sit(t)
		s.says(append(first("JO'B"), "d", "f", "", "x", "", "y", "", "", "", "z", "", "D", "DSL", "", "", "")...)
		text := s.says("", "", "JOB", answer, "", "", "", "", "", "", "d", "q")
		if !strings.Contains(text, "There is a concern under JO'B") ||
			!strings.Contains(text, "Is this the same child") {
			t.Errorf("it is not asked:\n%s", text)
		}
		w := s.keep.walks[1]
		if joined := w.ConcernID() == s.keep.walks[0].ConcernID(); joined != sameChild ||
			(w.Ref == "JO'B") != sameChild {
			t.Errorf("answered %q: %q, joined %v", answer, w.Ref, joined)
		}
	}
}

func TestANameIsRemarkedOnAndKept(t *testing.T) {
	s := sit(t)
	text := s.says("", "Robin Hood", "", "", "", "", "", "d", "q")
	if !strings.Contains(text, "looks like a full name") || s.keep.walks[0].Ref != "Robin Hood" {
		t.Errorf("said:\n%s", text)
	}
}

func TestWhatIsSentToTheTerminalIsCleaned(t *testing.T) {
	s := sit(t)
	text := s.says(append(first("REF\x1b[31m-7"), "t", "He \x1b]0;x\x07ran \u202eback", "", "", "", "f", "back",
		"q")...)
	if strings.ContainsAny(text, "\x1b\x07\u202e") {
		t.Errorf("control characters reach the terminal: %q", text)
	}
	if e := s.keep.walks[0].Entries[0]; e.Evidence != "He ran back" {
		t.Errorf("kept %q", e.Evidence)
	}
}

func TestEveryQuestionHasHelpAndNoWrongAnswerLosesAnything(t *testing.T) {
	s := sit(t)
	text := s.says("?", "maybe", "", "?", "REF-7", "", "", "", "", "", "?", "nonsense", "!", "i", "list", "99", "",
		"find", "trainers", "find", "nickname", "1", "t", "?", "", "a", "next", "f", "?", "nonsense", "back", "q")
	for _, wanted := range []string{
		"is not an answer here", "is not an answer. s seen", "is none of the numbers", "Emergency: whom to ring now",
		"No item has these words", "New nickname", "Protocol",
		"considered", "Only what isn't considered yet is asked.",
	} {
		if !strings.Contains(text, wanted) {
			t.Errorf("%q is not said:\n%s", wanted, text)
		}
	}
	if e := s.keep.walks[0].Entries; len(e) != 1 || e[0].Item != "signs/gang/new-nickname" {
		t.Errorf("kept %+v", e)
	}
}

func TestNoPlainLineCountsWhatIsPresent(t *testing.T) {
	s := sit(t)
	text := strings.ToLower(s.says(whole...))
	for _, bad := range []string{
		"score", "total", "percent", "%", "risk level", "of 26 seen", "of 20 seen",
		"signs seen", "signs present", "signs told",
	} {
		if strings.Contains(text, bad) {
			t.Errorf("it says %q", bad)
		}
	}
}

func TestAKnifeInTheMiddleOfTheSignsIsAskedAboutAtOnce(t *testing.T) {
	s := sit(t)
	text := s.says(append(first("REF-7"), "t", "He showed me a knife", "in his bag", "!", "", "", "", "q")...)
	asked := strings.Index(text, "Is it here now, or with anyone")
	if asked < 0 || asked > strings.Index(text, "in his bag") ||
		strings.Count(text, "Is it here now, or with anyone") != 1 {
		t.Errorf("it is asked %d times, not at once:\n%s", strings.Count(text, "Is it here now, or with anyone"), text)
	}
	if e := s.keep.walks[0].Entries[0]; e.Evidence != "He showed me a knife\nin his bag" {
		t.Errorf("kept %q", e.Evidence)
	}
}

func TestAKeptConcernTakesFurtherEntries(t *testing.T) {
	s := sit(t)
	s.says(whole...)
	text := s.says("", "list", "1", "done", "1", "", "They answered", "", "DSL", "add", "His aunt rang", "", "4", "",
		"DSL", "nonsense", "")
	kinds := map[model.EntryKind]model.ConcernEntry{}
	for _, e := range s.keep.entries {
		kinds[e.Kind] = e
	}
	if d := kinds[model.KindActionDone]; !d.Kept || d.About != kinds[model.KindAction].ID || d.On != "2026-11-24" ||
		d.Text != "They answered" {
		t.Errorf("the action is done as %+v", d)
	}
	if kind, _ := kinds[model.KindAddition].EvidenceKind(); kind != model.ToldBy {
		t.Errorf("the addition is of the kind %q", kind)
	}
	if a := kinds[model.KindAddition]; !a.Kept || a.Text != "His aunt rang" ||
		a.Concern != kinds[model.KindDecision].Concern {
		t.Errorf("added %+v", a)
	}
	for _, wanted := range []string{"Chronology: REF-7", "is not an answer here", "What you added is saved."} {
		if !strings.Contains(text, wanted) {
			t.Errorf("%q is not said:\n%s", wanted, text)
		}
	}
}

// failing runs the questions with notes that refuse, and gives what was said.
func (s *sitting) failing(o Options, answers ...string) (string, error) {
	s.t.Helper()
	var out strings.Builder
	o.Env, o.In, o.Out = s.env(), strings.NewReader(strings.Join(answers, "\n")+"\n"), &out
	err := Run(o)
	return strings.Join(strings.Fields(out.String()), " "), err
}

func TestLeavingWithAChangeThatIsNotSavedAsksAndTriesALastTime(t *testing.T) {
	s := sit(t)
	f := &full{fails: 1000}
	tries := 0
	o := Options{
		Open:    func() (Keeper, string, error) { return f, "", nil },
		LastTry: func() (string, error) { tries++; return "It is put aside, sealed.", nil },
	}
	said, err := s.failing(o, append(first("REF-7"), "d", "q", "", "q", "y")...)
	if err != nil || tries != 1 || strings.Count(said, "The last change is NOT SAVED") != 2 ||
		!strings.Contains(said, "It is put aside, sealed.") {
		t.Errorf("%v, tried %d times:\n%s", err, tries, said)
	}
	said, err = s.failing(o, append(first("REF-7"), "d")...) // the input ends
	if err != nil || tries != 2 || !strings.Contains(said, "It is put aside, sealed.") {
		t.Errorf("%v, tried %d times:\n%s", err, tries, said)
	}
	o.LastTry = func() (string, error) { return "", errors.New("no room anywhere") }
	if said, err = s.failing(o, append(first("REF-7"), "d")...); err == nil {
		t.Errorf("what is lost is not said:\n%s", said)
	}
}

func TestSavingLateIsTriedAgainOnceThereIsRoom(t *testing.T) {
	s := sit(t)
	f := &full{fails: 1}
	opened := false
	o := Options{Open: func() (Keeper, string, error) {
		if !opened {
			opened = true
			return nil, "As you asked.", nil
		}
		return f, "", nil
	}}
	said, err := s.failing(o, append(first("REF-7"), "d", "save", "d", "save", "d", "q")...)
	if err != nil || !strings.Contains(said, "Still NOT SAVED. the disk is full") ||
		!strings.Contains(said, "From here on every answer is saved") {
		t.Errorf("%v:\n%s", err, said)
	}
	if len(f.walks) != 1 || len(f.walks[0].Entries) != 3 {
		t.Errorf("kept %+v", f.walks)
	}
	// Where there never is room again it is put aside, and not written out.
	f, opened = &full{fails: 1000}, false
	o.LastTry = func() (string, error) { return "It is put aside, sealed.", nil }
	said, err = s.failing(o, append(first("REF-7"), "d", "save", "d", "q", "y")...)
	if err != nil || !strings.Contains(said, "It is put aside, sealed.") || strings.Contains(said, "keeps nothing") {
		t.Errorf("%v:\n%s", err, said)
	}
}

func TestAnEntryThatIsCancelledAtItsFirstQuestionWasNeverThere(t *testing.T) {
	s := sit(t)
	s.says(whole...)
	said, err := s.failing(Options{Open: func() (Keeper, string, error) { return noSuch{s.keep}, "", nil }}, "", "list",
		"1", "add", "cancel", "y", "")
	if err != nil || strings.Contains(said, "could not be discarded") {
		t.Errorf("%v:\n%s", err, said)
	}
}

// noSuch refuses to discard what was never saved, as the notes do.
type noSuch struct{ *memory }

func (n noSuch) DiscardConcernEntry(id string) error {
	before := len(n.entries)
	if err := n.memory.DiscardConcernEntry(id); err != nil || len(n.entries) < before {
		return err
	}
	return errors.New("there is no such record")
}

func TestSaveTriesWhatTheDiskRefused(t *testing.T) {
	s := sit(t)
	f := &full{fails: 3}
	said, err := s.failing(Options{Open: func() (Keeper, string, error) { return f, "", nil }},
		append(first("REF-7"), "d", "save", "save", "q")...)
	if err != nil || !strings.Contains(said, "Saved now, with what could not be saved before.") ||
		strings.Count(said, "Every answer is saved as you give it.") != 1 {
		t.Errorf("%v:\n%s", err, said)
	}
}

func TestStatementsAboutGroupsAreReadAndGoneOnFrom(t *testing.T) {
	s := sit(t)
	text := s.says(append(first("REF-7"), "find", "stopped attending", "1", "s", "e", "", "q")...)
	if strings.Count(text, model.ReadOnlyWords) < 3 || strings.Count(text, "Enter goes on:") != 2 {
		t.Errorf("they are not said to be read only:\n%s", text)
	}
	if len(s.keep.walks[0].Entries) > 0 {
		t.Errorf("recorded %+v", s.keep.walks[0].Entries)
	}
}
