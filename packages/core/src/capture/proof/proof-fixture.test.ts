import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import { fixturePages } from '../../testing/fixture-page.js';
import type { Adapter } from '../adapter/adapter.js';
import { suggestPath } from '../name/suggest-path.js';
import { teachAdapter } from '../teach/teach-adapter.js';
import { recordFixture } from './proof-fixture.js';
import { proveFile } from './proof-run.js';

/** An adapter taught everything on the page whose label is clear, as if it had been pointed at. */
function taughtOn(snapshot: PageSnapshot, hidden: readonly string[] = []): Adapter | undefined {
  const reading = readPage(snapshot);
  const seen = new Set<string>();
  const taught = reading.values.flatMap((value) => {
    const path = suggestPath(value);
    if (path === undefined || value.partOf !== undefined || value.continues !== undefined)
      return [];
    seen.add(path);
    return [{ path, valueId: value.id }];
  });
  const about = { id: 'a/b', title: 'Page', owner: 'Test desk', version: '1.0.0' };
  const result = teachAdapter({ snapshot, reading, taught, hidden, about });
  return result.ok ? result.value : undefined;
}

const tokensOf = (text: string) => text.toLowerCase().match(/\p{Alphabetic}{4,}|\p{N}{4,}/gu) ?? [];

/** Tokens of a fixture itself: its keys and words, names of months and days, reserved hosts and numbers. */
const OWN = new Set(
  tokensOf(
    `january february march april june july august september october november december sunday monday tuesday wednesday thursday
    friday saturday example 07700 7700 01632 1632 02079 2079 7946 version frames path title tree type root children element tagname properties data text
    value https checkbox radio search hidden label header`,
  ),
);

const structureOf = (snapshot: PageSnapshot) =>
  readPage(snapshot).values.map(
    ({ id, label, method, owner, row, kind, visible, continues, partOf }) => ({
      ...{ id, label, method, owner, row, kind, visible, continues, partOf },
    }),
  );

describe('recordFixture', () => {
  it.each(fixturePages.filter(({ fields }) => Object.keys(fields).length > 0))(
    'keeps what $id is made of, and none of its values',
    ({ html, url }) => {
      const snapshot = snapshotOfHtml(html, { url });
      const adapter = taughtOn(snapshot);
      const recorded = adapter && recordFixture(snapshot, adapter, { name: 'page', seed: 1 });
      expect(recorded?.issues).toEqual([]);
      if (!adapter || !recorded?.ok) return;
      const { fixture, kept } = recorded.value;
      expect(structureOf(fixture.snapshot)).toEqual(structureOf(snapshot));
      const labels = new Set(kept.flatMap(tokensOf));
      const values = readPage(snapshot).values.flatMap(({ value }) => tokensOf(value));
      const inFixture = new Set(tokensOf(JSON.stringify(fixture)));
      expect(
        values.filter((word) => inFixture.has(word) && !labels.has(word) && !OWN.has(word)),
      ).toEqual([]);
      expect(
        proveFile({ adapter: { ...adapter, fixtures: ['page'] }, fixtures: [fixture] }).isProved,
      ).toBe(true);
    },
  );

  it('makes the same of the same seed, and something else of another', () => {
    const [page] = fixturePages;
    const snapshot = snapshotOfHtml(page?.html ?? '', { url: 'https://a.example.org/' });
    const adapter = taughtOn(snapshot);
    const made = (seed: number) => adapter && recordFixture(snapshot, adapter, { name: 'x', seed });
    expect(made(1)).toEqual(made(1));
    expect(JSON.stringify(made(1))).not.toBe(JSON.stringify(made(9)));
  });

  it('writes dates, numbers and addresses as the page has them', () => {
    const snapshot = snapshotOfHtml(
      `<title>Record</title><h1>Referral record</h1><h2>Subject</h2><dl>
      <dt>Full name</dt><dd>Marlo QUILL</dd>
      <dt>Date of birth</dt><dd>Sunday, 14th March 2010</dd>
      <dt>Telephone</dt><dd>07911 123456</dd>
      <dt>Email</dt><dd>marlo.quill@testford.sch.uk</dd>
      <dt>Postcode</dt><dd>AB1 2CD</dd></dl>
      <h2>Referral</h2><dl><dt>Reference</dt><dd>ABC/2026/0431</dd>
      <dt>Date received</dt><dd>03/11/2025</dd></dl>`,
      { url: 'https://a.example.org/' },
    );
    const adapter = taughtOn(snapshot);
    const recorded = adapter && recordFixture(snapshot, adapter, { name: 'x', seed: 2 });
    if (!recorded?.ok) throw new Error('not recorded');
    const raw = new Map(
      readPage(recorded.value.fixture.snapshot).values.map(({ label, value }) => [label, value]),
    );
    expect(raw.get('Full name')).toMatch(/^\p{Lu}\p{Ll}+ \p{Lu}+$/u);
    expect(raw.get('Date of birth')).toMatch(/^\w+day, \d+(?:st|nd|rd|th) \p{Lu}\p{Ll}+ \d{4}$/u);
    expect(raw.get('Telephone')).toMatch(/^07700 900\d{3}$/);
    expect(raw.get('Email')).toMatch(/^[a-z]+\.[a-z]+@example\.org$/);
    expect(raw.get('Postcode')).toMatch(/^ZZ99 \d[A-Z]{2}$/);
    expect(raw.get('Reference')).toMatch(/^[A-Z]{3}\/\d{4}\/\d{4}$/);
    const { fields } = recorded.value.fixture;
    expect(fields['subject.bornOn']?.[0]).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(fields['referral.receivedOn']?.[0]).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('makes another day of every way of writing one', () => {
    const snapshot = snapshotOfHtml(
      `<h1>Referral record</h1><dl><dt>Created</dt><dd>Thu Mar 12 10:01:00 2026</dd><dt>Updated</dt><dd>Fri 13 Mar</dd>
      <dt>Date of birth</dt><dd>11-Sep-09</dd><dt>Date received</dt><dd>2026-02-19</dd></dl>`,
      { url: 'https://a.example.org/' },
    );
    const adapter = taughtOn(snapshot);
    const recorded = adapter && recordFixture(snapshot, adapter, { name: 'x', seed: 6 });
    if (!recorded?.ok) throw new Error('not recorded');
    const [created, updated, born, received] = readPage(recorded.value.fixture.snapshot).values;
    expect(created?.value).toMatch(/^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d \d{4}$/);
    expect(Number.isNaN(Date.parse(created?.value ?? ''))).toBe(false);
    expect(updated?.value).toMatch(/^(?:Mon|Tue|Wed|Thu|Sat|Sun) \d\d (?!Mar)[A-Z][a-z]{2}$/);
    expect(born?.value).toMatch(/^\d\d-[A-Z][a-z]{2}-\d\d$/);
    expect(received?.value).toMatch(/^(?!2026)\d{4}-\d\d-\d\d$/);
  });

  it('makes up a heading that is somebody’s name, and a label that the officer hides', () => {
    const snapshot = snapshotOfHtml(
      `<title>Marlo Quill</title><h1>Marlo Quill</h1><h2>Subject</h2>
      <dl><dt>Date of birth</dt><dd>14/03/2010</dd><dt>Grounds</dt><dd>None</dd></dl>`,
      { url: 'https://a.example.org/' },
    );
    const hidden = ['Grounds'];
    const adapter = taughtOn(snapshot, hidden);
    const recorded = adapter && recordFixture(snapshot, adapter, { name: 'x', seed: 3, hidden });
    if (!recorded?.ok) throw new Error('not recorded');
    expect(recorded.value.kept).toEqual(['Date of birth', 'Subject']);
    expect(JSON.stringify([adapter, recorded.value.fixture])).not.toMatch(/Marlo|Quill|Grounds/i);
  });

  it('says so when a page is too deep to travel', () => {
    const deep = `<h1>Referral record</h1><dl><dt>Date of birth</dt><dd>14/03/2010</dd></dl>${'<div>'.repeat(420)}`;
    const snapshot = snapshotOfHtml(deep, { url: 'https://a.example.org/' });
    const adapter = taughtOn(snapshot);
    expect(adapter && recordFixture(snapshot, adapter, { name: 'x', seed: 1 })).toMatchObject({
      ok: false,
      issues: [{ code: 'fixture-too-large' }],
    });
  });

  it('says so when a page cannot be copied', () => {
    const snapshot = snapshotOfHtml('<dl><dt>Date of birth</dt><dd>14/03/2010</dd></dl>', {
      url: 'https://a.example.org/',
    });
    const adapter: Adapter = {
      id: 'a/b',
      title: 'Of another page',
      version: '1.0.0',
      owner: 'Test desk',
      engine: '>=0.0.1',
      match: { anchors: [{ heading: 'Elsewhere' }] },
      screens: [{ fields: {} }],
      fixtures: [],
    };
    expect(recordFixture(snapshot, adapter, { name: 'x', seed: 1 })).toMatchObject({
      ok: false,
      issues: [{ code: 'fixture-not-faithful' }],
    });
  });
});

/** Words of at least four letters that occur in no page and no label by themselves. */
const word = fc.stringMatching(/^(?:zq|xv|qj|wx)[aeiouxzqj]{2,7}$/);
const capital = word.map((each) => each.charAt(0).toUpperCase() + each.slice(1));
const digits = (size: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${size - 1}}$`));
const value = fc.oneof(
  fc.tuple(capital, capital).map((parts) => parts.join(' ')),
  fc.tuple(capital, capital).map(([given, family]) => `${family.toUpperCase()}, ${given}`),
  fc
    .date({ min: new Date('1950-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    .chain((date) =>
      fc.constantFrom(
        date.toISOString().slice(0, 10),
        date.toLocaleDateString('en-GB', { timeZone: 'UTC' }),
        date.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
      ),
    ),
  digits(9).map((end) => `0${end.slice(0, 4)} ${end.slice(4)}${end.slice(0, 1)}`),
  fc.tuple(word, word).map(([local, host]) => `${local}@${host}.example`),
  fc
    .tuple(word, digits(4), digits(5))
    .map(([start, year, end]) => `${start.toUpperCase()}/${year}/${end}`),
  fc.array(word, { minLength: 6, maxLength: 40 }).map((words) => `${words.join(' ')}.`),
  fc.tuple(digits(2), capital).map(([number, street]) => `${number} ${street} Road`),
  fc.tuple(word, word).map(([host, path]) => `https://${host}.example/${path}`),
);
const label = fc.constantFrom(
  ...'Full name|Date of birth|Telephone|Email|Address|Reference|Date received|Details|Organisation|School|Grounds|Wibble code'.split(
    '|',
  ),
);
const heading = fc.oneof(
  fc.constantFrom('Subject', 'Referral', 'Referrer', 'Parent or guardian'),
  fc.tuple(capital, capital).map((parts) => parts.join(' ')),
);
const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
const pair = fc.tuple(label, value, fc.nat(6), fc.nat(1_000_000)).map(([name, said, kind, nth]) => {
  const text = escaped(said);
  const shapes = [
    `<dl><dt>${name}</dt><dd>${text}</dd></dl>`,
    `<table><tr><th>${name}</th><td>${text}</td></tr></table>`,
    `<p><label for="i${nth}">${name}</label> <input id="i${nth}" value="${text}"></p>`,
    `<p><label for="i${nth}">${name}</label> <select id="i${nth}"><option>${text} b</option><option selected>${text}</option></select></p>`,
    `<p><label>${name} <textarea>${text}</textarea></label></p>`,
    `<p>${name}: ${text}</p>`,
    `<div data-who="${text}" title="${text}" id="${text}" class="${text}"><!--${text}--><b>${name}:</b> ${text}<script>${text}</script></div>`,
  ];
  return { html: shapes[kind] ?? '', said };
});
const page = fc.record({
  title: fc.oneof(fc.constant('Record'), value),
  sections: fc.array(
    fc.record({ heading, pairs: fc.array(pair, { minLength: 1, maxLength: 5 }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
});

describe('recordFixture, over pages of every kind', () => {
  it('has no word of a value in it, reads the same, and proves its adapter', () => {
    let [drawnCount, recordedCount, refusedCount] = [0, 0, 0];
    fc.assert(
      fc.property(page, fc.nat(), ({ title, sections }, seed) => {
        drawnCount += 1;
        const body = sections
          .map((each) => `<h2>${each.heading}</h2>${each.pairs.map(({ html }) => html).join('')}`)
          .join('');
        const snapshot = snapshotOfHtml(
          `<html><head><title>${escaped(title)}</title></head><body>${body}</body></html>`,
          { url: 'https://zqaazq.example/records/123456' },
        );
        const adapter = taughtOn(snapshot);
        if (!adapter) return;
        const recorded = recordFixture(snapshot, adapter, { name: 'page', seed });
        if (!recorded.ok) {
          // A date in the box of a telephone: no made-up value is as unlike its label.
          expect(recorded.issues.map(({ code }) => code)).toEqual(['fixture-not-faithful']);
          refusedCount += 1;
          return;
        }
        expect(recorded.issues).toEqual([]);
        recordedCount += 1;
        const { fixture, kept } = recorded.value;
        const labels = new Set(kept.flatMap(tokensOf));
        const said = sections.flatMap((each) => [
          each.heading,
          ...each.pairs.map((one) => one.said),
        ]);
        const inFixture = new Set(tokensOf(JSON.stringify([fixture, adapter])));
        const left = [title, 'zqaazq 123456', ...said]
          .flatMap(tokensOf)
          .filter((token) => inFixture.has(token) && !labels.has(token) && !OWN.has(token));
        expect(left).toEqual([]);
        expect([...labels].filter((token) => /^(?:zq|xv|qj|wx)/.test(token))).toEqual([]);
        expect(
          structureOf(fixture.snapshot).map(({ label: _, owner, ...each }) => [each, owner.length]),
        ).toEqual(
          structureOf(snapshot).map(({ label: _, owner, ...each }) => [each, owner.length]),
        );
        const proof = proveFile({
          adapter: { ...adapter, fixtures: ['page'] },
          fixtures: [fixture],
        });
        // A name that is a date and a date that is prose leave nothing to prove.
        expect(proof.isProved).toBe(Object.keys(fixture.fields).length > 0);
      }),
      { numRuns: 300 },
    );
    expect(recordedCount / drawnCount).toBeGreaterThan(0.5);
    expect(refusedCount / drawnCount).toBeLessThan(0.1);
  });
});
