package model

// Topic is one of isspp's own words for what a service is about, with the
// words that people search for when they mean it. Topics are ours (layer Note).
type Topic struct {
	// ID is a slug: "knife-crime".
	ID string `json:"id"`
	// Name is the word as services are tagged with it: "knife crime".
	Name string `json:"name"`
	// Words are synonyms and short forms: "stabbing", "blade".
	Words []string `json:"words,omitempty"`
}
