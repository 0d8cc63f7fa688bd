package content

import (
	"fmt"
	"os"
)

// Load reads the pack in a folder and checks it whole. A pack with mistakes,
// or a folder that can't be read, doesn't keep anybody from an answer: then
// the embedded edition is returned, and mistakes or err say why.
func Load(dir string) (pack *Pack, mistakes []Mistake, err error) {
	info, err := os.Stat(dir)
	if err != nil {
		return Embedded(), nil, fmt.Errorf("the protocol's folder can't be read: %w", err)
	}
	if !info.IsDir() {
		return Embedded(), nil, fmt.Errorf("the protocol's folder can't be read: %s is not a folder", dir)
	}
	pack = Open(os.DirFS(dir), dir)
	if mistakes = pack.Mistakes(); len(mistakes) > 0 {
		return Embedded(), mistakes, nil
	}
	return pack, nil, nil
}
