/**
 * The cease and desist notice as it is handed over: what the law is and what is asked. It has no statutory force, finds no
 * guilt and alleges nothing. The words are proposed for this toolkit; a force that has its own hands over its own template.
 */
import type { TemplateSource } from '../template.js';

export const ceaseAndDesist = {
  id: 'cease-and-desist',
  markdown: `---
id: cease-and-desist
title: Cease and desist notice
marking: OFFICIAL-SENSITIVE
needs: [subject, notice]
audience: subject
---

# :value[notice.notice]

Version :value[notice.noticeVersion]

For :value[subject.name], on :value[notice.servedOn].

From :value[notice.servedBy], :value[officer.force].

## What this is

This notice tells you what the law says, and asks you to stop anything that may break it. It has no statutory force: it is not an order of a court.
It does not say that you are guilty of anything. It is not a caution and not a conviction.

## What the law says

The Computer Misuse Act 1990 makes it an offence to use a computer in certain ways without being allowed to. These parts of it were explained to you:

:value[notice.sections]

## What we ask

- Stop anything that these parts of the law describe.
- If somebody asks you to go on, or offers you money for it, do not answer. Tell somebody whom you trust.
- If you like this kind of work, there are ways to do it that are legal. Ask us about them.

## What may happen

If an offence is reported or found, it can be investigated, whether or not you were given this notice. We keep a record that you were given it.

## If you want to talk

You can ask a parent, a carer, a teacher or a solicitor to read this with you. You can ask us what we hold about you.
`,
} as const satisfies TemplateSource;
