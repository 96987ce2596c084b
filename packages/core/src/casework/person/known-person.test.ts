/** “I know this person”: declared by one officer, lifted by another in a vault of their own, and by nobody else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../shared/index.js';
import { buildColleagueRequest, buildId } from '../../testing/fiction/builder.js';
import {
  codesOf,
  found,
  handOver,
  kept,
  type Officer,
  officers,
} from '../../testing/officers-under-test.js';
import { answerRequest, takeRequestBack } from '../keeping/ask-colleague.js';
import { closedTo, declareKnown, isTold, KNOWN_PERSON, tellSupervisor } from './known-person.js';

async function declared() {
  const { all, verify, subjectId } = await officers(2);
  const [a, b] = [found(all[0]), found(all[1])];
  const by = { ...a, officer: { id: a.officer, name: 'DC Imre Sandoval' } };
  const subject = await a.store.get('subject', subjectId);
  await kept(
    a.store,
    declareKnown({ supervisor: ' DS Ines Marlow ', words: '' }, { ...by, subject }),
  );
  const requests = ({ store }: Officer) => store.query('colleagueRequest', { subjectId });
  const isClosed = async () => closedTo(a.officer, await requests(a)).has(subjectId);
  const standing = async () => found(closedTo(a.officer, await requests(a)).get(subjectId));
  const last = async (who: Officer) => found((await requests(who)).at(-1));
  const tell = async () =>
    kept(
      a.store,
      tellSupervisor(await standing(), { officer: b.officer, name: 'DS Ines Marlow' }, by),
    );
  const give = (from: Officer, to: Officer) => handOver(from, to, subjectId, verify);
  return { a, b, by, subject, subjectId, isClosed, standing, last, tell, give };
}

describe('a declaration', () => {
  it('closes the record to the officer who made it, at once and to nobody else', async () => {
    const { b, standing, isClosed, subjectId } = await declared();
    expect(await isClosed()).toBe(true);
    const request = await standing();
    expect(request.value).toMatchObject({ kind: KNOWN_PERSON, toName: 'DS Ines Marlow' });
    expect(request.value).not.toHaveProperty('words');
    expect(isTold(request)).toBe(false);
    expect(closedTo(b.officer, [request]).has(subjectId)).toBe(false);
  });

  it('needs a supervisor, and a person on record', async () => {
    const { by, subject } = await declared();
    expect(codesOf(declareKnown({ supervisor: '  ' }, { ...by, subject }))).toEqual(['missing']);
    const nobody = declareKnown({ supervisor: 'DS Marlow' }, { ...by, subject: undefined });
    expect(codesOf(nobody)).toEqual(['subject-unknown']);
  });

  it('cannot be answered, or taken back, by the officer who made it', async () => {
    const { a, standing, tell, isClosed } = await declared();
    const yes = { answer: 'lifted', answerReason: 'I do not really know him.' as never };
    const own = await standing();
    // Even if the officer saves the answer past every act, it is not signed by anybody else.
    const change = { kind: own.kind, record: own.id, parents: own.heads, set: yes };
    await a.store.commit({ changes: [change], reason: 'case-work' });
    expect(await isClosed()).toBe(true);
    await tell();
    const told = await standing();
    expect(codesOf(answerRequest(told, yes, a))).toEqual(['request-of-another']);
    expect(codesOf(takeRequestBack(told, a))).toEqual(['known-person-stands']);
  });
});

describe('the supervisor', () => {
  it('opens the record again with a key of their own, and gives a reason', async () => {
    const { a, b, tell, give, last, isClosed } = await declared();
    await tell();
    expect(await isClosed()).toBe(true);
    await give(a, b);
    const lift = { answer: 'lifted' } as const;
    expect(codesOf(answerRequest(await last(b), lift, b))).toEqual(['missing']);
    const said = { ...lift, answerReason: 'They share a name and no more.' as never };
    await kept(b.store, answerRequest(await last(b), said, b));
    expect(await isClosed()).toBe(true);
    await give(b, a);
    expect(await isClosed()).toBe(false);
  });

  it('may decide that it stays closed, and an officer who declares again is closed out again', async () => {
    const { a, b, by, subject, tell, give, last, isClosed } = await declared();
    await tell();
    await give(a, b);
    await kept(b.store, answerRequest(await last(b), { answer: 'stays-closed' }, b));
    await give(b, a);
    expect(await isClosed()).toBe(true);
    expect(codesOf(answerRequest(await last(b), { answer: 'agreed' }, b))).toEqual([
      'request-answered',
    ]);
    await kept(a.store, declareKnown({ supervisor: 'DS Marlow' }, { ...by, subject }));
    expect(await isClosed()).toBe(true);
  });

  it('is another officer than the one who declared', async () => {
    const { a, by, standing } = await declared();
    const self = { officer: a.officer, name: 'DC Imre Sandoval' };
    expect(codesOf(tellSupervisor(await standing(), self, by))).toEqual(['second-officer-needed']);
    const handover = { ...(await standing()), value: buildColleagueRequest({ from: a.officer }) };
    expect(codesOf(tellSupervisor(handover, self, by))).toEqual(['known-person-missing']);
  });
});

it('is open only if the officer asked has signed the latest lift, in whatever order the requests come', () => {
  const [me, other, subjectId] = [buildId(), buildId(), buildId()] as const;
  const one = fc.record({
    at: fc.integer({ min: 10, max: 13 }),
    to: fc.constantFrom<RecordId>(me, other),
    answer: fc.constantFrom(undefined, 'lifted', 'stays-closed'),
    signedBy: fc.constantFrom<RecordId>(me, other),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), fc.nat(), (made, turn) => {
      const requests = made.map(({ at, to, answer, signedBy }) => {
        const value = buildColleagueRequest({
          subjectId,
          kind: KNOWN_PERSON,
          from: me,
          to,
          ...(answer ? { answer, answeredOn: '2026-11-24' } : {}),
        } as never);
        const createdAt = `2026-11-24T${at}:00:00.000Z` as never;
        const rest = { kind: 'colleagueRequest', id: value.id, heads: [], sources: {} } as const;
        return { ...rest, value, createdAt, updatedAt: createdAt, updatedBy: signedBy };
      });
      const isLifted = ({ value, updatedBy }: (typeof requests)[number]) =>
        value.answer === 'lifted' && value.to === other && updatedBy === other;
      const latest = Math.max(...made.map(({ at }) => at));
      const last = requests.filter((_, nth) => made[nth]?.at === latest);
      const turned = requests
        .toSpliced(0, turn % requests.length)
        .concat(requests.slice(0, turn % requests.length));
      expect(closedTo(me, turned).has(subjectId)).toBe(!last.every(isLifted));
    }),
  );
});
