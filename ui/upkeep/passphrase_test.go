package upkeep

import (
	"testing"
)

func TestWhatWouldBeTriedFirstIsNoPassphrase(t *testing.T) {
	for _, p := range []string{
		"passwordpassword", "Password 1234567", "qwertyuiop12345", "qwertyuiopasdfgh", "zxcvbnmasdfghjkl",
		"1qaz2wsx3edc4rfv",
		"poiuytrewq54321", "iloveyouiloveyou", "letmeinletmein1!", "abcdefghijklmnop", "london school 2026",
		"correct horse battery staple", "tr7x tr7x tr7x tr7x",
	} {
		if Weak(p) == "" {
			t.Errorf("%q is taken", p)
		}
	}
	for _, p := range []string{
		"a harp and a tractor", "five calm words for notes", "summer dragon teacher violin",
		"my password is a purple giraffe", "ж снег и лодка 7", "8361950274619385",
	} {
		if why := Weak(p); why != "" {
			t.Errorf("%q is refused: %s", p, why)
		}
	}
}
