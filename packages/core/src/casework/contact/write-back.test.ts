import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildId, buildSubject, buildWriteBack } from '../../testing/fiction/builder.js';
import { testHost } from '../../testing/host.js';
import { keepReference, noteWriteBack, writeBacksOf } from './write-back.js';

const context = { host: testHost(), lists: gatherCodeLists() };
const subject = buildSubject();
const held = { id: subject.id, kind: 'subject', value: subject } as StoredRecord<'subject'>;
const given = {
  ofKind: 'intervention' as const,
  of: buildId(),
  way: 'fill' as const,
  system: 'Request Tracker',
  url: 'https://rt.example.org/Ticket/Update.html?id=7',
  labels: ['Message', 'Time Worked'],
};

test('what was given is noted, and the log says that it went to another system', () => {
  const noted = noteWriteBack(given, { ...context, subject: held });
  expect(noted).toMatchObject({
    ok: true,
    value: {
      commit: {
        changes: [{ kind: 'writeBack', set: { subjectId: subject.id, of: given.of } }],
        audit: [
          {
            action: 'disclosure',
            records: [subject.id, given.of],
            recipients: ['force-system', 'Request Tracker'],
          },
        ],
      },
    },
  });
});

test('a form in doubt that the officer answered for is noted with the answer', () => {
  const answer = { subject: subject.id, names: [], born: [], others: [], isForm: true };
  const on = { ...context, subject: held };
  expect(noteWriteBack(given, on, true)).toMatchObject({ value: { commit: { meant: [answer] } } });
  const plain = noteWriteBack(given, on);
  expect(plain.ok && plain.value.commit).not.toHaveProperty('meant');
});

test('nothing is noted of a subject who is not held', () => {
  expect(noteWriteBack(given, { ...context, subject: undefined })).toMatchObject({
    ok: false,
    issues: [{ code: 'subject-unknown' }],
  });
});

test('nothing given is nothing sent: no note, no disclosure', () => {
  for (const labels of [[], [' '], ['Message', '']])
    expect(noteWriteBack({ ...given, labels }, { ...context, subject: held })).toMatchObject({
      ok: false,
      issues: [{ code: 'invalid', message: expect.stringMatching(/^Nothing was typed or copied/) }],
    });
});

test('a note is made exactly of what has a label, whatever is given', () => {
  const label = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\t', '\u00a0'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 4 }), (labels) => {
      const noted = noteWriteBack({ ...given, labels }, { ...context, subject: held });
      const isGiven = labels.length > 0 && labels.every((each) => each.trim() !== '');
      expect(noted.ok).toBe(isGiven);
      if (noted.ok)
        expect(noted.value.commit.changes[0]?.set).toMatchObject({
          labels: labels.map((each) => each.trim()),
        });
    }),
  );
});

test('the reference that came back is kept on the note, and an empty one is asked for', () => {
  const value = buildWriteBack({ of: given.of });
  const note = {
    id: value.id,
    kind: 'writeBack',
    value,
    heads: [],
  } as unknown as StoredRecord<'writeBack'>;
  expect(keepReference(note, ' 1204 ')).toMatchObject({
    ok: true,
    value: {
      id: value.id,
      commit: { changes: [{ record: value.id, set: { reference: '1204' } }] },
    },
  });
  expect(keepReference(note, ' ')).toMatchObject({ ok: false, issues: [{ code: 'missing' }] });
});

test('the notes of one record come latest first, those of others not at all', () => {
  const note = (of: string, givenAt: string) => {
    const value = buildWriteBack({ of, givenAt });
    return { id: value.id, kind: 'writeBack', value } as unknown as StoredRecord<'writeBack'>;
  };
  const early = note(given.of, '2026-11-01T10:00:00.000Z');
  const late = note(given.of, '2026-11-02T10:00:00.000Z');
  const other = note(buildId(), '2026-11-03T10:00:00.000Z');
  expect(writeBacksOf([early, other, late], given.of)).toEqual([late, early]);
});
