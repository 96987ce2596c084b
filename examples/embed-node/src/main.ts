/** Runs the example: reads the saved page in `fixtures/`, and writes the case summary to `out/`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createMemoryStore, decidedValue, type PlainDate } from '@cyber-prevent/core';
import { toHtmlDocument } from '@cyber-prevent/core/report';
import { decideOn, draftOf, fileDraft, logVisit, summarise } from './case-work.ts';
import { createSigner, host } from './host.ts';

const at = (path: string) => new URL(`../${path}`, import.meta.url);

const html = readFileSync(at('fixtures/referral.html'), 'utf8');
const draft = draftOf(html, 'https://referrals.example.org/referral/41', host);

// Facts of the subject start as taken; narrative and other people's facts start as left. A person decides.
let decided = decideOn(draft, 'referral.narrative', { kind: 'take' });
decided = decideOn(decided, 'subject.school', { kind: 'take-corrected', value: 'Testford High' });
decided = decideOn(decided, 'relatedPersons[].phones[]', { kind: 'mask' });
for (const row of decided.rows.filter(({ path }) => path !== undefined))
  console.log(`${row.path}: ${decidedValue(row) ?? `(${row.decision.kind})`}`);

// In memory, so nothing is kept. A tool of your own gives `openStore` a log over its database.
const { signer } = await createSigner();
const store = await createMemoryStore({ signer, host });
const subjectId = await fileDraft(decided, store, host);
await logVisit(subjectId, '2025-03-12' as PlainDate, store, host);
const summary = await summarise(subjectId, store, host);
await store.close();

mkdirSync(at('out'), { recursive: true });
writeFileSync(at('out/case-summary.md'), summary.markdown);
writeFileSync(at('out/case-summary.html'), toHtmlDocument(summary));
console.log('Written: out/case-summary.md and out/case-summary.html');
