/**
 * The case summary: the subject, the referrer and their reasons, the people in their life, the decisions, the actions and the plan, each with its source.
 * Intelligence notes are left out: they are graded and handled separately. It is Markdown in a string, since Node
 * cannot import `.md`.
 */
import type { TemplateSource } from '../template.js';

export const caseSummary = {
  id: 'case-summary',
  markdown: `---
id: case-summary
title: Case summary
marking: OFFICIAL-SENSITIVE
needs: [subject]
may: [referral, referrer, offences, earlierReferrals, relatedPersons, organisations, onlineIdentifiers, interventions, accounts, assessments, decisions, plans, objectives, nextStep, sources]
---

# Case summary

Prepared on :value[preparedOn] by :value[officer.name], :value[officer.force].

:::when{present=referral.receivedOn}
What a referrer said is reported, not established.
:::

## Subject

- Name: :value[subject.name]
- Also known as: :value[subject.aliases]
- Date of birth: :value[subject.bornOn]
- Sex, as recorded: :value[subject.sexRecorded]
- Telephone: :value[subject.phones]
- Email address: :value[subject.emails]

### Addresses

::table{of=subject.addresses columns="lines postcode notedOn" empty="No address recorded."}

### Area

::table{of=subject.areas columns="localAuthority forceArea outside notedOn until" empty="No area recorded."}

### School or employer

::table{of=subject.schools columns="name notedOn" empty="No school or employer recorded."}

:::when{present=organisations}
::table{of=organisations columns="words organisation"}
:::

### Identifiers

::table{of=onlineIdentifiers columns="type platform asSeen firstSeenOn" empty="No identifier recorded."}

::::when{present=referral}
## Referral

- Reference: :value[referral.reference]
- Other references: :value[referral.otherReferences]
- Date of referral: :value[referral.receivedOn]
- Status: :value[referral.status]
- Force area: :value[referral.forceArea]
- Local authority: :value[referral.localAuthority]
- Suspected offences: :value[referral.suspectedOffences]
- Law mentioned: :value[referral.lawMentioned]
- Dates of incidents: :value[referral.incidentDates]{as=date}
- Risk, as stated by the referrer: :value[referral.statedRisk]

:::when{present=referral.narrative}
### What the referral says

:value[referral.narrative]
:::

### Referred by

- Name: :value[referrer.name]
- Role: :value[referrer.role]
- Organisation: :value[referrer.organisation]
- Kind of referrer: :value[referrer.kind]
::::

::::when{present=offences}
## Suspected offences

Each is shown with its last status. A suspicion is not a finding.

::table{of=offences columns="asRead section withoutSection incidentOn status statusOn" empty="Nothing is recorded."}
::::

::::when{present=earlierReferrals}
## Earlier referrals

::table{of=earlierReferrals columns="receivedOn reference status" empty="No earlier referral."}
::::

## Related people

::table{of=relatedPersons columns="name relationship relationshipKind phones emails" empty="Nobody is recorded."}

## Interventions

::table{of=interventions columns="heldOn kind mode minutes outcome" empty="No intervention recorded."}

::::when{present=accounts}
### What happened at each contact

::table{of=accounts columns="heldOn present note" empty="Nothing is recorded."}
::::

::::when{present=assessments}
## Assessments

A level is the team’s judgement on one day. It decides nothing and establishes nothing.

::table{of=assessments columns="assessedOn instrumentTitle level" empty="No assessment is signed."}
::::

## Decisions

::table{of=decisions columns="decidedOn about outcome reason" empty="No decision recorded."}

## Plan

::table{of=plans columns="madeOn agreedOn reviewDueOn" empty="No plan is in place."}

::::when{present=plans}
### Objectives

::table{of=objectives columns="objective ownedBy targetOn result" empty="No objective recorded."}

:::when{present=nextStep.session}
Next step: :value[nextStep.session], :value[nextStep.on].
:::

:::when{present=nextStep.objective}
Next step: :value[nextStep.objective], by :value[nextStep.on].
:::
::::

## Sources

::table{of=sources columns="system capturedAt capturedBy" empty="Nothing here was captured from a system."}
`,
} as const satisfies TemplateSource;
