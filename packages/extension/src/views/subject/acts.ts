/** An officer's acts on a person's page. A new act is a line here. */
import { closedBy, standingChecks } from '@cyber-prevent/core';
import type { SubjectAct } from '../case/subject-page.js';

export const SUBJECT_ACTS: readonly SubjectAct[] = [
  {
    id: 'log',
    label: 'subject.log',
    as: 'primary',
    to: ({ subject }) => ({ name: 'intervention', subject: subject.id }),
  },
  {
    id: 'quick-log',
    label: 'quick.act',
    as: 'link',
    to: ({ subject }) => ({ name: 'quick-log', subject: subject.id }),
  },
  {
    id: 'together',
    label: 'together.act',
    as: 'link',
    to: ({ subject }) => ({ name: 'together', subject: subject.id }),
  },
  {
    id: 'stop-card',
    label: 'stop.open',
    as: 'link',
    to: ({ subject }) => ({ name: 'stop-card', subject: subject.id }),
  },
  {
    id: 'summary',
    label: 'subject.summary',
    as: 'secondary',
    to: ({ subject }) => ({ name: 'summary', subject: subject.id }),
  },
  {
    id: 'note',
    label: 'subject.note',
    as: 'secondary',
    to: ({ subject }) => ({ name: 'note', subject: subject.id }),
  },
  {
    id: 'concern',
    label: 'subject.concern',
    as: 'secondary',
    to: ({ subject }) => ({ name: 'safeguarding', subject: subject.id }),
  },
  {
    id: 'review',
    label: 'ending.act.review',
    as: 'link',
    to: ({ subject }) => ({ name: 'review-case', subject: subject.id }),
  },
  {
    id: 'close',
    label: 'ending.close.go',
    as: 'link',
    // For a closed case, the notice above says how to reopen it.
    to: ({ subject, all }) =>
      closedBy(all('decision')) ? undefined : { name: 'close-case', subject: subject.id },
  },
  {
    id: 'handover',
    label: 'ending.act.ask',
    as: 'link',
    to: ({ subject }) => ({ name: 'handover', subject: subject.id }),
  },
  {
    id: 'correction',
    label: 'ending.act.correction',
    as: 'link',
    to: ({ subject }) => ({ name: 'correction', subject: subject.id }),
  },
  {
    id: 'check',
    label: 'person.check.ask',
    as: 'link',
    to: ({ subject, all }) =>
      standingChecks(all('contactCheck')).length > 0
        ? undefined
        : { name: 'ask-check', subject: subject.id },
  },
];
