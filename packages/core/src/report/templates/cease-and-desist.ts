/**
 * The cease and desist notice as it is handed over: the law and the request. It has no statutory force, finds no guilt
 * and alleges nothing. The words are proposed for this toolkit, and printed only under its own title and version.
 * Version 1 has been served: its words are never altered. A change is a separate version.
 */
import type { TemplateSource } from '../template.js';

const SECTIONS = [
  'Section 1: unauthorised access to computer material',
  'Section 2: unauthorised access with intent to commit or facilitate further offences',
  'Section 3: unauthorised acts with intent to impair, or recklessness as to impairing, the operation of a computer',
  'Section 3ZA: unauthorised acts causing, or creating risk of, serious damage',
  'Section 3A: making, supplying or obtaining articles for use in such an offence',
];

/** @param given - the line that says when and by whom it was given */
function textOf(given: string, explained: string): string {
  return `# Cease and desist notice

Cyber Prevent Toolkit 1

For :value[subject.name].

${given}

## What this is

This notice tells you what the law says, and asks you to stop anything that may break it. It has no statutory force: it is not an order of a court.
It does not say that you are guilty of anything. It is not a caution and not a conviction.

## What the law says

The Computer Misuse Act 1990 makes it an offence to use a computer in certain ways without being allowed to:

${SECTIONS.map((section) => `- ${section}`).join('\n')}

These parts of it were explained to you:

${explained}

## What we ask

- Stop anything that these parts of the law describe.
- If somebody asks you to go on, or offers you money for it, do not answer. Tell somebody whom you trust.
- If you like this kind of work, there are ways to do it that are legal. Ask us about them.

## What may happen

If an offence is reported or found, it can be investigated, whether or not you were given this notice. We keep a record that you were given it.

## If you want to talk

You can ask a parent, a carer, a teacher or a solicitor to read this with you. You can ask us what we hold about you.
`;
}

const ROOM = '…………………………';

export const ceaseAndDesist = {
  id: 'cease-and-desist',
  markdown: `---
id: cease-and-desist
title: Cease and desist notice
marking: OFFICIAL-SENSITIVE
needs: [subject, notice]
audience: subject
---

${textOf('Given on :value[notice.servedOn] by :value[notice.servedBy].', ':value[notice.sections]')}`,
} as const satisfies TemplateSource;

export const ceaseAndDesistBlank = {
  id: 'cease-and-desist-blank',
  markdown: `---
id: cease-and-desist-blank
title: Cease and desist notice
marking: OFFICIAL-SENSITIVE
needs: [subject]
audience: subject
---

${textOf(`Given on ${ROOM} by ${ROOM}.`, ROOM)}`,
} as const satisfies TemplateSource;
