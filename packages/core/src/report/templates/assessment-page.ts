/**
 * The page about an assessment for the subject: the topics, the strengths, the worries and the next steps. It mentions
 * nobody else and shows no points. One version is for children under 14, one for everybody older.
 */
import type { TemplateSource } from '../template.js';

export const assessmentPageYoung = {
  id: 'assessment-page-young',
  markdown: `---
id: assessment-page-young
title: What we considered
marking: OFFICIAL-SENSITIVE
needs: [subject, assessment]
may: [strengths, concerns, unknown, words]
---

# What we considered

For :value[subject.name]. Written on :value[preparedOn] by :value[officer.name].

We are Cyber Choices. We help young people to use their computer skills in ways that are allowed. This page is about you. It is not about anybody else.

## What you should know

- You are not in trouble because of this page.
- It does not say that you broke the law. Only a court can say that.
- No computer made this up. A person wrote it, and thought about it.
- You can say if you think that something here is wrong.

:::when{present=words}
## From :value[officer.name] to you

:value[words]
:::

## What is going well

::table{of=strengths columns="plain" empty="We want to find out more about this with you."}

## What worries us

::table{of=concerns columns="plain" empty="Nothing that we looked at."}

:::when{present=unknown}
## What we would like to know more about

::table{of=unknown columns="plain" empty="Nothing."}
:::

:::when{present=assessment.level}
## How much help may be needed

:value[assessment.level]

This says how much help may be needed. It does not say what kind of person you are.
:::

:::when{present=assessment.reviewDueOn}
## What happens next

We look at this again by :value[assessment.reviewDueOn]. Things can change, and then this changes too.
:::

## If you do not agree

Tell :value[officer.name], or ask an adult you trust to tell us. We write down what you say.
`,
} as const satisfies TemplateSource;

export const assessmentPage = {
  id: 'assessment-page',
  markdown: `---
id: assessment-page
title: Your assessment in plain words
marking: OFFICIAL-SENSITIVE
needs: [subject, assessment]
may: [strengths, concerns, unknown, words]
---

# Your assessment in plain words

For :value[subject.name]. Prepared on :value[preparedOn] by :value[officer.name], from an assessment of :value[assessment.assessedOn].

The Cyber Choices programme helps people to use their skills within the law. This page says what was considered about you. It leaves out everything about other people.

## What this is, and what it is not

- An officer made this assessment. No computer decided anything about you.
- It is a judgement about what help may be needed. It is not a finding that you committed an offence.
- The list that was used puts an officer’s thinking in order. Nobody has shown that it can predict what a person will do.

:::when{present=words}
## In the officer’s own words

:value[words]
:::

## What is going well

::table{of=strengths columns="plain" empty="Nothing has been noted yet. That may only mean that it was not asked."}

## What we are worried about

::table{of=concerns columns="plain" empty="Nothing that is on this page."}

:::when{present=unknown}
## What we would like to know more about

Not knowing something was never counted against you.

::table{of=unknown columns="plain" empty="Nothing."}
:::

:::when{present=assessment.level}
## How much support may be needed

:value[assessment.level]

This is about support, not about what kind of person you are.
:::

:::when{present=assessment.reviewDueOn}
## What happens next

It is looked at again by :value[assessment.reviewDueOn]. A later assessment replaces this one.
:::

## If you think that something is wrong

Tell :value[officer.name]. You can ask for it to be corrected, and you can ask what is held about you. If you are not content with the answer, you can complain to the force or to the Information Commissioner.
`,
} as const satisfies TemplateSource;
