package session

import (
	"path/filepath"
	"strings"
	"testing"

	"isspp/content"
	"isspp/model"
	"isspp/ui/cli"
	"isspp/ui/component"
	"isspp/ui/config"
)

func TestTheShellIsToldWhereTheLocalFileIs(t *testing.T) {
	config := filepath.Join(t.TempDir(), "config.toml")
	if got := Settings(cli.Options{Config: config}); got.Local != filepath.Join(filepath.Dir(config),
		content.LocalFile) || got.StaleDays != model.DefaultStaleAfter {
		t.Errorf("a shell is told %+v", got)
	}
}

func TestMistakesOfTheLocalFileAreSaidOnceTheFirstFrameStands(t *testing.T) {
	path := filepath.Join(t.TempDir(), content.LocalFile)
	text := "## Rota\n\n### Becon High School\n\n- Officer: PC Jo Lane\n- Days: Tuseday\n- Checked: 2026-11-02\n- " +
		"By: A. Reed\n"
	if err := content.SaveLocal(path, nil, []byte(text)); err != nil {
		t.Fatal(err)
	}
	o := Options{Pack: content.Embedded(), Notice: "The config file has a slip.", file: config.Config{Local: path}}
	o.StaleDays = 30
	o.loadLocal()
	if o.Local.StaleAfter != 30 || len(o.Local.Entries) != 1 {
		t.Errorf("read %+v", o.Local)
	}
	said, ok := o.checkLocal()().(component.Noticed)
	if !ok || !said.Failed {
		t.Fatalf("said %+v", said)
	}
	for _, want := range []string{
		"The config file has a slip. local.md:6: \"Tuseday\"",
		`did you mean "Tuesday"? (and 1 more).`, "isspp local check",
	} {
		if !strings.Contains(said.Text, want) {
			t.Errorf("%q is not in %q", want, said.Text)
		}
	}
	none := Options{file: config.Config{Local: filepath.Join(t.TempDir(), content.LocalFile)}}
	none.loadLocal()
	if none.checkLocal() != nil {
		t.Error("without a file there is something to say")
	}
}
