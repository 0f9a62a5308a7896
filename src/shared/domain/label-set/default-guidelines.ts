/** What the default label set says on request beside the text, as Markdown. A lab makes it its own in the editor. */

export const CLAIM_GUIDELINES = `**Mark what somebody asserts**, and only that: no quotation marks, no “said”, no “that”.

- One claim is one thing said. Two assertions joined by “and” are two claims if one could be true without the other.
- A quote that is interrupted (“A,” she said, “B”) is **one** claim with two parts: mark the first, select the second, press A.
- Claims nest: “X says that Y denies Z” holds the claim of X and, inside it, the claim of Y.
- Questions and denials are claims too; *factuality* says which.
- What the article itself asserts is a claim with the form *unattributed*.

*Not a claim*: what happens in a scene (“she nodded”), and headlines’ labels such as “Interview”.`

export const SPEAKER_GUIDELINES = `**Mark who says it**, as the words stand: the name with its role, or the pronoun.

- Take the whole phrase that names the source: “the mayor of the town, Irina Dobre”, not “Dobre” alone.
- Pronouns count (“he added”): without them the claim has no speaker. Link them to the name with *Same as*.
- Documents, companies and crowds speak, too; *kind* tells them from persons.
- A source that is kept secret is *anonymous*.

*Not a speaker*: people who are only talked about.`

export const DATE_GUIDELINES = `**Mark every expression of time that a claim needs**: days, months, seasons, times of day, durations, repetitions.

- Without the preposition: “on **Friday**”, “until **the end of the month**”.
- A range is one date: “6–7 November”.
- *Value* is what is meant, written as in TIMEX3: \`2025-11-14\`, \`2025-W46\`, \`2026-SP\`, \`P25Y\`.
- Relative expressions (“yesterday”, “last week”) are counted from their *anchor*: the article’s own date, or another date.

Link *Said on* for when it was uttered, *About* for the time that the claim talks about.`

export const CUE_GUIDELINES = `**Mark the words that report**: “said”, “according to”, “a declarat”, “potrivit”.

- The verb with its auxiliaries, without the speaker and without “that”.
- One cue may serve several claims.`

export const EXCLUDE_GUIDELINES = `**Mark what is not the article’s**: editor’s notes, photo credits, links to other articles, advertisements.

- Nothing inside is annotated; say in *reason* what it is.`
