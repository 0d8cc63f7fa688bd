package model

import "testing"

// alarms are rows of what to ask at once, as a pack has them.
var alarms = []Suggestion{
	{Word: "knife", Topics: []string{"knife crime"}},
	{Word: "raped", Ask: "Is she safe?"},
	{Word: "strangl*", Ask: "Has a doctor seen it?"},
	{Word: "wants to die", Ask: "Is anybody with the child?"},
	{Word: "pills", Ask: "An overdose?"},
	{Word: "overdose", Ask: "An overdose?"},
	{Word: "stabbed", Ask: "Is anybody hurt?"},
	{Word: "hanged", Ask: "Is anybody with the child?"},
	{Word: "cutting him*", Ask: "Is he hurt?"},
	{Word: "self-harm", Ask: "How bad is it?"},
	{Word: "*", Ask: "Nothing at all?"},
}

func TestAWordOfDangerIsAskedAboutAsItIsTyped(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, typed, asked, quoted string }{
		{"nothing yet", "", "", ""},
		{"nothing to ask about", "He was late again.", "", ""},
		{"a word alone", "raped", "Is she safe?", "raped"},
		{"a word in the middle", "She said she was Raped, by two.", "Is she safe?", "raped"},
		{"a word that is for services alone", "He carries a knife", "", ""},
		{"the beginning of a word", "He tried to strangle her", "Has a doctor seen it?", "strangle"},
		{"a phrase at the end", "He says he wants to die", "Is anybody with the child?", "wants to die"},
		{"a phrase with something between", "He wants never to die", "", ""},
		{"half a phrase", "He wants to", "", ""},
		{"the last word of a phrase goes on", "He is cutting himself", "Is he hurt?", "cutting himself"},
		{"the first word of a phrase goes on", "Two cuttings himself", "", ""},
		{"two of them: the first row's", "She took pills after he raped her", "Is she safe?", "raped"},
		{"a slip in a long word", "an overdsoe of them", "An overdose?", "overdsoe"},
		{"a letter too few in seven", "he was stabed", "Is anybody hurt?", "stabed"},
		{"a slip in a word that goes on", "strnagled", "Has a doctor seen it?", "strnagled"},
		{"two slips", "an ovredsoe", "", ""},
		{"the first letter is another", "an everdose", "", ""},
		{"a long word goes on where none may", "overdosings", "", ""},
		{"a slip in a short word", "she was hangep", "", ""},
		{"a short word that only looks like it", "the bills and the pulls, rapid", "", ""},
		{"written in two words", "there was Self harm", "How bad is it?", "self-harm"},
		{"a slip before the last word of a phrase", "cuttng himself", "", ""},
	} {
		row, ok := AtOnce(c.typed, "", alarms)
		if ok != (c.asked != "") || row.Ask != c.asked || row.Word != c.quoted {
			t.Errorf("%s: asked %q about %q (%v), not %q about %q", c.name, row.Ask, row.Word, ok, c.asked, c.quoted)
		}
	}
}

func TestWhatWasAskedIsNotAskedAgain(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, before, now, asked string }{
		{"the same text", "she took pills", "she took pills", ""},
		{"more of it", "she took pills", "she took pills, ten pills", ""},
		{"another word for the same", "she took pills", "she took pills, an overdose", ""},
		{"something else", "she took pills", "she took pills and was raped", "Is she safe?"},
		{"what stands behind it in the rows", "she was raped", "she was raped and stabbed", "Is anybody hurt?"},
		{"nothing that was asked about", "a knife", "a knife, and pills", "An overdose?"},
	} {
		if row, ok := AtOnce(c.now, c.before, alarms); row.Ask != c.asked || ok != (c.asked != "") {
			t.Errorf("%s: asked %q", c.name, row.Ask)
		}
	}
}
