package model

// Questions are what an entry of a kind asks, in order. Each kind ends with who
// records it, so that no entry is without a name because a setting is missing.
// A decision isn't kept without one.
func Questions(kind EntryKind) []Question { return questionTable[kind] }

// pastDay asks for a day that has been, or is today.
func pastDay(label string) Question {
	const hint = "today, unless you write another day"
	return Question{Label: label, Hint: hint, Day: true, Past: true, Of: onOf, At: onAtOf}
}

// event asks when something happened.
func event(label string) Question {
	return Question{Label: label, Hint: "if not now", Of: eventOf, At: eventAtOf}
}

// questionTable is what each kind of entry asks.
var questionTable = func() map[EntryKind][]Question {
	table := map[EntryKind][]Question{
		KindAddition: {
			{
				Label: additionLabel, Hint: "what became known, and from whom", Lines: true, Told: true, Of: textOf,
				Needed: "There is nothing to add yet: write what became known.",
			},
			{Label: evidenceKindLabel, Choices: evidenceKinds(), Of: choiceOf},
			event("When it happened"),
		},
		KindCorrection: {
			{
				Label: "It should say", Hint: "what is right", Lines: true, Told: true, Of: textOf,
				Needed: "Write what it should say.",
			},
			{
				Label: "Why", Hint: "how the mistake was found", Lines: true, Of: reasonsOf,
				Needed: "Say why: someone will ask how the record came to change.",
			},
		},
		KindDecision: {
			{
				Label: "Decision", Hint: "what will be done, or that nothing more will", Lines: true, Of: textOf,
				Needed: "Write what was decided. “No further action” is a decision too.",
			},
			{
				Label: "Reasons", Hint: "why this, on what is known now", Lines: true, Of: reasonsOf,
				Needed: "Give the reasons, for no further action too: a case review reads them first.",
			},
			{Label: "Options rejected", Hint: "what else you considered, and why not", Lines: true, Of: rejectedOf},
			{Label: "Consulted", Hint: "whom you asked, and when", Lines: true, Of: consultedOf},
			{
				Label: FamilyLabel, Hint: "told what and when; or not told, and why", Lines: true, Of: familyOf,
				Needed: "Say whether the family was told, or why not: a line is enough.", Bare: bareNo,
				Reason: "Not told is an answer, with its reason: say why, such as that it would increase the risk or " +
					"hamper an inquiry.",
			},
			event("When decided"),
		},
		KindSharing: {
			{Label: "Shared or not", Choices: []string{Shared, NotShared}, Of: choiceOf},
			{
				Label: "What", Hint: "which information, as little as will do", Lines: true, Of: textOf,
				Needed: "Say which information this is about.",
			},
			{
				Label: "With whom", Hint: "name, role and service", Of: whomOf,
				Needed: "Say who it was shared with, or not.",
			},
			{Label: "How", Hint: "by phone, by secure e-mail, in a meeting", Of: howOf},
			{
				Label: "Why", Hint: "the purpose; with consent, or why without", Lines: true, Of: reasonsOf,
				Needed: "Say why: sharing needs a reason, and so does not sharing.",
			},
			event("When it happened"),
		},
		KindAction: {
			{
				Label: "What is to be done", Hint: "one action", Lines: true, Of: textOf,
				Needed: "Write what is to be done.",
			},
			{Label: "Who does it", Hint: "a name or a role", Of: ownerOf, Needed: "Say who does it."},
			{
				Label: "Due", Hint: "a day, such as friday or 27 November", Day: true, Of: dueOf, At: dueAtOf,
				Needed: "Give a due date.",
			},
		},
		KindActionDone: {
			pastDay("Done on"),
			{Label: "What came of it", Hint: "what was done, said or agreed", Lines: true, Told: true, Of: textOf},
		},
		KindActionDropped: {{
			Label: "Why it is not needed", Hint: "what has changed", Lines: true, Of: reasonsOf,
			Needed: "Say why it is not needed any more.",
		}},
		KindFiling: {
			{
				Label: "System", Hint: "the school's own safeguarding record", Of: systemOf,
				Needed: "Say which system it is in, so that the next person can find it.",
			},
			{Label: "Its reference there", Hint: "the number or name it is filed under", Of: systemRefOf},
			{Label: "Filed by", Hint: "who put it there", Of: ownerOf},
			pastDay("Filed on"),
		},
		KindReviewDate: {
			{
				Label: "Review on", Hint: "a day, such as 8 December", Day: true, Of: dueOf, At: dueAtOf,
				Needed: "Give a review date.",
			},
			{Label: "To look at", Hint: "what should have changed by then", Lines: true, Of: textOf},
		},
		KindReview: {
			{
				Label: "What the review found", Hint: "in words, what is the same and what is not", Lines: true,
				Told: true, Of: textOf,
				Needed: "Write what the review found; “nothing new” is a finding too.",
			},
			{
				Label: "What follows", Hint: "and why; actions and a new date are separate entries", Lines: true,
				Of: reasonsOf,
			},
		},
		KindReopening: {{
			Label: "Why it is open again", Hint: "what has come up", Lines: true, Told: true, Of: reasonsOf,
			Needed: "Say why it is open again: the next reader will look for the reason.",
		}},
		KindReference: {
			{
				Label: "Reference", Hint: "the school's own record reference, or initials", Of: refOf,
				Needed: "Write the reference to use from now on.",
			},
			{Label: "Why", Hint: "such as: no reference at first", Of: reasonsOf},
		},
		KindTransfer: {
			{Label: "To which school", Hint: "its name", Of: whomOf, Needed: "Say to which school the child moves."},
			{Label: "The move falls", Choices: []string{InYear, NewTerm}, Of: choiceOf},
			{
				Label: "First day there", Hint: "the day that the child starts", Day: true, Of: dueOf, At: dueAtOf,
				Needed: "Give the first day there.",
			},
			{Label: "Remarks", Hint: "what the new school should know before", Lines: true, Of: textOf},
		},
		KindSent: {
			pastDay("Sent on"),
			{
				Label: "To whom", Hint: "the other school's safeguarding lead", Of: whomOf,
				Needed: "Say who is to receive it.",
			},
			{
				Label: "How", Hint: "such as the sealed file, by hand, by secure transfer", Of: howOf,
				Needed: "Say how it was sent, separately from the main pupil file.",
			},
		},
		KindChase: {
			pastDay("Asked on"),
			{Label: "Whom", Hint: "a name and role there", Of: whomOf, Needed: "Say whom you asked for the receipt."},
			{Label: "What they said", Hint: "and what happens next", Lines: true, Told: true, Of: textOf},
		},
		KindReceipt: {
			{
				Label: "Received on", Hint: "the day that they confirm", Day: true, Past: true, Of: onOf, At: onAtOf,
				Needed: "Say on which day they received it.",
			},
			{Label: "Confirmed by", Hint: "a name and role there", Of: whomOf, Needed: "Say who confirmed it."},
			{Label: "How", Hint: "such as a signed slip, an e-mail", Of: howOf},
			{Label: "Remarks", Hint: "and, where it was late, why", Lines: true, Of: textOf},
		},
	}
	for kind, questions := range table {
		by := Question{Label: RecordedBy, Hint: RecorderHint, Of: byOf}
		if kind == KindDecision {
			by.Needed = "Say who decided: your name or initials, and your role."
		}
		table[kind] = append(questions, by)
	}
	return table
}()
