package present

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"
)

func TestItGoesOnWhereItStoppedTomorrow(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "risk"})
	r.press("8", "enter", "space", "space", "q")
	r.m.Close()
	again := enter(t, Options{Deck: "risk"})
	again.sees("8 of 10", "Breakdown in or lack of positive friendships",
		"Resumed from Tuesday 24 November. Home restarts.")
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
	ended.seesNo("Resumed from")
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
