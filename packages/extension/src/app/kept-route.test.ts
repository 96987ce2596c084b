import { RECORD_KINDS, type RecordId } from '@cyber-prevent/core';
import { expect, it } from 'vitest';
import { SUBJECT_SECTIONS } from '../views/subject/sections.js';
import { keptRoute } from './kept-route.js';

const RECORD = 'b0000000-0000-4000-8000-000000000001' as RecordId;
const SUBJECT = 'b0000000-0000-4000-8000-000000000002' as RecordId;

it('leads to sections that the page of a person has', () => {
  const known = SUBJECT_SECTIONS.map(({ id }) => id);
  for (const kind of RECORD_KINDS) {
    const route = keptRoute(kind, RECORD, { subjectId: SUBJECT });
    if (route?.name === 'subject') expect(known).toContain(route.section);
  }
});

it('leads to where a decision or a promise was made, if that was not on a person', () => {
  const value = { subjectId: SUBJECT, enquiryId: RECORD };
  for (const kind of ['decision', 'promise'] as const)
    expect(keptRoute(kind, RECORD, value)).toEqual({ name: 'enquiry', enquiry: RECORD });
});

it('leads nowhere if nobody is known', () => {
  expect(keptRoute('intelligenceNote', RECORD, {})).toBeUndefined();
});
