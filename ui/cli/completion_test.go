package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestDaysOfficersAndDecksAreCompletedAndReferencesNever(t *testing.T) {
	monday().types("__complete", "rota", "--on", "").says(t, StatusFound, "tomorrow", "friday", ":4")
	monday().types("__complete", "rota", "--officer", "").says(t, StatusFound, "PC Abdul Kamara")
	monday().types("__complete", "handout", "").says(t, StatusFound, "signs")
}

// bashed runs the script in a bash that has nothing else, at a program that
// answers as isspp does.
func bashed(t *testing.T, words ...string) string {
	t.Helper()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash here")
	}
	dir := t.TempDir()
	answer := monday().types(append([]string{"__complete"}, "rota", "")...).out
	program := filepath.Join(dir, "isspp")
	for path, text := range map[string]string{
		filepath.Join(dir, "script"): monday().types("completion", "bash").out,
		filepath.Join(dir, "answer"): answer,
		program:                      "#!/bin/sh\ncat \"" + filepath.Join(dir, "answer") + "\"\n",
	} {
		if err := os.WriteFile(path, []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(bash, "--norc", "--noprofile", "-c",
		`set -u; . "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _isspp_complete; printf '%s\n' "${COMPREPLY[@]}"`,
		"bash", filepath.Join(dir, "script"), program)
	cmd.Args = append(cmd.Args, words...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("%v: %s", err, out)
	}
	return strings.TrimSpace(string(out))
}

func TestBashFiltersAndQuotesWithoutAnyPackage(t *testing.T) {
	for typed, want := range map[string]string{
		"st a": `St\ Aloysius\ RC\ College`, `st\ a`: `St\ Aloysius\ RC\ College`, `"st a`: "St Aloysius RC College",
		"Beac": `Beacon\ High\ School`,
	} {
		if got := bashed(t, "rota", typed); got != want {
			t.Errorf("%s completes to %q, want %q", typed, got, want)
		}
	}
	if got := bashed(t, "rota", "zzz"); got != "" {
		t.Errorf("zzz completes to %q", got)
	}
}
