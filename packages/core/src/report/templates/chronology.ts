/**
 * The chronology of a person: the records day by day, each with its source. It is handed on as the officer narrowed it.
 * The officer who prepares it leaves out intelligence notes and safeguarding concerns.
 */
import type { TemplateSource } from '../template.js';

export const chronology = {
  id: 'chronology',
  markdown: `---
id: chronology
title: Chronology
marking: OFFICIAL-SENSITIVE
needs: [subject]
may: [chronology]
---

# Chronology

Prepared on :value[preparedOn] by :value[officer.name], :value[officer.force].

About :value[subject.name]. What a referrer said is reported, not established. Intelligence and safeguarding concerns are
not part of this chronology.

::table{of=chronology columns="on summary source" empty="Nothing is on record for these days."}
`,
} as const satisfies TemplateSource;
