/**
 * Version 2 of the notice: with the force's letterhead, a telephone number, and lines for signatures. The words are
 * proposed for this toolkit. Once it has been served its words are never altered: a change is a separate version.
 */
import type { TemplateSource } from '../template.js';
import {
  BLANK_STATIONERY,
  NAME_BY_HAND,
  ROOM,
  SERVED_STATIONERY,
  SIGNATURES,
  type Stationery,
} from './signature-lines.js';

const SECTIONS = [
  'Section 1: getting into a computer or an account without permission',
  'Section 2: doing that in order to commit another offence',
  'Section 3: doing something, without permission, to stop a computer or a connection from working, or taking that risk',
  'Section 3ZA: doing something without permission that causes, or risks, serious damage',
  'Section 3A: making, passing on or getting tools for any of these',
];

interface Filled extends Stationery {
  readonly name: string;
  readonly given: string;
  readonly explained: string;
}

function textOf({ from, contact, name, given, explained }: Filled): string {
  return `${from}

# Cease and desist notice

Version 2

For ${name}

${given}

## What this is

This notice tells you what the law says and asks you to stop anything that may break it. It is not an order of a court. It does not say that you are guilty of anything. It is not a caution and not a conviction.

## What the law says

The Computer Misuse Act 1990 makes it an offence to use a computer in certain ways without permission:

${SECTIONS.map((section) => `- ${section}`).join('\n')}

We explained these parts to you:

${explained}

## What we ask

- Stop anything that these parts of the law describe.
- If someone asks you to carry on, or offers you money for it, do not answer. Tell someone you trust.
- If you enjoy this kind of work, there are legal ways to do it. Ask us about them.

## What may happen

If an offence is reported or found, it can be investigated, whether or not you were given this notice. We keep a record that you were given it.

## If you want to talk

You can ask a parent, a carer, a teacher or a solicitor to read this with you. You can ask us what we hold about you.

${contact}

${SIGNATURES}`;
}

export const ceaseAndDesist2 = {
  id: 'cease-and-desist-2',
  markdown: `---
id: cease-and-desist-2
title: Cease and desist notice
marking: OFFICIAL-SENSITIVE
needs: [subject, notice]
audience: subject
---

${textOf({
  ...SERVED_STATIONERY,
  name: ':value[subject.name]',
  given: 'Given on :value[notice.servedOn] by :value[notice.servedBy]',
  explained: ':value[notice.sections]',
})}`,
} as const satisfies TemplateSource;

/** For a visit: nobody's name is on it until it is given. */
export const ceaseAndDesist2Blank = {
  id: 'cease-and-desist-2-blank',
  markdown: `---
id: cease-and-desist-2-blank
title: Cease and desist notice
marking: OFFICIAL-SENSITIVE
needs: [subject]
may: [sheet]
audience: subject
---

${textOf({
  ...BLANK_STATIONERY,
  name: NAME_BY_HAND,
  given: `Given on ${ROOM} by ${ROOM}`,
  explained: ROOM,
})}`,
} as const satisfies TemplateSource;
