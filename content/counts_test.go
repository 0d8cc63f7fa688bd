package content

import (
	"testing"
)

// The counts that section 3 of the design holds the transcription to.

func TestRotaHasTwelveSettingsAndNineOfficers(t *testing.T) {
	rota := Embedded().Rota()
	officers := map[string]bool{}
	for _, s := range rota.Settings {
		officers[s.Officer] = true
	}
	if len(rota.Settings) != 12 || len(officers) != 9 {
		t.Errorf("%d settings and %d officers, want 12 and 9", len(rota.Settings), len(officers))
	}
}

func TestListsHaveTheirItems(t *testing.T) {
	want := []struct {
		list    string
		domains []string
		items   []int
	}{
		{"risk", []string{"risk/child", "risk/family", "risk/peers", "risk/community"}, []int{35, 16, 6, 14}},
		{"girls", []string{"girls/exploitation", "girls/roles", "girls/risk"}, []int{8, 5, 3}},
		{"signs", []string{"signs/gang", "signs/exploitation"}, []int{20, 6}},
		{
			"protective",
			[]string{
				"protective/child", "protective/family", "protective/school", "protective/peers",
				"protective/community",
			},
			[]int{15, 8, 6, 2, 6},
		},
	}
	lists := Embedded().Lists()
	if len(lists) != len(want) {
		t.Fatalf("%d lists, want %d", len(lists), len(want))
	}
	for i, w := range want {
		if lists[i].ID != w.list || len(lists[i].Domains) != len(w.domains) {
			t.Errorf("list %d is %q with %d domains, want %q with %d", i, lists[i].ID, len(lists[i].Domains), w.list,
				len(w.domains))
			continue
		}
		for j, d := range lists[i].Domains {
			if d.ID != w.domains[j] || len(d.Items) != w.items[j] {
				t.Errorf("domain %q has %d items, want %q with %d", d.ID, len(d.Items), w.domains[j], w.items[j])
			}
		}
	}
}

func TestDirectoryHasItsTiersAndContacts(t *testing.T) {
	d := Embedded().Directory()
	if len(d.Head) != 5 {
		t.Errorf("%d contacts at the head, want 5", len(d.Head))
	}
	want := []int{4, 6, 12, 3}
	if len(d.Tiers) != len(want) {
		t.Fatalf("%d tiers, want %d", len(d.Tiers), len(want))
	}
	for i, tier := range d.Tiers {
		if tier.Number != i+1 || len(tier.Services) != want[i] {
			t.Errorf("tier %d has %d services, want tier %d with %d", tier.Number, len(tier.Services), i+1, want[i])
		}
	}
	if d.Bulletin.ID != "bulletin" || len(d.Bulletin.Contacts) != 1 {
		t.Errorf("the bulletin is %+v", d.Bulletin)
	}
}
