package model

import (
	"slices"
	"strings"
	"testing"
)

func settingTexts(s Setting) []string { return []string{s.Name, s.Officer} }

func TestTheRotaFindsEverySchoolThatFits(t *testing.T) {
	academies := "rota/highbury-grove rota/islington rota/highgate-hill"
	highburys := "rota/highbury-grove rota/highbury-fields"
	for query, want := range map[string]string{
		"highbury":              highburys,
		"highbary":              highburys,
		"city of london":        academies,
		"cola":                  academies,
		"COLA highgate":         "rota/highgate-hill",
		"aloysuis":              "rota/st-aloysius",
		"saint al":              "rota/st-aloysius",
		"st al":                 "rota/st-aloysius",
		"St. Aloysius":          "rota/st-aloysius",
		"st mary":               "rota/st-mary-magdalene",
		"magdelene":             "rota/st-mary-magdalene",
		"dorsi":                 "rota/st-aloysius rota/st-mary-magdalene",
		"D’Orsi":                "rota/st-aloysius rota/st-mary-magdalene",
		"d orsi":                "rota/st-aloysius rota/st-mary-magdalene",
		"caley islington":       "rota/islington",
		"EGA":                   "rota/ega",
		"cfbs":                  "rota/central-foundation",
		"boys":                  "rota/central-foundation",
		"NRC":                   "rota/new-river",
		"newriver":              "rota/new-river",
		"x-change":              "rota/arts-xchange",
		"arts & media":          "rota/arts-and-media",
		"AMSI":                  "rota/arts-and-media",
		"highbury grove school": "rota/highbury-grove",
		"highbury school":       "rota/highbury-fields rota/highbury-grove",
		"beacon high school":    "rota/beacon-high",
		"thornhill primary":     "",
		"vittoria primary":      "",
		"zz":                    "",
		"...":                   strings.Join(everySetting(), " "),
		"":                      strings.Join(everySetting(), " "),
	} {
		found, _ := Rank(query, protocolRota().Settings, settingTexts)
		var ids []string
		for _, s := range found {
			ids = append(ids, s.ID)
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

func everySetting() []string {
	var ids []string
	for _, s := range protocolRota().Settings {
		ids = append(ids, s.ID)
	}
	return ids
}

func TestHowWellAQueryFits(t *testing.T) {
	for _, c := range []struct {
		query, name string
		want        Fit
	}{
		{"st aloysius rc college", "St Aloysius RC College", FitWhole},
		{"arts media school islington", "Arts and Media School Islington", FitWhole},
		{"aloysius", "St Aloysius RC College", FitExact},
		{"aloy", "St Aloysius RC College", FitPrefix},
		{"highburyfields", "Highbury Fields School", FitJoined},
		{"ega", "Elizabeth Garrett Anderson School", FitInitials},
		{"aloysuis", "St Aloysius RC College", FitNear},
		{"cafe", "Café Nero", FitExact},
	} {
		if got, ok := Match(c.query, c.name); !ok || got != c.want {
			t.Errorf("Match(%q, %q) = %d, %v; want %d", c.query, c.name, got, ok, c.want)
		}
	}
	for _, c := range [][2]string{
		{"", "St"},
		{"al", "St Mary"},
		{"12", "13"},
		{"7051", "7050"},
		{"mary al", "St Mary"},
	} {
		if got, ok := Match(c[0], c[1]); ok {
			t.Errorf("Match(%q, %q) = %d", c[0], c[1], got)
		}
	}
}

func TestASpellingIsGuessedOnlyWhereNothingFits(t *testing.T) {
	names := []string{"Mary", "Marx", "Mark"}
	self := func(s string) []string { return []string{s} }
	if got, fit := Rank("mary", names, self); !slices.Equal(got, []string{"Mary"}) || fit != FitWhole {
		t.Errorf("got %v, fit %d", got, fit)
	}
	if got, fit := Rank("marz", names, self); len(got) != 3 || fit != FitNear {
		t.Errorf("got %v, fit %d", got, fit)
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"D'Orsi":                  "dorsi",
		"Saint Aloysius":          "st aloysius",
		"arts&media":              "arts and media",
		"  Co-ordination, (CSE) ": "co ordination cse",
		"Zoë Ångström":            "zoe angstrom",
		"e\u0301cole":             "ecole",
		"Straße":                  "strasse",
		"Лондон":                  "лондон",
		"":                        "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("saint al", "St Aloysius RC College")
	f.Add("é&'", "\xff")
	f.Fuzz(func(t *testing.T, query, name string) {
		if again := Fold(Fold(name)); again != Fold(name) {
			t.Fatalf("Fold(%q) changes when folded again: %q", name, again)
		}
		if fit, ok := Match(query, name); ok && (fit < FitWhole || fit > FitNear) {
			t.Fatalf("Match(%q, %q) = %d", query, name, fit)
		}
	})
}

func TestAGuessSharesAStem(t *testing.T) {
	for _, c := range [][2]string{
		{"grooming", "growing"},
		{"letter", "better"},
		{"robbery", "rubbish"},
		{"cutting", "putting"},
	} {
		if near(c[0], c[1]) {
			t.Errorf("%q is taken for a slip of %q", c[0], c[1])
		}
	}
	for _, c := range [][2]string{
		{"wippers", "wipers"},
		{"aloysuis", "aloysius"},
		{"highbary", "highbury"},
		{"ihghbury", "highbury"},
		{"change", "xchange"},
	} {
		if !near(c[0], c[1]) {
			t.Errorf("%q is not taken for a slip of %q", c[0], c[1])
		}
	}
}

func TestMarksAreNoObstacleAndLettersStay(t *testing.T) {
	for written, want := range map[string]string{
		"Nguyễn Thị Hồng": "nguyen thi hong", "Nguye\u0302\u0303n": "nguyen", "Đặng": "dang", "Adébáyọ̀": "adebayo",
		"Ọlá Ṣọlá": "ola sola", "Şükrü": "sukru",
		"İpek": "ipek", "Łódź": "lodz", "naïve café": "naive cafe",
	} {
		if got := Fold(written); got != want {
			t.Errorf("%q folds to %q, want %q", written, got, want)
		}
	}
	// In these scripts a mark is a vowel or a part of the letter.
	for _, c := range [][2]string{{"मीरा", "मरा"}, {"தமிழ்", "தமழ"}, {"حَسَن", "حسن"}, {"เด็ก", "เดก"}} {
		if Fold(c[0]) == Fold(c[1]) {
			t.Errorf("%q and %q fold alike: %q", c[0], c[1], Fold(c[0]))
		}
		if strings.Contains(Fold(c[0]), " ") {
			t.Errorf("%q falls apart: %q", c[0], Fold(c[0]))
		}
	}
	if Fold("é") != Fold("e\u0301") || Fold("آمنة") != Fold("ا\u0653منة") {
		t.Error("the same letter written in two ways folds in two ways")
	}
}
