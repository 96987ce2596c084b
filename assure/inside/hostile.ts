/** Every string stored and retrieved in each possible way: it must come back unchanged. */

import { gatherCodeLists } from '../../packages/core/src/codes/shipped.js';
import { makeFinder } from '../../packages/core/src/desk/lists/find-rows.js';
import { checkAdapter, type SubjectRow } from '../../packages/core/src/index.js';
import { toHtmlDocument } from '../../packages/core/src/report/html.js';
import { renderTemplate } from '../../packages/core/src/report/render.js';
import { loadTemplate, parseTemplate } from '../../packages/core/src/report/template.js';
import { caseSummary } from '../../packages/core/src/report/templates/case-summary.js';
import { plainLine } from '../../packages/core/src/shared/plain-line.js';
import { buildRecord, newRecord } from '../../packages/core/src/testing/fiction/builder.js';
import { testHost } from '../../packages/core/src/testing/host.js';
import { subjectText } from '../../packages/extension/src/views/desk/subject-text.js';
import { csvImporter } from '../../packages/plugins/csv/src/read-csv.js';
import { csvExporter } from '../../packages/plugins/csv/src/write-csv.js';
import { summary as practiceAdapter } from '../../packages/plugins/practice-rms/src/summary.js';
import { newVault } from './vault.ts';

export interface RoundTrips {
  readonly tried: number;
  readonly stored: number;
  readonly searched: number;
  readonly exported: number;
  readonly inAdapters: number;
  /** The first few lost texts, with the way they took. */
  readonly lost: readonly string[];
}

const AT_ONCE = 50;
/** The text as one of our lines is stored; a text of invisible marks still gets a name. */
const asLine = (text: string): string =>
  plainLine(text).trim().slice(0, 500).trim() || 'Nothing that shows';

export async function roundTrips(strings: readonly string[]): Promise<RoundTrips> {
  const tally = { stored: 0, searched: 0, exported: 0, inAdapters: 0 };
  const lost: string[] = [];
  const count = (way: keyof typeof tally, text: string, isBack: boolean): void => {
    if (isBack) tally[way] += 1;
    else if (lost.length < 5) lost.push(`${way}: ${JSON.stringify(text).slice(0, 80)}`);
  };
  const subjects = strings.map((text) =>
    buildRecord('subject', { id: crypto.randomUUID(), name: asLine(text) }),
  );
  const referrals = strings.map((narrative, index) =>
    buildRecord('referral', {
      id: crypto.randomUUID(),
      subjectId: subjects[index]?.id ?? '',
      narrative,
    }),
  );
  const vault = await newVault();
  let session = await vault.open();
  for (let from = 0; from < strings.length; from += AT_ONCE) {
    const changes = [
      ...subjects.slice(from, from + AT_ONCE).map((subject) => newRecord('subject', subject)),
      ...referrals.slice(from, from + AT_ONCE).map((referral) => newRecord('referral', referral)),
    ];
    await session.write(undefined, (store) => store.commit({ changes, reason: 'case-work' }));
  }
  await session.close();
  session = await vault.open();
  const held = await session.store.query('subject');
  const { rows: listed } = await session.lists.rows('subjects');
  const find = makeFinder<SubjectRow>();
  const kept = new Map((await session.store.query('referral')).map(({ id, value }) => [id, value]));
  for (const [index, text] of strings.entries()) {
    const [subject, referral] = [subjects[index], referrals[index]];
    if (!subject || !referral) continue;
    const back = held.find(({ id }) => id === subject.id)?.value;
    count('stored', text, kept.get(referral.id)?.narrative === text && back?.name === subject.name);
    count(
      'searched',
      text,
      find(listed, { text: subject.name, facets: {} }, { fields: {}, text: subjectText }).some(
        ({ id }) => id === subject.id,
      ),
    );
  }
  await session.close();

  const context = { lists: gatherCodeLists(), today: testHost().clock.today() };
  const bytes = await csvExporter.write(
    {
      type: 'records',
      marking: 'OFFICIAL-SENSITIVE',
      records: { subject: subjects, referral: referrals },
    },
    context,
  );
  const read = await csvImporter.read(bytes, context);
  const rows = read.ok ? read.value : [];
  for (const [index, text] of strings.entries()) {
    const values = rows[index]?.values;
    count(
      'exported',
      text,
      values?.['referral.narrative']?.[0] === text &&
        values['subject.name']?.[0] === subjects[index]?.name,
    );
    const title = asLine(text);
    const checked = checkAdapter(JSON.stringify({ ...practiceAdapter, title }));
    // A title may be refused, in words; an accepted one must be unchanged.
    count('inAdapters', text, !checked.ok || checked.value.title === title);
  }
  return { tried: strings.length, ...tally, lost };
}

/** Reports with the strings as values and as templates, as pages without the policy that would guard them. */
export function reports(strings: readonly string[]): readonly string[] {
  const lists = gatherCodeLists();
  const withoutPolicy = (html: string): string =>
    html.replace(/<meta[^>]*Content-Security-Policy[^>]*>/i, '');
  const officer = { name: 'Rowan Adeyemi', force: '43' };
  const pages: string[] = [];
  const template = loadTemplate(caseSummary);
  for (const text of strings) {
    const subject = { ...buildRecord('subject'), name: text, aliases: [text, text] };
    const referral = { ...buildRecord('referral', { subjectId: subject.id }), narrative: text };
    const values = { subject, referral, officer, preparedOn: '2026-11-24' };
    pages.push(
      withoutPolicy(
        toHtmlDocument(renderTemplate(template, values, { lists, audience: 'force-system' })),
      ),
    );
    const own = parseTemplate(
      `---\nid: own\ntitle: Own\nmarking: OFFICIAL\nneeds: [subject]\n---\n\n${text}\n`,
    );
    if (own.ok)
      pages.push(
        withoutPolicy(
          toHtmlDocument(renderTemplate(own.value, values, { lists, audience: 'force-system' })),
        ),
      );
  }
  return pages;
}
