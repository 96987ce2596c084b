import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { Instant } from '../../shared/index.js';
import { testHost } from '../../testing/host.js';
import { raiseConcern } from './raise-concern.js';

const host = testHost();
const raise = (input: Parameters<typeof raiseConcern>[0]) => {
  const result = raiseConcern(input, { host });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const [change] = result.value.commit.changes;
  return { ...result, concern: change?.set, at: result.issues.map((issue) => issue.at) };
};

describe('raiseConcern', () => {
  it('keeps a bare sentence, answers nothing that nobody answered, and says what is still to do', () => {
    const { concern, at, issues, value } = raise({ what: 'He says he will hurt himself.' });
    expect(concern).toEqual({
      id: value.id,
      what: 'He says he will hurt himself.',
      told: [],
    });
    expect(value.commit.reason).toBe('safeguarding');
    expect(at).toEqual(['riskNow', 'told', 'parentTold']);
    for (const { severity } of issues) expect(severity).toBe('warning');
  });

  it('says that nobody was told only if the officer said so', () => {
    const toldWords = (input: Parameters<typeof raise>[0]) =>
      raise(input).issues.flatMap(({ at, message }) => (at === 'told' ? [message] : []));
    expect(toldWords({ what: 'Bruises.' })).toEqual([expect.stringMatching(/^Say who has been/)]);
    expect(raise({ what: 'Bruises.', told: ['nobody-yet'] }).concern).toMatchObject({
      told: ['nobody-yet'],
    });
    expect(toldWords({ what: 'Bruises.', told: ['nobody-yet'] })).toEqual([
      expect.stringMatching(/^Nobody has been told yet/),
    ]);
  });

  it('keeps the answer that something is not known, which is still to be found out', () => {
    const answers = { riskNow: 'not-known', parentTold: 'not-known' } as const;
    const { concern, at } = raise({ what: 'Bruises.', ...answers });
    expect(concern).toMatchObject(answers);
    expect(at).toEqual(['riskNow', 'told', 'parentTold']);
  });

  it('needs a word of what it is, and nothing else', () => {
    expect(raiseConcern({ riskNow: 'immediate' }, { host })).toMatchObject({
      ok: false,
      issues: [{ at: 'what', message: expect.stringContaining('Enter what the concern is') }],
    });
  });

  it('keeps in words what does not fit its field', () => {
    const { concern, issues } = raise({
      what: 'Bruises.',
      told: ['mash'],
      toldWhom: 'x'.repeat(501),
      toldAt: 'about three' as Instant,
      parentTold: 'no',
    });
    expect(concern).toMatchObject({
      what: expect.stringContaining('When about three'),
      told: ['mash'],
    });
    expect(concern).toMatchObject({ what: expect.stringContaining('x'.repeat(501)) });
    expect(concern).not.toHaveProperty('toldAt');
    expect(issues.map(({ code }) => code)).toContain('kept-in-words');
    expect(issues.map(({ at }) => at)).toContain('whyParentNotTold');
  });

  it('tells the officer to call 999 until the record says so', () => {
    const danger = { what: 'On the bridge.', riskNow: 'immediate', parentTold: 'yes' } as const;
    expect(raise(danger).issues[0]?.message).toMatch('999');
    const called = { ...danger, told: ['emergency-services'], toldHow: '999', toldWhom: 'Control' };
    const toldAt = '2026-11-24T09:00:00.000Z' as Instant;
    expect(raise({ ...called, toldAt }).issues).toEqual([]);
  });

  it('asks for the reference of a crime that was disclosed, and waits for none', () => {
    const said = { what: 'Sold the account.', crimeDisclosed: 'yes' } as const;
    expect(raise(said).at).toContain('crimeReference');
    expect(raise({ ...said, crimeReference: '43TEST/1' }).at).not.toContain('crimeReference');
    expect(raise({ what: 'Bruises.' }).concern).not.toHaveProperty('crimeDisclosed');
  });

  it('fills in with codes that the lists have', () => {
    const lists = gatherCodeLists();
    const codes = (id: string) => lists.get(id)?.codes.map(({ code }) => code);
    expect(codes('safeguarding-told')).toContain('nobody-yet');
    expect(codes('safeguarding-told')).toContain('emergency-services');
  });
});
