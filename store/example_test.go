package store_test

import (
	"fmt"
	"os"
	"path/filepath"

	"isspp/model"
	"isspp/store"
)

// forExample are options for notes that nobody keeps: a key that is quickly made, and
// what this computer remembers in the same folder.
func forExample(dir string) store.Options {
	return store.Options{
		Anchor: filepath.Join(dir, "anchor"),
		Costs: &store.Costs{Stretch: func(p, salt []byte, _ store.KDF) []byte {
			return append(append(make([]byte, 0, 32), p...), salt...)[:32]
		}, Work: 10},
	}
}

func exampleDir() string {
	dir, err := os.MkdirTemp("", "isspp-example-")
	if err != nil {
		panic(err)
	}
	return dir
}

// Setting up gives the open notes and the recovery key, which is shown once.
func ExampleCreate() {
	dir := exampleDir()
	defer func() { _ = os.RemoveAll(dir) }()
	s, key, err := store.Create(filepath.Join(dir, "notes.db"), []byte("a horse and a violin"), forExample(dir))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = s.Close() }()
	fmt.Println(len(key.Text()) > 30, len(s.Walkthroughs()))
	// Output: true 0
}

// A record is on the disk once SaveWalkthrough has returned without an error; it has
// its id from then on.
func ExampleStore_SaveWalkthrough() {
	dir := exampleDir()
	defer func() { _ = os.RemoveAll(dir) }()
	s, _, err := store.Create(filepath.Join(dir, "notes.db"), []byte("a horse and a violin"), forExample(dir))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = s.Close() }()
	w := &model.Walkthrough{Ref: "REF-123"}
	fmt.Println(s.SaveWalkthrough(w), w.ID != "", s.Walkthroughs()[0].Ref)
	// Output: <nil> true REF-123
}

// What unlocking finds is handed over before the notes are: nobody can forget it.
func ExampleUnlock() {
	dir := exampleDir()
	defer func() { _ = os.RemoveAll(dir) }()
	path, opt := filepath.Join(dir, "notes.db"), forExample(dir)
	s, _, err := store.Create(path, []byte("a horse and a violin"), opt)
	if err != nil || s.SaveWalkthrough(&model.Walkthrough{Ref: "REF-123"}) != nil || s.Close() != nil {
		fmt.Println(err)
		return
	}
	s, err = store.Unlock(path, store.Passphrase([]byte("a horse and a violin")), opt, func(r *store.Report) {
		fmt.Println("whole:", r.OK(), r.Records)
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Walkthroughs()[0].Ref, s.Close())
	// Output:
	// whole: true 1
	// REF-123 <nil>
}
