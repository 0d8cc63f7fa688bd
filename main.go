// Isspp puts the Islington Safer School Partnership Protocol at the fingertips
// of the people who need it, offline.
package main

import (
	"context"
	"os"

	"isspp/ui/cli"
	"isspp/ui/process"
	"isspp/ui/session"
)

// version is set by the release build.
var version string

func main() {
	args := os.Args[1:]
	os.Exit(process.InWindow(args, func() int {
		return cli.Run(context.Background(), args, cli.System(), cli.Program{
			Version:  func() string { return cli.BuiltVersion(version) },
			Start:    session.Start,
			Settings: session.Settings,
			Commands: session.Commands(),
		})
	}))
}
