/** Running text as somebody wrote it, which can name anyone: it waits to be read wherever people are withheld. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../codes/shipped.js';
import type { FieldDescription } from '../record/field.js';
import type { RecordId } from '../shared/primitives.js';
import { caseFile } from '../testing/case-file-under-test.js';
import { audienceView, gatherAudiences } from './audience.js';
import { CASE_KINDS } from './case-kind.js';
import type { ConfirmedWords } from './confirmed-words.js';
import { renderTemplate, wordsToConfirm } from './render.js';
import { loadTemplate } from './template.js';
import { caseSummary } from './templates/case-summary.js';

const lists = gatherCodeLists();
const rules = gatherAudiences();

describe('words as somebody wrote them for a court, which can name whoever is withheld', () => {
  const SAYS = 'His mother rang';
  const REASON = 'The logs show';
  const template = loadTemplate(caseSummary);
  const decided = (id: string, reason: string) => ({
    id,
    decidedOn: '2026-11-05',
    about: 'The case',
    outcome: 'accept',
    reason,
  });
  const one = '0a0a0a0a-0000-4000-8000-000000000001' as RecordId;
  const other = '0a0a0a0a-0000-4000-8000-000000000002' as RecordId;
  const file = {
    ...caseFile,
    decisions: [decided(one, 'The logs show an intrusion.'), decided(other, 'His aunt agreed.')],
  };
  const summary = (
    audience: string,
    confirmed: readonly ConfirmedWords[] = [],
    of: object = file,
  ) => renderTemplate(template, of, { lists, audience, confirmed });
  const asked = (audience: string, of: object = file) =>
    wordsToConfirm(template, of, { lists, audience });
  const wordsOf = (path: string) => asked('court').filter((each) => each.path === path);

  it('are left out and named, until an officer has read them and confirmed them', () => {
    const held = summary('court');
    for (const said of [SAYS, REASON, 'His aunt']) expect(JSON.stringify(held)).not.toContain(said);
    expect(held.withheld.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'What the referral says',
        'Reasons, in the words of the person who wrote them',
      ]),
    );
    expect(asked('court').map(({ path, label, record }) => [path, label, record])).toEqual([
      ['referral.statedRisk', 'Risk, as stated', undefined],
      ['referral.narrative', 'Narrative', undefined],
      ['decisions.reason', 'Reason', one],
      ['decisions.reason', 'Reason', other],
    ]);
    const told = summary('court', wordsOf('referral.narrative'));
    expect(told.markdown).toContain(SAYS);
    expect(told.markdown).not.toMatch(/High|The logs show/);
  });

  it('are confirmed one by one, and a reason next to a confirmed one leaves no blank and no “not recorded”', () => {
    const made = summary('court', wordsOf('decisions.reason').slice(0, 1));
    expect(made.markdown).toContain('The logs show an intrusion.');
    expect(made.markdown).toMatch(/Accepted \| Not in this document/);
    expect(made.markdown).not.toContain('His aunt');
    expect(made.confirmed).toEqual([{ record: one, field: 'reason' }]);
    expect(made.withheld.map(({ what }) => what)).toContain(
      'Reasons, in the words of the person who wrote them',
    );
  });

  it('stay out once they are other words than those confirmed, or another decision’s', () => {
    const [confirmed] = wordsOf('decisions.reason');
    if (!confirmed) throw new Error('Nothing was asked');
    const changed = { ...file, decisions: [decided(one, 'Okafor is his mother.')] };
    const elsewhere = { ...file, decisions: [decided(other, confirmed.words)] };
    for (const of of [changed, elsewhere]) {
      const made = summary('court', [confirmed], of);
      expect(made.markdown).not.toMatch(/Okafor|The logs show/);
      expect(made.confirmed).toEqual([]);
    }
  });

  it('leave nothing to tell by that they are there, or how many or how long they are', () => {
    const { narrative: _, statedRisk: __, ...bare } = file.referral;
    const without = {
      ...file,
      referral: bare,
      decisions: [decided(one, 'x'), decided(other, 'y'.repeat(400))],
    };
    expect(summary('court', [], without).markdown).toBe(summary('court').markdown);
    expect(summary('court').markdown).toContain(
      'It does not contain everything that is on record.',
    );
  });

  it('are asked about only where there are any, and of nobody who gets all or none', () => {
    const bare = { ...file, decisions: [], referral: { ...file.referral, narrative: undefined } };
    expect(asked('court', bare).map(({ path }) => path)).toEqual(['referral.statedRisk']);
    expect(asked('force-system')).toEqual([]);
    expect(asked('school')).toEqual([]);
  });

  it('cannot be confirmed for anybody else, nor anything else with them', () => {
    const all = asked('court');
    for (const audience of ['school', 'partner'])
      expect(summary(audience, all).markdown).not.toMatch(/His mother rang|The logs show/);
    const forged = { path: 'referrer.name', words: 'P. Okafor' };
    expect(summary('court', [...all, forged]).markdown).not.toContain('Okafor');
  });
});

/** Written for the reader of the paper. Notes and concerns are in a case file only if they are asked for. */
const FOR_THE_READER = [
  ...['subject.addresses.lines', 'subject.communicationNeeds', 'order.offence'],
  ...['plans.ownPlan', 'plans.exitPlan', 'objectives.need', 'objectives.measure'],
  ...['conditions.words', 'conditions.shownBy', 'condition.words', 'condition.shownBy'],
  ...['evidence.what', 'evidence.explanation', 'breaches.what'],
  ...['notice.noticeFrom', 'notice.noticeWords', 'notice.devices', 'notice.said'],
  ...['sheet.from', 'sheet.words'],
];

it('lets no other running text go to a court without asking, whatever a template names', () => {
  const view = audienceView(rules, 'court');
  const { notes: _, concerns: __, ...others } = CASE_KINDS;
  const texts = Object.entries(others).flatMap(([name, { fields = [] }]) =>
    narrativesIn(name, fields),
  );
  expect(texts.filter((path) => view.goes(path)).toSorted()).toEqual(FOR_THE_READER.toSorted());
});

function narrativesIn(prefix: string, fields: readonly FieldDescription[]): readonly string[] {
  return fields.flatMap(({ name, input, fields: inner = [] }) => [
    ...(input === 'narrative' ? [`${prefix}.${name}`] : []),
    ...narrativesIn(`${prefix}.${name}`, inner),
  ]);
}

it('asks about words as written wherever people are withheld from somebody who gets the rest', () => {
  for (const rule of rules.audiences) {
    const view = audienceView(rules, rule.audience);
    if (view.goes('referrer') && view.goes('relatedPersons')) continue;
    for (const words of ['referral.narrative', 'accounts.note', 'accounts.present'])
      expect([rule.audience, words, view.goes(words)]).toEqual([rule.audience, words, false]);
  }
});
