/** Prose referrals that an officer has open in webmail: the same reading as a paste, from the page. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';
import type { FieldPath } from '../field/field-path.js';

const read = (html: string) =>
  openDraft({
    reading: readPage(snapshotOfHtml(html, { url: 'https://mail.example.org/1', title: 'Mail' })),
    adapters: [],
    way: 'page',
    host: testHost(),
  }).rows;
const factsIn = (html: string): Partial<Record<FieldPath, string>> =>
  Object.fromEntries(
    read(html).flatMap(({ path, value }) =>
      path === undefined || path === 'referral.narrative' ? [] : [[path, value]],
    ),
  );

const header = (from: string, sent: string, subject: string) =>
  `<h2>${subject}</h2><dl><dt>From</dt><dd>${from}</dd><dt>Sent</dt><dd>${sent}</dd><dt>Subject</dt><dd>${subject}</dd></dl>`;
const PRIYA = 'Priya Shah &lt;p.shah@moorfieldschool.example&gt;';
const AMRIT = 'Amrit Bains &lt;a.bains@yarnshire.police.example&gt;';
const TOLD =
  '<p>Good morning,</p><p>I am writing about one of our Year 9 pupils, Tobias Wren, date of birth 14/03/2013, who lives with his mother. He told his form tutor that he had used a booter.</p><p>Kind regards<br>Priya Shah<br>Designated Safeguarding Lead<br>Moorfield School<br>01632 960123</p>';
const OLDER =
  '<p>How did it go with our pupil Kit Marlow (DOB 02/02/2012)? He is “kit_m” on Discord. Please write to me when you know more.</p>';
const WHOLE = {
  'referrer.name': 'Priya Shah',
  'referrer.email': 'p.shah@moorfieldschool.example',
  'referrer.role': 'Designated Safeguarding Lead',
  'referrer.organisation': 'Moorfield School',
  'referrer.phone': '+441632960123',
  'subject.name': 'Tobias Wren',
  'subject.bornOn': '2013-03-14',
  'subject.school': 'Moorfield School',
};

describe('a message in webmail', () => {
  it('is drafted like one that is pasted, and nothing of its text is taken', () => {
    const page = `${header(PRIYA, '24 November 2026 08:52', 'Referral')}<div>${TOLD}</div>`;
    expect(factsIn(page)).toEqual({ ...WHOLE, 'referral.receivedOn': '2026-11-24' });
    expect(
      read(page).filter(({ freeText, decision }) => freeText && decision.kind !== 'leave'),
    ).toEqual([]);
  });

  it('that was passed on is its first sender’s, and of the day on which it came here', () => {
    const inner = `<hr><div><b>From:</b> ${PRIYA}<br><b>Sent:</b> 23 November 2026 08:52<br><b>To:</b> Amrit Bains<br><b>Subject:</b> Referral</div>`;
    const page = `${header(AMRIT, '24 November 2026 10:02', 'FW: Referral')}<div><p>Please see below.</p>${inner}${TOLD}</div>`;
    expect(factsIn(page)).toEqual({ ...WHOLE, 'referral.receivedOn': '2026-11-24' });
  });

  it('that was passed on is read whole where only its heading says so, whatever is over the report', () => {
    const over =
      'Prevent reference NCCU-PREV-2026-0210 please. Report pasted from our crime system:<br>-----Original Message-----';
    const report =
      'From: Crime Recording &lt;noreply@reporting.example&gt;<br>Sent: 28 January 2026 09:12<br>Subject: 26NM/004412<br><br>SUSPECT SURNAME: WREN<br>SUSPECT FORENAMES: TOBIAS<br>DOB: 14/03/2013<br>TEL: 07700 900863';
    for (const [subject, said] of [
      ['FW: Crime report', over.padEnd(200, ' Thank you.')],
      ['Crime report', over],
    ] as const) {
      const page = `<h2>${subject}</h2><dl><dt>From</dt><dd>${AMRIT}</dd><dt>Date</dt><dd>29 January 2026</dd></dl><div>${said}<br>${report}</div>`;
      expect(factsIn(page)).toMatchObject({
        'subject.name': 'TOBIAS WREN',
        'subject.bornOn': '2013-03-14',
        'referrer.name': 'Amrit Bains',
      });
    }
  });

  it.each([
    [
      'in a block',
      `<div>On Mon, 23 Nov 2026 at 08:52, ${AMRIT} wrote:</div><blockquote>${OLDER}</blockquote>`,
    ],
    [
      'in plain text',
      `<pre>&gt; On Mon, 23 Nov 2026 at 08:52, Amrit Bains wrote:\n&gt; ${OLDER.replace(/<[^>]*>/g, '')}</pre>`,
    ],
    [
      'under a header',
      `<div><b>From:</b> ${AMRIT}<br><b>Sent:</b> 23 November 2026 08:52<br><b>Subject:</b> Thursday</div>${OLDER}<table><tr><th>Name</th><td>Kit Marlow</td></tr></table>`,
    ],
  ])('gives nothing about another child of the conversation that it quotes: %s', (_, older) => {
    const page = `${header(PRIYA, '24 November 2026 08:52', 'RE: Thursday')}<div>${TOLD}${older}</div>`;
    expect(factsIn(page)).toEqual({ ...WHOLE, 'referral.receivedOn': '2026-11-24' });
  });
});
