package content

import (
	"fmt"
	"os"
)

// Load reads the pack in a folder and checks it whole. A pack with mistakes,
// or a folder that can't be read, doesn't keep anybody from an answer: then
// the embedded edition is returned, and mistakes or err say why.
func Load(dir string) (pack *Pack, mistakes []Mistake, err error) {
	pack, mistakes, err = Read(dir)
	if err != nil || len(mistakes) > 0 {
		return Embedded(), mistakes, err
	}
	return pack, nil, nil
}

// Read reads the pack in a folder and checks it whole, and returns what of it
// can be read even where it has mistakes.
func Read(dir string) (pack *Pack, mistakes []Mistake, err error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("the protocol's folder can't be read: %w", err)
	}
	if !info.IsDir() {
		return nil, nil, fmt.Errorf("the protocol's folder can't be read: %s is not a folder", dir)
	}
	pack = Open(os.DirFS(dir), dir)
	pack.folder = dir
	return pack, pack.Mistakes(), nil
}
