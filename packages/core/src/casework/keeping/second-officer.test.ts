/** Acts that need two officers, each with their own vault and key: another level, and blind ratings. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { gatherCase } from '../../desk/case/gather.js';
import type { PlainDate, RecordId } from '../../shared/index.js';
import type { Change } from '../../store/log/revision.js';
import { HANDMADE } from '../../testing/instrument-under-test.js';
import {
  assessmentIn,
  codesOf,
  found,
  handOver,
  kept,
  type Officer,
  officers,
  value,
} from '../../testing/officers-under-test.js';
import { requestStanding } from '../act/case-state.js';
import { assess } from '../assess/assess.js';
import {
  confirmationStop,
  confirmOverride,
  overrideLevel,
  overrideStanding,
} from '../assess/override-level.js';
import { commitRating, compareRatings, openRating } from '../assess/rate-blind.js';
import { levelShown, signAssessment } from '../assess/sign-assessment.js';
import { answerRequest, askColleague } from './ask-colleague.js';

const instruments = new Map([[HANDMADE.id, HANDMADE]]);
const digest = async (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

async function pair() {
  const { all, verify, subjectId } = await officers(2);
  const [a, b] = [found(all[0]), found(all[1])];
  const give = (from: Officer, to: Officer) => handOver(from, to, subjectId, verify);
  return { a, b, give, subjectId };
}

describe('another level', () => {
  const input = {
    instrument: 'handmade',
    answers: ['access', 'forums', 'adult', 'hurt'].map((item) => ({
      item,
      answer: item === 'forums' ? 'never' : 'absent',
    })),
    formulation: 'In short.',
    confidence: 'low',
    reviewDueOn: '2027-01-24' as PlainDate,
  };

  async function proposed() {
    const { a, b, give, subjectId } = await pair();
    const subject = found(await a.store.get('subject', subjectId));
    const id = await kept(a.store, assess(input, { ...a, subject, instruments }));
    const say = { level: 'high', reason: 'A threat that no item asks about.' };
    await kept(
      a.store,
      overrideLevel(await assessmentIn(a, id), say, { ...a, instrument: HANDMADE }),
    );
    return { a, b, give, id, subjectId };
  }
  const standing = async (officer: Officer, id: RecordId) =>
    overrideStanding((await assessmentIn(officer, id)).value, await officer.store.history(id));

  it('stands once a second officer has confirmed it in a vault of their own', async () => {
    const { a, b, give, id } = await proposed();
    expect(await standing(a, id)).toBe('not-confirmed');
    const { value } = await assessmentIn(a, id);
    const history = await a.store.history(id);
    expect(levelShown(value, history)).toMatchObject({ id: 'low', isOverride: false });
    const early = signAssessment(await assessmentIn(a, id), { ...a, history });
    expect(codesOf(early)).toEqual(['override-not-confirmed']);
    const stopOf = async (officer: Officer) =>
      confirmationStop(await assessmentIn(officer, id), officer.officer);
    expect(await stopOf(a)).toMatchObject({ code: 'second-officer-needed' });
    const own = confirmOverride(await assessmentIn(a, id), a);
    expect(codesOf(own)).toEqual(['second-officer-needed']);
    expect(own.issues[0]?.message).toBe(
      'You cannot confirm this level, because you proposed it. Another officer must confirm it.',
    );

    await give(a, b);
    expect(await stopOf(b)).toBeUndefined();
    await kept(b.store, confirmOverride(await assessmentIn(b, id), b));
    expect(await stopOf(b)).toMatchObject({ code: 'override-confirmed' });
    await give(b, a);
    expect(await standing(a, id)).toBe('confirmed');
    expect(codesOf(confirmOverride(await assessmentIn(a, id), a))).toEqual(['override-confirmed']);
    const sign = { ...a, history: await a.store.history(id) };
    await kept(a.store, signAssessment(await assessmentIn(a, id), sign));
    const signed = await assessmentIn(a, id);
    expect(levelShown(signed.value, await a.store.history(id))).toEqual({
      id: 'high',
      label: 'High',
      isOverride: true,
    });
  });

  it('is asked of a colleague, who confirms it with the answer, and asked again after a no or a return', async () => {
    const { a, b, give, id, subjectId } = await proposed();
    const ask = async () =>
      askColleague(
        { kind: 'second-officer', to: b.officer, toName: 'DS Ines Marlow' as never },
        {
          ...a,
          subject: await a.store.get('subject', subjectId),
          records: await gatherCase(a.store, subjectId, 'case-work'),
          officer: { id: a.officer, name: 'DC Imre Sandoval' },
        },
      );
    const last = async ({ store }: Officer) =>
      found((await store.query('colleagueRequest', { subjectId })).at(-1));
    await kept(a.store, await ask());
    expect((await last(a)).value.about).toBe(id);

    await give(a, b);
    const yes = { answer: 'agreed' } as const;
    expect(codesOf(answerRequest(await last(b), yes, b))).toEqual(['assessment-unknown']);
    const no = { answer: 'not-agreed', answerReason: 'The threat was a joke.' as never };
    await kept(b.store, answerRequest(await last(b), no, b));
    await give(b, a);
    expect(requestStanding(await last(a))).toBe('answered');
    expect(await standing(a, id)).toBe('not-confirmed');

    await kept(a.store, await ask());
    await give(a, b);
    const undecided = answerRequest(await last(b), { answer: 'returned' }, b);
    expect(undecided.issues.map(({ at, message }) => [at, message])).toEqual([
      ['answerReason', 'Enter what you need to know, or why you cannot decide'],
    ]);
    const back = { answer: 'returned', answerReason: 'Send me the threat itself.' as never };
    await kept(b.store, answerRequest(await last(b), back, b));
    await give(b, a);
    expect((await last(a)).value.answer).toBe('returned');
    expect(await standing(a, id)).toBe('not-confirmed');

    await kept(a.store, await ask());
    await give(a, b);
    const assessment = await assessmentIn(b, id);
    await kept(b.store, answerRequest(await last(b), yes, { ...b, assessment }));
    await give(b, a);
    expect(await standing(a, id)).toBe('confirmed');
    expect(codesOf(await ask())).toEqual(['nothing-to-review']);
  });

  it('is not confirmed by a name that the first officer wrote in themselves', async () => {
    const { a, b, id } = await proposed();
    const held = await assessmentIn(a, id);
    const forged = confirmOverride(held, b);
    await kept(a.store, forged);
    expect((await assessmentIn(a, id)).value.override?.confirmedBy).toBe(b.officer);
    expect(await standing(a, id)).toBe('not-confirmed');
    const sign = { ...a, history: await a.store.history(id) };
    expect(codesOf(signAssessment(await assessmentIn(a, id), sign))).toEqual([
      'override-not-confirmed',
    ]);
  });

  it('needs a reason, and a level that the instrument has and the answers do not come to', async () => {
    const { a, id } = await proposed();
    const held = await assessmentIn(a, id);
    const say = (level: string, reason: string) =>
      codesOf(overrideLevel(held, { level, reason }, { ...a, instrument: HANDMADE }));
    expect(say('high', '  ')).toEqual(['missing']);
    expect(say('', '  ')).toEqual(['missing', 'missing']);
    expect(say('', 'Because')).toEqual(['missing']);
    expect(say('grave', 'Because')).toEqual(['level-unknown']);
    expect(say('low', 'Because')).toEqual(['level-same']);
  });
});

it('does not take in from a colleague a change to what is signed', async () => {
  const { a, b, give, subjectId } = await pair();
  const subject = found(await a.store.get('subject', subjectId));
  const input = {
    instrument: 'handmade',
    answers: [{ item: 'hurt', answer: 'present' }],
    formulation: 'In short.',
    confidence: 'low',
    reviewDueOn: '2027-01-24' as PlainDate,
  };
  const id = await kept(a.store, assess(input, { ...a, subject, instruments }));
  await give(a, b);
  const sign = { ...a, history: await a.store.history(id) };
  await kept(a.store, signAssessment(await assessmentIn(a, id), sign));
  await give(a, b);
  const signed = await assessmentIn(b, id);
  const change: Change<'assessment'> = {
    kind: 'assessment',
    record: id,
    parents: signed.heads,
    set: { formulation: 'Altered.' },
  };
  await expect(b.store.commit({ changes: [change], reason: 'correction' })).rejects.toMatchObject({
    cause: [{ code: 'record-locked' }],
  });
  await expect(
    b.store.commit({ changes: [{ ...change, set: {}, withdraw: true }], reason: 'undo' }),
  ).rejects.toMatchObject({ cause: [{ code: 'record-locked' }] });
  expect((await assessmentIn(b, id)).value).toEqual((await assessmentIn(a, id)).value);
});

describe('blind ratings', () => {
  const FIRST = { access: 'present', forums: 'daily', adult: 'absent', hurt: 'unknown' };
  const SECOND = { access: 'present', forums: 'weekly', adult: 'absent', hurt: 'absent' };

  async function round() {
    const { a, b, give, subjectId } = await pair();
    await give(a, b);
    const task = async (who: Officer) => ({
      ...who,
      subject: found(await who.store.get('subject', subjectId)),
      instrument: HANDMADE,
      instruments,
    });
    const ratings = (who: Officer) => who.store.query('rating', { subjectId });
    const open = async (who: Officer) => {
      const all = await ratings(who);
      const own = found(all.find(({ value }) => value.ratedBy === who.officer));
      const [sealed] = await who.store.query('sealedRating', { ratingId: own.id });
      return openRating(own, sealed, all, who);
    };
    return { a, b, give, subjectId, task, ratings, open };
  }

  it('are committed to, then opened when both commitments are in, then compared', async () => {
    const { a, b, give, task, ratings, open } = await round();
    await kept(a.store, await commitRating(FIRST, await task(a)));
    expect(codesOf(await open(a))).toEqual(['rating-waiting']);
    const sent = await give(a, b);
    expect(sent).not.toContain('daily');
    expect(await b.store.query('sealedRating')).toEqual([]);

    const answering = found((await ratings(b))[0]);
    await kept(b.store, await commitRating(SECOND, { ...(await task(b)), answering }));
    expect(await give(b, a)).not.toContain('weekly');
    await kept(a.store, await open(a));
    await kept(b.store, await open(b));
    const [one, other] = await ratings(a);
    expect(codesOf(await compareRatings(found(one), found(other), HANDMADE, digest))).toEqual([
      'rating-waiting',
    ]);
    await give(b, a);
    await give(a, b);
    for (const who of [a, b]) {
      const [first, second] = (await ratings(who)).toSorted((x, y) =>
        x.value.committedAt < y.value.committedAt ? -1 : 1,
      );
      const agreed = value(await compareRatings(found(first), found(second), HANDMADE, digest));
      // Two of three compared items agree. By chance (present 1·1 + absent 1·1) / 9; kappa (2·3 - 2) / (9 - 2).
      expect(agreed).toMatchObject({ comparedCount: 3, agreedCount: 2, leftOutCount: 2 });
      expect(agreed.kappa).toBeCloseTo(4 / 7, 12);
    }
  });

  it('cannot be taken back, altered, or opened as something else', async () => {
    const { a, b, give, task, ratings, open } = await round();
    const id = await kept(a.store, await commitRating(FIRST, await task(a)));
    const { heads: parents } = found(await a.store.get('rating', id));
    const change = { kind: 'rating' as const, record: id, parents };
    for (const more of [
      { set: {}, withdraw: true as const },
      { set: { commitment: 'd1'.repeat(32) } },
    ])
      await expect(
        a.store.commit({ changes: [{ ...change, ...more }], reason: 'undo' }),
      ).rejects.toMatchObject({ cause: [{ code: 'record-locked' }] });

    await give(a, b);
    const answering = found((await ratings(b))[0]);
    expect(codesOf(await commitRating(SECOND, { ...(await task(a)), answering }))).toEqual([
      'rated-already',
    ]);
    await kept(b.store, await commitRating(SECOND, { ...(await task(b)), answering }));
    await give(b, a);
    await kept(b.store, await open(b));
    await give(b, a);
    const all = await ratings(a);
    const own = found(all.find((each) => each.id === id));
    const [sealed] = await a.store.query('sealedRating');
    const other = found(sealed);
    const answers = other.value.answers.map((each) =>
      each.item === 'forums' ? { ...each, answer: 'weekly' } : each,
    );
    const fitted = { ...other, value: { ...other.value, answers } };
    await kept(a.store, openRating(own, fitted, all, a));
    const [one, two] = await ratings(a);
    expect(codesOf(await compareRatings(found(one), found(two), HANDMADE, digest))).toEqual([
      'rating-not-as-committed',
    ]);
  });

  it('are of one subject, instrument and version, with answers that are offered', async () => {
    const { a, b, give, task, ratings } = await round();
    await kept(a.store, await commitRating(FIRST, await task(a)));
    await give(a, b);
    const answering = found((await ratings(b))[0]);
    const later = { ...HANDMADE, version: '2.2.0' };
    const mine = await task(b);
    expect(codesOf(await commitRating(SECOND, { ...mine, instrument: later, answering }))).toEqual([
      'rating-of-other',
    ]);
    expect(codesOf(await commitRating({ forums: 'maybe' }, mine))).toEqual(['answer-not-offered']);
    const newer = new Map([[later.id, later]]);
    expect(codesOf(await commitRating(SECOND, { ...mine, instruments: newer }))).toEqual([
      'instrument-superseded',
    ]);
  });
});
