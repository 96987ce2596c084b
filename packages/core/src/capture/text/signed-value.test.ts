/** Telephones and addresses below a few words, on a page or in a text, that say neither whose they are nor who wrote. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { pasted } from '../../testing/email-under-test.js';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';
import type { Draft } from '../draft.js';

const pageOf = (html: string) =>
  openDraft({
    reading: readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })),
    adapters: [],
    way: 'page',
    host: testHost(),
  });
const reachedIn = ({ rows }: Draft) =>
  rows.flatMap(({ path, raw }) =>
    path === 'subject.phones[]' || path === 'subject.emails[]' ? [raw] : [],
  );

describe('a short letter with a bare number below it', () => {
  it.each([
    '<p>Idris Penhaligon (born 2 July 2011) sells booters here.</p><p>Tel: 01632 960801<br>Email: office@testford.example</p>',
    '<h1>Enquiry</h1><div>Please ring me about our pupil Idris.</div><div>Tel: 01632 960801</div>',
    '<h1>Message</h1><p>Our pupil Idris Penhaligon sells booters.</p><p>Telephone: 01632 960801</p>',
  ])('gives the number to nobody on a page: %s', (html) => {
    const draft = pageOf(html);
    expect(reachedIn(draft)).toEqual([]);
    expect(draft.rows.some(({ raw }) => raw.includes('01632 960801'))).toBe(true);
  });

  it.each([
    'Please ring me about our pupil Idris.\nTel: 01632 960801\n',
    'Idris sells booters.\n\nTel: 01632 960801\n',
  ])('gives the number to nobody in a pasted text: %s', (text) => {
    const draft = pasted(text);
    expect(reachedIn(draft)).toEqual([]);
    expect(draft.rows.some(({ raw }) => raw.includes('01632 960801'))).toBe(true);
  });
});

describe('a bare number that is somebody’s', () => {
  it.each([
    '<h1>Idris Penhaligon</h1><p>Tel: 07700 900801</p><p>Email: idris@example.org</p>',
    '<p>Name: Idris Penhaligon</p><p>Tel: 07700 900801</p>',
    '<p>Date of birth: 2 July 2011</p><p>Tel: 07700 900801</p>',
    '<table><tr><th>Pupil’s mobile</th><td>07700 900801</td></tr></table>',
  ])('stays theirs: %s', (html) => {
    expect(reachedIn(pageOf(html))).toContain('07700 900801');
  });
});
