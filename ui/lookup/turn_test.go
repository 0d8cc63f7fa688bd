package lookup

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"isspp/content"
	"isspp/model"
)

var turnDay = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// recorded is a walkthrough of a year group in which items were seen.
func recorded(t *testing.T, p *content.Pack, year string, items ...string) *model.Walkthrough {
	t.Helper()
	w := &model.Walkthrough{YearGroup: year}
	for _, id := range items {
		w.SetAnswer(placeOf(t, p, id), model.Seen, turnDay)
	}
	return w
}

func placeOf(t *testing.T, p *content.Pack, id string) model.Place {
	t.Helper()
	for _, l := range p.Lists() {
		for _, at := range l.Places() {
			if at.Item.ID == id {
				return at
			}
		}
	}
	t.Fatalf("no item %s", id)
	return model.Place{}
}

// turned is whom to turn to, in order: contacts before a bar, services behind it.
func turned(p *content.Pack, w *model.Walkthrough) string {
	turn := TurnTo(p, w, turnDay)
	var out []string
	for _, l := range turn.First {
		id := l.ID
		if l.Advice {
			id += " for advice"
		}
		out = append(out, id)
	}
	out = append(out, "|")
	for _, s := range turn.Services {
		out = append(out, strings.TrimPrefix(s.ID, "directory/"))
	}
	return strings.Join(out, ", ")
}

func TestWhomAClosingPageTurnsTo(t *testing.T) {
	p := content.Embedded()
	for _, c := range []struct{ name, year, item, want string }{
		{
			"rape", "Year 10", "girls/exploitation/cases-of-rape-single-and-multiple-perpetrators-and",
			"999, csct, |, victim-support, exploited-and-missing",
		},
		{"an injury without explanation", "Year 9", "signs/gang/unexplained-physical-injuries", "csct, |"},
		{
			"self-harm", "Year 10", "signs/exploitation/expressions-of-despair-e-g-self-harm-cutting",
			"csct, |, mental-health, ycsmas, exploited-and-missing",
		},
		{"abuse", "Year 8", "risk/family/physical-sexual-neglect-or-emotional-abuse", "csct, |, children-in-need"},
		{
			"a looked-after child", "Year 8", "risk/family/child-having-to-live-elsewhere-taken-into-care",
			"csct, |, children-looked-after, bright-futures, vru-parental-support, children-in-need, " +
				"targeted-youth-support",
		},
		{
			"violence at home", "Year 3", "risk/family/family-conflict-breakdown-and-dysfunction-incl-domestic-violence",
			"csct, |, solace, bright-futures, vru-parental-support, children-in-need",
		},
		{"a nickname", "Year 12", "signs/gang/new-nickname", "csct for advice, |"},
		{"slang", "Year 9", "signs/gang/started-using-new-unknown-slang-words", "csct for advice, |"},
		{"post codes", "Year 9", "signs/gang/writing-post-codes-on-books", "csct for advice, |"},
		{"tags", "Year 9", "signs/gang/graffiti-style-tags-on-possessions-schoolbooks-walls", "csct for advice, |"},
		{"dress", "Year 9", "signs/exploitation/overt-sexualised-dress-attire", "csct for advice, |"},
		{"running away", "Year 9", "risk/child/running-away", "csct, |, exploited-and-missing"},
		{
			"missing from care", "Year 9", "signs/exploitation/running-away-missing-from-home-care",
			"csct, |, exploited-and-missing",
		},
		{"bullying", "Year 7", "risk/child/being-a-victim-of-bullying-or-violence", "csct, |, victim-support"},
		{"low commitment at seven", "Year 3", "risk/child/low-commitment-to-school", "csct, |, chance-uk"},
		{
			"a weapon", "Year 10", "risk/child/obtaining-or-carrying-a-weapon",
			"999, csct, |, targeted-youth-support, ben-kinsella-trust, minority-matters",
		},
		{"drugs, without a year", "", "risk/child/drug-or-alcohol-misuse", "csct, |, ycsmas"},
	} {
		if got := turned(p, recorded(t, p, c.year, c.item)); got != c.want {
			t.Errorf("%s, %s: %s; want %s", c.name, c.year, got, c.want)
		}
	}
}

func TestAReasonNamesWhatWasRecordedAndNoLabel(t *testing.T) {
	p := content.Embedded()
	w := recorded(t, p, "Year 10", "risk/child/gang-membership")
	w.SetEvidence(placeOf(t, p, "risk/child/gang-membership"), model.ChildsWords, "He was stabbed in the leg.", turnDay)
	turn := TurnTo(p, w, turnDay)
	if first := turn.First[0]; first.ID != "999" || !slices.Equal(first.Recorded,
		[]string{"the evidence says “stabbed”"}) {
		t.Errorf("first is %s for %q", first.ID, first.Recorded)
	}
	for _, s := range turn.Services {
		for _, words := range s.Recorded {
			if words != "“Gang membership”" && words != "the evidence says “stabbed”" {
				t.Errorf("%s is offered for %q", s.Name, words)
			}
		}
	}
}

func TestForWhomAndOnWhatConditionIsSaid(t *testing.T) {
	p := content.Embedded()
	for _, c := range []struct{ service, year, item, want string }{
		{"abianda", "Year 12", "girls/roles/information-trading", "for young women; ages 16–24"},
		{"ycsmas", "Year 10", "risk/child/drug-or-alcohol-misuse", "ages 12–21, to 25 with learning needs"},
		{
			"minority-matters", "Year 10", "risk/child/gang-membership",
			"for black and minority ethnic communities; ages not printed: ask",
		},
	} {
		for _, s := range TurnTo(p, recorded(t, p, c.year, c.item), turnDay).Services {
			if s.ID == "directory/"+c.service {
				if s.Who() != c.want {
					t.Errorf("%s is %q", c.service, s.Who())
				}
				c.want = ""
			}
		}
		if c.want != "" {
			t.Errorf("%s isn't offered", c.service)
		}
	}
}

func TestSelfHarmNamesTheMentalHealthLineAsANote(t *testing.T) {
	p := content.Embedded()
	turn := TurnTo(p, recorded(t, p, "Year 10", "signs/exploitation/expressions-of-despair-e-g-self-harm-cutting"),
		turnDay)
	if n := turn.Services[0].Notes; len(n) != 1 || n[0].Reach != "111" || n[0].Source == "" {
		t.Errorf("notes %+v", n)
	}
}

func TestEvidenceThatNeedsHelpAtOnce(t *testing.T) {
	p := content.Embedded()
	stop := func(text, before string) string {
		return Stop(p, nil, text, before, turnDay)
	}
	for _, text := range []string{
		"She said she was raped", "She says HE RAPED her.", "they were raping her", "He strangled her", "strangling",
		"he was strangeled",
		"took an overdose", "overdosed last night", "an overdoze", "has pills in her bag", "found hanged",
		"wants to hang himself",
		"they are killing him", "says she wants to die", "“I want to die”", "I wish I was dead", "talks of suicide",
		"feels suicidal",
		"self-harm", "self harming again", "selfharm", "is cutting", "cut her arms", "stabbed in the leg",
		"the stabbing", "he was stabed",
		"a knife here now", "KNIVES", "a machete in the bush", "doesn’t want to live",
	} {
		said := stop(text, "")
		if !strings.Contains(said, "999 in danger, CSCT 020 7527 7400.") {
			t.Errorf("%q is answered %q", text, said)
		}
	}
	for _, text := range []string{
		"", "He handed in his work", "a skilled boy", "the table was established",
		"grape juice", "she is a therapist", "at the drapers",
	} {
		if said := stop(text, ""); said != "" {
			t.Errorf("%q is answered %q", text, said)
		}
	}
	if said := stop("He has a knife. Two knives.", "He has a knife."); said != "" {
		t.Errorf("asked twice: %q", said)
	}
	if said := stop("He has a knife and raped her.", "He has a knife."); !strings.HasPrefix(said, "“raped”: ") {
		t.Errorf("a new word is answered %q", said)
	}
}

func TestStoppedWordsLeadWhateverWasAnswered(t *testing.T) {
	p := content.Embedded()
	w := &model.Walkthrough{YearGroup: "Year 9"}
	at := placeOf(t, p, "signs/gang/new-nickname")
	w.SetAnswer(at, model.DontKnow, turnDay)
	w.SetEvidence(at, model.ToldBy, "A friend says he wants to die", turnDay)
	if got := turned(p, w); got != "999, csct, |" {
		t.Error(got)
	}
}

func TestAnotherBoroughTurnsToItsOwnContacts(t *testing.T) {
	p := content.Open(os.DirFS("../../content/testdata/brackwater"))
	w := recorded(t, p, "", p.Lists()[0].Places()[0].Item.ID)
	for _, l := range TurnTo(p, w, turnDay).First {
		if l.ID == "csct" || strings.Contains(l.Name, "Contact Team") {
			t.Errorf("%s leads", l.Name)
		}
	}
	said := Stop(p, nil, "He showed me a parcel with a flare", "", turnDay)
	if want := "“flare”: 999 in danger, Lighthouse 01632 960111. Is it lit, or near anyone?"; said != want {
		t.Errorf("said %q, want %q", said, want)
	}
	if got := turned(p, w); !strings.HasPrefix(got, "lighthouse for advice, |, services/crows-nest") {
		t.Error(got)
	}
}

func TestAServiceThatHasEndedIsNeverSuggested(t *testing.T) {
	p := content.Embedded()
	var w model.Walkthrough
	for _, l := range p.Lists() {
		for _, at := range l.Places() {
			w.SetAnswer(at, model.Seen, turnDay)
		}
	}
	found := TurnTo(p, &w, turnDay).Services
	if len(found) < 15 {
		t.Errorf("only %d services for everything", len(found))
	}
	for _, s := range found {
		if s.Over || s.ID == "directory/jigsaw" || s.ID == "directory/iyla" {
			t.Errorf("%s has ended, or is for staff", s.ID)
		}
	}
}
