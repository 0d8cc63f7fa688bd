package present

import (
	"testing"
	"time"
)

func TestTheSpeakersSideHasNotesTheNextSlideAndTheTime(t *testing.T) {
	home(t)
	for _, size := range screens {
		r := enter(t, Options{Deck: "risk", Minutes: 45, Restart: true})
		r.size(size[0], size[1])
		r.press("8", "enter", "space", "s")
		*r.clock = when.Add(12*time.Minute + 5*time.Second)
		r.m.frame = ""
		r.sees("09:54", "12:05 elapsed", "32:55 left", "Peers", "Deviant peer influences", "Next point", "Next slide",
			"Community", "Ask the room", danger)
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
	hall.sees("▌ ■ Peer rewards for antisocial behaviour")
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
	hall.sees(", 1 of")
	speaker.press("space")
	hw.look()
	hall.sees(", 2 of")
}

// other is one terminal's look at what the other has done.
type other struct {
	r *room
	w watcher
}

func watch(r *room) *other {
	return &other{r, watcher{path: r.m.link.path, follows: r.m.follows, o: r.m.o}}
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
	hall.sees("Time is up")
	hall.press("t")
	hall.seesNo("Time is up", "elapsed")
	hall.press("t")
	hall.sees("elapsed")
}
