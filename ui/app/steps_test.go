package app

import (
	"fmt"
	"image/color"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"isspp/ui/component"
	"isspp/ui/theme"
)

var sizes = [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}}

func TestSafetyLineStandsOnEveryScreenAtEverySize(t *testing.T) {
	for _, size := range append(sizes, [2]int{40, 8}, [2]int{24, 8}) {
		for _, at := range places() {
			p := sit(t, theme.Dark, theme.Unicode, size[0], size[1])
			at.steps(p)
			p.safe(at.name)
			p.fits(at.name)
		}
	}
}

func TestTheEmergencyKeyLosesNothingOfASearch(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 80, 24)
	p.presses("/")
	p.types("aloy")
	p.presses("!")
	p.reads("Emergency: whom to ring now", "What you were writing is safe")
	p.presses("down", "esc")
	p.reads("/ aloy")
	p.types("s")
	p.reads("/ aloys", "St Aloysius")
}

func TestTypingOnAfterTheEmergencyKeyPutsTheMarkIn(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 80, 24)
	p.presses("2", "n", "enter", "ctrl+s", "e")
	p.types("He said: stop")
	p.presses("!")
	p.reads("Emergency: whom to ring now")
	p.types(" Then he ran")
	p.reads("He said: stop! Then he ran")
	p.types("!")
	p.reads("What you were writing is safe, with its '!'")
	p.presses("esc")
	p.reads("ran!")
	p.missesFrom("ran!!")
	p.presses("backspace")
	p.types("!!")
	p.reads("ran!")
	p.missesFrom("ran!!")
	p.presses("esc", "s")
	p.reads("Observed:  He said: stop! Then he ran!")
}

func TestTheEmergencyPanelLiesOverEveryPlaceAndGivesItBack(t *testing.T) {
	for _, at := range places() {
		if at.name == "emergency" {
			continue
		}
		p := sit(t, theme.Mono, theme.Unicode, 80, 24)
		at.steps(p)
		before := p.m.Frame()
		p.presses("!")
		p.reads("Emergency: whom to ring now")
		p.presses("esc")
		p.takesBackTheMark(before)
		if p.m.Frame() != before {
			t.Errorf("%s is not as it was:\n%s\n---\n%s", at.name, before, p.m.Frame())
		}
	}
}

// takesBackTheMark takes away the "!" that stays in a sentence.
func (p *person) takesBackTheMark(before string) {
	if _, sentences := component.IsTyping(p.m.view().Actions()); sentences && p.m.Frame() != before {
		p.presses("backspace")
	}
}

func TestAResultThatComesUnderTheEmergencyPanelIsNotLost(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 80, 24)
	waits := &waiting{Reader: p.m.ask("Making the file.", "Stay", "Leave", nil)}
	p.m.Open(waits)
	p.presses("!")
	p.sends("made")
	if waits.got != "made" {
		t.Error("what lies under the panel was not told that its work is done")
	}
	p.m.CloseDialogs()
	p.reads("Emergency: whom to ring now")
	p.presses("esc")
	p.reads("St Aloysius")
}

// waiting is a dialog that waits for the result of a command.
type waiting struct {
	*component.Reader
	got tea.Msg
}

func (w *waiting) Update(msg tea.Msg) tea.Cmd {
	w.got = msg
	return nil
}

func TestHelpListsEveryActionAndRunsTheChoice(t *testing.T) {
	for _, at := range places()[:12] {
		if at.name == "evidence" || at.name == "form" || at.name == "note" || at.name == "emergency" {
			continue // letters are text there, or nothing lies below
		}
		p := sit(t, theme.Mono, theme.Unicode, 120, 40)
		at.steps(p)
		actions := p.m.actions()
		p.presses("?")
		help, ok := p.m.top().(*component.Picker)
		if !ok {
			t.Fatalf("? opens no help in %s", at.name)
		}
		rows := map[string]int{}
		listed := 0
		for i, row := range help.Rows() {
			switch {
			case !row.Heading:
				rows[row.Text]++
				listed++
			case i+1 == len(help.Rows()) || help.Rows()[i+1].Heading:
				t.Errorf("%s: nothing stands under %q", at.name, row.Text)
			}
		}
		if listed != len(actions) || !help.Rows()[0].Heading {
			t.Errorf("%s: %d rows for %d actions", at.name, listed, len(actions))
		}
		for _, a := range actions {
			if rows[a.Help]--; rows[a.Help] < 0 || a.Help == "" {
				t.Errorf("%s: the help doesn't say %q of %s", at.name, a.Help, a.ID)
			}
		}
		p.types("go to directory")
		p.presses("enter")
		if p.m.Active() != 3 || p.m.top() != nil {
			t.Errorf("%s: the choice was not run", at.name)
		}
	}
}

func TestThePaletteFindsAMisspeltSchoolAndOpensIt(t *testing.T) {
	for query, want := range map[string][2]string{
		"aloysuis": {"St Aloysius RC College", "PC Vittorio D'Orsi"},
		"wippers":  {"Wipers", "020 7527 7050"},
	} {
		p := sit(t, theme.Mono, theme.Unicode, 120, 40)
		p.presses("5", "ctrl+k")
		p.types(query)
		found := p.m.top().(*component.Picker)
		steps := -1
		for i, r := range found.Rows() {
			if strings.Contains(r.Text, want[0]) {
				steps = i
				break
			}
		}
		if steps < 0 || steps > 3 {
			t.Fatalf("%q does not find %s near the top:\n%s", query, want[0], p.screen())
		}
		for range steps {
			p.presses("down")
		}
		p.presses("enter")
		p.reads(want[0], want[1])
		if p.m.Active() == 4 {
			t.Errorf("%q stays in the Protocol tab", query)
		}
	}
}

func TestThePaletteSaysWhenNothingIsFound(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 80, 24)
	p.presses("ctrl+k")
	p.types("zzqqxx")
	p.reads("No match")
	p.presses("enter", "esc")
	p.reads("St Aloysius")
}

func TestTabsByKeyNumberAndMouse(t *testing.T) {
	for _, size := range sizes {
		p := sit(t, theme.Mono, theme.Unicode, size[0], size[1])
		for i, key := range []string{"1", "2", "3", "4", "5"} {
			p.presses(key)
			p.onTab(i)
		}
		p.presses("tab")
		p.onTab(0)
		p.presses("shift+tab")
		p.onTab(4)
		tabs := strings.Split(p.screen(), "\n")[0]
		for i, tab := range p.m.tabs {
			x := strings.Index(tabs, fmt.Sprintf(" %d ", i+1))
			if x < 0 {
				t.Fatalf("%s is not among the tabs: %q", tab.Name, tabs)
			}
			p.sends(tea.MouseClickMsg{X: x, Y: 0, Button: tea.MouseLeft})
			p.onTab(i)
		}
	}
}

func (p *person) onTab(i int) {
	p.t.Helper()
	if p.m.Active() != i {
		p.t.Errorf("the tab is %d, not %d", p.m.Active(), i)
	}
}

func TestTheMouseSelectsARowAndScrolls(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 80, 24)
	lines := strings.Split(p.screen(), "\n")
	for y, l := range lines {
		if strings.Contains(l, "St Aloysius") {
			p.sends(tea.MouseClickMsg{X: 8, Y: y, Button: tea.MouseLeft})
		}
	}
	p.reads("▌ St Aloysius")
	before := p.screen()
	p.sends(tea.MouseWheelMsg{X: 8, Y: 6, Button: tea.MouseWheelDown})
	if p.screen() == before {
		t.Error("the wheel does nothing")
	}
}

func TestSlashFiltersOrSaysThatThereIsNothingToFilter(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 80, 24)
	for i, tab := range p.m.tabs {
		p.m.Show(i)
		p.presses("/")
		if why := p.m.noFilter(); why != "" {
			p.reads(why)
			continue
		}
		if !p.m.typing() {
			t.Errorf("/ does not take letters in %s", tab.Name)
		}
		p.presses("esc")
	}
}

func TestQLeavesAndAsksOnlyWhereSomethingWouldBeLost(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 80, 24)
	p.host.busy = "This walkthrough is not saved."
	p.presses("q")
	p.reads("This walkthrough is not saved.", "Stay", "Leave and lose it")
	p.presses("enter")
	if p.left {
		t.Error("Enter leaves where Stay is the answer offered first")
	}
	p.presses("q", "esc", "q", "y")
	if !p.left {
		t.Error("y does not leave")
	}
	p = sit(t, theme.Mono, theme.Unicode, 80, 24)
	p.presses("q")
	if !p.left {
		t.Error("q does not leave where nothing is lost")
	}
}

func TestAResizeStormEndsWithTheLastSizeExactly(t *testing.T) {
	for _, at := range places() {
		p := sit(t, theme.Dark, theme.Unicode, 80, 24)
		at.steps(p)
		for i := range 200 {
			p.sends(tea.WindowSizeMsg{Width: 1 + (i*37)%211, Height: 1 + (i*23)%67})
			_ = p.m.View()
			p.fits(at.name)
		}
		p.sends(tea.WindowSizeMsg{Width: 97, Height: 31})
		p.fits(at.name)
		p.safe(at.name)
	}
}

func TestTheTerminalsBackgroundTurnsTheTheme(t *testing.T) {
	p := sit(t, theme.Auto, theme.Unicode, 80, 24)
	neutral := p.m.Frame()
	p.sends(tea.BackgroundColorMsg{Color: color.White})
	light := p.m.Frame()
	p.sends(tea.BackgroundColorMsg{Color: color.Black})
	dark := p.m.Frame()
	if neutral == light || light == dark || p.m.env.Theme.Name != theme.Dark {
		t.Errorf("the theme is %s", p.m.env.Theme.Name)
	}
	if ansi.Strip(light) != ansi.Strip(dark) {
		t.Error("the words differ with the colours")
	}
	p = sit(t, theme.Light, theme.Unicode, 80, 24)
	p.sends(tea.BackgroundColorMsg{Color: color.Black})
	if p.m.env.Theme.Name != theme.Light {
		t.Error("a theme that was asked for is changed by the terminal")
	}
}

func TestMonoHasNoColourAnywhere(t *testing.T) {
	colour := regexp.MustCompile("\x1b\\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")
	for _, at := range places() {
		p := sit(t, theme.Mono, theme.Unicode, 120, 40)
		at.steps(p)
		if found := colour.FindString(p.m.Frame()); found != "" {
			t.Errorf("%s: %q", at.name, found)
		}
	}
}

func TestASCIIKeepsTheChromeToTheTypewriter(t *testing.T) {
	drawn := theme.Unicode
	signs := []string{drawn.Bar, drawn.Rule, drawn.Wall, drawn.Bullet, drawn.Up, drawn.Down, drawn.West, drawn.East}
	for _, at := range places() {
		p := sit(t, theme.Mono, theme.ASCII, 80, 24)
		at.steps(p)
		p.missesFrom(signs...)
		lines := strings.Split(p.screen(), "\n")
		around := strings.Join(append(lines[:headerHeight:headerHeight], lines[headerHeight+p.m.bodyHeight:]...), "\n")
		if at.name == "palette" || at.name == "help" || at.name == "emergency" {
			around += "\n" + strings.Join(lines[headerHeight:headerHeight+2], "\n")
		}
		for _, r := range around {
			if r > 127 {
				t.Errorf("%s: %q in\n%s", at.name, r, around)
				break
			}
		}
	}
}

func TestANoticeStandsUntilTheNextKeyAndKeepsTheFrameWhole(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 80, 24)
	p.sends(component.Noticed{Failed: true, Text: strings.Repeat("The file can't be read. ", 6) + "\x1b[31m"})
	p.reads("The file can't be read.")
	p.fits("notice")
	p.safe("notice")
	p.presses("down")
	p.missesFrom("The file can't be read.")
	p.fits("after the notice")
}

func TestAMessageThatNoViewKnowsReachesTheHost(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 80, 24)
	p.sends(component.AskUnlock)
	if len(p.host.got) != 1 {
		t.Errorf("the host got %v", p.host.got)
	}
	p.presses("u")
	if p.host.unlocks != 1 {
		t.Error("the host's own key does nothing")
	}
}

func TestTheSelectedRowOfTheHelpIsReadWholeAndTheNextOneIsClicked(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 60, 16)
	p.presses("?")
	p.reads("Change the rota's view: by setting, by", "officer, week", "Enter or change your school's own entry: who…")
	p.sends(tea.MouseClickMsg{X: 8, Y: headerHeight + 2 + 3, Button: tea.MouseLeft})
	p.reads("PC Abdul Kamara, as of 2023–24") // the row below the two lines: more
	p.presses("esc", "?")
	for range 40 {
		p.presses("down")
		p.fits("the help, further down")
	}
	p.reads("Colours: mono")
}

func TestThePaletteNamesAParagraphByItsWords(t *testing.T) {
	p := sit(t, theme.Mono, theme.Unicode, 80, 24)
	p.presses("ctrl+k")
	p.types("ended the safer")
	p.reads("The Metropolitan Police ended the Safer", "Schools Officer role on 1 May 2025", "isspp's notes")
	p.presses("enter")
	p.missesFrom("Commands, and everything")
}
