package content

import (
	"errors"
	"io/fs"
	"os"
)

// Cause is what the system says of a file, without the name of the call that failed
// and of the file, which the sentence around it has: "permission denied".
func Cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	case errors.As(err, &call):
		return call.Err
	}
	return err
}
