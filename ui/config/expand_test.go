package config

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestAPathIsReadAsPeopleWriteIt(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Setenv("ISSPP_TEST_PLACE", "stick")
	for written, want := range map[string]string{
		"~": home, "~/notes.db": home + "/notes.db", "$HOME/notes.db": home + "/notes.db", "${HOME}/n": home + "/n",
		"%USERPROFILE%/n":            home + "/n",
		"/media/$ISSPP_TEST_PLACE/n": "/media/stick/n", "plain/n~": "plain/n~", "": "",
	} {
		if got, err := Expand(written); err != nil || got != want {
			t.Errorf("%q: %q, %v; want %q", written, got, err, want)
		}
	}
	if got, err := Expand("$ISSPP_NOT_SET/n"); err == nil ||
		!strings.Contains(err.Error(), "ISSPP_NOT_SET is not set here") {
		t.Errorf("a variable that isn't set: %q, %v", got, err)
	}
	if runtime.GOOS != "windows" {
		odd := filepath.Join(home, "$odd")
		if err := os.WriteFile(odd, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := Expand(odd); err != nil || got != odd {
			t.Errorf("a name with a dollar: %q, %v", got, err)
		}
	}
}
