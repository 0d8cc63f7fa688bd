package seal

import (
	"errors"
	"strings"
	"testing"
)

// typed changes the letter or digit at place n of a key's text.
func typedWrong(text string, n int) string {
	c := text[n]
	i := (strings.IndexByte(crockford, c) + 7) % len(crockford)
	return text[:n] + crockford[i:i+1] + text[n+1:]
}

func TestOneWrongCharacterOfARecoveryKeyIsFound(t *testing.T) {
	t.Parallel()
	key, told := NewRecoveryKey(), 0
	text := key.Text()
	for n, c := range text {
		if c == '-' {
			continue
		}
		_, err := ParseRecoveryKey(typedWrong(text, n))
		if !errors.As(err, new(mistyped)) {
			t.Fatalf("a wrong character at %d: %v", n, err)
		}
		if strings.Contains(err.Error(), "likely in group "+string(rune('1'+n/5))+".") {
			told++
		}
	}
	// By chance another key may fit too, and then no group is named.
	if told < 34 {
		t.Errorf("the group was named for %d of 36", told)
	}
	if _, err := ParseRecoveryKey(typedWrong(typedWrong(text, 1), 30)); err == nil ||
		strings.Contains(err.Error(), text[:4]) {
		t.Errorf("two mistakes: %v", err)
	}
}

func TestARecoveryKeyThatIsTooLongIsCalledThat(t *testing.T) {
	t.Parallel()
	_, err := ParseRecoveryKey(NewRecoveryKey().Text() + " 7")
	if err == nil || !strings.Contains(err.Error(), "too long") {
		t.Error(err)
	}
}

func TestAKeyTypedBackWrongSaysInWhichGroup(t *testing.T) {
	t.Parallel()
	key := NewRecoveryKey()
	text := key.Text()
	for typed, group := range map[string]int{
		text: 0, strings.ToLower(strings.ReplaceAll(text, "-", " ")): 0, "": 1, text[:9]: 3, text[:7]: 2,
		typedWrong(text, 0): 1, typedWrong(text, 22): 5, typedWrong(text, 43): 9, text + "7": 9,
		text[:5] + "!" + text[6:]: 2,
	} {
		if got := key.Differs(typed); got != group {
			t.Errorf("typed in %d characters: group %d, want %d", len(typed), got, group)
		}
	}
	if spelt := strings.NewReplacer("0", "o", "1", "L").Replace(text); key.Differs(spelt) != 0 {
		t.Error("O for 0 and L for 1 are taken for a mistake")
	}
}
