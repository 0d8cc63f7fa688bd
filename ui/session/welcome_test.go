package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/config"
	"isspp/ui/theme"
)

func TestTheFirstStartShowsOneCardThatDoesNotComeBack(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"} {
		t.Setenv(name, filepath.Join(dir, strings.ToLower(name)))
	}
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	o := Options{
		NotesPath: filepath.Join(dir, "notes.db"), ConfigPath: config.Path(),
		Anchor: filepath.Join(dir, "anchor"),
	}
	if !o.firstStart() {
		t.Fatal("nothing was used here, and it isn't the first start")
	}
	welcomed()
	if o.firstStart() {
		t.Error("the card comes back")
	}
	if err := os.Remove(welcomedPath()); err != nil {
		t.Fatal(err)
	}
	// Whoever has settings or notes knows isspp, also where the mark is lost.
	if err := config.Set(config.Path(), "school", "Beacon High School"); err != nil {
		t.Fatal(err)
	}
	if o.firstStart() {
		t.Error("it comes in spite of settings")
	}
	if err := os.Remove(config.Path()); err != nil {
		t.Fatal(err)
	}
	st, _, err := store.Create(o.NotesPath, []byte(words), o.storeOptions())
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	if o.firstStart() {
		t.Error("it comes in spite of notes")
	}
}

func TestTheFirstCardSaysWhatThisIsAndLetsKeysThrough(t *testing.T) {
	s := sit(t, t.TempDir(), Begin{})
	s.host.app.CloseDialogs()
	s.host.app.ShowGuide(welcome(s.host.env.Pack))
	s.sees("Welcome to isspp")
	s.sees("Islington Safer School Partnership Protocol (ISSPP), 2023–24")
	s.sees("isspp demo opens an invented case")
	s.sees("sealed with your passphrase")
	s.presses("4")
	if screen := s.screen(); strings.Contains(screen, "Welcome") || s.host.app.Active() != 3 {
		t.Errorf("4 doesn't go to the directory:\n%s", screen)
	}
	s.host.app.ShowGuide(welcome(s.host.env.Pack))
	s.presses("enter")
	if screen := s.screen(); strings.Contains(screen, "Welcome") || s.host.app.Active() != 3 {
		t.Errorf("Enter does more than close it:\n%s", screen)
	}
}

func TestTheDemonstrationTicksOffWhatWasTried(t *testing.T) {
	dir := t.TempDir()
	o := demoOptions(&cli.Session{Options: cli.Options{Theme: theme.Auto}}, dir)
	o.Anchor = filepath.Join(dir, "anchor")
	if err := makeDemo(o); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{Tab: tabChecklist}, func(o *Options) { o.Fictional = true })
	s.types(demoPassphrase)
	s.presses("enter")
	s.until("open notes", func() bool { return s.host.store != nil })
	s.sees("The demonstration: an invented case")
	if n := strings.Count(s.screen(), "[ ] "); n != 5 {
		t.Errorf("%d things to try:\n%s", n, s.screen())
	}
	s.presses("esc", "!", "esc", "ctrl+g")
	s.sees("[✓] Press !")
	s.sees("[ ] Read what happened to DEMO-7")
	s.presses("enter")
	s.presses("k", "k", "enter")
	if ref := s.host.list.Shown(); ref != "DEMO-7" {
		t.Fatalf("the page of %q is shown:\n%s", ref, s.screen())
	}
	s.presses("ctrl+g")
	s.sees("[✓] Read what happened to DEMO-7")
}
