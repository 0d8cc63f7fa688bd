package cli

import (
	"fmt"
	"runtime/debug"
	"time"
)

// BuiltVersion is a version as people are told it, with the commit that it was built
// from and that commit's day, where Go has kept them. A version of "" is the one that
// the module was fetched under, or "development".
func BuiltVersion(version string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return builtVersion(version, info)
}

func builtVersion(version string, info *debug.BuildInfo) string {
	about := map[string]string{}
	for _, s := range info.Settings {
		about[s.Key] = s.Value
	}
	commit := about["vcs.revision"]
	switch {
	case version != "":
	case commit == "" && info.Main.Version != "" && info.Main.Version != "(devel)":
		version = info.Main.Version
	default:
		version = "development"
	}
	if commit == "" {
		return version
	}
	commit = commit[:min(len(commit), 12)]
	if about["vcs.modified"] == "true" {
		commit += ", changed since"
	}
	if at, err := time.Parse(time.RFC3339, about["vcs.time"]); err == nil {
		commit += ", " + at.UTC().Format("2 January 2006")
	}
	return fmt.Sprintf("%s (commit %s)", version, commit)
}
