/**
 * The chronology of a person: what happened, day by day, each with its source. It is handed on as the officer narrowed
 * it, and without the entries that `chronologyLines` leaves out.
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

- Name: :value[subject.name]
- Date of birth: :value[subject.bornOn]

What a referrer said is reported, not established. The days are those on which something happened, not those on which it
was read or noted. This is not everything that is on record.

::table{of=chronology columns="on summary source" empty="Nothing is on record for these days."}
`,
} as const satisfies TemplateSource;
