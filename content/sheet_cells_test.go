package content

import "testing"

func TestAPhoneThatASpreadsheetSpoiltIsKnown(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]string{
		"7.9E+09": "its digits are lost", "7,9": "", "2079460001": "has lost its first 0",
		"207946000": "has lost its first 0", "20 7946 0001": "has lost its first 0",
		"020 7946 0001": "", "02079460001": "", "20794600": "", "20794600012": "", "0207946000": "", "2079460OO1": "",
		"": "",
	} {
		text, mend := spoilt(value)
		if want == "" && text != "" || want != "" && (len(text) < len(want) || text[len(text)-len(want):] != want) {
			t.Errorf("%q %s", value, text)
		}
		if (mend == "") != (text == "") {
			t.Errorf("%q: %q is mended by %q", value, text, mend)
		}
	}
}

func TestACellLooksLikeDaysOrAPhone(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string][2]bool{
		"Monday": {true, false}, "Mon-Fri": {true, false}, "every day": {true, false}, "Tuseday": {false, false},
		"": {false, false}, "PC Sam Brown": {false, false},
		"020 7946 0001": {false, true}, "+44 20 7946 0001": {false, true}, "12345678": {false, false},
		"12345678901234": {false, false}, "020 7946 0001 x": {false, false},
	} {
		if got := [2]bool{looksLikeDays(cell), looksLikePhone(cell)}; got != want {
			t.Errorf("%q: days and phone %v", cell, got)
		}
	}
}

func TestTheRowWithTheMostColumnsIsTheHeader(t *testing.T) {
	t.Parallel()
	in := sheet("Officer,,\nOfficer,Days,Phone\nPC Sam Brown,Monday,\n")
	if len(in.Rows) != 0 || len(in.Bad) == 0 || in.Bad[0].Line != 2 {
		t.Errorf("%d rows, %v", len(in.Rows), in.Bad)
	}
}

func TestAFileKeepsItsLineEndings(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"a\nb\n": "\n", "a\r\nb\r\n": "\r\n", "a\nb\r\nc": "\r\n", "a\rb\r": "\r", "a\nb\r": "\n", "": "\n",
		"one line": "\n",
	} {
		if got := newLocalPatch([]byte(text)).end; got != want {
			t.Errorf("%q ends its lines with %q, want %q", text, got, want)
		}
	}
}
