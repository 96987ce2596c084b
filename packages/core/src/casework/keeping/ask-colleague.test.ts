/** Requests between two officers, each with their own vault and key. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { gatherCase } from '../../desk/case/gather.js';
import { diary } from '../../desk/diary/diary.js';
import type { PlainDate } from '../../shared/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildDecision, buildId, buildPromise, newRecord } from '../../testing/fiction/builder.js';
import {
  codesOf,
  found,
  handOver,
  kept,
  type Officer,
  officers,
  value,
} from '../../testing/officers-under-test.js';
import { caseHolder, requestStanding } from '../act/case-state.js';
import { workingCalendar } from '../rules/calendar.js';
import { answerRequest, askColleague, takeRequestBack } from './ask-colleague.js';

const lists = gatherCodeLists();

async function pair() {
  const { all, verify, subjectId } = await officers(2);
  const [a, b] = [found(all[0]), found(all[1])];
  const give = (from: Officer, to: Officer) => handOver(from, to, subjectId, verify);
  const gathered = (at: Officer) => gatherCase(at.store, subjectId, 'case-work');
  const ask = async (kind: string, more: object = {}) => {
    const subject = await a.store.get('subject', subjectId);
    const input = { kind, to: b.officer, toName: 'DS Ines Marlow' as never, ...more };
    const officer = { id: a.officer, name: 'DC Imre Sandoval' };
    const records = await gathered(a);
    return askColleague(input, { lists, host: a.host, subject, records, officer });
  };
  const request = async (at: Officer): Promise<StoredRecord<'colleagueRequest'>> =>
    found((await at.store.query('colleagueRequest'))[0]);
  const acts = async (at: Officer) =>
    diary(await gathered(at), {
      today: at.host.clock.today(),
      calendar: workingCalendar(),
      lists,
      officer: at.officer,
    }).entries.map(({ act }) => act);
  return { a, b, give, ask, request, acts, subjectId };
}

describe('a handover', () => {
  it('is offered until the colleague accepts it with their own key; then what is due is theirs', async () => {
    const { a, b, give, ask, request, acts, subjectId } = await pair();
    const promise = buildPromise({ subjectId, madeOn: '2026-11-20', dueOn: '2026-12-01' });
    await a.store.commit({ changes: [newRecord('promise', promise)], reason: 'case-work' });
    await kept(a.store, await ask('handover'));
    expect(await acts(a)).toEqual(['keep-promise', 'chase-request']);
    await give(a, b);
    expect(await acts(b)).toEqual(['keep-promise', 'answer-request']);
    await kept(b.store, answerRequest(await request(b), { answer: 'accepted' }, b));
    expect(await acts(b)).toEqual(['keep-promise']);
    expect(requestStanding(await request(a))).toBe('waiting');
    await give(b, a);
    expect(requestStanding(await request(a))).toBe('answered');
    expect(caseHolder([await request(a)])).toBe(b.officer);
    expect(await acts(a)).toEqual([]);
    expect(codesOf(await ask('handover'))).toEqual(['case-not-held']);
  });

  it('stays with who offered it when the colleague says no, which asks for a reason', async () => {
    const { a, b, give, ask, request, acts } = await pair();
    await kept(a.store, await ask('handover'));
    expect(codesOf(await ask('handover'))).toEqual(['case-offered']);
    await give(a, b);
    const no = { answer: 'declined' } as const;
    expect(codesOf(answerRequest(await request(b), no, b))).toEqual(['missing']);
    const why = { ...no, answerReason: 'Not in my area.' as never };
    await kept(b.store, answerRequest(await request(b), why, b));
    await give(b, a);
    expect(caseHolder([await request(a)])).toBeUndefined();
    expect(await acts(a)).toEqual([]);
    expect(value(await ask('handover')).id).toBeTruthy();
  });
});

describe('a supervisor', () => {
  const decided = async (more: object) => {
    const under = await pair();
    const { a, subjectId } = under;
    const decision = buildDecision({ subjectId, decidedOn: '2026-11-20', ...more });
    await a.store.commit({ changes: [newRecord('decision', decision)], reason: 'case-work' });
    return { ...under, decision };
  };

  it.each([
    ['review-refusal', { referralId: buildId(), outcome: 'decline' }],
    ['review-closure', { outcome: 'close', closureReason: 'no-further-concern' }],
  ])(
    'is told which decision a %s is about, and what is decided later does not change it',
    async (kind, more) => {
      const { a, ask, request, decision, subjectId } = await decided(more);
      await kept(a.store, await ask(kind));
      const later = buildDecision({ subjectId, ...more, decidedOn: '2026-11-23' });
      await a.store.commit({ changes: [newRecord('decision', later)], reason: 'case-work' });
      expect((await request(a)).value.about).toBe(decision.id);
    },
  );

  it('is asked to confirm no level where none is proposed', async () => {
    const { ask, subjectId } = await pair();
    expect(codesOf(await ask('second-officer'))).toEqual(['nothing-to-review']);
    expect(codesOf(await ask('second-officer', { about: subjectId }))).toEqual([
      'nothing-to-review',
    ]);
  });

  it('is asked to review nothing that was not decided', async () => {
    const { ask } = await decided({ referralId: buildId(), outcome: 'accept' });
    expect(codesOf(await ask('review-refusal'))).toEqual(['nothing-to-review']);
    expect(codesOf(await ask('review-closure'))).toEqual(['nothing-to-review']);
  });
});

describe('an answer', () => {
  it('is of nobody but who was asked, once, and never changes', async () => {
    const { a, b, give, ask, request } = await pair();
    await kept(a.store, await ask('review-overdue'));
    const yes = { answer: 'agreed' } as const;
    expect(codesOf(answerRequest(await request(a), yes, a))).toEqual(['request-of-another']);
    await give(a, b);
    expect(codesOf(answerRequest(await request(b), { answer: 'accepted' }, b))).toEqual([
      'missing',
    ]);
    await kept(b.store, answerRequest(await request(b), yes, b));
    expect(codesOf(answerRequest(await request(b), yes, b))).toEqual(['request-answered']);
    expect(codesOf(takeRequestBack(await request(b), b))).toEqual(['request-answered']);
    const { id, heads } = await request(b);
    const change = { kind: 'colleagueRequest', record: id, parents: heads } as const;
    await expect(
      b.store.commit({ changes: [{ ...change, set: { answer: 'not-agreed' } }], reason: 'undo' }),
    ).rejects.toThrow();
  });

  it('that somebody else wrote is not confirmed', async () => {
    const { a, ask, request, acts } = await pair();
    await kept(a.store, await ask('review-overdue'));
    const { id, heads } = await request(a);
    const set = { answer: 'agreed', answeredOn: '2026-11-24' as PlainDate };
    await a.store.commit({
      changes: [{ kind: 'colleagueRequest', record: id, parents: heads, set }],
      reason: 'case-work',
    });
    expect(requestStanding(await request(a))).toBe('not-confirmed');
    expect(await acts(a)).toEqual(['chase-request']);
  });
});

it('is asked of another officer, about a subject that is held', async () => {
  const { a, ask, request, subjectId } = await pair();
  expect(codesOf(await ask('handover', { to: a.officer }))).toEqual(['second-officer-needed']);
  const context = { lists, host: a.host, records: [], officer: { id: a.officer, name: 'Imre' } };
  expect(codesOf(askColleague({ kind: 'handover' }, { ...context, subject: undefined }))).toEqual([
    'subject-unknown',
  ]);
  await kept(a.store, await ask('review-overdue'));
  await kept(a.store, takeRequestBack(await request(a), a));
  expect(await a.store.query('colleagueRequest', { subjectId })).toEqual([]);
});
