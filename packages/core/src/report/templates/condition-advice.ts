/**
 * Advice on the conditions of a caution, for the officer in the case: the advised conditions, and the evidence that
 * shows each complete.
 */
import type { TemplateSource } from '../template.js';

export const conditionAdvice = {
  id: 'condition-advice',
  markdown: `---
id: condition-advice
title: Advice on conditions
marking: OFFICIAL-SENSITIVE
needs: [subject, order]
may: [conditions]
---

# Advice on conditions

Prepared on :value[preparedOn] by :value[officer.name], :value[officer.force].

This is advice. Whether a caution is given, with which conditions, and which outcome is recorded is for the officer in the
case, the prosecutor or the court to decide. The conditions come from a library that is proposed, not official.

- For: :value[order.officerInCase]
- Subject: :value[subject.name]
- Date of birth: :value[subject.bornOn]
- Kind: :value[order.kind]
- Crime reference: :value[order.crimeReference]
- Admission, as we were told: :value[order.admission]
- Advice given on: :value[order.advisedOn]

:::when{present=order.offence}
## What it is about

:value[order.offence]
:::

:::when{present=order.advice}
## Why these conditions

:value[order.advice]
:::

## Conditions

::table{of=conditions columns="words aim shownBy timing dueOn" empty="No condition is advised."}

## What we ask

Tell us whether it is given, on which day and with which conditions. We collect the evidence that each is met, say who
certified it, and tell you at once where one may have been breached. An outcome of diversion is recorded only after all of it is
complete.
`,
} as const satisfies TemplateSource;
