import { describe, expect, it } from 'vitest';
import { testHost } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import { type Draft, draftValues } from '../draft.js';
import { openDraft } from './open-draft.js';

function open(cells: readonly ReadingCell[]): Draft {
  return openDraft({
    reading: buildReading(...cells),
    adapters: [],
    way: 'page',
    host: testHost(),
  });
}

/** Path, index, value and starting decision of every row that has a path. */
function rows(draft: Draft) {
  return draft.rows.flatMap(({ path, index, value, decision }) =>
    path === undefined
      ? []
      : [[index === undefined ? path : `${path} ${index}`, value, decision.kind]],
  );
}

describe('what is put together or taken apart', () => {
  it('makes a name of its parts where the page has none, and keeps the parts', () => {
    const draft = open([
      { label: 'Surname', value: 'O’Connell-Vael' },
      { label: 'Forename(s)', value: 'Taz Mary' },
    ]);
    expect(rows(draft)).toEqual([
      ['subject.familyName', 'O’Connell-Vael', 'take'],
      ['subject.givenNames', 'Taz Mary', 'take'],
      ['subject.name', 'Taz Mary O’Connell-Vael', 'take'],
    ]);
    expect(draft.rows[2]).toMatchObject({
      label: 'Forename(s), Surname',
      namedBy: 'generic',
      madeOf: [{ verbatim: 'Taz Mary' }, { verbatim: 'O’Connell-Vael' }],
    });
    const named = open([
      { label: 'Surname', value: 'Vael' },
      { label: 'Forename', value: 'Taz' },
      { label: 'Full name', value: 'Taz Vael' },
    ]);
    expect(draftValues(named, 'subject.name')).toEqual(['Taz Vael']);
  });

  it('offers the postcode of an address where it has no row of its own', () => {
    const address: ReadingCell = {
      label: 'Home address',
      value: '9 Once-Upon Crescent\nBrackenfield\nZZ99 2MT',
    };
    expect(rows(open([address]))).toEqual([
      ['subject.address', '9 Once-Upon Crescent\nBrackenfield\nZZ99 2MT', 'take'],
      ['subject.postcode', 'ZZ99 2MT', 'take'],
    ]);
    const draft = open([address, { label: 'Postcode', value: 'ZZ99 2MU' }]);
    expect(draftValues(draft, 'subject.postcode')).toEqual(['ZZ99 2MU']);
  });

  it('offers no postcode of an address that holds two', () => {
    const draft = open([{ label: 'Address', value: '1 A Lane, ZZ99 1AA, or 2 B Lane, ZZ99 2BB' }]);
    expect(draftValues(draft, 'subject.postcode')).toEqual([]);
  });

  it('joins the lines of an address, and of a second line that has no label', () => {
    const boxes = open([
      { label: 'Address line 1', value: '6 Storybook Close' },
      { label: 'Town or city', value: 'Tale End' },
      { label: 'Postcode', value: 'ZZ99 3HD' },
    ]);
    expect(draftValues(boxes, 'subject.address')).toEqual(['6 Storybook Close\nTale End']);
    expect(boxes.rows.filter(({ path }) => path === undefined)).toEqual([]);
    const lines = open([
      { label: 'Address', value: '33 Phantom Road' },
      { label: 'Address', value: 'Upper Illusion', continues: 'f0-0' },
      { label: 'City', value: 'Southmarch' },
    ]);
    expect(draftValues(lines, 'subject.address')).toEqual([
      '33 Phantom Road\nUpper Illusion\nSouthmarch',
    ]);
  });

  it('makes several rows of several values under one label', () => {
    const draft = open([
      { label: 'Phone', value: '07700 900415; 07700 900416' },
      { label: 'Handles', value: 'Discord: a.b\n@c (Telegram)' },
      { label: 'Also known as', value: 'Taz' },
      { label: 'Also known as', value: 'Tazzer', continues: 'f0-2' },
    ]);
    expect(rows(draft)).toEqual([
      ['subject.phones[]', '+447700900415', 'take'],
      ['subject.phones[]', '+447700900416', 'take'],
      ['subject.onlineIdentifiers[].asSeen 0', 'a.b', 'take'],
      ['subject.onlineIdentifiers[].asSeen 1', '@c', 'take'],
      ['subject.aliases[]', 'Taz', 'take'],
      ['subject.aliases[]', 'Tazzer', 'take'],
    ]);
    expect(draft.rows.map(({ platform }) => platform)).toEqual([
      undefined,
      undefined,
      'discord',
      'telegram',
      undefined,
      undefined,
    ]);
  });

  it('leaves out the day, month and year of a date that it has whole', () => {
    const draft = open([
      { label: 'Date of birth', value: '3 4 2009' },
      { label: 'Day', value: '3', partOf: 'f0-0' },
    ]);
    expect(rows(draft)).toEqual([['subject.bornOn', '2009-04-03', 'take']]);
    expect(draft.rows).toHaveLength(1);
  });

  it('offers dates and law in a narrative as free text, left', () => {
    const draft = open([
      {
        label: 'Summary',
        value:
          'On 6 March 2026 he took down a server. DOB 21/06/2010. Section 3 of the Computer Misuse Act 1990; CMA 1990 s.3A.',
      },
    ]);
    expect(rows(draft).slice(1)).toEqual([
      ['referral.incidentDates[]', '2026-03-06', 'leave'],
      ['subject.bornOn', '2010-06-21', 'leave'],
      ['referral.lawMentioned[]', 'Section 3 of the Computer Misuse Act 1990', 'leave'],
      ['referral.lawMentioned[]', 'CMA 1990 s.3A', 'leave'],
    ]);
    expect(draft.rows.slice(1).every(({ freeText }) => freeText)).toBe(true);
  });
});

it('puts a first and a middle name of two boxes together, in their order', () => {
  expect(
    rows(
      open([
        { label: 'Forename 1', value: 'ESME' },
        { label: 'Forename 2', value: 'JUNE' },
        { label: 'Surname', value: 'VAEL' },
      ]),
    ).map(([path, value]) => [path, value]),
  ).toEqual([
    ['subject.givenNames', 'ESME JUNE'],
    ['subject.familyName', 'VAEL'],
    ['subject.name', 'ESME JUNE VAEL'],
  ]);
});
