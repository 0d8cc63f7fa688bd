package cli

import (
	"runtime/debug"
	"testing"
)

func TestTheVersionSaysWhatItWasBuiltFrom(t *testing.T) {
	t.Parallel()
	kept := func(kv ...string) *debug.BuildInfo {
		info := &debug.BuildInfo{Main: debug.Module{Version: "v1.4.0"}}
		for i := 0; i < len(kv); i += 2 {
			info.Settings = append(info.Settings, debug.BuildSetting{Key: kv[i], Value: kv[i+1]})
		}
		return info
	}
	for _, c := range []struct {
		version string
		info    *debug.BuildInfo
		want    string
	}{
		{
			"1.2.3", kept("vcs.revision", "0123456789abcdef", "vcs.time", "2026-11-30T17:00:00Z", "vcs.modified",
				"false"),
			"1.2.3 (commit 0123456789ab, 30 November 2026)",
		},
		{
			"", kept("vcs.revision", "0123456789abcdef", "vcs.time", "2026-11-30T17:00:00Z", "vcs.modified", "true"),
			"development (commit 0123456789ab, changed since, 30 November 2026)",
		},
		{"", kept(), "v1.4.0"},
		{"", &debug.BuildInfo{Main: debug.Module{Version: "(devel)"}}, "development"},
		{"1.2.3", &debug.BuildInfo{}, "1.2.3"},
	} {
		if got := builtVersion(c.version, c.info); got != c.want {
			t.Errorf("%q with %v: %q, want %q", c.version, c.info.Settings, got, c.want)
		}
	}
}
