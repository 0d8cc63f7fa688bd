package cli

import (
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
)

// importJSON is the answer of "isspp local import --json".
type importJSON struct {
	File  string `json:"file"`
	Local string `json:"local"`
	// Written tells that the Local file was changed.
	Written bool        `json:"written"`
	Added   []rowJSON   `json:"added"`
	Changed []rowJSON   `json:"changed"`
	Same    []rowJSON   `json:"same"`
	Bad     []badRow    `json:"bad"`
	Unused  []string    `json:"unused_columns"`
	Skipped int         `json:"protocol_rows"`
	Layer   model.Layer `json:"layer"`
}

// rowJSON is a row that was taken, by its number in the sheet.
type rowJSON struct {
	Row     int    `json:"row"`
	Setting string `json:"setting"`
	Officer string `json:"officer"`
	// Written is the setting as the sheet has it, where the rota's name differs.
	Written string `json:"written,omitempty"`
	// InRota is false for a school that the rota doesn't list.
	InRota bool `json:"in_rota"`
}

// badRow is a row that was not.
type badRow struct {
	Row  int    `json:"row"`
	Text string `json:"text"`
	Mend string `json:"mend,omitempty"`
	Near string `json:"near,omitempty"`
}

// importing is what an import was asked to do.
type importing struct {
	keepGood, dry, fillDown bool
	by, checked             string
	columns                 []string
}

func newLocalImport(s *Session) *cobra.Command {
	var o importing
	cmd := &cobra.Command{
		Use:   "import FILE.csv",
		Short: "Import a council's sheet of officers into your school's own layer",
		Long: "Imports a sheet of officers (CSV) into the Local file. A row below any titles names the\n" +
			"columns: Setting and Officer, and whichever there are of Days, Phone, E-mail, Covers for,\n" +
			"From, Until, Note, Checked and By, or other usual words for them; a column for each day\n" +
			"with a mark where it is covered is understood too. --map names a column that isn't. Commas,\n" +
			"semicolons and tabs are understood, and what Excel saves. A setting may be written short;\n" +
			"a school that the rota doesn't list is kept as such. TBC, n/a and vacant are a vacancy. A\n" +
			"setting that was merged over several rows counts for each, and so does an officer who\n" +
			"stands left of the schools, or with --fill-down anywhere. The rest of the Local file stays\n" +
			"as it is.\n\n" +
			"A sheet with the columns Term, First day and Last day is imported as your school's term dates.\n\n" +
			"A row that can't be imported is named by its number, and then nothing is written. With\n" +
			"--keep-good the other rows are. Nor is anything written where a column that looks like\n" +
			"days, phones or e-mails would be lost. Status 1 where any row is bad.",
		Example: "  isspp local import officers.csv --map \"Who=Officer\" --map \"Bleep=ignore\"\n  isspp " +
			"local import officers.csv --by \"A. Lead, DSL\"\n  isspp local import officers.csv --dry-run",
		Args:              exactlyOne("FILE"),
		ValidArgsFunction: completeFiles(cobra.ShellCompDirectiveFilterFileExt, "csv", "txt"),
	}
	flags := cmd.Flags()
	flags.BoolVar(&o.keepGood, "keep-good", false, "import the good rows although others are bad")
	flags.StringArrayVar(&o.columns, "map", nil, "read a `COLUMN=LINE` of the sheet as that line of an entry, or "+
		"ignore it; can be repeated")
	flags.BoolVar(&o.fillDown, "fill-down", false, "take an empty officer for the one above, as merged cells leave it")
	flags.BoolVar(&o.dry, "dry-run", false, "say what would change, and write nothing")
	flags.StringVar(&o.by, "by", "", "`WHO` checked the rows that don't say; otherwise the recorder in the config file")
	flags.StringVar(&o.checked, "checked", "", "the `DATE` they were checked; otherwise today")
	s.jsonFlag(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error { return s.importLocal(args[0], o) }
	return cmd
}

// importLocal reads the sheet, says what is in it, and writes the Local file.
func (s *Session) importLocal(file string, o importing) error {
	path := s.settings().Local
	if path == "" {
		return s.noLocalFile()
	}
	if o.by == "" {
		o.by = s.settings().Recorder
	}
	if o.checked == "" {
		o.checked = s.Now().Format(time.DateOnly)
	}
	src, err := content.ReadSheetFile(file)
	if err != nil {
		return Failf("%v", err)
	}
	pack, err := s.Pack()
	if err != nil {
		return err
	}
	columns, err := mapped(o.columns)
	if err != nil {
		return err
	}
	in := content.ReadImport(filepath.Base(file), src, pack, content.Reading{
		Checked: o.checked, By: o.by, Map: columns, FillDown: o.fillDown, Progress: s.progress("Reading"),
	})
	was, fault := content.ReadLocalFile(path)
	if fault != nil {
		return Failf("%v", fault.Error())
	}
	merge, err := content.MergeLocal(was, in)
	if err != nil {
		return Failf("%v", err)
	}
	write := !o.dry && len(merge.Added)+len(merge.Changed)+len(merge.Same) > 0 &&
		(len(in.Bad) == 0 || o.keepGood && !in.Loses)
	if write && string(was) != string(merge.Text) {
		if err := content.SaveLocal(path, was, merge.Text); err != nil {
			return Failf("%v", err)
		}
	}
	return s.tellImport(file, path, in, merge, o, write)
}

// mapped are the columns that --map names, and the lines that they are for.
func mapped(words []string) (map[string]string, error) {
	columns := map[string]string{}
	for _, word := range words {
		at := strings.LastIndex(word, "=")
		if at < 1 {
			return nil, Usagef("--map: %q names no column and line. Try: --map \"Contact=Phone\"",
				model.CleanLine(word))
		}
		line, ok := content.ColumnLine(word[at+1:])
		if !ok {
			return nil, Usagef("--map: %q is no line of an entry. There are: %s", model.CleanLine(word[at+1:]),
				strings.Join(content.ColumnLines(), ", "))
		}
		columns[strings.TrimSpace(word[:at])] = line
	}
	return columns, nil
}

// tellImport says what became of every row.
func (s *Session) tellImport(file, path string, in content.Import, m content.Merge, o importing, written bool) error {
	if s.asJSON {
		answer := importJSON{
			File: file, Local: path, Written: written, Added: rowsJSON(m.Added), Changed: rowsJSON(m.Changed),
			Same: rowsJSON(m.Same),
			Bad:  []badRow{}, Unused: some(in.Unused), Skipped: in.Protocol, Layer: model.LayerLocal,
		}
		for _, b := range in.Bad {
			answer.Bad = append(answer.Bad, badRow{Row: b.Line, Text: b.Text, Mend: b.Mend, Near: b.Near})
		}
		if err := s.ShowJSON(answer); err != nil {
			return err
		}
	} else if err := s.show(s.importPage(in, m)); err != nil {
		return err
	}
	if len(in.Bad) > 0 {
		said := ""
		for _, b := range in.Bad {
			said += b.Row() + "\n"
		}
		if !written {
			hint := ""
			if o.by == "" {
				hint = `. --by "NAME, ROLE" says who has checked the rows that don't say it`
			}
			if in.Loses {
				return Failf("%sNothing was written: say first what those columns are", said)
			}
			return Failf("%sNothing was written: %s of %s can't be imported. Fix %s, or take the other rows with "+
				"--keep-good%s",
				said, model.Count(in.BadRows(), "row"), filepath.Base(file), itOrThem(in.BadRows()), hint)
		}
		return Failf("%s%s of %s can't be imported; the others were written to %s", said,
			model.Count(in.BadRows(), "row"), filepath.Base(file), path)
	}
	return s.tellWritten(path, m, written)
}

// tellWritten ends the answer: what was done with the rows.
func (s *Session) tellWritten(path string, m content.Merge, written bool) error {
	n := len(m.Added) + len(m.Changed) + len(m.Same)
	switch {
	case n == 0:
		return Failf("the sheet has no row to import")
	case s.asJSON:
		return nil
	}
	p := s.page()
	if written {
		p.text(strong("Written to " + path + "."))
	} else {
		p.text(strong("Dry run: nothing written."))
	}
	return s.show(p)
}

// importPage lists the rows that can be taken.
func (s *Session) importPage(in content.Import, m content.Merge) *page {
	p := s.page()
	for _, part := range []struct {
		word string
		rows []content.ImportRow
	}{{"New", m.Added}, {"Changed", m.Changed}, {"As before", m.Same}} {
		for _, r := range part.rows {
			p.labelled(part.word, normal(r.Words()))
		}
	}
	for _, text := range in.Asides() {
		p.text(normal(text))
	}
	return p
}

func itOrThem(n int) string {
	if n == 1 {
		return "it"
	}
	return "them"
}

func rowsJSON(rows []content.ImportRow) []rowJSON {
	out := []rowJSON{}
	for _, r := range rows {
		out = append(out, rowJSON{
			Row: r.Row, Setting: r.Entry.Name, Officer: r.Entry.Who, Written: r.Written,
			InRota: r.Entry.Kind == model.LocalRota,
		})
	}
	return out
}
