// Difficult pages, to try a reader on bad input.
import { formatDate } from './dates.ts';
import { type Html, html } from './html.ts';
import { lists, showSections } from './looks/lists.ts';
import { listsStyle } from './looks/lists-style.ts';
import { page } from './page.ts';
import type { PracticeRecord } from './record.ts';
import { practiceRecords } from './records.ts';
import { row, type Section } from './shown.ts';

export interface OddContext {
  readonly query: URLSearchParams;
  readonly otherOrigin: string;
}

/** The odd pages by name. `undefined` from a page means that its query cannot be answered. */
export const ODD_PAGES: Readonly<Record<string, (context: OddContext) => Html | undefined>> = {
  empty: () => page(false),
  huge: ({ query }) => huge(query.get('nodes')),
  hostile: () => oddPage(hostileSections()),
  baddate: () => oddPage(lists.sections(badDates(sample(0)))),
  framed: ({ query, otherOrigin }) => framed(query.get('src'), otherOrigin),
  shadow: () => shadow(sample(1)),
  passwords: () => passwords(sample(3)),
};

const MOST_NODES = 60_000;
const NODES_IN_A_ROW = 5;
const LONG_CELL = 1024 * 1024;

function sample(place: number): PracticeRecord {
  const record = practiceRecords[place];
  if (!record) throw new RangeError(`There is no practice record at place ${place}`);
  return record;
}

function oddPage(sections: readonly Section[]): Html {
  return page(html`<main>\n<h1>Referral record</h1>\n${showSections(sections)}</main>`, listsStyle);
}

/** A row is three elements and two texts. */
function huge(asked: string | null): Html {
  const nodes = /^\d{1,9}$/.test(asked ?? '') ? Number(asked) : 20_000;
  const bounded = Math.min(Math.max(nodes, 1), MOST_NODES);
  const rows = Array.from(
    { length: Math.ceil(bounded / NODES_IN_A_ROW) },
    (_, index) =>
      html`<tr><th scope="row">Entry ${index + 1}</th><td>Value ${index + 1}</td></tr>\n`,
  );
  return page(html`<main><h1>Log</h1><table>${rows}</table></main>`, listsStyle);
}

function hostileSections(): Section[] {
  const record = sample(0);
  const subject = {
    ...record.subject,
    familyName: '<script>alert(1)</script>',
    givenNames: '"><img src=x onerror=alert(1)>',
    // An override, an isolate that is never closed, a zero-width space and a soft hyphen.
    aliases: ['\u202Enaidraug\u202C', '\u2067Taz', 'T\u200Ba\u00ADz'],
    address: ['=HYPERLINK("http://example.org")', '{{constructor.constructor("x")()}}', '&amp;lt;'],
    emails: ['javascript:alert(1)', 'taz.vael@example.org'],
  };
  const texts = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '<b>Label</b>'];
  return [
    ...lists.sections({ ...record, subject }),
    {
      title: 'Further details',
      rows: [
        ...texts.map((label) => row(label, `value of ${label}`)),
        row('', 'a value without a label'),
        row('Long text', 'lorem '.repeat(LONG_CELL / 6)),
      ],
    },
  ];
}

function badDates(record: PracticeRecord): PracticeRecord {
  const [first] = record.subject.onlineIdentifiers;
  return {
    ...record,
    receivedOn: '00/00/0000',
    incidentDates: ['not known', '29/02/2025', 'last Tuesday'],
    subject: {
      ...record.subject,
      bornOn: '31 February 2009',
      onlineIdentifiers: first ? [{ ...first, firstSeenOn: 'not known' }] : [],
    },
  };
}

/** Only the configured foreign origin may be framed; the policy of the page allows no other. */
function framed(asked: string | null, otherOrigin: string): Html | undefined {
  const base = asked ?? '/lists/records/2';
  const source = URL.canParse(base, otherOrigin) ? new URL(base, otherOrigin) : undefined;
  if (source?.origin !== otherOrigin) return undefined;
  return page(
    html`<main>
<h1>Referral record</h1>
${showSections(lists.sections(sample(3)))}
<h2>Linked record (this system)</h2>
<iframe src="/summary/records/5" title="Linked record"></iframe>
<h2>Linked record (another system)</h2>
<iframe src="${source.href}" title="Record in another system"></iframe>
</main>`,
    listsStyle,
  );
}

/** Values in an open root, in a closed root, in a root inside a root, and in a slot. */
function shadow({ subject, referrer, reference }: PracticeRecord): Html {
  return page(
    html`<main>
<h1>Referral record</h1>
<practice-panel>
<template shadowrootmode="open">
<h2>Person</h2>
<dl><dt>Name</dt><dd>${subject.givenNames} ${subject.familyName}</dd>
<dt>Date of birth</dt><dd>${formatDate(subject.bornOn, 'long')}</dd>
<dt>School</dt><dd><slot name="school"></slot></dd></dl>
<practice-panel>
<template shadowrootmode="closed"><dl><dt>Phone</dt>${subject.phones.map((phone) => html`<dd>${phone}</dd>`)}</dl></template>
</practice-panel>
</template>
<span slot="school">${subject.school}</span>
</practice-panel>
<practice-panel>
<template shadowrootmode="closed">
<h2>Referrer</h2>
<dl><dt>Name</dt><dd>${referrer.name}</dd><dt>Organisation</dt><dd>${referrer.organisation}</dd></dl>
<p><label for="reference">Reference</label> <input type="text" id="reference" value="${reference}"></p>
</template>
</practice-panel>
</main>`,
    listsStyle,
  );
}

/** Secrets among ordinary boxes. None of them is real; each value that must never be read says so. */
function passwords({ subject, reference }: PracticeRecord): Html {
  return page(
    html`<main>
<h1>Sign in and continue</h1>
<form method="post" action="/odd/passwords">
<input type="hidden" name="csrf_token" value="never-read-hidden-token">
<div class="field"><label for="user">User name</label><input type="text" id="user" name="user" value="training01" autocomplete="username"></div>
<div class="field"><label for="password">Password</label><input type="password" id="password" name="password" value="never-read-password" autocomplete="current-password"></div>
<div class="field"><label for="new">New password (shown)</label><input type="text" id="new" name="new" value="never-read-shown-password" autocomplete="new-password"></div>
<div class="field"><label for="code">Code from your telephone</label><input type="text" inputmode="numeric" id="code" name="code" value="000000" autocomplete="one-time-code"></div>
<div class="field"><label for="proof">Proof of identity</label><input type="file" id="proof" name="proof"></div>
<div class="field"><label for="reference">Reference</label><input type="text" id="reference" name="reference" value="${reference}"></div>
<div class="field"><label for="school">School</label><input type="text" id="school" name="school" value="${subject.school}"></div>
<button type="submit">Continue</button>
</form>
</main>`,
    listsStyle,
  );
}
