package disk

import "testing"

func TestFoldersThatAreKeptInStepAreKnownByTheirNames(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"C:/Users/a/OneDrive/isspp":                               "OneDrive",
		"C:/Users/a/OneDrive - St Aloysius RC College/Documents":  "OneDrive",
		"/Users/a/Library/CloudStorage/OneDrive-StAloysius/isspp": "OneDrive",
		"/Users/a/Library/CloudStorage/GoogleDrive-a@b.sch.uk/x":  "Google Drive",
		"/Users/a/Library/CloudStorage/Sync-a/x":                  "a cloud drive",
		"/Users/a/Library/Mobile Documents/com~apple~CloudDocs/x": "iCloud",
		"C:/Users/a/iCloudDrive":                                  "iCloud",
		"/home/a/Dropbox (Personal)/isspp":                        "Dropbox",
		"/home/a/dropbox":                                         "Dropbox",
		"G:/My Drive/isspp":                                       "Google Drive",
		"/home/a/Nextcloud/isspp":                                 "Nextcloud",
		"/home/a/.local/share/isspp":                              "",
		"/home/a/My Drive/isspp":                                  "",
		"C:/Users/a/AppData/Local/isspp":                          "",
		"/home/a/onedrive-old/isspp":                              "",
		"/Users/dropboxer/Library/Application Support/isspp":      "",
	} {
		if got := syncedName(path); got != want {
			t.Errorf("%s: %q", path, got)
		}
	}
}
