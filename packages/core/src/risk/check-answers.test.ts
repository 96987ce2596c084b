import { describe, expect, it } from 'vitest';
import { HANDMADE } from '../testing/instrument-under-test.js';
import { checkAnswers } from './check-answers.js';

const file = {
  instrument: 'handmade',
  version: '2.1.0',
  facts: { age: 15 },
  answers: { access: 'present', forums: 'not-asked', hurt: 'unknown' },
};
const said = (input: unknown) =>
  checkAnswers(HANDMADE, input).issues.map(({ code, at, message }) => `${code} ${at}: ${message}`);

describe('checkAnswers', () => {
  it('takes answers and facts, as text and as data', () => {
    const { facts, answers } = file;
    expect(checkAnswers(HANDMADE, file)).toMatchObject({ ok: true, value: { facts, answers } });
    expect(checkAnswers(HANDMADE, '{"answers":{}}')).toMatchObject({
      ok: true,
      value: { facts: {}, answers: {} },
    });
  });

  it('names the line of an answer that is not offered, and what is', () => {
    const text = JSON.stringify(
      { ...file, answers: { forums: 'present', tools: 'absent' } },
      null,
      2,
    );
    expect(said(text)).toEqual([
      'answer-not-offered line 8, column 5: “present” is not an answer to “Forums”. Use one of daily, weekly, never, unknown, not-asked.',
      'answer-not-offered line 9, column 5: “Handmade” has no item “tools”',
    ]);
  });

  it('refuses answers to another instrument or version', () => {
    expect(said({ ...file, instrument: 'other' })[0]).toMatch(
      /answers-invalid instrument: .*“other”/,
    );
    expect(said({ ...file, version: '1.0.0' })[0]).toMatch(/answers-invalid version: .*1\.0\.0/);
  });

  it.each([null, 'x', 7, [], {}, { answers: { access: 1 } }, { answers: [], more: 1 }])(
    'refuses %j without throwing',
    (input) => {
      expect(checkAnswers(HANDMADE, input).ok).toBe(false);
    },
  );

  it('takes inherited names for what they are: no items', () => {
    for (const name of ['constructor', '__proto__', 'toString'])
      expect(said(`{"answers":{"${name}":"present"}}`)).toHaveLength(1);
  });
});
