package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
	"isspp/ui/lookup"
)

// protocolJSON is the whole pack. Sections hold every sentence once more than
// the tables read from them: they are the source, in reading order.
type protocolJSON struct {
	fact
	Title     string         `json:"title"`
	Short     string         `json:"short"`
	Place     string         `json:"place"`
	Sections  []sectionJSON  `json:"sections"`
	Rota      []settingJSON  `json:"rota"`
	Lists     []listJSON     `json:"lists"`
	Plan      []planRowJSON  `json:"plan"`
	Outcomes  []outcomeJSON  `json:"outcomes"`
	Aims      []string       `json:"aims"`
	Recommend []printingJSON `json:"recommendations"`
	Directory directoryJSON  `json:"directory"`
	Glossary  []model.Term   `json:"glossary"`
	Topics    []model.Topic  `json:"topics"`
	// Suggest says which topics a sign, a factor or a word in the evidence speaks for.
	Suggest []model.Suggestion `json:"suggestions"`
	Notes   []noteJSON         `json:"notes"`
}

type sectionJSON struct {
	ID      string      `json:"id"`
	Kind    string      `json:"kind"`
	Section string      `json:"section"`
	Title   string      `json:"title"`
	Blocks  []blockJSON `json:"blocks"`
	Notes   []noteJSON  `json:"notes"`
}

// blockJSON is one block; its layer is "note" where it stands for a picture
// that the text doesn't carry.
type blockJSON struct {
	Layer model.Layer  `json:"layer"`
	Kind  string       `json:"kind"`
	Level int          `json:"level,omitempty"`
	Text  string       `json:"text,omitempty"`
	Items []string     `json:"items,omitempty"`
	Head  [][]string   `json:"head,omitempty"`
	Rows  [][][]string `json:"rows,omitempty"`
}

type planRowJSON struct {
	Number         int           `json:"number"`
	ID             string        `json:"id"`
	Recommendation string        `json:"recommendation"`
	Actions        []actionsJSON `json:"actions"`
	Notes          []noteJSON    `json:"notes"`
}

type actionsJSON struct {
	Partner string   `json:"partner"`
	Entries []string `json:"entries"`
	// Cell is the entries run together, as the text that isspp has prints them.
	Cell string `json:"cell"`
}

type outcomeJSON struct {
	Number     int      `json:"number"`
	Text       string   `json:"text"`
	Indicators []string `json:"indicators"`
}

type printingJSON struct {
	Section string   `json:"section"`
	Items   []string `json:"items"`
}

// newProtocol makes "isspp protocol".
func newProtocol(s *Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "protocol",
		Short: "The whole loaded protocol as one JSON document",
		Long: "The whole loaded protocol as one JSON document: every sentence, list item and\n" +
			"table cell a string of its own, isspp's notes apart.",
		Example:           "  isspp protocol --json",
		ValidArgsFunction: cobra.NoFileCompletions,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return Usagef("protocol takes no words. A section: isspp read %s", model.CleanLine(args[0]))
			}
			return nil
		},
	}
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		pack, err := s.Pack()
		if err != nil {
			return err
		}
		if *asJSON {
			return s.showJSON(s.protocolAsJSON(pack))
		}
		if s.Width == 0 {
			return Usagef("protocol answers as JSON: isspp protocol --json. To read it: isspp read")
		}
		p := s.page()
		p.sections(pack.Documents())
		p.Gap()
		p.text(normal("One of them: isspp read 5. The whole as JSON: isspp protocol --json"))
		return s.show(p)
	}
	return cmd
}

// protocolAsJSON gathers the whole pack.
func (s *Session) protocolAsJSON(pack *content.Pack) protocolJSON {
	e, now := pack.Edition(), s.Now()
	rota := rotaAnswer{Rota: lookup.FindRota(pack, s.Local(), "", "", now), edition: e, now: now}
	out := protocolJSON{
		fact: protocolFact(e), Title: e.Title, Short: e.Short, Place: e.Place,
		Sections: sectionsAsJSON(pack, pack.Documents()).Sections,
		Rota:     rota.json().Found, Lists: factorsAsJSON(pack, pack.Lists()).Lists, Plan: planJSON(pack),
		Outcomes: []outcomeJSON{}, Aims: append([]string{}, pack.Aims()...), Recommend: []printingJSON{},
		Directory: lookUpDirectory(pack, s.Local(), model.ServiceFilter{Now: now}).json(),
		Glossary:  append([]model.Term{}, pack.Glossary()...), Topics: append([]model.Topic{}, pack.Topics()...),
		Suggest: append([]model.Suggestion{}, pack.Suggestions()...), Notes: notesJSON(pack.Notes()),
	}
	for _, o := range pack.Outcomes() {
		out.Outcomes = append(out.Outcomes, outcomeJSON{Number: o.Number, Text: o.Text, Indicators: o.Indicators})
	}
	for _, r := range pack.Recommendations() {
		out.Recommend = append(out.Recommend, printingJSON{Section: r.Section, Items: r.Items})
	}
	return out
}

// readJSON is the answer of "isspp read --json".
type readJSON struct {
	fact
	Sections []sectionJSON `json:"sections"`
}

// sectionsAsJSON gives documents with their blocks and the notes on them.
func sectionsAsJSON(pack *content.Pack, docs []model.Document) readJSON {
	out := readJSON{fact: protocolFact(pack.Edition()), Sections: []sectionJSON{}}
	for _, d := range docs {
		out.Sections = append(out.Sections, sectionJSON{
			ID: d.ID, Kind: d.Kind, Section: d.Section, Title: d.Title, Blocks: blocksJSON(d.Blocks),
			Notes: notesJSON(pack.NotesAbout(d.ID)),
		})
	}
	return out
}

// planJSON is the delivery plan, a partner's every action a string.
func planJSON(pack *content.Pack) []planRowJSON {
	rows := []planRowJSON{}
	for _, r := range pack.Plan().Rows {
		row := planRowJSON{
			Number: r.Number, ID: r.ID, Recommendation: r.Recommendation, Actions: []actionsJSON{},
			Notes: notesJSON(pack.NotesAbout(r.ID)),
		}
		for _, a := range r.Actions {
			texts := entryTexts(a.Entries)
			row.Actions = append(row.Actions, actionsJSON{Partner: a.Partner, Entries: texts, Cell: strings.Join(texts, " ")})
		}
		rows = append(rows, row)
	}
	return rows
}

func entryTexts(entries []model.CellEntry) []string {
	texts := []string{}
	for _, e := range entries {
		texts = append(texts, model.PlainText(e.Spans))
	}
	return texts
}

// blocksJSON gives each block's texts as strings of their own.
func blocksJSON(blocks []model.Block) []blockJSON {
	out := []blockJSON{}
	for _, b := range blocks {
		j := blockJSON{Layer: model.LayerProtocol, Kind: string(b.Kind), Level: b.Level, Text: b.Plain()}
		if b.Kind == model.Absent {
			j.Layer = model.LayerNote
		}
		if len(b.Items) > 0 {
			j.Items = model.BlockTexts([]model.Block{{Items: b.Items}})
		}
		for _, cell := range b.Head {
			j.Head = append(j.Head, entryTexts(cell.Entries))
		}
		for _, row := range b.Rows {
			var cells [][]string
			for _, cell := range row {
				cells = append(cells, entryTexts(cell.Entries))
			}
			j.Rows = append(j.Rows, cells)
		}
		out = append(out, j)
	}
	return out
}
