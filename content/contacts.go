package content

import (
	"slices"
	"strings"

	"isspp/model"
)

// findContacts reads every phone number, e-mail, link and address out of what
// an entry says, wherever it stands in the text, in its order, each once.
func findContacts(blocks []model.Block) []model.Contact {
	var found []model.Contact
	eachProse(blocks, func(text string, _ int) {
		for _, c := range contactsIn(text) {
			same := func(o model.Contact) bool { return o.Kind == c.Kind && strings.EqualFold(o.Value, c.Value) }
			if !slices.ContainsFunc(found, same) {
				found = append(found, c)
			}
		}
	})
	return found
}

func eachProse(blocks []model.Block, give func(text string, line int)) {
	model.EachText(blocks, func(t model.BlockText) {
		if t.In != model.Heading && t.In != model.Table && t.In != model.Absent {
			give(model.PlainText(t.Spans), t.Line)
		}
	})
}

func contactsIn(text string) []model.Contact {
	for _, label := range []string{"Location:", "Address:"} {
		if place, found := strings.CutPrefix(text, label); found {
			place = strings.TrimSpace(place)
			return []model.Contact{{Kind: model.Address, Value: place, Printed: place}}
		}
	}
	var out []model.Contact
	for at := 0; at < len(text); {
		if text[at] == ' ' {
			at++
			continue
		}
		if n := phoneLen(text[at:]); n > 0 {
			printed := text[at : at+n]
			out = append(out, model.Contact{Kind: model.Phone, Value: phoneFormat(printed), Printed: printed})
			at += n
			continue
		}
		word, _, _ := strings.Cut(text[at:], " ")
		if c, ok := wordContact(strings.Trim(word, ".,;:()<>")); ok {
			out = append(out, c)
		}
		at += len(word)
	}
	return out
}

func wordContact(word string) (model.Contact, bool) {
	name, domain, mail := strings.Cut(word, "@")
	lower := strings.ToLower(word)
	switch {
	case mail && name != "" && strings.Contains(domain, ".") && !strings.Contains(domain, "@"):
		return model.Contact{Kind: model.Email, Value: word, Printed: word}, true
	case strings.HasPrefix(lower, "https://"), strings.HasPrefix(lower, "http://"):
		return model.Contact{Kind: model.Link, Value: word, Printed: word}, true
	case strings.HasPrefix(lower, "www."):
		return model.Contact{Kind: model.Link, Value: "https://" + word, Printed: word}, true
	}
	return model.Contact{}, false
}

// phoneLen is the length of the phone number that a text starts with, and 0 where it starts with none. A number
// is 0 and nine or ten digits more, in groups that are parted by single spaces.
func phoneLen(text string) int {
	if text[0] != '0' {
		return 0
	}
	digits, end := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			digits, end = digits+1, i+1
		case c == ' ' && text[i-1] != ' ' && digits < 11:
		default:
			i = len(text)
		}
	}
	if digits < 10 || digits > 11 {
		return 0
	}
	return end
}

// phoneFormat writes a British number in the way it is dialled and read out:
// 020 7527 7400, 0121 496 0000, 07710 854048, 0808 168 9291, 0800 555 111.
func phoneFormat(printed string) string {
	d := strings.ReplaceAll(printed, " ", "")
	switch {
	case strings.HasPrefix(d, "02"):
		return d[:3] + " " + d[3:7] + " " + d[7:]
	case d[1] == '8' || d[1] == '3' || d[1] == '9' || d[1] == '1' && (d[2] == '1' || d[3] == '1'):
		return d[:4] + " " + d[4:7] + " " + d[7:]
	}
	return d[:5] + " " + d[5:]
}

func countDigits(text string) int {
	n := 0
	for _, c := range text {
		if c >= '0' && c <= '9' {
			n++
		}
	}
	return n
}
