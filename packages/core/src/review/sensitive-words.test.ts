import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../capture/draft/decide.js';
import type { Draft } from '../capture/draft.js';
import { testHost } from '../testing/host.js';
import { clip } from './clip.js';
import { draftOfFields } from './draft-of-fields.js';
import { defaultGates } from './gates.js';
import { conditionNeeds, withConditionAnswer } from './processing-conditions.js';
import { review } from './review.js';
import { SENSITIVE_WORDS, sensitiveWordsIn, wordsAsked } from './sensitive-words.js';
import { withWordsAnswer } from './words-answer.js';

const host = testHost();
const found = defaultGates('force', 'part3');
if (!found.ok) throw new Error('no gates');
const gates = found.value;
const practice = { regime: 'part3', practice: true } as const;

function told(narrative: string): Draft {
  const draft = draftOfFields(
    { 'subject.name': ['Rowan Vael'], 'referral.narrative': [narrative] },
    { way: 'page', system: 'Practice', title: 'Referral' },
    host,
  );
  return draft.rows.reduce((so, { id }) => decide(so, id, { kind: 'take' }), draft);
}
const codes = (draft: Draft, officer: Parameters<typeof review>[1]['officer'] = practice) =>
  review(draft, { gates, officer, host })
    .issues.filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => [code, at]);

const AUTISM = told('He was diagnosed with autism last year.');
const WORDS = ['autism', 'diagnosed'];
const answered = (isSpecial: boolean, words: readonly string[] = WORDS): Draft =>
  withWordsAnswer(AUTISM, { what: 'referral.narrative', words, isSpecial });

describe('words that may be special category data', () => {
  it('are whole words in any capitals, with or without a hyphen or a possessive', () => {
    const words = (text: string) => sensitiveWordsIn(text).flatMap((each) => each.words);
    expect(words('Her ADHD, and Tourette’s')).toEqual(['adhd', 'tourette']);
    expect(words('She may Self Harm')).toEqual(['self-harm']);
    expect(words('A hospitality student, and catholically minded')).toEqual([]);
    expect(words('In care of CAMHS; goes to the mosque')).toEqual(['camhs', 'mosque']);
  });

  it('are found wherever they stand in a text, and only those of the list', () => {
    const all = SENSITIVE_WORDS.kinds.flatMap(({ words }) => words);
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.constantFrom('', 'Xyq. ', '«', 'Xyq\n'),
        fc.constantFrom('', '.', ', xyq', '\nxyq'),
        (word, before, after) => {
          const found = sensitiveWordsIn(`${before}${word.toUpperCase()}${after}`);
          expect(found.flatMap(({ words }) => words)).toContain(word);
        },
      ),
    );
  });

  it('stop the save of a taken narrative until somebody says what they mean', () => {
    expect(codes(AUTISM)).toEqual([['sensitive-words', 'words referral.narrative']]);
    expect(codes(told('He changed two marks.'))).toEqual([]);
  });

  it('are not asked about in a narrative that is left', () => {
    const left = AUTISM.rows.reduce(
      (so, { id, path }) =>
        path === 'referral.narrative' ? decide(so, id, { kind: 'leave' }) : so,
      AUTISM,
    );
    expect(wordsAsked(left)).toEqual([]);
  });

  it('presume nothing: the answer no needs no condition', () => {
    const no = answered(false);
    expect(codes(no)).toEqual([]);
    expect(conditionNeeds(no, gates)).toEqual([]);
  });

  it('ask for the condition once the text is said to be special category data', () => {
    const yes = answered(true);
    expect(codes(yes)).toEqual([
      ['condition-missing', 'condition special referral.narrative'],
      ['why-necessary-missing', 'condition special referral.narrative'],
    ]);
    const need = { what: 'referral.narrative', sensitivity: 'special' } as const;
    const done = withConditionAnswer(yes, need, {
      ...need,
      regime: 'part3',
      condition: 'part3-safeguarding',
      whyNecessary: 'The plan has to fit him.',
    });
    const reviewed = review(done, { gates, officer: practice, host });
    if (!reviewed.ok) throw new Error(JSON.stringify(reviewed.issues));
    const capture = reviewed.value.changes.find(({ kind }) => kind === 'sourceCapture');
    expect(capture?.set).toMatchObject({ sensitive: ['referral.narrative'] });
  });

  it('are refused as special category data where the force has no policy document', () => {
    const officer = { regime: 'part3', practice: false } as const;
    expect(codes(answered(true), officer).map(([code]) => code)).toEqual([
      'policy-document-missing',
    ]);
  });

  it('are asked about again when the text has others than the answer named', () => {
    expect(codes(answered(false, ['autism']))).toEqual([
      ['sensitive-words', 'words referral.narrative'],
    ]);
  });

  it('are asked about in a note that keeps the narrative', () => {
    const ids = AUTISM.rows.filter(({ path }) => path === 'referral.narrative').map(({ id }) => id);
    const context = { gates, officer: practice, host };
    expect(clip(AUTISM, ids, context).issues).toMatchObject([{ code: 'sensitive-words' }]);
    expect(clip(answered(false), ids, context).ok).toBe(true);
  });
});

it('keeps each word once, in small letters, in the list', () => {
  const all = SENSITIVE_WORDS.kinds.flatMap(({ words }) => words);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(all.map((word) => word.toLowerCase()));
});
