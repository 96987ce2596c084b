/** The conditions that stand on all of a record: its own, and those of every record that it was made from. */
import { describe, expect, it } from 'vitest';
import type { RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildSource } from '../../testing/fiction/builder.js';
import { heldRecord } from '../../testing/held-under-test.js';
import { handlingOn, originsAt, originsOn } from './handling-on.js';

const capture = heldRecord('sourceCapture', { conditions: 'Not to the family' });
const readFrom = <K extends RecordKind>(record: StoredRecord<K>, path: string) => ({
  ...record,
  sources: { [path]: [buildSource({ capture: capture.id })] },
});
const naming = (record: StoredRecord, other: RecordId): StoredRecord => ({
  ...record,
  value: { ...record.value, of: { record: other } } as never,
});
const finder =
  (...records: readonly StoredRecord[]) =>
  (id: RecordId) =>
    [capture, ...records].find((each) => each.id === id);
const whole = (record: StoredRecord, ...others: readonly StoredRecord[]) =>
  handlingOn(record, finder(record, ...others)).whole.map(({ id }) => id);

describe('a record made from another', () => {
  it.each([
    'referral',
    'enquiry',
    'identification',
    'intelligenceNote',
    'intervention',
    'ceaseAndDesist',
    'safeguardingConcern',
  ] as const)('has the conditions of what was read for its %s', (kind) => {
    const other = readFrom(heldRecord(kind), 'note');
    expect(whole(naming(heldRecord('session'), other.id), other)).toEqual([capture.id]);
  });

  it('has those of a capture that it names, and of a note by the grade of that', () => {
    const grade = { sourceEvaluation: '2', intelligenceAssessment: 'C', handlingCode: 'C' };
    const note = heldRecord('intelligenceNote', {
      grade: {
        ...grade,
        handlingAction: 'A1',
        handlingSanitisation: 'S1',
        handlingInstructions: 'Ask',
      },
    });
    expect(whole(naming(heldRecord('session'), capture.id))).toEqual([capture.id]);
    expect(whole(naming(heldRecord('session'), note.id), note)).toEqual([note.id]);
  });

  it('has them however far back they stand, also if two records name each other', () => {
    const enquiry = readFrom(heldRecord('enquiry'), 'asked');
    const referral = heldRecord('referral', { enquiryId: enquiry.id });
    const decision = heldRecord('decision', { referralId: referral.id });
    expect(whole(decision, referral, enquiry)).toEqual([capture.id]);
    const circle = naming(enquiry, referral.id);
    expect(whole(decision, referral, circle)).toEqual([capture.id]);
  });

  it('has none of the person that it is about, nor if it only speaks of captures', () => {
    const subject = readFrom(heldRecord('subject'), 'name');
    expect(whole(heldRecord('intervention', { subjectId: subject.id }), subject)).toEqual([]);
    for (const kind of ['sharingPermission', 'correctionNotice'] as const)
      expect(whole(naming(heldRecord(kind), capture.id))).toEqual([]);
  });
});

it('stands on all of an offence whose section was read on conditions', () => {
  const offence = readFrom(heldRecord('offence'), 'section');
  const on = handlingOn(offence, finder());
  for (const path of ['asRead', 'standings[0]', 'incidentOn'])
    expect(originsAt(on, path)).toMatchObject([{ id: capture.id }]);
});

it('names each capture once', () => {
  const from = [buildSource({ capture: capture.id })];
  const offence = { ...heldRecord('offence'), sources: { asRead: from, section: from } };
  expect(originsOn(offence, finder())).toHaveLength(1);
});
