package content

import (
	"slices"
	"strings"

	"isspp/model"
)

// numberLike is a run of digits as a phone number is written, long or short.
var numberLike = model.Pattern(`(\+|\b)0?[0-9][0-9 ()\-–]{5,}[0-9]\b`)

// wayLabel is what stands before a way to reach somebody.
var wayLabel = model.Pattern(`(?i)^(tel|tel no|telephone|phone|mobile|mob|e-?mail)\b\.?\s*:`)

// checkNumbers reports what looks like a way to reach somebody and isn't read as
// one: it would be printed, and nobody could ring or copy it.
func (p *Pack) checkNumbers() []Mistake {
	var list []Mistake
	for _, kind := range []string{"contacts", "directory"} {
		for _, f := range p.loader.ofKind(kind) {
			r := &reporter{file: f.name}
			eachProse(f.parsed().blocks, func(text string, line int) { checkWay(text, line, r) })
			list = append(list, r.list...)
		}
	}
	return list
}

// checkWay reports the numbers and addresses of a text that aren't read.
func checkWay(text string, line int, r *reporter) {
	before, read := len(r.list), contactsIn(text)
	inPhone := func(number string) bool {
		return slices.ContainsFunc(read, func(c model.Contact) bool {
			return c.Kind == model.Phone && strings.Contains(c.Printed, number) || c.Kind == model.Address
		})
	}
	for _, number := range numberLike().FindAllString(text, -1) {
		number = strings.TrimSpace(number)
		if number[0] != '0' && number[0] != '+' || inPhone(number) {
			continue
		}
		r.add(line, "digits with single blanks between them, such as 020 7946 0001",
			"%q has %d digits and is not read as a phone number",
			number, countDigits(number))
	}
	for _, word := range strings.Fields(text) {
		word = strings.Trim(word, ".,;:()<>")
		if _, ok := wordContact(word); !ok && strings.Contains(word, "@") {
			r.add(line, "such as name@council.gov.uk", "%q is not read as an e-mail address", word)
		}
	}
	if wayLabel().MatchString(text) && len(read) == 0 && len(r.list) == before {
		r.add(line, "a number such as 020 7946 0001, or an e-mail address",
			"%q gives no number or address that is read", short(text))
	}
}
