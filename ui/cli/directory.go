package cli

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
	"isspp/ui/lookup"
)

// directoryAnswer is what a look-up in the directory found, and how it is told.
type directoryAnswer struct{ lookup.Services }

// newDirectory makes "isspp directory".
func newDirectory(s *Session) *cobra.Command {
	var age, topic string
	var open bool
	cmd := &cobra.Command{
		Use:   "directory [QUERY]",
		Short: "Services and contacts, by name, age, topic and opening hours",
		Long: "The directory of support. QUERY is part of a name, a word or a number.\n" +
			"With --age, services that print no ages are kept and marked, since nobody can\n" +
			"say that they don't take the child. A service that has ended is listed last.",
		Example: "  isspp directory " + openService + "\n  isspp directory --age 13 --topic gangs\n  isspp directory " +
			"--open --json",
	}
	s.jsonFlag(cmd)
	cmd.Flags().StringVar(&age, "age", "", "services for a child of `AGE` years")
	cmd.Flags().StringVar(&topic, "topic", "", "services about `TOPIC`, a word of the pack's own such as gangs")
	cmd.Flags().BoolVar(&open, "open", false, "services open now by their printed hours")
	completeFlag(cmd, "topic", func() []string { return topicNames(s.loaded().Pack) })
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		f := model.ServiceFilter{Query: query(args), Open: open, Now: s.Now()}
		if err := readAge(age, &f); err != nil {
			return err
		}
		pack, err := s.Pack()
		if err != nil {
			return err
		}
		if err := readTopic(pack, topic, &f); err != nil {
			return err
		}
		return s.answerDirectory(directoryAnswer{lookup.Directory(pack, s.Local(), f)})
	}
	return cmd
}

// readAge reads --age, whole years from 0 to 120.
func readAge(text string, f *model.ServiceFilter) error {
	if text == "" {
		return nil
	}
	age, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || age < 0 || age > 120 {
		return Usagef("--age: %q is not an age in whole years, such as 13", model.CleanLine(text))
	}
	f.ByAge, f.Age = true, age
	return nil
}

// readTopic finds a topic by its id, its name or one of the words for it.
func readTopic(pack *content.Pack, text string, f *model.ServiceFilter) error {
	if text == "" {
		return nil
	}
	wanted := model.Fold(text)
	for _, t := range pack.Topics() {
		for _, word := range append([]string{t.ID, t.Name}, t.Words...) {
			if model.Fold(word) == wanted {
				f.Topic = t.Name
				return nil
			}
		}
	}
	return OneOf("topic", text, topicNames(pack))
}

func topicNames(pack *content.Pack) []string {
	return named(pack.Topics(), func(t model.Topic) string { return t.Name })
}

// answerDirectory shows what was found; nothing found is status 1.
func (s *Session) answerDirectory(a directoryAnswer) error {
	return s.found(!a.Empty(), a.nothing, func() any { return a.json() }, func(p *page) {
		a.guess(p)
		if len(a.Head)+len(a.Bulletin)+len(a.Services.Services) == 1 && (len(a.Own) == 0 || a.Filter.Query == "") {
			a.one(p)
		} else {
			a.list(p)
		}
	})
}

// guess says that what follows is not what was asked for.
func (a directoryAnswer) guess(p *page) {
	if a.Matched != model.MatchNear {
		return
	}
	said := "No exact match for “" + a.Filter.Query + "”. Closest:"
	if a.Filtered() {
		said = "No service " + a.asked() + ". Near misses:"
	}
	p.text(normal(said))
	p.Gap()
}

// nothing says what was asked for and whom to ask instead.
func (a directoryAnswer) nothing() string {
	return "no service in the directory " + a.asked() + ". Ask " + askInstead(a.Pack.Contacts()) +
		". All of them: isspp directory"
}

// asked is what was asked for, as what a service does.
func (a directoryAnswer) asked() string {
	var asked []string
	if a.Filter.Query != "" {
		asked = append(asked, "fits “"+a.Filter.Query+"”")
	}
	if a.Filter.ByAge {
		asked = append(asked, fmt.Sprintf("takes the age of %d", a.Filter.Age))
	}
	if a.Filter.Topic != "" {
		asked = append(asked, "is tagged “"+a.Filter.Topic+"”")
	}
	if a.Filter.Open {
		asked = append(asked, "is open now by its printed hours")
	}
	return strings.Join(asked, " and ")
}

// askInstead names the lines that the pack says know more than is printed.
func askInstead(contacts []model.HeadContact) string {
	var ways []string
	for _, c := range contacts {
		if !c.Ask {
			continue
		}
		if phone, ok := c.Phone(); ok {
			ways = append(ways, c.Name+" "+phone.Value)
		}
	}
	return strings.Join(ways, " or ")
}
