package store

import (
	"path/filepath"
	"slices"
)

// findInBackups names, for each lost record, the newest backup that still has
// it, in whatever version. Backups that don't open are passed over.
func (s *Store) findInBackups(r *Report) {
	names, err := backupNames(s.path)
	if err != nil {
		return
	}
	for _, name := range slices.Backward(names) {
		if !slices.ContainsFunc(r.Lost, func(l LostRecord) bool { return l.Backup == "" }) {
			return
		}
		file := filepath.Join(backupDir(s.path), name)
		items := s.readBackup(file)
		for i := range r.Lost {
			l := &r.Lost[i]
			if id, err := parseID(l.ID); err == nil && l.Backup == "" && items[id] != nil {
				l.Backup, l.BackupRevision = file, items[id].revision
			}
		}
	}
}

// readBackup is every record of a backup that opens with this store's keys.
func (s *Store) readBackup(file string) map[recordID]*item {
	db, _, err := openSound(file, true)
	if err != nil {
		return nil
	}
	b := &Store{path: file, opt: s.opt, db: db, keys: s.keys, header: s.header, items: map[recordID]*item{}}
	var r Report
	err = b.load(&r)
	if !faulted(err) { // otherwise to close it would wait for ever
		_ = b.closeBolt()
	}
	return b.items
}
