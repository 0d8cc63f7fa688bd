package model

// Questions are what an entry of a kind asks, in order. Each kind ends with who records it, so that no entry is
// without a name because a setting is missing. A decision isn't kept without one.
func Questions(kind EntryKind) []Question { return questionTable[kind] }

// line asks for a text of one line, lines for a longer one, told for what became
// known, and choice for one of some answers.
func line(label, hint string, of func(*ConcernEntry) *string) Question {
	return Question{Label: label, Hint: hint, Of: of}
}

func lines(label, hint string, of func(*ConcernEntry) *string) Question {
	return Question{Label: label, Hint: hint, Lines: true, Of: of}
}

func told(label, hint string, of func(*ConcernEntry) *string) Question {
	return Question{Label: label, Hint: hint, Lines: true, Told: true, Of: of}
}

func choice(label string, choices ...string) Question {
	return Question{Label: label, Choices: choices, Of: choiceOf}
}

// pastDay asks for a day that has been, or is today, dueDay for one to come, and
// event for when something happened.
func pastDay(label, hint string) Question {
	return Question{Label: label, Hint: hint, Day: true, Past: true, Of: onOf, At: onAtOf}
}

func dueDay(label, hint string) Question {
	return Question{Label: label, Hint: hint, Day: true, Of: dueOf, At: dueAtOf}
}

func event(label string) Question {
	return Question{Label: label, Hint: "if not now", Of: eventOf, At: eventAtOf}
}

func (q Question) needed(why string) Question {
	q.Needed = why
	return q
}

func (q Question) needsReason(why string) Question {
	q.Bare, q.Reason = bareNo, why
	return q
}

const orToday = "today, unless you write another day"

var questionTable = func() map[EntryKind][]Question {
	table := map[EntryKind][]Question{
		KindAddition: {
			told(additionLabel, "what became known, and from whom", textOf).
				needed("There is nothing to add yet: write what became known."),
			choice(evidenceKindLabel, kindNotStated, string(Observed), string(ChildsWords), string(ToldBy),
				string(Opinion)),
			event("When it happened"),
		},
		KindCorrection: {
			told("It should say", "what is right", textOf).needed("Write what it should say."),
			lines("Why", "how the mistake was found", reasonsOf).
				needed("Say why: someone will ask how the record came to change."),
		},
		KindDecision: {
			lines("Decision", "what will be done, or that nothing more will", textOf).
				needed("Write what was decided. “No further action” is a decision too."),
			lines("Reasons", "why this, on what is known now", reasonsOf).
				needed("Give the reasons, for no further action too: a case review reads them first."),
			lines("Options rejected", "what else you considered, and why not", rejectedOf),
			lines("Consulted", "whom you asked, and when", consultedOf),
			lines(FamilyLabel, "told what and when; or not told, and why", familyOf).
				needed("Say whether the family was told, or why not: a line is enough.").
				needsReason("Not told is an answer, with its reason: say why, such as that it would increase the " +
					"risk or hamper an inquiry."),
			event("When decided"),
		},
		KindSharing: {
			choice("Shared or not", Shared, NotShared),
			lines("What", "which information, as little as will do", textOf).
				needed("Say which information this is about."),
			line("With whom", "name, role and service", whomOf).needed("Say who it was shared with, or not."),
			line("How", "by phone, by secure e-mail, in a meeting", howOf),
			lines("Why", "the purpose; with consent, or why without", reasonsOf).
				needed("Say why: sharing needs a reason, and so does not sharing."),
			event("When it happened"),
		},
		KindAction: {
			lines("What is to be done", "one action", textOf).needed("Write what is to be done."),
			line("Who does it", "a name or a role", ownerOf).needed("Say who does it."),
			dueDay("Due", "a day, such as friday or 27 November").needed("Give a due date."),
		},
		KindActionDone: {
			pastDay("Done on", orToday),
			told("What came of it", "what was done, said or agreed", textOf),
		},
		KindActionDropped: {
			lines("Why it is not needed", "what has changed", reasonsOf).needed("Say why it is not needed any more."),
		},
		KindFiling: {
			line("System", "the school's own safeguarding record", systemOf).
				needed("Say which system it is in, so that the next person can find it."),
			line("Its reference there", "the number or name it is filed under", systemRefOf),
			line("Filed by", "who put it there", ownerOf),
			pastDay("Filed on", orToday),
		},
		KindReviewDate: {
			dueDay("Review on", "a day, such as 8 December").needed("Give a review date."),
			lines("To look at", "what should have changed by then", textOf),
		},
		KindReview: {
			told("What the review found", "in words, what is the same and what is not", textOf).
				needed("Write what the review found; “nothing new” is a finding too."),
			lines("What follows", "and why; actions and a new date are separate entries", reasonsOf),
		},
		KindReopening: {
			told("Why it is open again", "what has come up", reasonsOf).
				needed("Say why it is open again: the next reader will look for the reason."),
		},
		KindReference: {
			line("Reference", "the school's own record reference, or initials", refOf).
				needed("Write the reference to use from now on."),
			line("Why", "such as: no reference at first", reasonsOf),
		},
		KindTransfer: {
			line("To which school", "its name", whomOf).needed("Say to which school the child moves."),
			choice("The move falls", InYear, NewTerm),
			dueDay("First day there", "the day that the child starts").needed("Give the first day there."),
			lines("Remarks", "what the new school should know before", textOf),
		},
		KindSent: {
			pastDay("Sent on", orToday),
			line("To whom", "the other school's safeguarding lead", whomOf).needed("Say who is to receive it."),
			line("How", "such as the sealed file, by hand, by secure transfer", howOf).
				needed("Say how it was sent, separately from the main pupil file."),
		},
		KindChase: {
			pastDay("Asked on", orToday),
			line("Whom", "a name and role there", whomOf).needed("Say whom you asked for the receipt."),
			told("What they said", "and what happens next", textOf),
		},
		KindReceipt: {
			pastDay("Received on", "the day that they confirm").needed("Say on which day they received it."),
			line("Confirmed by", "a name and role there", whomOf).needed("Say who confirmed it."),
			line("How", "such as a signed slip, an e-mail", howOf),
			lines("Remarks", "and, where it was late, why", textOf),
		},
	}
	for kind, questions := range table {
		by := line(RecordedBy, RecorderHint, byOf)
		if kind == KindDecision {
			by.Needed = "Say who decided: your name or initials, and your role."
		}
		table[kind] = append(questions, by)
	}
	return table
}()
