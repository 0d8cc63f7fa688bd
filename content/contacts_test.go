package content

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"isspp/model"
)

// Every phone number, e-mail and link that section 11 prints can be reached
// from an entry of the directory, in its printed form.
func TestDirectoryCarriesEveryContact(t *testing.T) {
	_, section, found := strings.Cut(protocolText(t), "11 - Directory of Support")
	if !found {
		t.Fatal("section 11 isn't in the source")
	}
	section = emphasis.ReplaceAllString(section, "")
	printed := map[string]bool{}
	for _, c := range allContacts(Embedded()) {
		printed[c.Printed] = true
	}
	want := map[string]*regexp.Regexp{
		"phone":  regexp.MustCompile(`\b0[\d ]{8,}\d\b`),
		"e-mail": regexp.MustCompile(`[\w.-]+@[\w-]+(\.[\w-]+)+`),
		"link":   regexp.MustCompile(`(https?://|www\.)[^\s>]+`),
	}
	least := map[string]int{"phone": 20, "e-mail": 12, "link": 3}
	for kind, pattern := range want {
		all := pattern.FindAllString(section, -1)
		if len(all) < least[kind] {
			t.Errorf("%d of kind %s found in the source: the test sees too little", len(all), kind)
		}
		for _, text := range all {
			if !printed[text] {
				t.Errorf("the %s %q is printed and in no entry", kind, text)
			}
		}
	}
	for _, short := range []string{"999", "101"} {
		if !printed[short] {
			t.Errorf("%s is in no entry", short)
		}
	}
}

// allContacts are the contacts of the head, the services and the bulletin.
func allContacts(p *Pack) []model.Contact {
	d := p.Directory()
	all := slices.Clone(d.Bulletin.Contacts)
	for _, h := range d.Head {
		all = append(all, h.Contacts...)
	}
	for _, tier := range d.Tiers {
		for _, s := range tier.Services {
			all = append(all, s.Contacts...)
		}
	}
	return all
}

func TestNumbersAreShownInOneFormat(t *testing.T) {
	for printed, value := range map[string]string{
		"0207 527 7400": "020 7527 7400", "020 7527 5959": "020 7527 5959", "0207 272 0039": "020 7272 0039",
		"07710 854048": "07710 854048", "07825098200": "07825 098200", "0808 168 9291": "0808 168 9291",
		"0800 555 111": "0800 555 111", "01632 960001": "01632 960001", "0121 496 0000": "0121 496 0000",
	} {
		got := contactsIn("Call " + printed + ", or write.")
		if len(got) != 1 || got[0].Value != value || got[0].Printed != printed || got[0].Kind != model.Phone {
			t.Errorf("%q gives %v, want %q", printed, got, value)
		}
	}
	for _, text := range []string{"from 2023 to 2024", "0 - 5", "12 weeks, 1 million", "page 0123"} {
		if got := contactsIn(text); len(got) > 0 {
			t.Errorf("%q gives %v, want nothing", text, got)
		}
	}
}

func TestServicesWithoutContactAreFour(t *testing.T) {
	var none []string
	for _, tier := range Embedded().Directory().Tiers {
		for _, s := range tier.Services {
			if len(s.Contacts) == 0 {
				none = append(none, s.ID)
				if len(Embedded().NotesAbout(s.ID)) == 0 {
					t.Errorf("no note says whom to ask about %s", s.ID)
				}
			}
		}
	}
	want := []string{
		"directory/solace", "directory/arsenal-in-the-community", "directory/adventure-playgrounds",
		"directory/youth-work",
	}
	if !slices.Equal(none, want) {
		t.Errorf("without a contact: %v, want %v", none, want)
	}
}

func TestSafetyLineHasItsThreeNumbers(t *testing.T) {
	var got []string
	for _, c := range Embedded().Contacts() {
		if c.Emergency {
			got = append(got, c.ID+" "+c.Contacts[0].Value)
		}
	}
	want := []string{"csct 020 7527 7400", "999 999", "101 101"}
	if !slices.Equal(got, want) {
		t.Errorf("the safety line has %v, want %v", got, want)
	}
}

func TestBenKinsellaHasItsAddress(t *testing.T) {
	want := model.Contact{
		Kind: model.Address, Value: "245 St John St, Clerkenwell, EC1V 4NB",
		Printed: "245 St John St, Clerkenwell, EC1V 4NB",
	}
	if !slices.Contains(allContacts(Embedded()), want) {
		t.Error("the address isn't in the directory")
	}
}
