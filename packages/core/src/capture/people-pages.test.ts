/**
 * Pages with several people on them, written by hand: nothing of another is the subject's, and the subject's own values
 * are still found.
 */
import { describe, expect, it } from 'vitest';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import { testHost } from '../testing/host.js';
import { openDraft } from './draft/open-draft.js';

/** Values offered as the subject's, ignoring white space. */
const subjects = (html: string) =>
  openDraft({
    reading: readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })),
    adapters: [],
    way: 'page',
    host: testHost(),
  }).rows.flatMap(({ path, raw }) => (path?.startsWith('subject.') ? [raw] : []));
const list = (facts: Readonly<Record<string, string>>) =>
  `<dl>${Object.entries(facts)
    .map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`)
    .join('')}</dl>`;
const SUBJECT = { Name: 'Taz Vael', 'Date of birth': '14/03/2009', Mobile: '07700 900111' };
const LI =
  '<li>Kai Marlow <a href="tel:07700900222">07700 900222</a></li><li>Sam Orrin <a href="tel:07700900333">07700 900333</a></li>';

const PAGES: readonly (readonly [string, string])[] = [
  [
    'a list of two above, under "People"',
    `<h2>People</h2><ul>${LI}</ul><h2>Record</h2>${list(SUBJECT)}`,
  ],
  ['a list of two above, without a heading', `<ul>${LI}</ul>${list(SUBJECT)}`],
  [
    'three names with mobiles in paragraphs above',
    `<p>Kai Marlow<br>Mobile: 07700 900222</p><p>Sam Orrin<br>Mobile: 07700 900333</p><h1>Taz Vael</h1>${list({ 'Date of birth': '14/03/2009', Mobile: '07700 900111', Name: 'Taz Vael' })}`,
  ],
  [
    'a table of contacts above',
    `<table><tr><th>Name</th><th>Mobile</th></tr><tr><td>Kai Marlow</td><td>07700 900222</td></tr><tr><td>Sam Orrin</td><td>07700 900333</td></tr></table><h2>Subject</h2>${list(SUBJECT)}`,
  ],
  [
    'a table of contacts below, titled Contacts',
    `<h2>Subject</h2>${list(SUBJECT)}<h2>Contacts</h2><table><tr><th>Name</th><th>Mobile</th></tr><tr><td>Kai Marlow</td><td>07700 900222</td></tr><tr><td>Sam Orrin</td><td>07700 900333</td></tr></table>`,
  ],
  [
    'a table with relationship below, no heading',
    `<h2>Subject</h2>${list(SUBJECT)}<table><tr><th>Name</th><th>Relationship</th><th>Mobile</th></tr><tr><td>Kai Marlow</td><td>Brother</td><td>07700 900222</td></tr></table>`,
  ],
  [
    'cards with heading names',
    `<h1>Taz Vael</h1>${list(SUBJECT)}<section><h2>Kai Marlow</h2>${list({ Mobile: '07700 900222' })}</section><section><h2>Sam Orrin</h2>${list({ Mobile: '07700 900333' })}</section>`,
  ],
  [
    'three dl cards one after another',
    `${list(SUBJECT)}${list({ Name: 'Kai Marlow', Mobile: '07700 900222' })}${list({ Name: 'Sam Orrin', Mobile: '07700 900333' })}`,
  ],
  [
    'a second name in the same dl',
    `<dl><dt>Name<dd>Taz Vael<dt>Date of birth<dd>14/03/2009<dt>Mobile<dd>07700 900111<dt>Name<dd>Kai Marlow<dt>Mobile<dd>07700 900222</dl>`,
  ],
  [
    'recently viewed aside first',
    `<aside><h2>Recently viewed</h2>${list({ Name: 'Kai Marlow', Mobile: '07700 900222' })}</aside><main><h1>Subject</h1>${list(SUBJECT)}</main>`,
  ],
  [
    'hidden tab of another before',
    `<div role="tablist"><button role="tab" aria-controls="a" aria-selected="false">Kai Marlow</button><button role="tab" aria-controls="b" aria-selected="true">Taz Vael</button></div><div role="tabpanel" id="a" hidden>${list({ Name: 'Kai Marlow', Mobile: '07700 900222' })}</div><div role="tabpanel" id="b">${list(SUBJECT)}</div>`,
  ],
  [
    'hidden panel display:none',
    `<div style="display:none">${list({ Name: 'Kai Marlow', Mobile: '07700 900222' })}</div>${list(SUBJECT)}`,
  ],
  [
    'tabs Person 1 shown, Person 2 hidden',
    `<div role="tablist"><button role="tab" aria-controls="a" aria-selected="true">Person 1</button><button role="tab" aria-controls="b" aria-selected="false">Person 2</button></div><div role="tabpanel" id="a">${list(SUBJECT)}</div><div role="tabpanel" id="b" hidden>${list({ Name: 'Kai Marlow', Mobile: '07700 900222' })}</div>`,
  ],
  [
    'name then unlabelled details below, parent label',
    `${list(SUBJECT)}<dl><dt>Mother<dd>Kai Marlow<dt>Mobile<dd>07700 900222</dl>`,
  ],
  [
    'parent label within the same dl, then mobile',
    `<dl><dt>Name<dd>Taz Vael<dt>Date of birth<dd>14/03/2009<dt>Mobile<dd>07700 900111<dt>Mother<dd>Kai Marlow<dt>Telephone<dd>07700 900222</dl>`,
  ],
  [
    'witness label, then email in same table',
    `<table><tr><th>Name<td>Taz Vael<tr><th>Date of birth<td>14/03/2009<tr><th>Mobile<td>07700 900111<tr><th>Victim<td>Kai Marlow<tr><th>Phone<td>07700 900222</table>`,
  ],
  [
    'h3 under subject: Parents',
    `<h2>Subject</h2>${list(SUBJECT)}<h3>Parents</h3>${list({ Name: 'Kai Marlow', Mobile: '07700 900222' })}`,
  ],
  [
    'bold paragraph as heading',
    `<p><b>Subject</b></p>${list(SUBJECT)}<p><b>Solicitor</b></p>${list({ Name: 'Kai Marlow', Mobile: '07700 900222' })}`,
  ],
  [
    'div heading role',
    `<div role="heading" aria-level="2">Subject</div>${list(SUBJECT)}<div role="heading" aria-level="2">Next of kin</div>${list({ Name: 'Kai Marlow', Mobile: '07700 900222' })}`,
  ],
  [
    'summary heading closed',
    `<h2>Subject</h2>${list(SUBJECT)}<details><summary>Foster carer</summary>${list({ Name: 'Kai Marlow', Mobile: '07700 900222' })}</details>`,
  ],
  [
    'figure caption style table caption',
    `<table><caption>Subject</caption><tr><th>Name<td>Taz Vael<tr><th>Date of birth<td>14/03/2009<tr><th>Mobile<td>07700 900111</table><table><caption>Co-accused</caption><tr><th>Name<td>Kai Marlow<tr><th>Mobile<td>07700 900222</table>`,
  ],
  [
    'section aria-label',
    `<section aria-label="Subject">${list(SUBJECT)}</section><section aria-label="Victim">${list({ Name: 'Kai Marlow', Mobile: '07700 900222' })}</section>`,
  ],
  [
    'row-header table: two people as columns',
    `<table><tr><th></th><th>Subject</th><th>Co-accused</th></tr><tr><th>Name</th><td>Taz Vael</td><td>Kai Marlow</td></tr><tr><th>Date of birth</th><td>14/03/2009</td><td>21/06/2008</td></tr><tr><th>Mobile</th><td>07700 900111</td><td>07700 900222</td></tr></table>`,
  ],
  [
    'role column: subject and witness as rows',
    `<table><tr><th>Role</th><th>Name</th><th>Date of birth</th><th>Mobile</th></tr><tr><td>Subject</td><td>Taz Vael</td><td>14/03/2009</td><td>07700 900111</td></tr><tr><td>Witness</td><td>Kai Marlow</td><td>21/06/2008</td><td>07700 900222</td></tr></table>`,
  ],
  [
    'text-run lines',
    `<h2>Subject</h2><p>Name: Taz Vael<br>Date of birth: 14/03/2009<br>Mobile: 07700 900111</p><p>Solicitor: Kai Marlow<br>Mobile: 07700 900222</p>`,
  ],
  [
    'text-run lines, name then mobile in one paragraph',
    `<p>Name: Taz Vael<br>Date of birth: 14/03/2009<br>Mobile: 07700 900111<br>Social worker: Kai Marlow<br>Tel: 07700 900222</p>`,
  ],
  [
    'signature block at the end',
    `<h2>Subject</h2>${list(SUBJECT)}<p>Kai Marlow<br>Detective Constable<br>Tel: 07700 900222</p>`,
  ],
];

const LABELS: readonly (readonly [string, string])[] = [
  ...`Solicitor's phone|Mum's mobile|Foster carer telephone|Next of kin phone|Emergency contact number|Victim phone|Witness 1 mobile|GP phone|Landlord phone|Officer mobile|Dad's number|Step-mum mobile|Social worker telephone|School phone|Girlfriend's mobile|Friend's phone number|Partner mobile|Guardian phone|Carer's mobile|Ffôn symudol y fam|Ffôn y rhiant|OIC phone|Co-accused mobile|Aunt's mobile|Caller's number|Informant phone|Teacher's phone|Phone (mother)|Mobile – father|Mobile of carer|Telephone number of next of kin|Parental contact number|Associate's mobile`
    .split('|')
    .map((label) => [label, '07700 900222'] as const),
  ...`Teacher email|Parent/carer email|Social worker's email|Head of year email|OIC email|Solicitor email|E-bost yr athro|School email|Mum email|Email (father)|Referrer email|Line manager's email|Victim email address|Tutor email address|Email of next of kin`
    .split('|')
    .map((label) => [label, 'kai@example.org'] as const),
  ...`Next of kin|Next of kin name|Victim|Victim name|Witness name|Reported by|Mother|Father's name|Name of parent|Name of teacher|Solicitor|Co-accused|Partner's name|Enw'r rhiant|Enw’r athro|Social worker|Investigating officer|Foster carer name|Account holder|Emergency contact|GP name|Informant name|Caller name|Line manager|Best friend|Sibling|Sister's name|Appropriate adult|Interpreter|Mentor|School contact|Aggrieved|Complainant name|Person reporting|Created by|Last updated by|Author|Assigned to|Approved by|Signed|Completed by`
    .split('|')
    .map((label) => [label, 'Kai Marlow'] as const),
  ...`Mother's DOB|Sibling date of birth|Victim DOB|Partner’s date of birth|Witness date of birth|DOB (father)|Date of birth of sister|Brother DOB|Co-accused DOB|Dyddiad geni'r fam`
    .split('|')
    .map((label) => [label, '21/06/2008'] as const),
  ...`Brother's address|Next of kin address|Victim address|School address|Solicitor's address|Father's address|Address of witness|Grandparents' address|Employer address|Cyfeiriad y fam`
    .split('|')
    .map((label) => [label, '4 Fen Row, Northmoor, ZZ99 3VZ'] as const),
];

describe('a page', () => {
  it.each(PAGES)('gives the subject nothing of others: %s', (_, html) => {
    const found = subjects(html);
    expect(found).toEqual(expect.arrayContaining(['Taz Vael', '07700 900111']));
    expect(found.join()).not.toMatch(/Kai|Sam|900222|900333|2008/);
  });
});

describe('a label among the subject’s', () => {
  it.each(LABELS)('says that it is somebody else’s: %s', (label, value) => {
    const found = subjects(`<h2>Subject</h2>${list({ ...SUBJECT, [label]: value })}`);
    expect(found).toEqual(Object.values(SUBJECT));
  });
});
