/**
 * Fictional records of a person: their identity, the people around them, advice on meeting them, and what they were
 * asked and informed of.
 */
import { buildId } from './build-id.js';

export const PERSON_FICTION = {
  subject: () => ({
    name: 'Rowan Vael',
    aliases: [],
    bornOn: '2010-03-14',
    addresses: [{ lines: '7 Sample Row\nTestford', postcode: 'ZZ99 3WZ', notedOn: '2026-11-24' }],
    schools: [{ name: 'Testford Academy', notedOn: '2026-11-24' }],
    phones: ['07700 900123'],
    emails: ['rowan.vael@example.org'],
    categories: [{ category: 'at-risk', from: '2026-11-24' }],
  }),
  relatedPerson: () => ({
    subjectId: buildId(),
    name: 'Marisol Vael',
    relationship: 'Mother',
    relationshipKind: 'parent-carer',
    phones: ['01632 960001'],
    emails: [],
  }),
  onlineIdentifier: () => ({
    subjectId: buildId(),
    platform: 'discord',
    asSeen: 'RowanV_Test',
    firstSeenOn: '2026-11-24',
  }),
  offence: () => ({
    subjectId: buildId(),
    asRead: 'Unauthorised access to computer material',
    section: '1',
    incidentOn: ['2026-11-02'],
    standings: [{ status: 'suspected', on: '2026-11-20', notedOn: '2026-11-24' }],
    knownOn: '2026-11-24',
  }),
  comparison: () => ({
    subjectId: buildId(),
    otherId: buildId(),
    answer: 'not-same',
    comparedOn: '2026-11-24',
  }),
  participation: () => ({
    subjectId: buildId(),
    answer: 'agreed',
    saidBy: 'parent-carer',
    saidByName: 'Marisol Vael',
    means: 'telephone',
    saidOn: '2026-11-24',
  }),
  processingBasis: () => ({
    subjectId: buildId(),
    purpose: 'prevention',
    lawfulBasis: 'part3-task',
    necessity: 'plan-contact',
    from: '2026-11-24',
  }),
  telling: () => ({
    subjectId: buildId(),
    whom: 'parent-carer',
    name: 'Marisol Vael',
    wasTold: 'told',
    what: 'That the team was asked to look, and that taking part is voluntary.',
    on: '2026-11-24',
    means: 'telephone',
    by: 'DC Rowan Thackeray',
  }),
  contactPlan: () => ({
    subjectId: buildId(),
    preferredName: 'Ro',
    bestTimes: 'After school, not on Wednesdays.',
    reviewedOn: '2026-11-24',
  }),
  contactCheck: () => ({ subjectId: buildId(), from: '2026-11-24', acknowledged: [] }),
};
