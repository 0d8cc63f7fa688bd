package cli

import (
	"encoding/csv"
	"strings"
	"time"

	"isspp/content"
	"isspp/model"
)

// csvHead are the columns of "isspp rota --csv"; isspp local import reads them.
var csvHead = []string{
	"Setting", "Officer", "Days", "Phone", "E-mail", "Covers for", "From", "Until", "Note", "Checked", "By", "Layer",
	"Edition",
}

// byteOrderMark tells Excel that a sheet is in UTF-8: it would take it for its own
// encoding otherwise.
const byteOrderMark = "\ufeff"

// csv writes the settings that were found as a sheet: what the school knows of
// each first, and then the protocol's own row. No cell of it is a formula.
func (a rotaAnswer) csv() string {
	var b strings.Builder
	b.WriteString(byteOrderMark)
	out := csv.NewWriter(&b)
	out.UseCRLF = true
	row := func(day string, cells ...string) {
		if a.named {
			cells = append(cells, day)
		}
		for i, cell := range cells {
			cells[i] = content.EscapeFormula(cell)
		}
		_ = out.Write(cells) // to memory
	}
	local := func(e model.LocalEntry) {
		on := "" // where it says no days, or doesn't hold on that one
		if covered, stated := e.On(a.Day); stated && e.HoldsOn(a.Day) {
			on = string(covered)
		}
		row(on, e.Name, e.Who, e.Assigned, e.Phone, e.Email, e.CoversFor, e.From, e.Until, e.Note, e.Checked,
			e.By, string(model.LayerLocal), "")
	}
	row("On "+a.Day.Format(time.DateOnly), csvHead...)
	for _, s := range a.Found {
		for _, e := range a.Local.Covers(s) {
			local(e)
		}
		row(string(s.On(a.Day)), s.Name, s.Officer, s.Assigned, "", "", "", "", "", "", "", "",
			string(model.LayerProtocol), a.Pack.Edition().Years)
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
