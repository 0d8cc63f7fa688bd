package present

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/ansi"

	"isspp/content"
	"isspp/ui/internal/steps"
	"isspp/ui/kit"
)

// room is a person before a screen.
type room struct {
	t     *testing.T
	m     *Screen
	clock *time.Time
}

// home gives isspp's small files a folder of the test's own.
func home(t *testing.T) {
	t.Helper()
	dir := scratch(t)
	state, runtime := xdg.StateHome, xdg.RuntimeDir
	xdg.StateHome, xdg.RuntimeDir = filepath.Join(dir, "state"), filepath.Join(dir, "run")
	if err := os.Mkdir(xdg.RuntimeDir, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { xdg.StateHome, xdg.RuntimeDir = state, runtime })
}

// scratch is a folder for a test. What can't be removed from it is left: an
// emulated Windows refuses for a while.
func scratch(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "isspp-present-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func enter(t *testing.T, o Options) *room {
	t.Helper()
	if !strings.Contains(xdg.StateHome, "isspp-present-") {
		t.Fatal("a presentation would write to the person's own folders: home comes first")
	}
	now := when
	r := &room{t: t, clock: &now}
	o.Theme, o.Clock = kit.Dark, func() time.Time { return *r.clock }
	if o.Pack == nil {
		o.Pack = content.Embedded()
	}
	r.m = New(o)
	r.m.ticking = true // no test waits for the clock
	r.size(80, 24)
	return r
}

// do runs commands until there are none.
func (r *room) do(cmd tea.Cmd) { steps.Run(cmd, r.send) }

func (r *room) size(w, h int) { r.send(tea.WindowSizeMsg{Width: w, Height: h}) }

func (r *room) send(msg tea.Msg) {
	_, cmd := r.m.Update(msg)
	r.do(cmd)
}

// press presses keys by their names, or types letters.
func (r *room) press(keys ...string) {
	for _, k := range keys {
		switch msg := steps.Key(k); {
		case k == "space":
			r.send(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
		case msg.Text == "":
			r.send(msg)
		default:
			for _, c := range k {
				r.send(steps.Key(string(c)))
			}
		}
	}
}

func (r *room) screen() string {
	frame := ansi.Strip(r.m.Frame())
	for _, l := range strings.Split(frame, "\n") {
		if n := kit.Width(l); n > r.m.w {
			r.t.Errorf("a row of %d cells: %q", n, l)
		}
	}
	if n := strings.Count(frame, "\n") + 1; kit.Fits(r.m.w, r.m.h) && n != r.m.h {
		r.t.Errorf("%d rows on a screen of %d", n, r.m.h)
	}
	return strings.Join(strings.Fields(frame), " ")
}

func (r *room) sees(texts ...string) {
	r.t.Helper()
	got := r.screen()
	for _, text := range texts {
		if !strings.Contains(got, text) {
			r.t.Errorf("no %q on the screen: %s", text, got)
		}
	}
}

func (r *room) seesNo(texts ...string) {
	r.t.Helper()
	got := r.screen()
	for _, text := range texts {
		if strings.Contains(got, text) {
			r.t.Errorf("%q is on the screen: %s", text, got)
		}
	}
}

const danger = "Danger now: 999 · Police 101 · CSCT 020 7527 7400"

func TestAPersonPresents(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "risk"})
	r.sees("Risk factors indicate an increased likelihood", danger, "Protocol · ISSPP Islington 2023–24 · section 6A", "1 of 10")
	r.press("8", "enter")
	r.sees("8 of 10", "Risk factors · Peers")
	r.seesNo("Deviant peer influences")
	r.press("space")
	r.sees("Deviant peer influences")
	r.seesNo("Bullying")
	r.press("pgdown", "right", "enter", "space") // a presenter in the hand, and three other keys
	r.sees("Bullying")
	r.press("left", "pgup")
	r.seesNo("Bullying")
	r.press("a")
	r.sees("Discrimination and stereotyping")
	r.press("b")
	r.seesNo("Discrimination", "Peers")
	r.sees(danger)
	r.press("b")
	r.sees("Discrimination and stereotyping")
}

func TestTheEmergencyPanelIsAKeyAwayFromEverything(t *testing.T) {
	home(t)
	for _, before := range [][]string{nil, {"o"}, {"/", "bully"}, {"b"}, {"s"}, {"?"}, {"1"}} {
		r := enter(t, Options{Deck: "risk", Restart: true})
		r.press(before...)
		was := r.screen()
		r.press("!")
		r.sees("Emergency: whom to ring now", "Children's Services Contact Team", danger)
		r.press("esc")
		if got := r.screen(); got != was {
			t.Errorf("after %v and the panel:\n%s\nbefore it:\n%s", before, got, was)
		}
	}
}

func TestNumberAndEnterJump(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "risk"})
	r.press("9")
	r.sees("Slide 9", "Enter goes there")
	r.press("backspace", "6", "enter")
	r.sees("6 of 10")
	r.press("99", "enter")
	r.sees("There are slides 1 to 10.")
	r.press("4", "esc")
	r.sees("6 of 10")
	r.seesNo("Slide 4")
}

func TestTheOverviewGoesToASlide(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "risk"})
	r.press("o")
	r.sees("Child's Family", "10 Beside the list", danger)
	r.press("end", "up", "up", "enter")
	r.sees("8 of 10")
	r.press("o", "home", "esc")
	r.sees("8 of 10")
}

func TestTheOverviewOfAFullSessionHasEverySlide(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "whole"})
	for _, size := range screens {
		r.size(size[0], size[1])
		r.press("o", "home")
		n := len(r.m.show.deck.Slides)
		for i := range n {
			r.sees(itoa(i+1) + " ")
			if at := r.m.panel.(*overview).at; at != i {
				t.Fatalf("at %d, not %d", at, i)
			}
			r.press("down")
		}
		r.press("esc")
	}
}

func TestSearchFindsAPointAndPointsAtIt(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "whole"})
	r.press("/", "new nickname")
	r.sees("New nickname", "Signs of gang involvement")
	r.press("enter")
	if got := r.m.show.slide(); got.ID != "signs/gang" || got.Items[r.m.show.pointer].Text != "New nickname" {
		t.Errorf("at %s, pointing at %d", got.ID, r.m.show.pointer)
	}
	r.sees("▌ • New nickname")
	r.press("/", "zzzzqq")
	r.sees("No slide says that.")
	r.press("esc")
	r.sees("New nickname")
}

func TestTheSpeakersSideHasNotesTheNextSlideAndTheTime(t *testing.T) {
	home(t)
	for _, size := range screens {
		r := enter(t, Options{Deck: "risk", Minutes: 45, Restart: true})
		r.size(size[0], size[1])
		r.press("8", "enter", "space", "s")
		*r.clock = when.Add(12*time.Minute + 5*time.Second)
		r.m.frame = ""
		r.sees("09:54", "12:05 elapsed", "32:55 left", "Peers", "Deviant peer influences", "Next point", "Next slide", "Community", "Ask the room", danger)
		*r.clock = when.Add(47*time.Minute + 10*time.Second)
		r.m.frame = ""
		r.sees("47:10 elapsed, over by 2:10")
		r.press("s")
		r.seesNo("Ask the room", "elapsed")
		r.press("t")
		r.sees("47:10 elapsed, over by 2:10")
	}
}

func TestNotesLongerThanTheScreenAreScrolled(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "risk"})
	r.size(60, 16)
	r.press("8", "enter", "s")
	all := r.screen()
	for range 60 {
		r.press("J")
		all += " " + r.screen()
	}
	for _, b := range r.m.show.slide().Guidance {
		if !saidIn(all, b.Plain()) {
			t.Errorf("the notes never show all of %q", b.Plain())
		}
	}
}

func TestASecondTerminalFollowsAndLeads(t *testing.T) {
	home(t)
	hall := enter(t, Options{Deck: "risk", Minutes: 30})
	speaker := enter(t, Options{Speaker: true})
	speaker.size(120, 40)
	speaker.sees("Nothing is being presented", danger)
	hw, sw := watch(hall), watch(speaker)
	hall.press("8", "enter", "space", "space")
	sw.look()
	speaker.sees("Peers", "Ask the room", "Next slide", "8 of 10", "Next point Peers involved in crime")
	speaker.press("space", "space")
	hw.look()
	hall.sees("Peer rewards for antisocial behaviour")
	hall.seesNo("Bullying")
	speaker.press("b")
	hw.look()
	hall.seesNo("Peers")
	speaker.sees("slide is hidden")
	speaker.press("b", "p")
	hw.look()
	hall.sees("▌ • Peer rewards for antisocial behaviour")
	hall.press("q")
	hall.m.Close()
	sw.look()
	speaker.sees("Nothing is being presented")
}

func TestTheSpeakersKeysTurnTheHallsPages(t *testing.T) {
	home(t)
	hall := enter(t, Options{Deck: "risk"})
	hall.size(60, 16)
	speaker := enter(t, Options{Speaker: true})
	speaker.size(200, 60)
	hw, sw := watch(hall), watch(speaker)
	hall.press("6", "enter", "a")
	sw.look()
	hall.sees("page 1 of")
	speaker.press("space")
	hw.look()
	hall.sees("page 2 of")
}

// other is one terminal's look at what the other has done.
type other struct {
	r *room
	w watcher
}

func watch(r *room) *other {
	return &other{r, watcher{link: r.m.link, follows: r.m.follows, o: r.m.o}}
}

func (o *other) look() {
	o.r.t.Helper()
	msg, news := o.w.look()
	if !news {
		o.r.t.Error("there was no news")
		return
	}
	o.r.send(msg)
}

func TestItGoesOnWhereItStoppedTomorrow(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "risk"})
	r.press("8", "enter", "space", "space", "q")
	r.m.Close()
	again := enter(t, Options{Deck: "risk"})
	again.sees("8 of 10", "Breakdown in or lack of positive friendships", "Goes on where it stopped on Tuesday 24 November. Home begins again.")
	again.seesNo("Peers involved in crime")
	other := enter(t, Options{Deck: "signs"})
	other.sees("1 of")
	fresh := enter(t, Options{Deck: "risk", Restart: true})
	fresh.sees("1 of 10")
	again.press("end", "a")
	for !again.m.show.atEnd() {
		again.press("space")
	}
	ended := enter(t, Options{Deck: "risk"})
	ended.sees("1 of 10")
	ended.seesNo("Goes on where")
}

func TestTheRecallRoundKeepsItsOrderTomorrow(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "recall"})
	r.press("space", "space", "space")
	was := r.screen()
	again := enter(t, Options{Deck: "recall"})
	again.press("esc") // the message goes
	again.press("left", "right")
	if got := again.screen(); got != was {
		t.Errorf("tomorrow\n%s\nand today\n%s", got, was)
	}
}

func TestTheFilesHoldNoWordsAndAreThePersonsOwn(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "whole"})
	r.press("/", "nickname", "enter", "s", "space")
	for _, path := range []string{livePath(), keptPath()} {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(b), "nickname") || strings.Contains(string(b), "Deviant") {
			t.Errorf("%s holds words of the slides: %s", path, b)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if mode := info.Mode().Perm(); mode&0o077 != 0 && os.PathSeparator == '/' {
			t.Errorf("%s has mode %v", path, mode)
		}
	}
	r.m.Close()
	if _, err := os.Stat(livePath()); !os.IsNotExist(err) {
		t.Errorf("after the end the file is still there: %v", err)
	}
}

func TestDamagedFilesStopNothing(t *testing.T) {
	for _, text := range []string{"", "{", `{"decks":{"risk Islington 2023–24":{"slide":-7,"shown":99999,"at":-1,"when":"2026-11-24T09:00:00Z"}}}`, `{"run":"x","deck":"no such","pid":1}`, strings.Repeat("x", maxState+1)} {
		home(t)
		for _, path := range []string{livePath(), keptPath()} {
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		speaker := enter(t, Options{Speaker: true})
		if msg, news := watch(speaker).w.look(); news {
			speaker.send(msg)
		}
		speaker.sees("Nothing is being presented")
		r := enter(t, Options{Deck: "risk"})
		r.press("space", "right", "left", "down", "s")
		r.sees(danger)
	}
}

func TestFoldersThatCantBeWrittenAreSaidAndTheSlidesGoOn(t *testing.T) {
	home(t)
	if err := os.WriteFile(xdg.StateHome, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	xdg.RuntimeDir = filepath.Join(xdg.StateHome, "no")
	r := enter(t, Options{Deck: "risk"})
	r.press("space")
	r.sees("The slides go on.")
	r.press("space")
	r.sees("Being aware of the risk factors")
}

func TestALoopTurnsItsPagesAndBeginsAgain(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "girls", Loop: time.Hour})
	seen := map[int]bool{}
	for range 60 {
		seen[r.m.show.place.Slide] = true
		if r.m.show.place.Shown != len(r.m.show.slide().Items) {
			t.Fatal("a point is hidden in a loop")
		}
		r.m.looped(loopMsg(r.m.looping))
	}
	if len(seen) != len(r.m.show.deck.Slides) {
		t.Errorf("of %d slides %d were shown", len(r.m.show.deck.Slides), len(seen))
	}
	at := r.m.show.place
	r.m.looped(loopMsg(r.m.looping - 1))
	if r.m.show.place != at {
		t.Error("a wait from before a key turned the page")
	}
}

func TestTheDeckIsAskedForWhereNoneIsNamed(t *testing.T) {
	home(t)
	r := enter(t, Options{})
	r.sees("What shall be presented?", "Risk factors", "A full session", danger)
	for _, size := range screens {
		r.size(size[0], size[1])
		r.sees("rota", "protective", "plan", "directory", "recall")
	}
	r.size(80, 24)
	r.press("down", "enter")
	r.sees("Risk factors indicate an increased likelihood")
}

func TestKeysInTheHelpDoWhatTheySay(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "risk"})
	r.press("?")
	r.sees("Reveal the next point", "Hide the slide from the hall", "To slide 12")
	r.press("down", "enter")
	r.seesNo("Hide the slide")
	r.sees("Young people don't just become involved") // the first action: next
}

func TestATooSmallScreenStillSaysWhomToRing(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "risk"})
	r.size(40, 10)
	r.sees("999", "101", "020 7527 7400", "too small")
	r.size(80, 24)
	r.sees("Risk factors indicate")
}

func TestANumberAndTGiveTheRoomMinutesToTalk(t *testing.T) {
	home(t)
	hall := enter(t, Options{Deck: "cases"})
	speaker := enter(t, Options{Speaker: true})
	speaker.size(120, 40)
	hw, sw := watch(hall), watch(speaker)
	hall.press("2", "enter")
	sw.look()
	speaker.press("3", "t")
	hw.look()
	hall.sees("3:00 to talk", "2 of")
	speaker.sees("3:00 to talk")
	*hall.clock = when.Add(170 * time.Second)
	hall.m.frame = ""
	hall.sees("0:10 to talk")
	*hall.clock = when.Add(181 * time.Second)
	hall.m.frame = ""
	hall.sees("time is up")
	hall.press("t")
	hall.seesNo("time is up", "elapsed")
	hall.press("t")
	hall.sees("elapsed")
}

func TestHWritesTheHandoutAndNeverOverOne(t *testing.T) {
	home(t)
	dir := scratch(t)
	was := xdg.UserDirs.Documents
	xdg.UserDirs.Documents = dir
	t.Cleanup(func() { xdg.UserDirs.Documents = was })
	r := enter(t, Options{Deck: "signs"})
	r.press("H")
	r.sees("The handout is among your documents: isspp-signs.pdf")
	b, err := os.ReadFile(filepath.Join(dir, "isspp-signs.pdf"))
	if err != nil || !strings.HasPrefix(string(b), "%PDF") {
		t.Fatalf("no handout: %v", err)
	}
	r.press("H")
	r.sees("isspp-signs.pdf is among your documents already")
	r.seesNo(dir)
	again, err := os.ReadFile(filepath.Join(dir, "isspp-signs.pdf"))
	if err != nil || string(again) != string(b) {
		t.Error("the handout was written over")
	}
	practice := enter(t, Options{Deck: "recall"})
	practice.press("H")
	practice.sees("There is no handout of a practice round.")
}

func TestAnyKeysLeaveAWholeScreen(t *testing.T) {
	home(t)
	keys := []string{
		"space", "left", "right", "up", "down", "pgdown", "pgup", "enter", "esc", "backspace", "home", "end",
		"a", "s", "b", "o", "/", "p", "t", "T", "!", "?", "J", "K", "+", "-", "g", "G", "1", "7", "0", "x", "é", ".",
	}
	order := rand.New(rand.NewPCG(2026, 11))
	for _, deck := range []string{"whole", "recall", "plan"} {
		r := enter(t, Options{Deck: deck, Minutes: 5})
		for range 600 {
			if order.IntN(60) == 0 {
				size := screens[order.IntN(len(screens))]
				r.size(size[0]-order.IntN(3), size[1]+order.IntN(3))
			}
			key := keys[order.IntN(len(keys))]
			before := r.screen()
			r.press(key)
			if !kit.Fits(r.m.w, r.m.h) {
				continue
			}
			if got := r.screen(); !strings.Contains(got, danger) {
				t.Fatalf("%q on\n%s\nleaves\n%s", key, before, got)
			}
		}
	}
}
