package model

import (
	"strings"
	"testing"
)

// passages that a search for a topic chooses from.
func topical() *Index {
	return NewIndex([]Passage{
		{Kind: "item", ID: "signs/sexual/older", Title: "Older friends", Text: "Relationships with older people"},
		{Kind: "item", ID: "signs/school/truancy", Title: "Truancy", Text: "Missing from school"},
		{Kind: "section", ID: "signs/sexual", Title: "Sexual", Text: "Signs of sexual exploitation"},
		{Kind: "note", ID: "signs/sexual/note", Title: "A note", Text: "Leave it to the police"},
		{
			Kind: "service", ID: "directory/about-it", Title: "Solace", Text: "Support",
			Topics: []string{"exploitation", "victims"},
		},
		{
			Kind: "service", ID: "directory/also", Title: "Victim Support", Text: "Support",
			Topics: []string{"victims", "exploitation"},
		},
		{Kind: "service", ID: "directory/other", Title: "Growing up", Text: "Housing", Topics: []string{"housing"}},
	}, Vocabulary{Topics: []Topic{{
		ID: "cse", Name: "exploitation", Words: []string{"grooming"},
		Shows: []string{"signs/sexual"},
	}}})
}

func TestATopicShowsItsServicesThenItsListsAndNothingElse(t *testing.T) {
	t.Parallel()
	var ids []string
	for _, p := range topical().Search("grooming") {
		ids = append(ids, p.ID)
		if p.Match != MatchSynonym {
			t.Errorf("%s is found as %q", p.ID, p.Match)
		}
	}
	if got, want := strings.Join(ids, " "), "directory/about-it directory/also signs/sexual/older signs/sexual"; got != want {
		t.Errorf("found %s\nwant %s", got, want)
	}
}

func TestAPhraseOfWholeWordsComesFirst(t *testing.T) {
	t.Parallel()
	x := NewIndex([]Passage{
		{ID: "within", Title: "Part one", Text: "unsafe school partnerships and a school that is safe"},
		{ID: "whole", Title: "Part two", Text: "the schools and the safe school, in partnership"},
	}, Vocabulary{})
	for _, query := range []string{"safe school"} {
		if found := x.Search(query); len(found) != 2 || found[0].ID != "whole" {
			t.Errorf("%q: %+v", query, found)
		}
	}
}

func TestSmallWordsCountOnlyWhereNothingElseIsAsked(t *testing.T) {
	t.Parallel()
	x := NewIndex([]Passage{
		{ID: "a", Title: "One", Text: "the police and the school"},
		{ID: "b", Title: "Two", Text: "police officers"},
	}, Vocabulary{})
	if found := x.Search("the police"); len(found) != 2 {
		t.Errorf("a small word was asked of each: %+v", found)
	}
	if found := x.Search("the"); len(found) != 1 || found[0].ID != "a" {
		t.Errorf("a small word alone: %+v", found)
	}
	if found := x.Search("police officers"); len(found) != 1 || found[0].ID != "b" {
		t.Errorf("two words: %+v", found)
	}
}
