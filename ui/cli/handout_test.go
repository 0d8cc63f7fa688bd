package cli

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"isspp/model"
)

func TestHandoutsAreWrittenToFiles(t *testing.T) {
	m, folder := monday(), t.TempDir()
	for _, id := range model.DeckIDs() {
		for ending, start := range map[string]string{"pdf": "%PDF-1.7", "html": "<!DOCTYPE html>", "md": "# "} {
			path := filepath.Join(folder, id+"."+ending)
			m.types("handout", id, "-o", path).says(t, StatusFound, "Written: "+path)
			text, err := os.ReadFile(path)
			if err != nil || !strings.HasPrefix(string(text), start) || len(text) < 2000 {
				t.Errorf("%s: %v, %d bytes, %.20q", path, err, len(text), text)
			}
		}
	}
}

func TestAHandoutOnTheStandardOutput(t *testing.T) {
	m := monday()
	m.types("handout", "signs", "-o", "-").says(t, StatusFound, "# Signs", "- New nickname", "**999:**",
		"Printed 23 November 2026")
	m.types("handout", "SIGNS", "-o", "-", "--format", "html").says(t, StatusFound, "<h1>Signs</h1>", `lang="en-GB"`)
	if got := m.types("handout", "rota", "-o", "-", "--format", "pdf"); !strings.HasPrefix(got.out, "%PDF-1.7") ||
		got.status != StatusFound {
		t.Errorf("status %d, %.10q", got.status, got.out)
	}
	terminal := m
	terminal.width = 80
	terminal.types("handout", "rota", "-o", "-", "--format", "pdf").says(t, StatusUsage, "can't be shown in a terminal",
		"-o rota.pdf")
}

func TestSlidesAreWrittenForAComputerWithoutIsspp(t *testing.T) {
	m, folder := monday(), t.TempDir()
	for _, decks := range [][]string{{"risk"}, {"cases"}, {"risk", "signs", "recall"}, {"whole"}} {
		for ending, start := range map[string]string{"pdf": "%PDF-1.7", "html": "<!DOCTYPE html>"} {
			path := filepath.Join(folder, strings.Join(decks, "-")+"."+ending)
			m.types(append(append([]string{"handout"}, decks...), "--slides", "-o", path)...).says(t, StatusFound,
				"Written: "+path)
			if text, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(text), start) {
				t.Errorf("%s: %v, %.20q", path, err, text)
			}
		}
	}
	m.types("handout", "risk", "signs", "--slides", "-o", "-").says(t, StatusFound,
		"Being a victim of bullying or violence", "New nickname", "<h1>Risk factors, Signs</h1>")
	m.types("handout", "--slides", "-o", "x.html").says(t, StatusUsage, "which deck?", "cases, recall, whole")
	m.types("handout", "risk", "--slides", "-o", "x.md").says(t, StatusUsage, "slides are .html or .pdf")
	m.types("handout", "rsik", "--slides", "-o", "x.html").says(t, StatusUsage, "did you mean risk?")
}

func TestAHandoutIsNeverWrittenOverAFileUnasked(t *testing.T) {
	m, path := monday(), filepath.Join(t.TempDir(), "mine.html")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	m.types("handout", "risk", "-o", path).says(t, StatusNothing, "was not changed", "--force")
	if text, _ := os.ReadFile(path); string(text) != "mine" {
		t.Errorf("it holds %.20q now", text)
	}
	m.types("handout", "risk", "-o", path, "--force").says(t, StatusFound, "Written")
	m.types("handout", "risk", "-o", path, "--force", "--format", "md").says(t, StatusFound, "Written")
	if text, _ := os.ReadFile(path); !strings.HasPrefix(string(text), "# Risk factors") {
		t.Errorf("--format doesn't count before the file's name: %.20q", text)
	}
}

func TestWrongHandoutsSayWhatIsRight(t *testing.T) {
	m := monday()
	m.types("handout").says(t, StatusUsage, "which deck?",
		"rota, risk, girls, signs, protective, plan, directory, whole", "-o signs.pdf")
	m.types("handout", "risks", "-o", "x.pdf").says(t, StatusUsage, "did you mean risk?", "directory, whole")
	m.types("handout", "astronomy", "-o", "x.pdf").says(t, StatusUsage, `"astronomy" is not a deck`, "rota, risk")
	m.types("handout", "risk", "whole", "-o", "x.pdf").says(t, StatusUsage, "whole has every deck in it already")
	m.types("handout", "risk", "risk", "-o", "x.pdf").says(t, StatusUsage, "risk is named twice")
	m.types("handout", "risk", "girl", "-o", "x.pdf").says(t, StatusUsage, "did you mean girls?")
	m.types("handout", "risk", "signs", "--answers", "-o", "x.pdf").says(t, StatusUsage,
		"--answers is for the practice decks")
	m.types("handout", "risk").says(t, StatusUsage, "where to?", "-o risk.pdf", "-o - is the standard output")
	m.types("handout", "risk", "-o", "x.docx").says(t, StatusUsage, "doesn't end in .pdf, .html or .md", "--format")
	m.types("handout", "risk", "-o", "x", "--format", "word").says(t, StatusUsage, `"word" is not a format`,
		"pdf, html, md")
	m.types("handout", "risk", "-o", t.TempDir(), "--format", "pdf").says(t, StatusNothing,
		"is a folder: name a file in it")
	m.types("handout", "risk", "-o", filepath.Join(t.TempDir(), "none", "x.pdf")).says(t, StatusNothing,
		"Nothing was left behind", "The folder isn't there")
}

func TestAFolderThatMayNotBeWrittenIsSaid(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("this person may write everywhere")
	}
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	monday().types("handout", "risk", "-o", filepath.Join(folder, "x.pdf")).says(t, StatusNothing,
		"You may not write there", "Nothing was left behind")
}
