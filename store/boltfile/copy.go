package boltfile

import (
	"errors"
	"os"

	bolt "go.etcd.io/bbolt"
)

// copyStep bounds the memory that one step of a copy takes.
const copyStep = 16 << 20

// Copy fills a file with what is in use of another, but for what leave takes; it may be nil. It is not bolt.Compact:
// that one ends its look at the source before it writes its last step, which still points into the source's pages,
// and a save in that moment puts other bytes there.
func Copy(to, from *bolt.DB, leave func(bucket, key []byte) bool) error {
	return from.View(func(src *bolt.Tx) error {
		return src.ForEach(func(name []byte, b *bolt.Bucket) error {
			c := b.Cursor()
			k, v := c.First()
			for first := true; first || k != nil; first = false {
				err := to.Update(func(tx *bolt.Tx) error {
					into, err := tx.CreateBucketIfNotExists(name)
					if err != nil {
						return err
					}
					into.FillPercent = 1 // nothing is put between later
					for size := 0; k != nil && size < copyStep; k, v = c.Next() {
						if leave != nil && leave(name, k) {
							continue
						}
						if err := into.Put(k, v); err != nil {
							return err
						}
						size += len(k) + len(v)
					}
					return nil
				})
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// Trim cuts off the pages that bbolt set aside for growing and never used: a third of a compacted file, or more. A
// file that does not pass the preflight stays.
func Trim(path string) error {
	f, err := Inspect(path, All)
	if err != nil || f.Fault != "" {
		return err
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Truncate(f.Least), file.Sync(), file.Close())
}
