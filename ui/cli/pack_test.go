package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/content"
	"isspp/content/packtest"
	"isspp/ui/config"
)

// faultyTown is the made-up town's protocol with a slip in its rota, in a folder.
func faultyTown(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(packtest.Folder(t))); err != nil {
		t.Fatal(err)
	}
	slip(t, dir)
	return dir
}

// slip makes a day of the rota none.
func slip(t *testing.T, dir string) {
	t.Helper()
	editFile(t, dir, "rota.md", "Monday", "Moonday")
}

// answersOfAPack are commands that answer from the protocol.
func answersOfAPack(dir string) [][]string {
	return [][]string{
		{"rota"},
		{"rota", "beacon"},
		{"rota", "--json"},
		{"rota", "--csv"},
		{"directory"},
		{"directory", "--json"},
		{"factors"},
		{"find", "ferry"},
		{"find", "gangs", "--json"},
		{"read"},
		{"read", "F", "--json"},
		{"protocol", "--json"},
		{"handout", "whole", "-o", "-"},
		{"handout", "rota", "-o", filepath.Join(dir, "rota.pdf")},
		{"local", "check"},
	}
}

// A slip in the town's own protocol: nothing of Islington's answers for it.
func TestAnotherPlaceIsNeverAnsweredByTheEmbeddedProtocol(t *testing.T) {
	own, dir := packtest.OwnWords(content.Embedded()), faultyTown(t)
	for name, here := range map[string]desk{
		"config": monday().configured(Settings{Config: config.Config{Content: dir}, File: "/c.toml"}),
		"flag":   monday(),
	} {
		for _, args := range answersOfAPack(t.TempDir()) {
			if name == "flag" {
				args = append([]string{"--content", dir}, args...)
			}
			got := here.types(args...).says(t, StatusNothing, "can't be used: 1 mistake.", "rota.md:", `"Moonday"`,
				"In danger: Emergency 999")
			if w := packtest.Said(got.out+got.err, own); w != "" || got.out != "" {
				t.Errorf("isspp %v says %q: %s%s", args, w, got.out, got.err)
			}
		}
		for _, args := range [][]string{
			{"--help"},
			{"rota", "--help"},
			{"man"},
			{"__complete", "rota", ""},
			{"__complete", "directory", "--topic", ""},
		} {
			got := here.types(args...).says(t, StatusFound)
			if w := packtest.Said(strings.ReplaceAll(got.out, "Islington Safer", ""), own); w != "" &&
				name == "config" {
				t.Errorf("isspp %v says %q: %s", args, w, got.out)
			}
		}
	}
}

// The same slip after a day on which the protocol was whole.
func TestTheTownsLastGoodCopyAnswersAndSaysSo(t *testing.T) {
	own, dir := packtest.OwnWords(content.Embedded()), t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(packtest.Folder(t))); err != nil {
		t.Fatal(err)
	}
	here := monday().configured(Settings{Config: config.Config{Content: dir}, Copies: content.Copies(t.TempDir())})
	here.types("rota").says(t, StatusFound, "Constable Ottoline")
	slip(t, dir)
	for _, args := range answersOfAPack(t.TempDir()) {
		if args[0] == "local" || args[len(args)-1] == "gangs" {
			continue
		}
		got := here.types(args...)
		if got.status != StatusFound && args[1] != "beacon" && args[0] != "find" {
			t.Errorf("isspp %v: status %d", args, got.status)
		}
		got.says(t, got.status, "can't be used: it has a mistake: rota.md:", "Its last good copy answers (Brackwater",
			"kept on 23 November 2026", "isspp content check "+dir)
		if w := packtest.Said(got.out+got.err, own); w != "" {
			t.Errorf("isspp %v says %q: %s%s", args, w, got.out, got.err)
		}
	}
	here.types("rota", "ropewalk").says(t, StatusFound, "The Ropewalk Sixth")
	here.types("content", "where").says(t, StatusFound, "Brackwater", "Its last good copy answers")
}

func TestAFolderThatIsNotThereIsWrongUsage(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"rota"},
		{"directory", "--json"},
		{"content", "where"},
		{"local", "show"},
		{"help"},
		{},
	} {
		monday().types(append([]string{"--content", filepath.Join(dir, "none")}, args...)...).says(t, StatusUsage,
			"there is no folder")
	}
	monday().types("--content", file, "rota").says(t, StatusUsage, "is a file, not a folder")
	here := monday().configured(Settings{Config: config.Config{Content: filepath.Join(dir, "none")}})
	got := here.types("rota", "beacon").says(t, StatusNothing, "can't be read", "no other protocol answers",
		"In danger: Emergency 999")
	if got.out != "" {
		t.Errorf("answered %s", got.out)
	}
}
