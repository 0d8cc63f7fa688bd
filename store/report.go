package store

import "time"

// Severity orders findings.
type Severity int

// The severities.
const (
	// Remark is worth knowing; nothing is wrong.
	Remark Severity = iota
	// Warning asks the person to look; nothing is known to be lost.
	Warning
	// Loss means that something is missing or cannot be trusted.
	Loss
)

// Finding is one plain sentence of a report.
type Finding struct {
	Severity Severity
	// Code is stable, for tests and scripts: "older-file", "record-lost" ….
	Code string
	Text string
}

// LostRecord is a record that the log or the manifest knows and the file no
// longer gives.
type LostRecord struct {
	ID string
	// Kind and Saved are as the log has them; empty when it cannot say.
	Kind     string
	Revision uint64
	Saved    time.Time
	// Backup is a file that holds the record, or empty.
	Backup string
}

// Report is what was found on opening or verifying.
type Report struct {
	Findings []Finding
	// Records is how many opened; Unknown of them are of a kind or schema that
	// this edition doesn't know and keeps as it is.
	Records, Unknown int
	Lost             []LostRecord
	// Salvaged: the structure was broken and records were read one by one.
	Salvaged bool
}

func (r *Report) add(s Severity, code, text string) {
	r.Findings = append(r.Findings, Finding{s, code, text})
}

// Has reports whether there is a finding of this code.
func (r *Report) Has(code string) bool {
	for _, f := range r.Findings {
		if f.Code == code {
			return true
		}
	}
	return false
}

// Worst is the highest severity found.
func (r *Report) Worst() Severity {
	worst := Remark
	for _, f := range r.Findings {
		worst = max(worst, f.Severity)
	}
	return worst
}
