import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/index.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { buildReferral, buildSubject } from '../testing/fiction/builder.js';
import { UNCONDITIONED } from '../testing/unconditioned.js';
import { type FillRecords, fillValues } from './fill-value.js';
import { nameForm } from './name-form.js';
import { planFill } from './plan-fill.js';

const LISTS = gatherCodeLists();
const KENT = { forceArea: '46', localAuthority: 'E10000016', notedOn: '2025-01-06' } as const;
const SURREY = { forceArea: '45', localAuthority: 'E10000030', notedOn: '2026-03-02' } as const;
const subject = buildSubject({ name: 'Tamsin Vael', areas: [KENT, SURREY] });
const referral = buildReferral({ subjectId: subject.id, forceArea: '46' });
const box = (id: string, label: string) => `<label for="${id}">${label}</label><input id="${id}">`;

function typed(html: string, records: FillRecords = { subject, referral }) {
  const page = snapshotOfHtml(html, { url: 'https://rms.example.org/1' });
  const form = nameForm(page, readPage(page), { kind: 'referral' });
  return planFill(form, fillValues('referral', records, LISTS, UNCONDITIONED), [], [], true)
    .rows.filter(({ value }) => value.path.startsWith('area.'))
    .flatMap(({ value, box: into }) => (into ? `${value.text} in ${into.target.selector}` : []));
}

describe('the area of a person', () => {
  it('goes into the boxes that ask for it, in the words of its list', () => {
    expect(typed(box('f', 'Force area') + box('c', 'Local authority'))).toEqual([
      'Surrey in #f',
      'Surrey in #c',
    ]);
    expect(typed(box('b', 'London borough'))).toEqual(['Surrey in #b']);
  });

  it.each([
    `<h2>Referrer</h2>${box('n', 'Name')}${box('c', 'Local authority')}`,
    `<h2>Incident location</h2>${box('c', 'Local authority')}`,
    box('c', 'Local authority contact'),
  ])('goes into none of somebody else or of another place: %s', (html) => {
    expect(typed(html)).toEqual([]);
  });

  it('is that of the referral while none is known of the person, and none for somebody outside', () => {
    const boxes = box('f', 'Force area') + box('c', 'Local authority');
    const { areas: _, ...plain } = subject;
    expect(typed(boxes, { subject: plain, referral })).toEqual(['Kent in #f']);
    const away = { ...subject, areas: [{ outside: 'scotland', notedOn: SURREY.notedOn }] };
    expect(typed(boxes, { subject: away, referral } as FillRecords)).toEqual([]);
  });
});
