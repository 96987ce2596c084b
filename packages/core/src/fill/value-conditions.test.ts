/** The conditions of each value that a form may be given, by the record and the place that the value comes from. */
import { expect, it } from 'vitest';
import type { FillKind } from '../capture/field/fill-path.js';
import { caseHandling } from '../casework/handling/handling-of-paper.js';
import { gatherCodeLists } from '../codes/shipped.js';
import type { RecordKind } from '../record/kind.js';
import type { PlainDate } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import { buildSource } from '../testing/fiction/builder.js';
import { heldRecord } from '../testing/held-under-test.js';
import { fillValues } from './fill-value.js';

const lists = gatherCodeLists();
const notedOn = '2026-11-24';
const capture = heldRecord('sourceCapture', { conditions: 'Not to be typed elsewhere' });

/** Paths of the values that are stopped if that place of the record of that kind was read on conditions. */
function stopped(kind: RecordKind, place: string, of: FillKind = 'referral', more: object = {}) {
  const subject = heldRecord('subject', {
    aliases: ['Grebe'],
    addresses: [{ lines: '1 Test Row', postcode: 'ZZ99 3WZ', notedOn }],
    schools: [{ name: 'Testford Academy', notedOn }],
    ...more,
  });
  const about = { subjectId: subject.id };
  const referrer = heldRecord('referrer');
  const own: readonly StoredRecord[] = [
    subject,
    referrer,
    heldRecord('referral', { ...about, referrerId: referrer.id, forceArea: '43' }),
    heldRecord('onlineIdentifier', about),
    heldRecord('relatedPerson', about),
    heldRecord('intervention', { ...about, note: 'They came.' }),
  ];
  const records = own.map((each) =>
    each.kind === kind
      ? { ...each, sources: { [place]: [buildSource({ capture: capture.id })] } }
      : each,
  );
  const value = <K extends RecordKind>(wanted: K) =>
    records.find((each) => each.kind === wanted)?.value as never;
  const values = fillValues(
    of,
    {
      subject: value('subject'),
      referral: value('referral'),
      referrer: value('referrer'),
      intervention: value('intervention'),
      onlineIdentifiers: [value('onlineIdentifier')],
      relatedPersons: [value('relatedPerson')],
    },
    lists,
    { handling: caseHandling([capture, ...records]), today: notedOn as PlainDate },
  );
  for (const each of values) expect(each.stopped === undefined).toBe(!each.conditions?.length);
  return values.filter((each) => each.stopped !== undefined).map(({ path }) => path);
}

it.each([
  ['subject', 'name', ['subject.name']],
  ['subject', 'addresses[0].lines', ['subject.address', 'subject.postcode']],
  ['subject', 'addresses[0].postcode', ['subject.address', 'subject.postcode']],
  ['subject', 'schools[0].name', ['subject.school']],
  ['subject', 'aliases[0]', ['subject.aliases[]']],
  ['referral', 'forceArea', ['area.forceArea']],
  ['referral', 'narrative', ['referral.narrative']],
  ['referrer', 'organisation', ['referrer.organisation']],
  ['onlineIdentifier', 'asSeen', ['subject.onlineIdentifiers[].asSeen']],
  ['onlineIdentifier', 'saidBy', ['subject.onlineIdentifiers[].asSeen']],
  [
    'relatedPerson',
    'name',
    ['relatedPersons[].name', 'relatedPersons[].relationship', 'relatedPersons[].phones[]'],
  ],
] as const)('stops what is said of a %s at %s', (kind, place, paths) => {
  expect(stopped(kind, place)).toEqual(paths);
});

it('stops an area of their own, and the whole of a contact in one box', () => {
  const areas = [{ forceArea: '43', notedOn }];
  expect(stopped('subject', 'areas[0]', 'referral', { areas })).toEqual(['area.forceArea']);
  expect(stopped('intervention', 'note', 'intervention')).toEqual([
    'intervention.note',
    'intervention.asText',
  ]);
});
