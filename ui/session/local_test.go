package session

import (
	"path/filepath"
	"strings"
	"testing"

	"isspp/content"
	"isspp/model"
	"isspp/ui/cli"
	"isspp/ui/kit"
)

func TestTheLocalFileIsBesideTheConfigUnlessThatSaysOtherwise(t *testing.T) {
	dir := t.TempDir()
	config := filepath.Join(dir, "config.toml")
	whole := filepath.Join(dir, "shared", "ours.md")
	for set, want := range map[string]string{"": filepath.Join(dir, content.LocalFile), "ours.md": filepath.Join(dir, "ours.md"), whole: whole} {
		if got := (Config{Local: set}).localPath(config); got != want {
			t.Errorf("local = %q is %s, not %s", set, got, want)
		}
	}
	if got := Settings(cli.Options{Config: config}); got.Local != filepath.Join(dir, content.LocalFile) || got.StaleDays != model.DefaultStaleAfter {
		t.Errorf("a shell is told %+v", got)
	}
}

func TestStaleDaysOutOfReasonAreSaidAndTheUsualOnesHold(t *testing.T) {
	c, notice := config(t, "stale_days = 0\n")
	if c.StaleDays != 90 || !strings.Contains(notice, "stale_days is days, from 1 to 3650") {
		t.Errorf("%d, %q", c.StaleDays, notice)
	}
}

func TestMistakesOfTheLocalFileAreSaidOnceTheFirstFrameStands(t *testing.T) {
	path := filepath.Join(t.TempDir(), content.LocalFile)
	text := "## Rota\n\n### Becon High School\n\n- Officer: PC Jo Lane\n- Days: Tuseday\n- Checked: 2026-11-02\n- By: A. Reed\n"
	if err := content.SaveLocal(path, nil, []byte(text)); err != nil {
		t.Fatal(err)
	}
	o := Options{Pack: content.Embedded(), Notice: "The config file has a slip."}
	o.loadLocal(path, 30)
	if o.Local.StaleAfter != 30 || len(o.Local.Entries) != 1 {
		t.Errorf("read %+v", o.Local)
	}
	said, ok := o.checkLocal()().(kit.Noticed)
	if !ok || !said.Failed {
		t.Fatalf("said %+v", said)
	}
	for _, want := range []string{"The config file has a slip. local.md:6: \"Tuseday\"", `did you mean "Tuesday"? (and 1 more).`, "isspp local check"} {
		if !strings.Contains(said.Text, want) {
			t.Errorf("%q is not in %q", want, said.Text)
		}
	}
	var none Options
	none.loadLocal(filepath.Join(t.TempDir(), content.LocalFile), 90)
	if none.checkLocal() != nil {
		t.Error("without a file there is something to say")
	}
}
