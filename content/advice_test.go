package content

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"isspp/model"
)

// noteCalled is a note of the built-in pack by its id.
func noteCalled(t *testing.T, id string) model.Note {
	t.Helper()
	for _, n := range Embedded().Notes() {
		if n.ID == id {
			return n
		}
	}
	t.Fatalf("there is no note %q", id)
	return model.Note{}
}

// What an adviser looks for in the notes: what each has to say, where, and how we
// know.
func TestTheNotesSayWhatAnAdviserLooksFor(t *testing.T) {
	for _, c := range []struct {
		id, about, source string
		says              []string
	}{
		{"officer-role-ended", "rota", "Youth Justice Legal Centre, 9 June 2025", []string{
			"on 1 May 2025",
			"Designated Ward Officer – Children and Young People",
		}},
		{"primary-named-officer", "primary-support", "Section 5", []string{
			"“and either 111 or 999 where an immediate response is needed”",
			"999 in an emergency and 101",
		}},
		{"111-is-the-nhs-line", "programme/report-concerns", "section 11", []string{
			"“either 111 or 999”",
			"999 in an emergency and 101",
		}},
		{"scope-of-the-lists", "screen/gate", "Section 6", []string{
			"not a checklist for neglect, FGM, radicalisation or online harm",
			"does print abuse and neglect",
		}},
		{
			"informal-commitment", "introduction", "Keeping Children Safe in Education 2026",
			[]string{"in force since 1 September 2026"},
		},
		{"strategy-to-2025", "strategy", "Islington Council", []string{"Youth Safety Strategy 2025–2030"}},
		{
			"youth-justice-names", "directory/youth-justice-service", "HM Inspectorate of Probation",
			[]string{"Youth Justice Service"},
		},
		{"jigsaw-ended", "directory/jigsaw", "worked out from the printed date", []string{"spring 2023"}},
		{
			"dsl-and-csct-first", "contacts/csct", "Section 11",
			[]string{
				"Tell your Designated Safeguarding Lead (DSL) now", "anyone may refer",
				"999 first, and CSCT too",
			},
		},
		{
			"concern-about-an-adult", "screen/gate", "Keeping Children Safe in Education 2026",
			[]string{
				"to the head the same day", "chair of governors or the proprietor", "conflict of interest",
				"straight to the LADO", "999, and CSCT too",
			},
		},
		{
			"a-weapon-now", "risk/child/obtaining-or-carrying-a-weapon", "Department for Education, July 2022",
			[]string{
				"Don't confront or search anyone alone",
				"only the head, or staff whom the head has authorised, may search",
			},
		},
		{
			"injuries-in-words", "signs/gang/unexplained-physical-injuries", "isspp's own advice",
			[]string{
				"Medical help first", "only what is already visible", "body map",
				"Never examine or undress a child", "Take no photograph",
			},
		},
		{"injuries-that-cant-be-seen", "signs/exploitation/internal-injuries-multiple-sexually-transmitted-infections-miscarriages-and", "isspp's own advice", []string{"Don't ask the child", "CSCT and the police"}},
		{
			"first-account", "screen/gate", "isspp's own advice",
			[]string{
				"open questions only", "exact words", "Don't investigate", "Promise no secrets",
				"only those who need to know",
			},
		},
		{
			"when-not-to-tell-the-family", "screen/family", "isspp's own advice",
			[]string{"increase the risk", "hamper an inquiry", "give the reason"},
		},
		{"statements-about-groups", "girls/risk", "Section 6A", []string{"not to be answered for one child"}},
		{"harmful-sexual-behaviour", "girls/exploitation", "isspp's own advice", []string{"CSCT and the police"}},
		{
			"nudes-and-videos", "girls/exploitation/the-recording-and-distribution-of-images-of-sexual",
			"updated 11 March 2024",
			[]string{"Never view, copy", "forward"},
		},
		{
			"no-out-of-hours-number-printed", "screen/emergency", "safeguarding board",
			[]string{"public pages disagree", "Ask CSCT", "Local contact"},
		},
		{"mental-health-crisis-line", "directory/mental-health", "NHS England", []string{"111 and choose option 2"}},
		{
			"childline-and-the-nspcc", "contacts", "their published numbers",
			[]string{"Not the protocol's", "0800 1111", "0808 800 5000"},
		},
		{"a-missing-child", "risk/child/running-away", "isspp's own advice", []string{"Ring the police: 999", "101"}},
		{
			"fgm-a-teachers-own-duty", "factors", "section 5B, in force since 31 October 2015",
			[]string{"report it to the police themselves", "Never look for signs"},
		},
		{
			"national-referral-mechanism", "signs/exploitation", "Home Office",
			[]string{"by the council or the police, not by the school"},
		},
	} {
		n := noteCalled(t, c.id)
		if !strings.Contains(strings.Join(n.About, " ")+" ", c.about+" ") {
			t.Errorf("%s is about %q, not %s", c.id, n.About, c.about)
		}
		if !strings.Contains(n.Source, c.source) {
			t.Errorf("%s has the source %q, without %q", c.id, n.Source, c.source)
		}
		if _, err := time.Parse(time.DateOnly, n.Dated); err != nil {
			t.Errorf("%s is dated %q", c.id, n.Dated)
		}
		for _, words := range c.says {
			if !strings.Contains(n.Text, words) {
				t.Errorf("%s says %q, without %q", c.id, n.Text, words)
			}
		}
	}
}

func TestNotesAreShortAndInjuriesThatNobodySeesAreNotDescribed(t *testing.T) {
	for _, n := range Embedded().Notes() {
		if len(n.Text) > 340 {
			t.Errorf("%s has %d letters", n.ID, len(n.Text))
		}
		for _, id := range n.About {
			if strings.Contains(id, "internal-injuries") && strings.Contains(n.Text, "site, size") {
				t.Errorf("%s asks for a description of internal injuries", n.ID)
			}
		}
	}
}

// risky is advice that once stood here and could harm, and idioms that a reader
// stumbled over.
var risky = regexp.MustCompile(`you will not tell anybody else|Ask once, openly|still offered|goes to the head or the LADO|is gone|What speaks for|` +
	`put otherwise|beside a consequence|rather than know|adds nothing up|stand in more than one|reckoned from|joined again|Has anybody asked him`)

func TestNotesPromptsAndCasesHaveNoRiskyAdvice(t *testing.T) {
	p := Embedded()
	for _, n := range append(append([]model.Note{}, p.Notes()...), p.Prompts()...) {
		if found := risky.FindString(n.Text + " " + n.Source); found != "" {
			t.Errorf("%s says %q", n.ID, found)
		}
	}
	for _, c := range p.Cases() {
		if found := risky.FindString(caseText(c)); found != "" {
			t.Errorf("%s says %q", c.ID, found)
		}
	}
}

func caseText(c model.Case) string {
	text := strings.Join(c.Story, "\n")
	for _, s := range c.Steps {
		text += "\n" + s.Title
		for _, part := range s.Parts {
			text += "\n" + part.Text
		}
	}
	return text
}

func TestEachCaseTeachesTheStepThatKeepsTheChildSafe(t *testing.T) {
	want := map[string][]string{
		"cases/the-second-phone": {
			"Tell the Designated Safeguarding Lead now",
			"nothing about the phone", "Ring CSCT",
		},
		"cases/the-lift-home": {
			"Tell the DSL now", "anyone may refer", "before half past three",
			"only those who need to know to keep her safe",
		},
		"cases/what-was-said-in-the-lunch-queue": {
			"Only the head, or staff whom the head has authorised, may search",
			"999, and CSCT too",
		},
		"cases/nobody-saw-a-thing": {"arrested", "Don't look for injuries", "Tell the DSL today"},
		"cases/something-about-a-colleague": {
			"to the head the same day", "chair of governors or the proprietor",
			"straight to the LADO",
		},
	}
	for _, c := range Embedded().Cases() {
		text := caseText(c)
		for _, words := range want[c.ID] {
			if !strings.Contains(text, words) {
				t.Errorf("%s doesn't say %q", c.ID, words)
			}
		}
		delete(want, c.ID)
	}
	for id := range want {
		t.Errorf("there is no case %s", id)
	}
}
