import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';

const rows = (html: string) =>
  openDraft({
    reading: readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })),
    adapters: [],
    way: 'page',
    host: testHost(),
  }).rows;
const referrer = (html: string) =>
  rows(html)
    .filter(({ path }) => path?.startsWith('referrer.'))
    .map(({ path, value, decision, freeText }) => [path, value, decision.kind, freeText]);

const entry = (stamp: string, text: string) => `<div><div>${stamp}</div><p>${text}</p></div>`;
const TOLD =
  'I wish to refer Taz Vael, born 14/03/2009, of Mythering High School. He says that he tried a booter on the school.';

describe('who sent what a page tells', () => {
  it('is offered, and left, where a thread begins with it', () => {
    expect(
      referrer(
        `<h1>Ticket 17</h1>${entry('Tue Jan 27 11:02:00 2026 Amrit Bains &lt;amrit@eastshire.police.example.org&gt; - Ticket created', TOLD)}`,
      ),
    ).toEqual([
      ['referrer.name', 'Amrit Bains', 'leave', true],
      ['referrer.email', 'amrit@eastshire.police.example.org', 'leave', true],
    ]);
  });

  it('is not offered beside a referrer whom the page names, nor where nothing is told', () => {
    const stamp = 'Tue Jan 27 11:02:00 2026 Piers Amory - Ticket created';
    expect(
      referrer(`<dl><dt>Referred by</dt><dd>Amrit Bains</dd></dl>${entry(stamp, TOLD)}`),
    ).toEqual([['referrer.name', 'Amrit Bains', 'leave', false]]);
    expect(referrer(entry(stamp, 'Done.'))).toEqual([]);
  });

  it('says in a short paragraph beside a form where to reach them', () => {
    expect(
      referrer(
        '<h1>Message</h1><p>Please see the form below. Happy to talk on <b>01632 960388</b>.</p><table><tr><td><b>Full name</b></td><td>Taz Vael</td></tr><tr><td><b>Date of birth</b></td><td>14/03/2009</td></tr></table>',
      ),
    ).toEqual([['referrer.phone', '+441632960388', 'leave', true]]);
  });

  it('stands in the list that heads a message in an archive', () => {
    expect(
      referrer(
        '<ul><li><em>From</em>: <strong><span>Amrit Bains</span></strong> &lt;<a href="#"><tt>amrit@example.org</tt></a>&gt;</li><li><em><b>Date</b></em>: Tue, 27 Jan 2026 11:02:00 +0000</li></ul><pre>Name: Taz Vael\nDOB: 14/03/2009</pre>',
      ),
    ).toEqual([
      ['referrer.name', 'Amrit Bains', 'leave', false],
      ['referrer.email', 'amrit@example.org', 'leave', false],
    ]);
  });
});

describe('a telephone in a text of the page', () => {
  it('is offered without a name of a field where nothing says whose it is', () => {
    const page = '<h1>Case</h1><p>Out of hours please ring 01632 960118.</p>';
    expect(rows(page).map(({ path, raw, decision }) => [path, raw, decision.kind])).toContainEqual([
      undefined,
      'Out of hours please ring 01632 960118.',
      'leave',
    ]);
    expect(rows(page).every(({ path }) => path === undefined)).toBe(true);
    expect(rows(`<footer>${page}</footer>`)).toEqual([]);
  });

  it('is nobody’s under a heading that says what it is, and is not offered where the site’s own things stand', () => {
    expect(
      rows('<h1>Email</h1><p>Write to office@example.org instead.</p>').map(({ path }) => path),
    ).toEqual([undefined]);
    expect(rows('<h1>Email</h1><div><b class="user">office@example.org</b></div>')).toEqual([]);
    expect(
      rows(
        '<div role="navigation"><h1>Email</h1><p>Write to office@example.org instead.</p></div>',
      ),
    ).toEqual([]);
  });

  it('stands alone behind its label, and may be anybody’s', () => {
    expect(
      rows('<h1>Young person</h1><p>Mobile: 07700 900415</p>').map(({ path, raw }) => [path, raw]),
    ).toEqual([[undefined, 'Mobile: 07700 900415']]);
  });
});
