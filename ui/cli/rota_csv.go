package cli

import (
	"encoding/csv"
	"strings"

	"isspp/content"
	"isspp/model"
)

// csvHead are the columns of "isspp rota --csv"; isspp local import reads them.
var csvHead = []string{
	"Setting", "Officer", "Days", "Phone", "E-mail", "Covers for", "From", "Until", "Note", "Checked", "By", "Layer", "Edition",
}

// csv writes the settings that were found as a sheet: what the school knows of
// each first, and then the protocol's own row. No cell of it is a formula.
func (a rotaAnswer) csv() string {
	var b strings.Builder
	out := csv.NewWriter(&b)
	out.UseCRLF = true
	row := func(cells ...string) {
		for i, cell := range cells {
			cells[i] = content.Neutral(cell)
		}
		_ = out.Write(cells) // to memory
	}
	local := func(e model.LocalEntry) {
		row(e.Name, e.Who, e.Assigned, e.Phone, e.Email, e.CoversFor, e.From, e.Until, e.Note, e.Checked, e.By, string(model.LayerLocal), "")
	}
	row(csvHead...)
	for _, s := range a.Found {
		for _, e := range a.Local.Covers(s) {
			local(e)
		}
		row(s.Name, s.Officer, s.Assigned, "", "", "", "", "", "", "", "", string(model.LayerProtocol), a.edition.Years)
	}
	names := map[string]bool{}
	for _, e := range a.Schools {
		names[model.Fold(e.Name)] = true
	}
	for _, e := range a.Local.Schools() {
		if names[model.Fold(e.Name)] {
			local(e)
		}
	}
	out.Flush()
	return b.String()
}

// showCSV writes the answer as a sheet. Nothing found is status 1, with the
// header alone.
func (s *Session) showCSV(a rotaAnswer) error {
	if _, err := s.Out.Write([]byte(a.csv())); err != nil {
		return Failf("the sheet can't be written: %v", err)
	}
	if a.None() {
		return Failf("no setting or officer of the protocol fits %q", a.Query)
	}
	return nil
}
