/**
 * A note for the decision maker: a condition may have been breached. It gives the observation and decides nothing. The
 * informant is left out.
 */
import type { TemplateSource } from '../template.js';

export const breachNote = {
  id: 'breach-note',
  markdown: `---
id: breach-note
title: A condition that may have been breached
marking: OFFICIAL-SENSITIVE
needs: [subject, order, condition, evidence]
---

# A condition that may have been breached

Prepared on :value[preparedOn] by :value[officer.name], :value[officer.force].

This note says what was seen. Whether it is a breach is not decided here: that, and what happens next, is for the officer in
the case, the prosecutor or the court. Who told us is left out; ask us if it is needed.

- For: :value[order.officerInCase]
- Subject: :value[subject.name]
- Date of birth: :value[subject.bornOn]
- Kind: :value[order.kind]
- Crime reference: :value[order.crimeReference]
- Given on: :value[order.givenOn]

## The condition

:value[condition.words]

- Shown to be complete by: :value[condition.shownBy]
- When it must be met: :value[condition.timing]
- Last day: :value[condition.dueOn]

## What was seen

- Noted on: :value[evidence.notedOn]
- Happened on: :value[evidence.happenedOn]
- Kind of information: :value[evidence.statement]

:value[evidence.what]

:::when{present=evidence.explanation}
## What they say about it

:value[evidence.explanation]
:::

## Who was told

:::when{present=evidence.toldOn}
- Told on: :value[evidence.toldOn]
- Who: :value[evidence.toldWhom]
:::

:::when{absent=evidence.toldOn}
Nobody is recorded as told.
:::
`,
} as const satisfies TemplateSource;
