package config

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestASettingIsWrittenAndTheRestIsLeft(t *testing.T) {
	for _, c := range []struct{ name, before, after string }{
		{"no file", "", "content = '/p'\n"},
		{"others", "theme = \"dark\" # mine\n", "content = '/p'\ntheme = \"dark\" # mine\n"},
		{
			"there already", "theme = \"dark\"\ncontent = \"/old\"\nmouse = false\n",
			"theme = \"dark\"\ncontent = '/p'\nmouse = false\n",
		},
		{"with a remark", "content = \"/old\"   # ask June\n", "content = '/p'  # ask June\n"},
		{"at the very end", "mouse = false\ncontent='/old'", "mouse = false\ncontent = '/p'"},
		{"as a remark only", "# content = \"/old\"\n", "content = '/p'\n# content = \"/old\"\n"},
		{"Windows line ends", "mouse = false\r\n", "content = '/p'\r\nmouse = false\r\n"},
		{"below a table", "[other]\ncontent = \"x\"\n", "content = '/p'\n[other]\ncontent = \"x\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "deep", "config.toml")
			if c.before != "" {
				if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(c.before), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if err := Set(path, "content", "/p"); err != nil {
				t.Fatal(err)
			}
			got, err := os.ReadFile(path)
			if err != nil || string(got) != c.after {
				t.Errorf("got %q, %v, want %q", got, err, c.after)
			}
			if read, faults := Read(path); read.Content != "/p" || c.name != "below a table" && faults.Notice() != "" {
				t.Errorf("read %q, %q", read.Content, faults.Notice())
			}
		})
	}
}

func TestAWindowsPathAndAnApostropheAreReadBack(t *testing.T) {
	for _, value := range []string{`C:\Users\June\new protocol`, `/home/o'neill/protocol`, "/a \"b\""} {
		path := filepath.Join(t.TempDir(), "config.toml")
		if err := Set(path, "content", value); err != nil {
			t.Fatal(err)
		}
		if read, faults := Read(path); read.Content != beside(path, value) || faults.Notice() != "" {
			t.Errorf("%q came back as %q, %q", value, read.Content, faults.Notice())
		}
	}
}

func TestAConfigFileWithAMistakeIsNotTouched(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	const broken = "theme = dark\n"
	if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Set(path, "content", "/p"); err == nil || !strings.Contains(err.Error(), "nothing was changed") {
		t.Errorf("said %v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != broken {
		t.Errorf("it is now %q", got)
	}
}

// People keep their settings in one place and link to them.
func TestALinkedConfigFileStaysALink(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege on Windows")
	}
	dir := t.TempDir()
	kept, path := filepath.Join(dir, "kept.toml"), filepath.Join(dir, "config.toml")
	if err := os.WriteFile(kept, []byte("mouse = false\n"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(kept, path); err != nil {
		t.Fatal(err)
	}
	if err := Set(path, "content", "/p"); err != nil {
		t.Fatal(err)
	}
	if to, err := os.Readlink(path); err != nil || to != kept {
		t.Errorf("the link is gone: %v", err)
	}
	info, err := os.Stat(kept)
	if err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the file's mode is %v, %v", info.Mode(), err)
	}
}
