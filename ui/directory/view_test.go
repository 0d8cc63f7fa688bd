package directory

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/internal/steps"
)

func shown(t testing.TB, w, h int) *View {
	t.Helper()
	v := New(steps.Env(steps.Monday))
	v.clip = func(string) error { return nil }
	v.browse = func(string) error { return nil }
	v.SetSize(w, h)
	return v
}

var press, write, wants, screen = steps.Press, steps.Write, steps.Shows, steps.Screen

// notice runs a command and returns what it says first.
func notice(cmd tea.Cmd) (said component.Noticed) {
	steps.Run(cmd, func(msg tea.Msg) {
		if n, ok := msg.(component.Noticed); ok && said.Text == "" {
			said = n
		}
	})
	return said
}

func TestHeadContactsComeFirstAndTheBulletinLast(t *testing.T) {
	v := shown(t, 120, 40)
	wants(t, v, "Out-of-hours number", "NOT SET", "Children's social care", "Family Information Service",
		"Children's Services Contact Team", "020 7527 7400", "1. EARLY HELP")
	if r, _ := v.selected(); r.id != "local/contacts/out-of-hours" {
		t.Errorf("%q is selected first", r.id)
	}
	if v.rows[5].id != "csct" {
		t.Errorf("after the school's own stands %q", v.rows[5].id)
	}
	press(t, v, "G")
	if r, _ := v.selected(); r.id != "bulletin" {
		t.Errorf("%q stands last", r.id)
	}
	wants(t, v, "youthsafety@islington.gov.uk")
	for i, r := range v.rows {
		if r.id == "directory/jigsaw" && (v.rows[i-1].title != "Ended" || v.rows[i+1].title != "News") {
			t.Error("what has ended is not listed below all services")
		}
	}
}

func TestTypingFindsAServiceByMisspeltName(t *testing.T) {
	v := shown(t, 120, 40)
	v.Filter()
	write(t, v, "wippers")
	press(t, v, "enter")
	wants(t, v, "Wipers", "020 7527 7050 (printed 0207 527 7050)", "11–17, as printed", "positive activities",
		"say which", "Note")
	press(t, v, "esc")
	wants(t, v, "Family Information Service")
}

func TestTypingAWordPeopleUseFindsTheTopic(t *testing.T) {
	v := shown(t, 120, 40)
	v.Filter()
	write(t, v, "stabbing")
	wants(t, v, "TOPIC: KNIFE CRIME (ISSPP'S OWN TAG)", "Ben Kinsella Trust")
}

func TestAnAgeKeepsWhatPrintsNoneAndSaysSo(t *testing.T) {
	v := shown(t, 120, 40)
	press(t, v, "a")
	write(t, v, "13")
	press(t, v, "enter")
	wants(t, v, "age 13", "Esc shows all", "FOR AGE 13, AS PRINTED", "AGES NOT PRINTED: ASK", "(Wipers)", "Solace")
	if strings.Contains(screen(v), "Chance UK") || strings.Contains(screen(v), "Jigsaw") {
		t.Errorf("a service for others is offered:\n%s", screen(v))
	}
	press(t, v, "a")
	if n := notice(press(t, v, "x")); !strings.Contains(n.Text, "number of years") {
		t.Errorf("a letter as an age says %q", n.Text)
	}
}

func TestOpenNowOffersOnlyWhatPrintsItsHours(t *testing.T) {
	v := shown(t, 120, 40)
	press(t, v, "O")
	wants(t, v, "Bright Futures", "Victim Support", "Monday to Friday")
	if strings.Contains(screen(v), "Wipers") {
		t.Error("a service without printed hours is called open")
	}
	v.Env.Now = time.Date(2026, 11, 22, 3, 0, 0, 0, time.UTC)
	v.Update(component.RedrawMsg{})
	wants(t, v, "Nothing in the directory fits.", "opening hours for 2 of its")
}

func TestATopicIsChosenFromAList(t *testing.T) {
	v := shown(t, 60, 10)
	press(t, v, "t")
	wants(t, v, "every topic", "gangs")
	press(t, v, "down", "enter")
	wants(t, v, "gangs", "Esc shows all")
	press(t, v, "esc", "g")
	wants(t, v, "OUR SCHOOL'S OWN", "Out-of-hours number")
}

func TestCopyingSaysWhichClipboardTookIt(t *testing.T) {
	v := shown(t, 120, 40)
	v.Open("csct")
	if n := notice(press(t, v, "c")); !strings.HasPrefix(n.Text, "Copied 020 7527 7400") {
		t.Errorf("says %q", n.Text)
	}
	v.clip = func(string) error { return errors.New("no clipboard") }
	if n := notice(press(t, v, "c")); !strings.Contains(n.Text, "not every terminal takes it") ||
		!strings.Contains(n.Text, "020 7527 7400") {
		t.Errorf("says %q", n.Text)
	}
	v.Open("directory/solace")
	if n := notice(press(t, v, "c")); !strings.Contains(n.Text, "No contact is printed") {
		t.Errorf("says %q", n.Text)
	}
}

func TestSeveralNumbersAreAChoice(t *testing.T) {
	v := shown(t, 120, 40)
	v.Open("directory/ycsmas")
	press(t, v, "c")
	wants(t, v, "Copy which?", "07825 098200")
	if n := notice(press(t, v, "down", "enter")); !strings.HasPrefix(n.Text, "Copied 07825 098200") {
		t.Errorf("says %q", n.Text)
	}
}

func TestOpeningALinkFailsPlainly(t *testing.T) {
	v := shown(t, 120, 40)
	opened := ""
	v.browse = func(a string) error { opened = a; return errors.New("no program for it was found") }
	v.Open("directory/bright-start")
	n := notice(press(t, v, "o"))
	if opened != "https://www.islington.gov.uk/brightstart" || !n.Failed || !strings.Contains(n.Text, opened) {
		t.Errorf("opened %q and said %q", opened, n.Text)
	}
}

func TestOnlyWebAndMailAddressesAreOpened(t *testing.T) {
	for _, bad := range []string{
		"", "file:///etc/passwd", "javascript:alert(1)", "https://", "--help",
		"http://x.example/\x1b]", "mailto:nobody", "https://a@b.example", "https://x.example/a b",
		"mailto:a@b.example?body=x",
	} {
		if _, ok := safeAddress(bad); ok {
			t.Errorf("%q would be opened", bad)
		}
	}
	for _, good := range []string{"https://www.islington.gov.uk/x?y=1", "mailto:fis@islington.gov.uk"} {
		if _, ok := safeAddress(good); !ok {
			t.Errorf("%q would not be opened", good)
		}
	}
}

func TestANarrowScreenShowsTheListThenTheEntry(t *testing.T) {
	v := shown(t, 60, 10)
	wants(t, v, "Out-of-hours number", "NOT SET")
	press(t, v, "down", "down", "down", "enter")
	wants(t, v, "Children's Services Contact Team", "Ring")
	for i, l := range v.View() {
		if component.Width(l) > 60 || len(v.View()) > 10 {
			t.Errorf("line %d is %d cells wide", i, component.Width(l))
		}
	}
	press(t, v, "esc")
	wants(t, v, "/ find")
}

func TestAnEndedServiceSaysSo(t *testing.T) {
	v := shown(t, 120, 40)
	if !v.Open("directory/jigsaw") || v.Open("rota/nowhere") {
		t.Fatal("Open takes the wrong ids")
	}
	wants(t, v, "Ended: spring 2023")
}

func TestTheMouseSelectsAndScrolls(t *testing.T) {
	v := shown(t, 120, 40)
	v.View()
	v.Update(tea.MouseClickMsg{X: 4, Y: 5})
	if r, _ := v.selected(); r.id != "local/contacts/lado" {
		t.Errorf("a click selects %q", r.id)
	}
	v.Update(tea.MouseWheelMsg{X: 4, Y: 3})
	if r, _ := v.selected(); r.id != "csct" {
		t.Errorf("the wheel selects %q", r.id)
	}
}

func BenchmarkMove(b *testing.B) {
	v := shown(b, 120, 40)
	v.View()
	n := 0
	for b.Loop() {
		key := "down"
		if n/20%2 == 1 {
			key = "up"
		}
		n++
		press(b, v, key)
		v.View()
	}
}

func TestTheNumberForTheNightIsFoundWhoeverAsks(t *testing.T) {
	v := shown(t, 120, 40)
	v.Filter()
	write(t, v, "out of hours")
	wants(t, v, "NOT SET", "Until then, ring:", "020 7527 7400")
	for _, r := range v.rows {
		if r.service != nil {
			t.Errorf("%s is offered for it", r.title)
		}
	}
	v.Env.Local = &model.Local{Entries: []model.LocalEntry{{
		Kind: model.LocalContact, Slot: model.OutOfHours,
		Name: "Out-of-hours number", Phone: "020 7946 0100", Line: 3,
	}}}
	v.Update(component.RedrawMsg{})
	wants(t, v, "020 7946 0100", "STALE")
	if r, _ := v.selected(); len(r.copyable()) != 1 {
		t.Error("the number can't be copied")
	}
}
