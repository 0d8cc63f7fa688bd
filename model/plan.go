package model

// Plan is section 8's delivery plan.
type Plan struct {
	Title string
	Rows  []PlanRow
}

// PlanRow is one recommendation and what each partner does for it.
type PlanRow struct {
	// Number is the printed number, 1 to 8.
	Number         int    `json:"number"`
	ID             string `json:"id"`
	Recommendation string `json:"recommendation"`
	// Actions are by partner, in the order of the plan's columns.
	Actions []PlanActions `json:"-"`
	Line    int           `json:"-"`
}

// PlanActions are one partner's actions for a recommendation.
type PlanActions struct {
	// Partner is the column's printed heading: "Schools", "Police", "Council/Other".
	Partner string
	Entries []CellEntry
}

// Outcome is one row of section 3: an outcome and its key performance indicators.
type Outcome struct {
	Number     int      `json:"number"`
	Text       string   `json:"text"`
	Indicators []string `json:"indicators"`
}

// Recommendations is one printing of the recommendations: section 4 and
// section 8 print them in different words, and neither is merged.
type Recommendations struct {
	Section string   `json:"section"`
	Items   []string `json:"items"`
}
