/**
 * No paper says that there is intelligence. Outside the officer’s own force it is the same, letter for letter, whether or
 * not a note is on record; inside, it says at most that there is more. Nor does one tell a unit or an agency of a
 * safeguarding concern.
 */
import { describe, expect, it } from 'vitest';
import { isOwnForce } from '../casework/keeping/disclosure-law.js';
import { gatherCodeLists } from '../codes/shipped.js';
import { caseFile } from '../desk/case/case-file.js';
import { timeline } from '../desk/case/timeline.js';
import { RECORD_LABELS, type RecordKind, type RecordOf } from '../record/kind.js';
import type { Instant, PlainDate } from '../shared/index.js';
import type { StoredRecord } from '../store/log/port.js';
import { buildId, buildRecord, type Overrides } from '../testing/fiction/builder.js';
import { type Audiences, gatherAudiences } from './audience.js';
import { noticePaperForVisit } from './notice-paper.js';
import { renderTemplate } from './render.js';
import { loadTemplate, type TemplateSource } from './template.js';
import { breachNote } from './templates/breach-note.js';
import { caseSummary } from './templates/case-summary.js';
import { ceaseAndDesist } from './templates/cease-and-desist.js';
import { ceaseAndDesist2 } from './templates/cease-and-desist-2.js';
import { chronology } from './templates/chronology.js';
import { conditionAdvice } from './templates/condition-advice.js';
import { forceNotice } from './templates/force-notice.js';
import { noticeFollowUp } from './templates/notice-follow-up.js';

const at = '2026-11-24T09:30:00.000Z' as Instant;
const lists = gatherCodeLists();

function held<K extends RecordKind>(kind: K, overrides: Overrides<K>): StoredRecord<K> {
  const value = buildRecord(kind, overrides) as RecordOf<K>;
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}

const subject = held('subject', {});
const about = { subjectId: subject.id };
const order = held('order', about);
const condition = held('condition', { ...about, orderId: order.id });
const evidence = held('conditionEvidence', { ...about, conditionId: condition.id });
const notice = held('ceaseAndDesist', about);
const records: readonly StoredRecord[] = [
  subject,
  order,
  condition,
  evidence,
  notice,
  held('noticeBreach', { ...about, noticeId: notice.id }),
  held('referral', about),
  held('intervention', about),
  held('safeguardingConcern', about),
];
const capture = held('sourceCapture', {});
const notes: readonly StoredRecord[] = [
  ...[1, 2, 3].map(() => held('intelligenceNote', about)),
  {
    ...held('intelligenceNote', about),
    sources: { '': [{ capture: capture.id }] },
  } as unknown as StoredRecord,
  capture,
  held('contactCheck', about),
];

const PAPERS: readonly TemplateSource[] = [
  caseSummary,
  chronology,
  conditionAdvice,
  breachNote,
  noticeFollowUp,
  ceaseAndDesist,
  ceaseAndDesist2,
  forceNotice,
  ...['toolkit-1', 'toolkit-2', 'force'].flatMap((code) => noticePaperForVisit(code) ?? []),
];
const shipped = gatherAudiences();
/** Rules of a force that tell everybody what is left out. */
const open: Audiences = {
  ...shipped,
  audiences: shipped.audiences.map((each) => ({ ...each, isToldWhatIsLeftOut: true })),
};
const AUDIENCES = ['nobody-in-particular', ...shipped.audiences.map(({ audience }) => audience)];

function written(
  source: TemplateSource,
  audience: string,
  of: readonly StoredRecord[],
  audiences = shipped,
): string {
  const file = caseFile(of, subject.id, {
    officer: { name: 'DC Rowan Thackeray', force: '43' },
    preparedOn: '2026-11-24' as PlainDate,
    include: { evidence: evidence.id, notice: notice.id },
    chronology: timeline(of, lists),
    sheet: { title: 'Form 12', version: '7', words: 'Stop.' },
    lists,
  });
  if (!file.ok) throw new Error('no file');
  const { markdown, html } = renderTemplate(loadTemplate(source), file.value, {
    lists,
    audience,
    audiences,
  });
  return `${markdown}\n${html}`;
}

it('is tried for every destination that a paper can go to', () => {
  const codes = lists.get('export-destination')?.codes.map(({ code }) => code) ?? [];
  expect(codes.filter((code) => !AUDIENCES.includes(code))).toEqual([]);
});

const outside = AUDIENCES.filter((audience) => !isOwnForce(audience));

describe.each(PAPERS.map((source) => [source.id, source] as const))('the paper %s', (_, source) => {
  it.each(outside)('is the same for %s with intelligence on record and without', (audience) => {
    for (const rules of [shipped, open])
      expect(written(source, audience, [...records, ...notes], rules)).toBe(
        written(source, audience, records, rules),
      );
  });
});

it.each(['nccu', 'rocu', 'court', 'partner', 'school', 'subject'])(
  'is the same for %s with a safeguarding concern on record and without',
  (audience) => {
    const without = records.filter(({ kind }) => kind !== 'safeguardingConcern');
    for (const source of PAPERS)
      for (const rules of [shipped, open])
        expect(written(source, audience, records, rules)).toBe(
          written(source, audience, without, rules),
        );
  },
);

describe('inside the force', () => {
  it('says that there is more, and not of what kind', () => {
    const more = 'More is on record than this document names.';
    const labels = [...new Set(notes.map(({ kind }) => kind))].flatMap((kind) =>
      Object.values(RECORD_LABELS[kind]),
    );
    const noted = new RegExp(`\\b(?:intelligence|${labels.join('|')})\\b`, 'i');
    for (const audience of ['supervisor', 'force-system', 'own-use'])
      for (const source of [caseSummary, chronology]) {
        const paper = written(source, audience, [...records, ...notes]);
        expect(paper.replaceAll(more, '')).not.toMatch(noted);
        expect(paper.split(more)).toHaveLength(3);
        expect(written(source, audience, records)).not.toContain(more);
      }
    expect(AUDIENCES.filter(isOwnForce)).toEqual(['force-system', 'supervisor', 'own-use']);
    expect(outside).toEqual(expect.arrayContaining(['colleague', 'nccu', 'rocu', 'court']));
  });

  it('differs by that line alone', () => {
    for (const audience of ['supervisor', 'force-system', 'own-use'])
      for (const source of PAPERS)
        expect(
          written(source, audience, [...records, ...notes])
            .split('\n')
            .filter((line) => !line.includes('More is on record'))
            .join('\n')
            .replaceAll(/\n{2,}/g, '\n'),
        ).toBe(written(source, audience, records).replaceAll(/\n{2,}/g, '\n'));
  });
});
