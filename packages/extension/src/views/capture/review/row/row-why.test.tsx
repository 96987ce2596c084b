// @vitest-environment happy-dom
/** Tests of the reasons that the review gives for one value. */
import { assignPath, type Draft, type DraftRow, openDraft } from '@cyber-prevent/core';
import { readPage } from '@cyber-prevent/core/page';
import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import { testHost } from '@cyber-prevent/core/testing';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { RowWhy } from './row-why.js';

afterEach(cleanup);

function draftOf(html: string): Draft {
  const reading = readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' }));
  return openDraft({ reading, adapters: [], way: 'page', host: testHost() });
}

function why({ rows }: Draft, label: string, change: Partial<DraftRow> = {}): string {
  const row = rows.find((each) => each.label === label);
  if (!row) throw new Error(`No row “${label}”`);
  const { container } = render(<RowWhy row={{ ...row, ...change }} rows={rows} />);
  return container.textContent ?? '';
}

const PAGE = `<h1>Referral</h1><section><h2>Young person</h2>
  <label for="n">Full name</label><input id="n" value="Tamsin Vael">
  <dl><dt>Date of birth</dt><dd>in the spring</dd><dt>Alias</dt><dd>N/A</dd>
    <dt>Locker</dt><dd>B12</dd></dl></section>`;

it('names the label, the heading, the sign that paired them, and what gave it its name', () => {
  expect(why(draftOf(PAGE), 'Full name')).toMatch(
    /Read from “Full name” under “Young person”Paired by: the page sets this label for this box\..*Named by its label, which the toolkit knows\.It reads as a name\./,
  );
});

it.each([
  ['Referring clinician’s email', 'j.doe@example.org', /Named by the known words that its label/],
  ['Date of brith', '3 May 2010', /Named by a likeness/],
] as const)('says which rule named “%s”', (label, value, words) => {
  const html = `<h1>Referral</h1><dl><dt>${label}</dt><dd>${value}</dd><dt>Locker</dt><dd>B12</dd></dl>`;
  expect(why(draftOf(html), label)).toMatch(words);
});

it('says that a text does not read as what its field holds, or that nothing is known', () => {
  const draft = draftOf(PAGE);
  expect(why(draft, 'Date of birth')).toContain('It does not read as a date with certainty.');
  expect(why(draft, 'Alias')).toContain('The page says that this is not known.');
});

it('names the labels that lost, each once, and no more than three', () => {
  const lost = ['Born', 'Born', 'Age', 'Day', 'Month'].map(
    (label) => ({ label, method: 'adjacent', score: 0.5 }) as const,
  );
  expect(why(draftOf(PAGE), 'Full name', { runnersUp: lost })).toContain(
    'Other labels that it could have had: “Born”, “Age”, “Day”',
  );
  expect(screen.queryByText(/“Month”/)).toBeNull();
});

it('claims no name or shape for what was seen and not used', () => {
  const text = why(draftOf(PAGE), 'Locker');
  expect(text).toContain('Paired by: a list of terms and their meanings.');
  expect(text).not.toMatch(/Named by|reads as/);
});

it('says that the officer or an adapter named it', () => {
  const draft = draftOf(PAGE);
  const id = draft.rows.find(({ label }) => label === 'Locker')?.id ?? '';
  expect(why(assignPath(draft, id, 'subject.school', draft.openedAt), 'Locker')).toContain(
    'Named by you.',
  );
  expect(why(draft, 'Full name', { namedBy: 'adapter', method: 'selector' })).toMatch(
    /Found by the place that the adapter gives\..*Named by the adapter for this screen\./,
  );
});
