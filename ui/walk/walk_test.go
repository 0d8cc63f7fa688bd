package walk

import (
	"testing"
	"time"

	"isspp/model"
	"isspp/ui/internal/steps"
)

// step is an item of the signs by its words.
func step(t *testing.T, l *Lists, words string) Step {
	t.Helper()
	found, _ := l.Search(words)
	if len(found) == 0 {
		t.Fatalf("no item has %q", words)
	}
	return found[0]
}

func TestAnItemIsFoundByItsWordsItsTopicOrNearly(t *testing.T) {
	l := ListsOf(steps.Env(steps.Monday).Pack)
	for words, want := range map[string]string{
		"carrying weap": "risk/child", "knife": "risk/child", "new nicknme": "signs/gang", "": "", "zebra": "",
	} {
		found, near := l.Search(words)
		if near != (words == "new nicknme") {
			t.Errorf("%q is found nearly: %v", words, near)
		}
		if want == "" && len(found) > 0 || want != "" && (len(found) == 0 || found[0].Domain.ID != want) {
			t.Errorf("%q finds %d items, not one of %q", words, len(found), want)
		}
	}
}

func TestWhatIsTakenBackIsTheAnswerAndNotTheHeading(t *testing.T) {
	env := steps.Env(steps.Monday)
	l := ListsOf(env.Pack)
	r := Begin(env, nil)
	if r.Touched() || r.CanUndo() {
		t.Error("a new walkthrough has something in it")
	}
	at := step(t, l, "nickname")
	r.Answer(at, model.Told)
	r.Evidence(at, model.Draft{Text: "Smalls", Kind: model.ChildsWords})
	r.Put(r.Heading()[0], " REF-1 ")
	r.Undo()
	if e, _ := r.Entry(at.Item.ID); e.Answer != model.Told || e.Evidence != "" {
		t.Errorf("left is %+v", e)
	}
	r.Undo()
	r.Undo()
	if len(r.Entries) != 0 || r.Ref != "REF-1" || !r.Touched() {
		t.Errorf("left is %+v", r.Walkthrough)
	}
}

func TestAWalkthroughJoinsByItsReferenceAndInitialsDoNot(t *testing.T) {
	env := steps.Env(steps.Monday)
	kept := []model.Concern{{ID: "one", Ref: "REF-1", Opened: steps.Monday}, {ID: "two", Ref: "AB"}, {ID: "none"}}
	joins := func(r *Run, ref, want string) {
		t.Helper()
		r.Put(r.Heading()[0], ref)
		r.Join(kept)
		if r.ConcernID() != want {
			t.Errorf("%q joins %q", ref, r.ConcernID())
		}
	}
	r := Begin(env, nil)
	joins(r, "ref-1", "one")
	joins(r, "REF-2", r.ID)
	joins(r, "REF.1", r.ID)
	joins(r, "AB", r.ID)
	r.JoinTo(&kept[1])
	joins(r, "AB", "two")
	r.Separate()
	joins(r, "AB", r.ID)

	joins(Begin(env, &kept[2]), "REF-9", "none")
	r = Begin(env, &kept[0])
	r.Finish()
	joins(r, "REF-2", "one")
}

func TestWhatIsUnfinishedComesNewestFirst(t *testing.T) {
	early, late := steps.Monday, steps.Monday.Add(time.Hour)
	concerns := []model.Concern{
		{ID: "a", Ref: "REF-1", Walkthroughs: []model.Walkthrough{
			{ID: "done", Finished: late},
			{ID: "w", Changed: early, Beside: "done"},
		}},
		{ID: "b", Drafts: []model.ConcernEntry{{ID: "d", Kind: model.KindDecision, Recorded: late}}},
	}
	all := UnfinishedOf(concerns)
	if len(all) != 2 || all[0].ID() != "d" || all[1].ID() != "w" {
		t.Fatalf("unfinished are %+v", all)
	}
	if got := all[0].Words(late); got != "Unfinished decision from 10:42 for no reference yet" {
		t.Errorf("it is %q", got)
	}
	if got := all[1].Words(late.AddDate(0, 0, 1)); got != "Unfinished walkthrough (another version, kept beside) "+
		"from 09:42 on 23 November for REF-1" {
		t.Errorf("it is %q", got)
	}
	if OnlyUnfinished(&concerns[0]) || !OnlyUnfinished(&concerns[1]) {
		t.Error("what has a finished walkthrough is not only unfinished")
	}
}
