package content

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"isspp/model"
)

// Contacts are the contacts at the head of the directory, those for danger
// among them. Only their own small document is parsed.
func (p *Pack) Contacts() []model.HeadContact {
	return readFirst(p, &p.contacts, "contacts", readContacts)
}

// Directory is the directory of support: its head, its tiers, its bulletin.
func (p *Pack) Directory() model.Directory {
	d := readFirst(p, &p.directory, "directory", readDirectory)
	d.Head = p.Contacts()
	return d
}

// serviceAttributes are what a service's heading or marker may say.
//   - ages: the printed span, and after a semicolon who is older: "12-21; to 25 with learning needs";
//   - from: the age from which isspp offers it, where no lower age or none is printed;
//   - for: for whom alone it is: "young women";
//   - staff: "yes" where it helps staff and is never offered for a child.
var serviceAttributes = []string{"ages", "from", "for", "staff", "topics", "hours", "ended", "over"}

// readDirectory makes the tiers and their services of a directory document: a tier is a numbered heading, a
// service a heading below it, or a marker where the protocol prints a service without a heading of its own.
func readDirectory(f *file, b body, r *reporter) model.Directory {
	var d model.Directory
	add := func(s model.Service) {
		if len(d.Tiers) == 0 {
			r.add(s.Line, "write the tier's heading above it", "the service %q is outside the tiers", s.Name)
			return
		}
		tier := &d.Tiers[len(d.Tiers)-1]
		s.Tier = tier.Number
		tier.Services = append(tier.Services, s)
	}
	shared := ""
	for i, block := range b.blocks {
		if block.Kind == model.Heading && block.Level == 2 {
			// "2. Specialist services and support"
			number, title, _ := strings.Cut(block.Plain(), ".")
			n, err := strconv.Atoi(number)
			if err != nil {
				r.add(block.Line, "## 1. Early help", "the tier %q has no number", block.Plain())
				title = block.Plain()
			}
			d.Tiers = append(d.Tiers, model.Tier{Number: n, Title: strings.TrimSpace(title)})
		}
		for _, m := range b.marks[i] {
			switch m.kind {
			case "service":
				s := readService(b, i, m.text, m.attributes, m.line, r)
				s.Within = shared
				add(s)
			case "contact":
				d.Bulletin = readContact(b, i, m, r)
			}
		}
		if block.Kind != model.Heading {
			continue
		}
		shared = ""
		_, holdsServices := b.mark(i+1, "service")
		switch {
		case block.Level > 3:
			r.add(block.Line, "a service has three #; words within one are **strong**",
				"a heading this deep starts no service, and the text below it belongs to none")
		case block.Level != 3:
		case holdsServices:
			shared = block.Plain()
		default:
			add(readService(b, i, block.Plain(), attributes{values: block.Attrs}, block.Line, r))
		}
	}
	if len(d.Tiers) == 0 {
		r.add(f.line, "## 1. Name of the tier, ### Name of the service", "the directory has no tiers")
	}
	for _, t := range d.Tiers {
		if len(t.Services) == 0 {
			r.add(f.line, "### Name of the service", "the tier %q has no services", t.Title)
		}
	}
	return d
}

func readService(b body, i int, name string, a attributes, line int, r *reporter) model.Service {
	a.allow(serviceAttributes, line, r)
	text, said := entryText(b, i), a.values
	if b.blocks[i].Kind == model.Heading {
		text = text[1:]
	}
	ages := readAges(said["ages"], line, r)
	ages.Youngest = readYoungest(said["from"], ages, line, r)
	s := model.Service{
		ID: b.blocks[i].ID, Name: name, Line: line, Text: text, Contacts: findContacts(text), Ages: ages,
		For: said["for"], ForStaff: readYes("staff", said, line, r), Hours: readHours(said["hours"], line, r),
		Ended: readDate(said["ended"], line, r), Over: said["over"], Topics: commaList(said["topics"]),
	}
	if len(text) == 0 {
		r.add(line, "write what it offers below its heading", "the service %q has no text", name)
	}
	return s
}

// contactAttributes are what a contact's marker may say.
//   - only: the one number of the text that is this contact's, where a text names several;
//   - short: how the safety line names it;
//   - emergency: "yes" where it belongs in the safety line and the emergency panel;
//   - called: what it is called in the app, where the printed name could mislead;
//   - words: other words that people look for it by;
//   - ask: "yes" where it is whom to ask when nothing in the directory fits.
var contactAttributes = []string{"only", "short", "called", "words", "emergency", "ask"}

// readContacts reads the contacts that stand outside the tiers. Each starts at a marker and goes on to the next
// marker or heading; two markers before one paragraph share its text.
func readContacts(_ *file, b body, r *reporter) []model.HeadContact {
	var list []model.HeadContact
	ids := idSet{}
	for i := range b.blocks {
		for _, m := range b.marks[i] {
			if m.kind != "contact" {
				continue
			}
			c := readContact(b, i, m, r)
			if !ids.take(c.ID) {
				r.add(m.line, "give it another", "the id %q is already a contact's above", c.ID)
			}
			list = append(list, c)
		}
	}
	return list
}

func readContact(b body, i int, m marker, r *reporter) model.HeadContact {
	m.allow(contactAttributes, m.line, r)
	text, said := entryText(b, i), m.values
	c := model.HeadContact{
		ID: cmp.Or(m.id, slug(m.text)), Name: m.text, Short: said["short"], Words: commaList(said["words"]), Text: text,
		Line: m.line, Emergency: readYes("emergency", said, m.line, r), Ask: readYes("ask", said, m.line, r),
	}
	if called := said["called"]; called != "" {
		c.Name, c.Printed = called, m.text
	}
	only, printed := said["only"], false
	eachProse(text, func(text string, _ int) { printed = printed || strings.Contains(text, only) })
	switch {
	case only == "":
		if c.Contacts = findContacts(text); len(c.Contacts) == 0 {
			r.add(m.line, "a phone, e-mail or link in the text below", "%q has no way to be reached", m.text)
		}
	case !printed:
		r.add(m.line, "a number that the text prints", "%q isn't in the text below", only)
	default:
		c.Contacts = []model.Contact{{Kind: model.Phone, Value: only, Printed: only}}
	}
	return c
}

// entryText is what an entry says: block i and those after it, up to the next marker or heading.
func entryText(b body, i int) []model.Block {
	end := i + 1
	for end < len(b.blocks) && b.blocks[end].Kind != model.Heading && len(b.marks[end]) == 0 {
		end++
	}
	return b.blocks[i:end:end]
}

// readDate reads a day as YYYY-MM-DD; empty stays empty.
func readDate(text string, line int, r *reporter) string {
	if text == "" {
		return ""
	}
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		r.add(line, "year-month-day, such as 2023-09-01", "%q is not a date", text)
		return ""
	}
	return text
}

// agesWritten are the ages that a service takes, and behind a semicolon those that
// it takes on a condition: "11-17", "6+", "up to 18", "12-21; to 25 with learning needs".
var agesWritten = model.Pattern(`^ *(?:up to (\d{1,3})|(\d{1,3})(?:(\+)| ?[-–] ?(\d{1,3})))(?: *;(.*))?$`)

var olderWritten = model.Pattern(`^to (\d{1,3}) (.+)$`)

const oldest = 127

func readAges(text string, line int, r *reporter) (span model.AgeSpan) {
	if text == "" {
		return span
	}
	number := func(digits string) int { n, _ := strconv.Atoi(digits); return n } // the patterns have digits only
	part := agesWritten().FindStringSubmatch(text)
	if part != nil {
		span = model.AgeSpan{
			Printed: true, From: number(part[2]), To: number(part[1] + part[4]), OpenEnd: part[3] != "",
		}
	}
	if part == nil || !span.OpenEnd && span.From > span.To || max(span.From, span.To) > oldest {
		ages, _, _ := strings.Cut(text, ";")
		r.add(line, `such as "11-17", "6+", "up to 18"`, "%q are not ages", ages)
		return model.AgeSpan{}
	}
	on := strings.TrimSpace(part[5])
	if on == "" {
		return span
	}
	part = olderWritten().FindStringSubmatch(on)
	if part == nil || span.OpenEnd || number(part[1]) <= span.To || number(part[1]) > oldest {
		r.add(line, `such as "12-21; to 25 with learning needs"`, "%q is not an age and its condition", on)
		return span
	}
	span.Older, span.If = number(part[1]), part[2]
	return span
}

// readYoungest reads the age from which a service is offered that prints no lower age.
func readYoungest(text string, span model.AgeSpan, line int, r *reporter) int {
	if text == "" {
		return 0
	}
	from, err := strconv.ParseUint(text, 10, 7)
	if err != nil || span.From > 0 || span.Printed && !span.OpenEnd && int(from) > span.To {
		r.add(line, `such as ages="up to 18" from="11"`, "%q is not an age to offer it from", text)
		return 0
	}
	return int(from)
}

// hoursWritten is a span of days and one of hours: "Mon-Fri 09:00-17:00 except holidays".
var hoursWritten = model.Pattern(`^ *([A-Za-z]+)(?:-([A-Za-z]+))? (\d?\d:\d\d)-(\d?\d:\d\d)( except holidays)? *$`)

// readHours reads when a service answers: "Mon-Fri 09:00-17:00 except holidays; Sat 09:00-17:00".
func readHours(text string, line int, r *reporter) (list []model.OpenHours) {
	if text == "" {
		return nil
	}
	for written := range strings.SplitSeq(text, ";") {
		h, ok := model.OpenHours{}, false
		if part := hoursWritten().FindStringSubmatch(written); part != nil {
			from, okFrom := weekday(part[1])
			to, okTo := weekday(cmp.Or(part[2], part[1]))
			h.From, h.To, h.ExceptHolidays = minutes(part[3]), minutes(part[4]), part[5] != ""
			for d := from; h.Days == nil || d != (to+1)%7; d = (d + 1) % 7 {
				h.Days = append(h.Days, int(d))
			}
			ok = okFrom && okTo && h.From >= 0 && h.From < h.To
		}
		if !ok {
			r.add(line, `such as "Mon-Fri 09:00-17:00 except holidays; Sat 09:00-17:00"`, "%q are not hours", written)
			continue
		}
		list = append(list, h)
	}
	return list
}

func minutes(text string) int {
	if text == "24:00" {
		return 24 * 60
	}
	t, err := time.Parse("15:04", text)
	if err != nil {
		return -1
	}
	return t.Hour()*60 + t.Minute()
}
