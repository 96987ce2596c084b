/**
 * The serving of a cease and desist notice and the observations after it, for the decision maker. It gives each
 * observation and its observer; it concludes nothing.
 */
import type { TemplateSource } from '../template.js';

export const noticeFollowUp = {
  id: 'notice-follow-up',
  markdown: `---
id: notice-follow-up
title: Cease and desist notice and what happened next
marking: OFFICIAL-SENSITIVE
needs: [subject, notice, breaches]
may: [referral]
---

# Cease and desist notice and what happened next

Prepared on :value[preparedOn] by :value[officer.name], :value[officer.force].

A notice has no statutory force and finds no guilt. What is noted after it is what was seen or reported, not what was established.

## Who it was served on

- Name: :value[subject.name]
- Date of birth: :value[subject.bornOn]
:::when{present=referral}
- Reference of the referral: :value[referral.reference]
:::

## The notice

- Notice: :value[notice.notice]
- Version: :value[notice.noticeVersion]
- Grounds to suspect an offence, as asked before it was served: :value[notice.grounds]
- Officer in the case, who agreed: :value[notice.officerInCase]

## How it was served

- Served on: :value[notice.servedOn]
- How: :value[notice.how]
- Where: :value[notice.place]
- Served by: :value[notice.servedBy]
- Witness: :value[notice.witness]
- Parent, carer or supporter present: :value[notice.adultPresent]
- Appropriate adult: :value[notice.appropriateAdult]
- Sections of the Computer Misuse Act explained: :value[notice.sections]
- Acknowledgement: :value[notice.acknowledged]
- Devices spoken about: :value[notice.devices]

:::when{present=notice.said}
### What they said about it

:value[notice.said]
:::

## What was noted afterwards

::table{of=breaches columns="notedOn happenedOn what source statement toldOn toldWhom" empty="Nothing was noted after the notice."}
`,
} as const satisfies TemplateSource;
