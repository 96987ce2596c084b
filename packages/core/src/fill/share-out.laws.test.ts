/** Law: no value goes into a box by its position alone. Label and kind agree, or the officer chooses. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatherCodeLists } from '../codes/index.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import {
  buildOnlineIdentifier,
  buildReferral,
  buildReferrer,
  buildRelatedPerson,
  buildSource,
  buildSubject,
} from '../testing/fiction/builder.js';
import { UNCONDITIONED } from '../testing/unconditioned.js';
import { type FillRecords, fillValues } from './fill-value.js';
import { nameForm } from './name-form.js';
import { planFill } from './plan-fill.js';

const LISTS = gatherCodeLists();
const MOBILE = '07700 900417';
const LANDLINE = '01632 960118';

function rowsOn(html: string, records: Partial<FillRecords>) {
  const page = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
  const form = nameForm(page, readPage(page), { kind: 'referral' });
  const subject = records.subject ?? buildSubject({ name: 'Tamsin Vael' });
  const { rows } = planFill(
    form,
    fillValues('referral', { subject, ...records }, LISTS, UNCONDITIONED),
    [],
    [],
    true,
  );
  return rows;
}

/** Values typed, offered with the reason, or left with the reason, in the order of the form. */
function told(html: string, records: Partial<FillRecords>, path = 'phones') {
  return rowsOn(html, records)
    .filter(({ id }) => id.includes(path))
    .map(({ text, start, box, why }) =>
      [start, text, ...(box ? [`in ${box.label}`] : []), ...(why ? [why.code] : [])].join(' '),
    );
}

const box = (label: string, rest = '') => `<p><label>${label} <input ${rest}></label></p>`;
const under = (heading: string, ...boxes: readonly string[]) =>
  `<h2>${heading}</h2>${boxes.join('')}`;
const phones = (...numbers: string[]) => ({ subject: buildSubject({ phones: numbers }) });

describe('two numbers of a subject', () => {
  test('do not change places where the form asks for them in another order', () => {
    const html = under('Subject', box('Work mobile'), box('Home phone'));
    expect(told(html, phones(LANDLINE, MOBILE))).toEqual([
      'leave 07700 900417 in Work mobile value-kind-unknown',
      'type 01632 960118 in Home phone',
    ]);
  });

  test('are offered with the reason where no box asks for their kind', () => {
    const html = under('Subject', box('Work mobile'), box('Mobile'));
    expect(told(html, phones(LANDLINE, MOBILE))).toEqual([
      'leave 01632 960118 in Work mobile value-kind-differs',
      'type 07700 900417 in Mobile',
    ]);
    expect(
      rowsOn(html, phones(LANDLINE)).find(({ id }) => id === 'subject.phones[]'),
    ).toMatchObject({
      state: 'can',
      start: 'leave',
      why: {
        message:
          'The box asks for “Work mobile”, and this is a landline number. Choose to type it only if it belongs there',
      },
    });
  });

  test('go into boxes that ask for no kind as they come', () => {
    const html = under('Subject', box('Telephone 1'), box('Telephone 2'));
    expect(told(html, phones(LANDLINE, MOBILE))).toEqual([
      'type 01632 960118 in Telephone 1',
      'type 07700 900417 in Telephone 2',
    ]);
  });

  test('are of the kind that they were called where they were read', () => {
    const subject = buildSubject({ phones: [MOBILE, '07700 900418'] });
    const sources = { [subject.id]: { 'phones[1]': [buildSource({ label: 'Work mobile' })] } };
    const html = under('Subject', box('Work mobile'), box('Mobile'));
    expect(told(html, { subject, sources })).toEqual([
      'type 07700 900418 in Work mobile',
      'type 07700 900417 in Mobile',
    ]);
  });

  test('heed the list beside a box that says of which kind it is', () => {
    const list = (chosen: string) =>
      `<select title="Phone type">${['Home', 'Work', 'Mobile'].map((each) => `<option${each === chosen ? ' selected' : ''}>${each}</option>`).join('')}</select>`;
    const html = (chosen: string) =>
      `<h2>Subject</h2><fieldset><legend>Phone</legend>${list(chosen)}<input title="Phone" placeholder="Phone"></fieldset>`;
    expect(told(html('Mobile'), phones(LANDLINE))[0]).toMatch(/^leave .* value-kind-differs$/);
    expect(told(html('Mobile'), phones(MOBILE))[0]).toMatch(/^type /);
  });
});

test('one number of a referrer is not typed into a box for another kind', () => {
  const referrer = buildReferrer({ phone: LANDLINE, email: 'office@example.org' });
  expect(told(under('Referrer', box('Mobile')), { referrer }, 'referrer.phone')).toEqual([
    'leave 01632 960118 in Mobile value-kind-differs',
  ]);
  expect(told(under('Referrer', box('Mobile'), box('Telephone')), { referrer }, 'r.phone')).toEqual(
    ['type 01632 960118 in Telephone'],
  );
  expect(told(under('Referrer', box('Work email')), { referrer }, 'r.email')).toEqual([
    'type office@example.org in Work email',
  ]);
});

test('a number of a relative goes into the box of its kind, and is never ticked', () => {
  const relatedPersons = [buildRelatedPerson({ name: 'Mia Vael', phones: [LANDLINE, MOBILE] })];
  const html = under('Parent', box('Name'), box('Mobile'), box('Home telephone'));
  expect(told(html, { relatedPersons }, 'relatedPersons[].phones')).toEqual([
    'leave 07700 900417 in Mobile value-of-other',
    'leave 01632 960118 in Home telephone value-kind-unknown',
  ]);
});

test('a handle of one platform is not typed into the box of another', () => {
  const handle = (asSeen: string, platform: string) => buildOnlineIdentifier({ asSeen, platform });
  const onlineIdentifiers = [handle('vael', 'discord'), handle('tamsin', 'instagram')];
  const html = under('Subject', box('Instagram username'), box('Steam username'));
  expect(told(html, { onlineIdentifiers }, 'onlineIdentifiers')).toEqual([
    'type tamsin (Instagram) in Instagram username',
    'leave vael (Discord) in Steam username value-kind-unknown',
  ]);
});

test('a reference of one body is not typed into the box of another', () => {
  const referral = buildReferral({ otherReferences: ['CR/26/9', 'CAD 1204'] });
  const sources = {
    [referral.id]: { 'otherReferences[1]': [buildSource({ label: 'CAD number' })] },
  };
  const html = under('Referral', box('Custody number'), box('CAD number'), box('Other reference'));
  expect(told(html, { referral, sources }, 'otherReferences')).toEqual([
    'type CAD 1204 in CAD number',
    'type CR/26/9 in Other reference',
  ]);
});

/** Numbers that each label of a subject's box may be given, written separately from the code. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  Telephone: [MOBILE, LANDLINE],
  'Contact number': [MOBILE, LANDLINE],
  Mobile: [MOBILE],
  'Mobile phone': [MOBILE],
  'Home phone': [LANDLINE],
  'Home telephone': [LANDLINE],
  Landline: [LANDLINE],
  'Work mobile': [],
  'Work phone': [],
};
const digits = fc.integer({ min: 0, max: 999 }).map((at) => `${at}`.padStart(3, '0'));
const number = fc.oneof(
  digits.map((at) => ({ text: `07700 900${at}`, kind: MOBILE })),
  digits.map((at) => ({ text: `+44 7700 900${at}`, kind: MOBILE })),
  digits.map((at) => ({ text: `01632 960${at}`, kind: LANDLINE })),
  digits.map((at) => ({ text: `020 7946 0${at}`, kind: LANDLINE })),
);

test('whatever numbers meet whatever boxes, in any order, one is typed only where its kind is asked for', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(number, { selector: ({ text }) => text, maxLength: 5 }),
      fc.shuffledSubarray(Object.keys(MAY), { minLength: 1 }),
      (numbers, labels) => {
        const rows = rowsOn(under('Subject', ...labels.map((label) => box(label))), {
          subject: buildSubject({ phones: numbers.map(({ text }) => text) }),
        }).filter(({ id }) => id.startsWith('subject.phones'));
        expect(rows).toHaveLength(numbers.length);
        const boxes = rows.flatMap((row) => (row.box ? [row.box.target.selector] : []));
        expect(new Set(boxes).size).toBe(boxes.length);
        expect(boxes).toHaveLength(Math.min(numbers.length, labels.length));
        for (const { value, box: into, start, why } of rows) {
          const kind = numbers.find(({ text }) => text === value.text)?.kind ?? '';
          const isAsked = MAY[into?.label ?? '']?.includes(kind) ?? false;
          expect(start).toBe(isAsked ? 'type' : 'leave');
          if (!isAsked) expect(why?.code).toMatch(/^(?:value-kind-|box-not-found)/);
        }
      },
    ),
  );
});
