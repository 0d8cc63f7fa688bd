package store

import (
	"slices"
	"time"
)

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

// String is the severity in one word, which is also what a script reads.
func (s Severity) String() string {
	return [...]string{Remark: "remark", Warning: "warning", Loss: "loss"}[s]
}

// MarshalText gives JSON the word.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Finding is one plain sentence of a report.
type Finding struct {
	Severity Severity `json:"severity"`
	// Code is stable, for tests and scripts: "older-file", "record-lost" ….
	Code string `json:"code"`
	Text string `json:"text"`
}

// LostRecord is a record that the log or the manifest knows and the file no
// longer gives.
type LostRecord struct {
	ID string `json:"id"`
	// Kind and Saved are as the log has them; empty when it cannot say.
	Kind     string    `json:"kind"`
	Revision uint64    `json:"revision"`
	Saved    time.Time `json:"saved"`
	// Kept is the older revision that stands in its place, or 0.
	Kept uint64 `json:"kept"`
	// Backup is a file that holds the record, or empty, and BackupRevision which
	// version of it: one below Revision is older than what was lost.
	Backup         string `json:"backup"`
	BackupRevision uint64 `json:"backup_revision"`
}

// Older tells that the backup has an older version than the one that was lost.
func (l *LostRecord) Older() bool { return l.Backup != "" && l.BackupRevision < l.Revision }

// Report is what was found on opening, verifying or salvaging. It holds no
// private text, so that it can be printed and kept.
type Report struct {
	Findings []Finding `json:"findings"`
	// Records is how many opened; Unknown of them are of a kind or schema that
	// this edition doesn't know and keeps as it is. Lines is the length of the
	// log, where it was read.
	Records int          `json:"records"`
	Unknown int          `json:"unknown"`
	Lines   int          `json:"lines"`
	Lost    []LostRecord `json:"lost"`
	// Salvaged: the structure was broken and records were read one by one.
	Salvaged bool `json:"salvaged"`
	// FromBackup are records that a salvage took, as last saved, from a backup.
	FromBackup []LostRecord `json:"from_backup"`
	// Aside is where a salvage set the damaged file, or empty.
	Aside string `json:"aside"`
}

// OK reports that nothing is lost and nothing needs looking at: exit status 0.
func (r *Report) OK() bool { return r.Worst() == Remark }

func (r *Report) add(s Severity, code, text string) {
	r.Findings = append(r.Findings, Finding{s, code, text})
}

// Has reports whether there is a finding of this code.
func (r *Report) Has(code string) bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Code == code })
}

// Worst is the highest severity found.
func (r *Report) Worst() Severity {
	worst := Remark
	for _, f := range r.Findings {
		worst = max(worst, f.Severity)
	}
	return worst
}
