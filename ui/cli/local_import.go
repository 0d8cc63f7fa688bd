package cli

import (
	"os"
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
	keepGood, dry, asJSON bool
	by, checked           string
}

func newLocalImport(s *Session) *cobra.Command {
	var o importing
	cmd := &cobra.Command{
		Use:   "import FILE.csv",
		Short: "Take a council's sheet of officers into your school's own layer",
		Long: "Takes a sheet of officers (CSV) into the Local file. The first row names the columns:\n" +
			"Setting and Officer, and whichever there are of Days, Phone, E-mail, Covers for, From,\n" +
			"Until, Note, Checked and By. Commas, semicolons and tabs are understood, and what Excel\n" +
			"saves. A setting may be written short; a school that the rota doesn't list is kept as\n" +
			"such. The rest of the Local file stays as it is.\n\n" +
			"A row that can't be taken is named by its number, and then nothing is written. With\n" +
			"--keep-good the other rows are. Status 1 where any row is bad.",
		Example: "  isspp local import officers.csv --by \"A. Lead, DSL\"\n  isspp local import officers.csv --dry-run",
		Args:    exactlyOne("FILE"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"csv", "txt"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&o.keepGood, "keep-good", false, "take the good rows though others are bad")
	flags.BoolVar(&o.dry, "dry-run", false, "say what would change, and write nothing")
	flags.StringVar(&o.by, "by", "", "`WHO` has checked the rows that don't say it; recorder of the config file otherwise")
	flags.StringVar(&o.checked, "checked", "", "the `DATE` on which they were checked; today otherwise")
	flags.BoolVar(&o.asJSON, "json", false, "answer as JSON")
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
	src, err := readSheetFile(file)
	if err != nil {
		return err
	}
	pack, err := s.Pack()
	if err != nil {
		return err
	}
	in := content.ReadImport(filepath.Base(file), src, pack, o.checked, o.by)
	was, fault := content.ReadLocalFile(path)
	if fault != nil {
		return Failf("%v", fault.Error())
	}
	merge, err := content.MergeLocal(was, in)
	if err != nil {
		return Failf("%v", err)
	}
	write := !o.dry && len(merge.Added)+len(merge.Changed)+len(merge.Same) > 0 && (len(in.Bad) == 0 || o.keepGood)
	if write && string(was) != string(merge.Text) {
		if err := content.SaveLocal(path, was, merge.Text); err != nil {
			return Failf("%v", err)
		}
	}
	return s.tellImport(file, path, in, merge, o, write)
}

// readSheetFile reads a plain file of a sheet's size.
func readSheetFile(file string) ([]byte, error) {
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return nil, Failf("the sheet can't be read: %v", err)
	case !info.Mode().IsRegular():
		return nil, Failf("%s is not a plain file", file)
	case info.Size() > content.MaxFile:
		return nil, Failf("%s is too big for a sheet of officers: at most 256 KB is read", file)
	}
	src, err := os.ReadFile(file) //nolint:gosec // the person named it
	if err != nil {
		return nil, Failf("the sheet can't be read: %v", err)
	}
	return src, nil
}

// tellImport says what became of every row.
func (s *Session) tellImport(file, path string, in content.Import, m content.Merge, o importing, written bool) error {
	if o.asJSON {
		answer := importJSON{
			File: file, Local: path, Written: written, Added: rowsJSON(m.Added), Changed: rowsJSON(m.Changed), Same: rowsJSON(m.Same),
			Bad: []badRow{}, Unused: append([]string{}, in.Unused...), Skipped: in.Protocol, Layer: model.LayerLocal,
		}
		for _, b := range in.Bad {
			answer.Bad = append(answer.Bad, badRow{Row: b.Line, Text: b.Text, Mend: b.Mend, Near: b.Near})
		}
		if err := s.showJSON(answer); err != nil {
			return err
		}
	} else if err := s.show(s.importPage(in, m)); err != nil {
		return err
	}
	if len(in.Bad) > 0 {
		said := ""
		for _, b := range in.Bad {
			said += badLine(b) + "\n"
		}
		if !written {
			hint := ""
			if o.by == "" {
				hint = `. --by "NAME, ROLE" says who has checked the rows that don't say it`
			}
			return Failf("%sNothing was written: %s of %s can't be taken. Mend them, or take the other rows with --keep-good%s",
				said, counted(countRows(in.Bad), "row"), filepath.Base(file), hint)
		}
		return Failf("%s%s of %s can't be taken; the others were written to %s", said, counted(countRows(in.Bad), "row"), filepath.Base(file), path)
	}
	return s.tellWritten(path, m, o, written)
}

// tellWritten ends the answer: what was done with the rows.
func (s *Session) tellWritten(path string, m content.Merge, o importing, written bool) error {
	n := len(m.Added) + len(m.Changed) + len(m.Same)
	switch {
	case n == 0:
		return Failf("the sheet has no row to take")
	case o.asJSON:
		return nil
	}
	p := s.page()
	if written {
		p.text(run{"Written to " + path + ".", strong})
	} else {
		p.text(run{"Nothing was written: this is what would be.", strong})
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
			text := r.Entry.Name + ": " + r.Entry.Answer()
			switch {
			case r.Written != "":
				text += " (the sheet has “" + r.Written + "”)"
			case r.Entry.Kind == model.LocalSchool:
				text += " (not in the rota)"
			}
			p.labelled(part.word, run{text, normal})
		}
	}
	if in.Protocol > 0 {
		p.text(run{counted(in.Protocol, "row") + " of the protocol's own left out.", normal})
	}
	if len(in.Unused) > 0 {
		p.text(run{"Columns not used: " + strings.Join(in.Unused, ", ") + ".", normal})
	}
	return p
}

// badLine says a bad row: its number, what is wrong, and the mend.
func badLine(b content.Mistake) string {
	text := "row " + count(b.Line) + ": " + b.Text
	if b.Mend != "" {
		text += " (" + b.Mend + ")"
	}
	if b.Near != "" {
		text += ": did you mean “" + b.Near + "”?"
	}
	return text
}

// countRows is how many rows have a mistake.
func countRows(bad []content.Mistake) int {
	rows := map[int]bool{}
	for _, b := range bad {
		rows[b.Line] = true
	}
	return len(rows)
}

func rowsJSON(rows []content.ImportRow) []rowJSON {
	out := []rowJSON{}
	for _, r := range rows {
		out = append(out, rowJSON{
			Row: r.Row, Setting: r.Entry.Name, Officer: r.Entry.Who, Written: r.Written, InRota: r.Entry.Kind == model.LocalRota,
		})
	}
	return out
}
