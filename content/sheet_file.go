package content

import (
	"fmt"
	"os"
)

// ReadSheetFile reads a plain file of a sheet's size.
func ReadSheetFile(file string) ([]byte, error) {
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s can't be read: %w", file, Cause(err))
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is not a plain file", file)
	case info.Size() > MaxLocal:
		return nil, fmt.Errorf("%s is too big for a sheet of officers: at most %d MB is read", file, MaxLocal>>20)
	}
	src, err := os.ReadFile(file) //nolint:gosec // the person named it
	if err != nil {
		return nil, fmt.Errorf("%s can't be read: %w", file, Cause(err))
	}
	return src, nil
}
