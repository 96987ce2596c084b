/** A value that was worked out from one with conditions, or copied from it, has the conditions of that one. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/shipped.js';
import { fillValues } from '../../fill/fill-value.js';
import { recordsToGive } from '../../report/give-records.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildId, buildSource } from '../../testing/fiction/builder.js';
import { heldRecord } from '../../testing/held-under-test.js';
import { caseHandling } from './handling-of-paper.js';
import { handlingOn, originsAt } from './handling-on.js';

const lists = gatherCodeLists();
const TODAY = '2026-11-24' as PlainDate;

describe('what says again what was given on conditions', () => {
  const capture = heldRecord('sourceCapture', { conditions: 'Not outside the force' } as never);
  const ref = buildSource({ capture: capture.id });
  const readAt = <K extends StoredRecord>(record: K, path: string): K => ({
    ...record,
    sources: { [path]: [ref] },
  });
  const lived = { lines: '1 Test Row', postcode: 'ZZ99 7CN', notedOn: TODAY };
  const area = { forceArea: '44', notedOn: TODAY, fromPostcode: 'zz997cn', fromTable: 'x' };
  const subject = readAt(
    heldRecord('subject', {
      addresses: [lived],
      areas: [area, { ...area, fromPostcode: 'ZZ99 8AA' }],
    } as never),
    'addresses[0].postcode',
  );
  const referral = heldRecord('referral', { subjectId: subject.id });
  const find = (id: RecordId) => [capture, subject, referral].find((each) => each.id === id);

  it('is the area that a table gave for the postcode, and no other', () => {
    const on = handlingOn(subject, find);
    expect([0, 1].map((nth) => originsAt(on, `areas[${nth}].fromPostcode`).length)).toEqual([1, 0]);
  });

  it.each([
    ['onlineIdentifier', 'asSeen', 'canonical'],
    ['onlineIdentifier', 'canonical', 'asSeen'],
    ['offence', 'asRead', 'section'],
  ] as const)('is all of an %s whose %s it was: its %s', (kind, path, other) => {
    const on = handlingOn(readAt(heldRecord(kind, { subjectId: subject.id }), path), find);
    expect(originsAt(on, other)).toMatchObject([{ id: capture.id }]);
  });

  it('is the link of words to an organisation', () => {
    const school = readAt(subject, 'schools[0].name');
    const link = heldRecord('organisationLink', {
      referrerId: undefined,
      subjectId: school.id,
      path: 'schools[0].name',
    });
    const held = (id: RecordId) => (id === school.id ? school : find(id));
    expect(handlingOn(link, held).whole).toMatchObject([{ id: capture.id }]);
  });

  it('leaves in no file, neither as an area nor as a canonical form', async () => {
    const handle = readAt(
      heldRecord('onlineIdentifier', {
        subjectId: subject.id,
        type: 'email',
        asSeen: 'Canary@example.org',
        canonical: 'canary@example.org',
      }),
      'asSeen',
    );
    const made = await recordsToGive([capture, subject, referral, handle], {
      referrals: [referral.id],
      audience: 'rocu',
      marking: 'OFFICIAL-SENSITIVE',
      officer: buildId(),
    });
    if (!made.ok) throw new Error('not made');
    expect(JSON.stringify(made.value.set)).not.toMatch(/zz99 ?7cn|canary/i);
  });

  it('is typed nowhere else', () => {
    const offered = fillValues(
      'referral',
      { subject: subject.value, referral: referral.value },
      lists,
      { handling: caseHandling([capture, subject, referral]), today: TODAY },
    );
    const areas = offered.filter(({ path }) => path === 'area.forceArea');
    expect(areas.map(({ stopped }) => stopped !== undefined)).toEqual([true]);
  });
});
