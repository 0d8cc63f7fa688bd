package cli

import "isspp/model"

// What scripts read of the answers in JSON, by the names that they rely on.

type saidFact struct{ Layer, Edition, Dated string }

type saidNote struct{ Layer, Text, Dated string }

type saidContact struct {
	saidFact
	Name     string          `json:"name"`
	Contacts []model.Contact `json:"contacts"`
}

type saidRota struct {
	saidFact
	Query, On, Weekday, Match, Status, Caution string
	Found                                      []struct {
		saidFact
		Setting, Officer, Assigned, Covered, Status string
		Days                                        []string
		WhenRequired                                bool `json:"when_required"`
		Notes                                       []saidNote
	} `json:"settings"`
	WithoutOfficer []saidContact `json:"without_officer"`
	NotSet         []string      `json:"not_set"`
	Notes          []saidNote
}

type saidDirectory struct {
	saidFact
	Services []struct {
		saidFact
		Name, Ages, Ended string
		Tier              int
		Open              model.Open
		Text              []string
		Contacts          []model.Contact
		Notes             []saidNote
	}
	Head     []saidContact
	Bulletin *saidContact
}

type saidFactors struct {
	saidFact
	Lists []struct {
		saidFact
		ID, Title string
		Domains   []struct {
			Title string
			Items []struct{ ID, Text string }
		}
	}
}

type saidFound struct {
	Results []struct {
		saidFact
		Kind, Title, Text, Where string
	}
}
