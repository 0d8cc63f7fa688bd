package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/ui/lookup"
)

// protocolJSON is the whole pack. Sections hold every sentence once more than
// the tables read from them: they are the source, in reading order.
type protocolJSON struct {
	fact
	Title     string                  `json:"title"`
	Short     string                  `json:"short"`
	Place     string                  `json:"place"`
	Sections  []section               `json:"sections"`
	Rota      []settingJSON           `json:"rota"`
	Lists     []list                  `json:"lists"`
	Plan      []planRow               `json:"plan"`
	Outcomes  []model.Outcome         `json:"outcomes"`
	Aims      []string                `json:"aims"`
	Recommend []model.Recommendations `json:"recommendations"`
	Directory directoryJSON           `json:"directory"`
	Glossary  []model.Term            `json:"glossary"`
	Topics    []model.Topic           `json:"topics"`
	// Suggest says which topics a sign, a factor or a word in the evidence speaks for.
	Suggest []model.Suggestion `json:"suggestions"`
	Notes   []note             `json:"notes"`
}

type section struct {
	model.Document
	Blocks []block `json:"blocks"`
	Notes  []note  `json:"notes"`
}

// block is one block; its layer is "note" where it stands for a picture
// that the text doesn't carry.
type block struct {
	Layer model.Layer     `json:"layer"`
	Kind  model.BlockKind `json:"kind"`
	Level int             `json:"level,omitempty"`
	Text  string          `json:"text,omitempty"`
	Items []string        `json:"items,omitempty"`
	Head  [][]string      `json:"head,omitempty"`
	Rows  [][][]string    `json:"rows,omitempty"`
}

// planRow is a row of the delivery plan, a partner's every action a string.
type planRow struct {
	model.PlanRow
	Actions []actions `json:"actions"`
	Notes   []note    `json:"notes"`
}

type actions struct {
	Partner string   `json:"partner"`
	Entries []string `json:"entries"`
	// Cell is the entries run together, as the text that isspp has prints them.
	Cell string `json:"cell"`
}

func newProtocol(s *Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "protocol",
		Short: "The whole loaded protocol as one JSON document",
		Long: "The whole loaded protocol as one JSON document: every sentence, list item and\n" +
			"table cell a string of its own, isspp's notes apart.",
		Example: "  isspp protocol --json",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return Usagef("protocol takes no words. A section: isspp read %s", model.CleanLine(args[0]))
			}
			return nil
		},
	}
	s.jsonFlag(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		pack, err := s.Pack()
		if err != nil {
			return err
		}
		if s.Width == 0 && !s.asJSON {
			return Usagef("protocol answers as JSON: isspp protocol --json. To read it: isspp read")
		}
		return s.answer(func() any { return factsOf(pack, s.Local(), s.Now(), s.Now()).protocol() }, func(p *page) {
			p.sections(pack.Documents())
			p.Gap()
			p.text(normal("One of them: isspp read 5. The whole as JSON: isspp protocol --json"))
		})
	}
	return cmd
}

func (f facts) protocol() protocolJSON {
	p, e := f.pack, f.pack.Edition()
	rota := rotaAnswer{Rota: lookup.FindRota(p, f.local, "", "", f.now), now: f.now}
	directory := directoryAnswer{lookup.Directory(p, f.local, model.ServiceFilter{Now: f.now})}
	return protocolJSON{
		fact: f.fact, Title: e.Title, Short: e.Short, Place: e.Place,
		Sections: named(p.Documents(), f.section), Rota: rota.json().Found, Lists: named(p.Lists(), f.list),
		Plan:     named(f.pack.Plan().Rows, f.planRow),
		Outcomes: some(p.Outcomes()), Aims: some(p.Aims()), Recommend: some(p.Recommendations()),
		Directory: directory.json(),
		Glossary:  some(p.Glossary()), Topics: some(p.Topics()), Suggest: some(p.Suggestions()),
		Notes: notesOf(p.Notes()),
	}
}

func (f facts) section(d model.Document) section { return section{d, blocks(d.Blocks), f.notes(d.ID)} }

func (f facts) planRow(r model.PlanRow) planRow {
	return planRow{r, named(r.Actions, func(a model.PlanActions) actions {
		texts := entryTexts(a.Entries)
		return actions{a.Partner, texts, strings.Join(texts, " ")}
	}), f.notes(r.ID)}
}

func entryTexts(entries []model.CellEntry) []string {
	return named(entries, func(e model.CellEntry) string { return model.PlainText(e.Spans) })
}

// blocks gives each block's texts as strings of their own.
func blocks(list []model.Block) []block {
	cells := func(row []model.Cell) [][]string {
		return named(row, func(c model.Cell) []string { return entryTexts(c.Entries) })
	}
	return named(list, func(b model.Block) block {
		out := block{
			Layer: model.LayerProtocol, Kind: b.Kind, Level: b.Level, Text: b.Plain(),
			Items: model.BlockTexts([]model.Block{{Items: b.Items}}), Head: cells(b.Head), Rows: named(b.Rows, cells),
		}
		if b.Kind == model.Absent {
			out.Layer = model.LayerNote
		}
		return out
	})
}
