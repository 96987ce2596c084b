import type { StoredRecord } from '@cyber-prevent/core';
import { gatherCodeLists } from '@cyber-prevent/core';
import {
  buildIntelligenceNote,
  buildIntervention,
  buildReferral,
  buildSubject,
} from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { workGoing } from './going-list.js';

const subject = buildSubject({ name: 'Rowan Vael' });
const about = { subjectId: subject.id };
const held = (kind: StoredRecord['kind'], value: { id: string }) =>
  ({ kind, id: value.id, value }) as StoredRecord;
const visit = held('intervention', buildIntervention(about));
const note = held('intelligenceNote', buildIntelligenceNote(about));
const referral = [held('subject', subject), held('referral', buildReferral(about))];
const names = (records: readonly StoredRecord[], going = records) =>
  workGoing({ ids: going.map(({ id }) => id), records }, gatherCodeLists());

it('names a visit and an intelligence note that go with a refused referral', () => {
  expect(names([...referral, visit, note])).toBe('Intervention: 1, Intelligence note: 1');
});

it('says nothing where only the referral goes, or where the work stays', () => {
  expect(names(referral)).toBe('');
  expect(names([...referral, visit], referral)).toBe('');
});
