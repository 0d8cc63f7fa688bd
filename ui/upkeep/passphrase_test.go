package upkeep

import (
	"strings"
	"testing"
)

func TestWhatWouldBeTriedFirstIsNoPassphrase(t *testing.T) {
	for _, p := range []string{
		"passwordpassword", "Password 1234567", "qwertyuiop12345", "qwertyuiopasdfgh", "zxcvbnmasdfghjkl",
		"1qaz2wsx3edc4rfv",
		"poiuytrewq54321", "iloveyouiloveyou", "letmeinletmein1!", "abcdefghijklmnop", "london school 2026",
		"correct horse battery staple", "tr7x tr7x tr7x tr7x",
	} {
		if weak(p) == "" {
			t.Errorf("%q is taken", p)
		}
	}
	for _, p := range []string{
		"a harp and a tractor", "five calm words for notes", "summer dragon teacher violin",
		"my password is a purple giraffe", "ж снег и лодка 7", "8361950274619385",
	} {
		if why := weak(p); why != "" {
			t.Errorf("%q is refused: %s", p, why)
		}
	}
}

func TestOneKeyHeldDownIsNoPassphrase(t *testing.T) {
	for _, bad := range []string{
		strings.Repeat(" ", 15), strings.Repeat("a", 40), strings.Repeat("ab1 ", 10),
		"short one",
	} {
		if weak(bad) == "" {
			t.Errorf("%q is taken", bad)
		}
	}
	for _, good := range []string{"a horse and a violin", "十五文字以上の合言葉を選んでください"} {
		if why := weak(good); why != "" {
			t.Errorf("%q: %s", good, why)
		}
	}
}

func TestAPassphraseFileIsReadWithoutItsMarkAndRefusedWhereItIsNoUTF8(t *testing.T) {
	const said = "a harp and a tractor"
	for _, text := range []string{said, "\ufeff" + said + "\r\n", said + "\nmore"} {
		if got, err := firstLine(strings.NewReader(text)); err != nil || got != said {
			t.Errorf("%q is read as %q, %v", text, got, err)
		}
	}
	wide := "\xff\xfe" + strings.Join(strings.Split(said, ""), "\x00") + "\x00"
	for name, text := range map[string]string{
		"UTF-16": wide, "UTF-16 without a mark": wide[2:],
		"Latin-1": "caf\xe9 and a tractor", "a mark alone": "\ufeff\n",
	} {
		if got, err := firstLine(strings.NewReader(text)); err == nil || strings.Contains(err.Error(), "tractor") {
			t.Errorf("%s is read as %q, %v", name, got, err)
		}
	}
}
