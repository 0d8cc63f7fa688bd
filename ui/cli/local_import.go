package cli

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

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

func (s *Session) importLocal(file string, o importing) error {
	path, err := s.localFile()
	if err != nil {
		return err
	}
	o.by, o.checked = cmp.Or(o.by, s.settings().Recorder), cmp.Or(o.checked, s.Now().Format(time.DateOnly))
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
	rows := len(merge.Added) + len(merge.Changed) + len(merge.Same)
	write := !o.dry && rows > 0 && (len(in.Bad) == 0 || o.keepGood && !in.Loses)
	if write && string(was) != string(merge.Text) {
		if err := content.SaveLocal(path, was, merge.Text); err != nil {
			return Failf("%v", err)
		}
	}
	return s.tellImport(file, path, in, merge, write, o.by == "")
}

// tellImport says what became of every row; nobody is that nobody has checked them.
func (s *Session) tellImport(file, path string, in content.Import, merge content.Merge, write, nobody bool) error {
	rows := len(merge.Added) + len(merge.Changed) + len(merge.Same)
	err := s.answer(func() any {
		return importJSON{
			File: file, Local: path, Written: write, Added: named(merge.Added, rowOf),
			Changed: named(merge.Changed, rowOf), Same: named(merge.Same, rowOf), Unused: some(in.Unused),
			Skipped: in.Protocol, Layer: model.LayerLocal,
			Bad: named(in.Bad, func(b content.Mistake) badRow { return badRow{b.Line, b.Text, b.Mend, b.Near} }),
		}
	}, func(p *page) {
		for _, part := range []struct {
			word string
			rows []content.ImportRow
		}{{"New", merge.Added}, {"Changed", merge.Changed}, {"As before", merge.Same}} {
			for _, r := range part.rows {
				p.labelled(part.word, normal(r.Words()))
			}
		}
		for _, text := range in.Asides() {
			p.text(normal(text))
		}
		switch {
		case len(in.Bad) > 0 || rows == 0:
		case write:
			p.text(strong("Written to " + path + "."))
		default:
			p.text(strong("Dry run: nothing written."))
		}
	})
	switch {
	case err != nil:
		return err
	case len(in.Bad) > 0:
		return badRows(filepath.Base(file), path, in, write, nobody)
	case rows == 0:
		return Failf("the sheet has no row to import")
	}
	return nil
}

// badRows is the error with every row that can't be imported, and what was done.
func badRows(file, path string, in content.Import, written, nobody bool) error {
	said, n, them := "", in.BadRows(), "them"
	for _, b := range in.Bad {
		said += b.Row() + "\n"
	}
	if n == 1 {
		them = "it"
	}
	hint := ""
	if nobody {
		hint = `. --by "NAME, ROLE" says who has checked the rows that don't say it`
	}
	switch {
	case written:
		return Failf("%s%s of %s can't be imported; the others were written to %s", said, model.Count(n, "row"), file,
			path)
	case in.Loses:
		return Failf("%sNothing was written: say first what those columns are", said)
	}
	return Failf("%sNothing was written: %s of %s can't be imported. Fix %s, or take the other rows with --keep-good%s",
		said, model.Count(n, "row"), file, them, hint)
}

func rowOf(r content.ImportRow) rowJSON {
	return rowJSON{
		Row: r.Row, Setting: r.Entry.Name, Officer: r.Entry.Who, Written: r.Written,
		InRota: r.Entry.Kind == model.LocalRota,
	}
}

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

// progressAfter is how long something may take before a bar is drawn.
const progressAfter = 150 * time.Millisecond

// progress draws a bar on a terminal while something long goes on, and takes it
// away at the end; elsewhere it is nil.
func (s *Session) progress(what string) func(done, all int) bool {
	f, ok := s.Err.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	const cells = 30
	began, drawn := time.Now(), false
	full, empty := "█", "░"
	if s.ASCII {
		full, empty = "#", "."
	}
	return func(done, all int) bool {
		switch {
		case done >= all && drawn:
			fmt.Fprint(f, "\r\x1b[K")
		case done < all && time.Since(began) > progressAfter:
			drawn = true
			n := done * cells / max(all, 1)
			fmt.Fprintf(f, "\r%s %s%s %d of %d", what, strings.Repeat(full, n), strings.Repeat(empty, cells-n), done,
				all)
		}
		return true
	}
}
