package model

import "strings"

// Deck names a part of the protocol that can be presented and handed out. The
// slides and the handouts of a deck are made from the same parts of a pack.
type Deck struct {
	// ID is the name on a command line: "risk".
	ID string
	// Title is how it is offered: "Risk factors". It is ours, not the protocol's.
	Title string
	// About says in a few words what is in it.
	About string
	// List is the checklist that the deck is made from, or empty.
	List string
}

// WholeDeck is the deck with everything in it.
const WholeDeck = "whole"

// Decks are the decks, in the order in which they are offered. Any pack has
// them all; a part that it lacks makes an empty deck.
func Decks() []Deck {
	return []Deck{
		{ID: "rota", Title: "Officer rota", About: "settings, officers and days"},
		{ID: "risk", Title: "Risk factors", About: "the risk factors by domain", List: "risk"},
		{ID: "girls", Title: "Girls", About: "girls, youth violence and gangs", List: "girls"},
		{ID: "signs", Title: "Signs", About: "the signs and what to look for", List: "signs"},
		{ID: "protective", Title: "Protective factors", About: "the protective factors by domain", List: "protective"},
		{ID: "plan", Title: "Delivery plan", About: "what each partner does"},
		{ID: "directory", Title: "Directory of support", About: "the services and their contacts"},
		{ID: WholeDeck, Title: "The whole protocol", About: "all of it, with a glossary"},
	}
}

// FindDeck is the deck of a name, whatever its case, and whether there is one.
func FindDeck(name string) (Deck, bool) {
	return find(Decks(), func(d Deck) bool { return strings.EqualFold(d.ID, strings.TrimSpace(name)) })
}

// DeckIDs are the decks' names, in their order.
func DeckIDs() []string {
	var ids []string
	for _, d := range Decks() {
		ids = append(ids, d.ID)
	}
	return ids
}
