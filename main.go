// Isspp puts the Islington Safer School Partnership Protocol at the fingertips
// of the people who need it, offline.
package main

import (
	"context"
	"os"

	"isspp/ui/cli"
	"isspp/ui/session"
)

// version is set by the release build.
var version = "development"

func main() {
	os.Exit(cli.Run(context.Background(), os.Args[1:], cli.System(), cli.Program{
		Version:  version,
		Start:    session.Start,
		Settings: session.Settings,
		Commands: session.Commands(),
	}))
}
