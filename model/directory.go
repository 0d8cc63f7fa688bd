package model

// Directory is section 11: the contacts at its head, the services by tier, and
// the bulletin at its end.
type Directory struct {
	// Head is the five contacts printed before the tiers.
	Head []HeadContact
	// Tiers are the four groups of services, in order.
	Tiers []Tier
	// Bulletin is the Youth Safety Bulletin's sign-up.
	Bulletin HeadContact
}

// HeadContact is a contact that stands outside the tiers.
type HeadContact struct {
	// ID is a slug: "csct", "999", "101", "crimestoppers", "fis".
	ID string `json:"id"`
	// Name is the printed name, or isspp's own where Printed has the other.
	Name    string `json:"name"`
	Printed string `json:"printed_name"`
	// Short is how the safety line names it: "CSCT". Empty where it isn't there.
	Short string `json:"short,omitempty"`
	// Words are others that people look for it by: "social services".
	Words    []string  `json:"-"`
	Text     Prose     `json:"text"`
	Contacts []Contact `json:"contacts"`
	// Emergency tells that it belongs in the safety line and the emergency panel.
	Emergency bool `json:"emergency"`
	// Ask tells that it is whom to ask where nothing else was found.
	Ask  bool `json:"-"`
	Line int  `json:"-"`
}

// Phone is the first phone number of the contact.
func (h HeadContact) Phone() (Contact, bool) {
	return find(h.Contacts, func(c Contact) bool { return c.Kind == Phone })
}

// Tier is one of the directory's numbered groups.
type Tier struct {
	Number   int
	Title    string
	Services []Service
}

// Service is one entry of the directory.
type Service struct {
	// ID is "directory/" and a slug: "directory/wipers".
	ID   string `json:"id"`
	Name string `json:"name"`
	Tier int    `json:"tier"`
	// Within is the printed heading above a service that shares one with another.
	Within string `json:"within"`
	Text   Prose  `json:"text"`
	// Ages is the span that the protocol prints, and empty where it prints none.
	Ages AgeSpan `json:"-"`
	// For says for whom alone it is, in the protocol's sense: "young women". Empty
	// where it is for every young person of its ages.
	For string `json:"for"`
	// ForStaff tells that it helps staff: it is never offered for a child.
	ForStaff bool `json:"for_staff"`
	// Topics are isspp's own tags, from the topics document.
	Topics   []string  `json:"topics"`
	Contacts []Contact `json:"contacts"`
	// Hours is empty where the protocol prints none: open is then "not stated".
	Hours []OpenHours `json:"-"`
	// Ended is the day a time-limited service was over, as YYYY-MM-DD, or empty.
	// An ended service is listed last and never offered by a filter.
	Ended string `json:"ended"`
	// Over says in words when that was, where no last day is printed: "spring 2023".
	Over string `json:"-"`
	Line int    `json:"-"`
}

// AgeSpan is the ages that a service takes, in whole years, both ends included.
type AgeSpan struct {
	// Printed tells that the protocol prints an age; without it From and To say nothing.
	Printed  bool
	From, To int
	// OpenEnd tells that no upper age is printed: "aged six and up".
	OpenEnd bool
	// Youngest is the age from which isspp offers a service that prints no lower
	// age, or none at all, and 0 where it offers it from any.
	Youngest int
	// Older is the age up to which it takes young people on a condition, and If
	// that condition: "with learning needs". Both are printed.
	Older int
	If    string
}

// InDanger reports whether it is rung where somebody is in danger now: a short
// number that is known by heart.
func (h HeadContact) InDanger() bool {
	return h.Emergency && !h.Ask && len(h.Contacts) > 0 && len(h.Contacts[0].Value) <= 3
}

// ContactKind says how a contact is reached.
type ContactKind string

// The kinds of contact that the directory prints.
const (
	Phone   ContactKind = "phone"
	Email   ContactKind = "email"
	Link    ContactKind = "link"
	Address ContactKind = "address"
)

// Contact is one way to reach a service.
type Contact struct {
	Kind ContactKind `json:"kind"`
	// Value is the contact in one format: "020 7527 7400".
	Value string `json:"value"`
	// Printed is the contact as the protocol prints it: "0207 527 7400".
	Printed string `json:"printed"`
}

// OpenHours is a span of the week in which a service says that it answers.
type OpenHours struct {
	// Days are the weekdays, 0 for Sunday, as time.Weekday has them.
	Days []int
	// From and To are minutes after midnight; To is not included.
	From, To int
	// ExceptHolidays tells that public holidays are printed as excluded.
	ExceptHolidays bool
}
