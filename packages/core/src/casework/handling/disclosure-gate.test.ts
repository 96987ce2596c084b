/** The store refuses a disclosure against the conditions, whatever screen or caller asks for it. */
import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { AuditEntry } from '../../store/log/revision.js';
import {
  buildDecision,
  buildReferral,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { heldRecord } from '../../testing/held-under-test.js';
import { givingOut, refused, TODAY, underLaw } from '../../testing/law-under-test.js';
import { handlingIssues } from './disclosure-gate.js';

const A2 = {
  handlingCode: 'C',
  handlingAction: 'A2',
  handlingSanitisation: 'S1',
  handlingInstructions: 'Nothing overt',
};

async function held(given: object) {
  const { store } = await underLaw();
  const capture = buildSourceCapture(given as never);
  const subject = buildSubject({ name: 'Rowan Vael', aliases: ['Grebe'] } as never);
  const referral = buildReferral({ subjectId: subject.id });
  const decision = buildDecision({ subjectId: subject.id, referralId: referral.id } as never);
  const from = [buildSource({ capture: capture.id })];
  await store.commit({
    changes: [
      newRecord('sourceCapture', capture),
      { ...newRecord('subject', subject), sources: { 'aliases[0]': from } },
      { ...newRecord('referral', referral), sources: { narrative: from } },
      newRecord('decision', decision),
    ],
    reason: 'case-work',
  });
  const gives = (records: readonly RecordId[], more: Partial<AuditEntry> = {}) =>
    givingOut(store)(records, { gateway: 'children-act-11', ...more });
  return { store, gives, capture, subject, referral, decision };
}

it('refuses what the conditions forbid, and lets it go once it is left out', async () => {
  const { gives, subject } = await held({ handling: A2 });
  await expect(gives([subject.id])).rejects.toMatchObject(refused('handling-forbids'));
  const leftOut = [{ record: subject.id, field: 'aliases[0]' }];
  await gives([subject.id], { handling: { shown: [], leftOut } });
});

it('refuses what was made from it, though nothing of it was read from a page', async () => {
  const { gives, decision } = await held({ handling: A2 });
  await expect(gives([decision.id])).rejects.toMatchObject(refused('handling-forbids'));
});

it('lets what is allowed go with its conditions alone', async () => {
  const { gives, subject, capture } = await held({ conditions: 'Ask first' });
  const inside = { recipients: ['supervisor', 'DS Quill'] };
  await expect(gives([subject.id], inside)).rejects.toMatchObject(refused('handling-not-shown'));
  await gives([subject.id], { ...inside, handling: { shown: [capture.id], leftOut: [] } });
});

it('asks nothing of columns that have nothing of the value', async () => {
  const { gives, subject } = await held({ handling: A2 });
  await gives([subject.id], { fields: ['name', 'born', 'due'] });
  await expect(gives([subject.id], { fields: ['name', 'aliases'] })).rejects.toMatchObject(
    refused('handling-forbids'),
  );
});

it('lets a sealed file for a colleague and a backup go whole', async () => {
  const { gives, subject, capture } = await held({ handling: A2 });
  const all = [subject.id, capture.id];
  await gives(all, { fields: ['exchange'], recipients: ['colleague', 'PC Finch'] });
  await gives(all, { fields: ['backup'], recipients: ['own-use', 'Backup'] });
});

describe('an entry that names what leaves', () => {
  const [first, second] = ['Ask first', 'Ask the school'].map((conditions) =>
    heldRecord('sourceCapture', { conditions }),
  );
  if (!first || !second) throw new Error('There are two');
  const subject = {
    ...heldRecord('subject', { aliases: ['Grebe'] }),
    sources: {
      bornOn: [buildSource({ capture: first.id })],
      'aliases[0]': [first, second].map(({ id }) => buildSource({ capture: id })),
    },
  };
  const records: readonly StoredRecord[] = [first, second, subject];
  const held = {
    find: (id: RecordId) => records.find((each) => each.id === id),
    about: () => [],
    all: () => records,
    query: () => [],
  };
  const codes = (fields: readonly string[], more: Partial<AuditEntry> = {}) => {
    const entry = { action: 'disclosure', records: [subject.id], fields, reason: 'disclosure' };
    const to = { recipients: ['partner', 'Testford youth team'], ...more };
    return handlingIssues({ ...entry, ...to } as AuditEntry, false, held, { today: TODAY }).map(
      ({ code }) => code,
    );
  };

  it.each([
    [['born'], 1],
    [['contactPlan'], 1],
    [['bornOn'], 1],
    [['aliases'], 1],
    [['a column of a later release'], 2],
    [['name', 'a column of a later release'], 2],
    [[], 2],
    [['name', 'schools'], 0],
    [['reference', 'received', 'due'], 0],
  ] as const)('by the columns %j has %d stopped', (fields, count) => {
    expect(codes(fields)).toEqual(Array(count).fill('handling-forbids'));
  });

  it('by a file has what the file has of it', () => {
    const file = { format: 'csv', marking: 'OFFICIAL', digest: '0'.repeat(64) } as never;
    expect(codes(['subject.aliases'], { file })).toEqual(['handling-forbids']);
    expect(codes(['referral.aliases', 'subject.name'], { file })).toEqual([]);
    expect(codes(['subject.bornOn', 'subject.aliases'], { file })).toHaveLength(2);
  });

  it('shows the conditions of every capture of a value', () => {
    const inside = { recipients: ['supervisor', 'DS Quill'] };
    const showing = (...shown: readonly RecordId[]) =>
      codes(['aliases'], { ...inside, handling: { shown, leftOut: [] } });
    expect(showing(first.id)).toEqual(['handling-not-shown']);
    expect(showing(second.id)).toEqual(['handling-not-shown']);
    expect(showing(first.id, second.id)).toEqual([]);
  });
});
