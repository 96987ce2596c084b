/**
 * Advice on conditions and the note of a possible breach: they name the decision maker, and leave out the informant.
 */
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/shipped.js';
import { caseFile } from '../desk/case/case-file.js';
import type { RecordKind, RecordOf } from '../record/kind.js';
import type { Instant, PlainDate } from '../shared/index.js';
import type { StoredRecord } from '../store/log/port.js';
import { buildId, buildRecord, type Overrides } from '../testing/fiction/builder.js';
import { renderTemplate } from './render.js';
import { loadTemplate, type TemplateSource } from './template.js';
import { breachNote } from './templates/breach-note.js';
import { conditionAdvice } from './templates/condition-advice.js';

const at = '2026-11-24T09:30:00.000Z' as Instant;
const lists = gatherCodeLists();

function held<K extends RecordKind>(kind: K, overrides: Overrides<K>): StoredRecord<K> {
  const value = buildRecord(kind, overrides) as RecordOf<K>;
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}
const subject = held('subject', {});
const about = { subjectId: subject.id };
const order = held('order', { ...about, givenOn: '2026-11-20', givenBy: 'DC 2218' });
const other = held('order', { ...about, kind: 'bail', officerInCase: 'DS 9 Somebody' });
const late = held('condition', {
  ...about,
  orderId: order.id,
  words: 'Meet the mentor.',
  dueOn: '2027-02-12',
});
const soon = held('condition', {
  ...about,
  orderId: order.id,
  words: 'Write a letter.',
  dueOn: '2027-01-12',
});
const out = held('condition', {
  ...about,
  orderId: order.id,
  words: 'Was taken out.',
  takenOutOn: '2026-11-22',
  takenOutWhy: 'Varied.',
});
const strange = held('condition', { ...about, orderId: other.id, words: 'Of another order.' });
const evidence = held('conditionEvidence', {
  ...about,
  conditionId: late.id,
  shows: 'not-kept',
  what: 'He did not come twice.',
  source: 'Mentor Idris Calloway',
});
const records = [subject, order, other, late, soon, out, strange, evidence];

function rendered(source: TemplateSource, include: object, audience = 'supervisor'): string {
  const file = caseFile(records, subject.id, {
    officer: { name: 'DC Rowan Thackeray', force: '43' },
    preparedOn: '2026-11-24' as PlainDate,
    include,
  });
  if (!file.ok) throw new Error('no file');
  return renderTemplate(loadTemplate(source, { lists }), file.value, {
    lists,
    audience,
  }).markdown;
}

it('advises with the conditions that stand, the earliest first, and says who decides', () => {
  const text = rendered(conditionAdvice, { order: order.id });
  expect(text).toContain('Kind: Youth conditional caution');
  expect(text).toContain('For: DC 2218 Tamsin Okoro');
  expect(text.indexOf('Write a letter.')).toBeGreaterThan(0);
  expect(text.indexOf('Write a letter.')).toBeLessThan(text.indexOf('Meet the mentor.'));
  for (const left of ['Was taken out.', 'Of another order.', 'He did not come twice.'])
    expect(text).not.toContain(left);
  expect(text).toContain('This is advice.');
  expect(text).toContain('OFFICIAL-SENSITIVE');
});

it('notes what was seen of one condition, without who told of it or any finding', () => {
  const text = rendered(breachNote, { evidence: evidence.id });
  expect(text).toContain('He did not come twice.');
  expect(text).toContain('Meet the mentor.');
  expect(text).not.toContain('Idris Calloway');
  expect(text).not.toContain('Write a letter.');
  expect(text).toContain('Whether it is a breach is not decided here');
});

it('says of a possible breach who was told, or that nobody is recorded as told', () => {
  const untold = rendered(breachNote, { evidence: evidence.id });
  expect(untold).toContain('Nobody is recorded as told.');
  expect(untold).not.toMatch(/Not recorded: told on/);
  const told = held('conditionEvidence', {
    ...evidence.value,
    id: buildId(),
    toldOn: '2026-11-23',
    toldWhom: 'DC 2218',
  });
  records.push(told);
  // A reader who would not be told who was, is not told that nobody was.
  expect(rendered(breachNote, { evidence: evidence.id }, 'partner')).not.toContain('Nobody has');
  const text = rendered(breachNote, { evidence: told.id });
  expect(text).toContain('Told on: 23 November 2026');
  expect(text).not.toContain('Nobody is recorded');
});
