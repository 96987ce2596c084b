/**
 * The obstacles that a screen names before it closes, refuses or destroys: each is tried at the keeper by a page that
 * asks nothing first, and one way past it shows that nothing else refused the save.
 */
import type { Change, PlainDate, RecordId, RecordKind } from '@cyber-prevent/core';
import {
  buildDecision,
  buildHold,
  buildId,
  buildIdentification,
  buildIntervention,
  buildPromise,
  buildRecord,
  buildReferral,
  buildRefusal,
  buildSafeguardingConcern,
  buildStopCard,
  buildSubject,
  endCase,
  newRecord,
} from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, newBench, setUp } from '../testing/keeper-under-test.js';
import type { KeeperConnection } from './client/client.js';
import { browserHost } from './host.js';

const today = browserHost().clock.today();
const LONG_AGO = '2020-03-02' as PlainDate;
// Within the horizon of what may be set ahead, whatever the day is.
const YEAR = new Date().getFullYear();
const LATER = `${YEAR + 4}-03-02` as PlainDate;

let bench: Bench;
beforeEach(() => {
  bench = newBench();
});
afterEach(() => bench.clear());

async function opened() {
  const recoveryKey = await setUp(bench.computer);
  await bench.keeper();
  const page = bench.page();
  await page.vault.unlock('practice', { recoveryKey });
  const subject = buildSubject();
  const keep = (...changes: readonly Change[]) =>
    page.store.commit({ changes, reason: 'case-work' });
  await keep(newRecord('subject', subject));
  return { store: page.store, keep, about: { subjectId: subject.id } };
}
type Opened = Awaited<ReturnType<typeof opened>>;
type About = Opened['about'];

async function setting(
  store: KeeperConnection['store'],
  kind: RecordKind,
  record: RecordId,
  set: object,
): Promise<Change> {
  const parents = (await store.get(kind, record))?.heads ?? [];
  return { kind, record, parents, set } as Change;
}

const saying = (code: string, at?: string) => ({
  cause: expect.arrayContaining([
    expect.objectContaining(at === undefined ? { code } : { code, at }),
  ]),
});
const CLOSES = { outcome: 'close', closureReason: 'completed', decidedOn: today } as const;
const closing = (about: About, over: object = {}) =>
  newRecord('decision', buildDecision({ ...about, ...CLOSES, ...over }));

describe('a case is not closed', () => {
  const referral = (about: About) => buildReferral({ ...about, receivedOn: LONG_AGO });
  it.each<readonly [string, string, (about: About) => readonly Change[], object]>([
    [
      'while a referral is not decided',
      'case-undecided',
      (about) => [newRecord('referral', referral(about))],
      {},
    ],
    [
      'while a referral waits for what was asked',
      'case-undecided',
      (about) => {
        const waits = referral(about);
        const asks = { ...about, referralId: waits.id, outcome: 'more-information' };
        return [newRecord('referral', waits), newRecord('decision', buildDecision(asks))];
      },
      {},
    ],
    [
      'while somebody identified is not decided on',
      'case-undecided',
      (about) => [newRecord('identification', buildIdentification(about))],
      {},
    ],
    [
      'over a concern that nobody was told about',
      'concern-stands',
      (about) => [
        newRecord('safeguardingConcern', buildSafeguardingConcern({ ...about, told: [] })),
      ],
      {},
    ],
    [
      'over a concern that is open',
      'concern-stands',
      (about) => [newRecord('safeguardingConcern', buildSafeguardingConcern(about))],
      {},
    ],
    ['a second time', 'case-closed', (about) => [closing(about)], {}],
    ['without its reason', 'missing', () => [], { closureReason: undefined }],
    [
      'before the last contact',
      'date-out-of-order',
      (about) => [newRecord('intervention', buildIntervention({ ...about, heldOn: today }))],
      { decidedOn: LONG_AGO },
    ],
    ['on a day to come', 'date-in-future', () => [], { decidedOn: LATER }],
  ])('%s', async (_, code, held, over) => {
    const { store, keep, about } = await opened();
    const before = held(about);
    if (before.length > 0) await keep(...before);
    const decisions = await store.query('decision');
    await expect(keep(closing(about, over))).rejects.toMatchObject(saying(code));
    expect(await store.query('decision')).toEqual(decisions);
  });

  it('or else it is: with its reason, once everything is decided', async () => {
    const { store, keep, about } = await opened();
    const decided = buildReferral({ ...about, receivedOn: LONG_AGO, status: 'declined' });
    await keep(newRecord('referral', decided));
    await keep(closing(about));
    expect(await store.query('decision')).toHaveLength(1);
  });
});

describe('a concern is not closed', () => {
  const ENDS = { closedOn: today, closedWhy: 'A plan is in place.' };
  it.each<readonly [string, object, object, string]>([
    ['before anybody was told', { told: [] }, ENDS, 'closedOn'],
    ['without an acknowledgement', { told: ['mash'] }, ENDS, 'closedOn'],
    ['without a reason', { told: [] }, { closedOn: today }, 'closedWhy'],
    ['before it was raised', { told: ['lado'] }, { ...ENDS, closedOn: LONG_AGO }, 'closedOn'],
  ])('%s, by a change or from the start', async (_, over, set, at) => {
    const { store, keep, about } = await opened();
    const concern = buildSafeguardingConcern({ ...about, ...over });
    await keep(newRecord('safeguardingConcern', concern));
    const change = await setting(store, 'safeguardingConcern', concern.id, set);
    const whole = newRecord('safeguardingConcern', { ...concern, id: buildId(), ...set });
    for (const each of [change, whole])
      await expect(keep(each)).rejects.toMatchObject({
        cause: expect.arrayContaining([expect.objectContaining({ at })]),
      });
    expect(await store.query('safeguardingConcern')).toMatchObject([{ id: concern.id }]);
  });
});

describe('a refusal is not kept', () => {
  const because = { keptBecause: 'A claim is expected.' };
  it.each<readonly [string, object, object, string]>([
    ['without a reason', { reasonCodes: [], handling: 'dispose' }, {}, 'reasonCodes'],
    ['to a day that nobody named', { handling: 'keep' }, because, 'keepUntil'],
    ['to a day gone by', { handling: 'keep', keepUntil: LONG_AGO }, because, 'keepUntil'],
    ['to a day without why', { handling: 'keep', keepUntil: LATER }, {}, 'keptBecause'],
  ])('%s', async (_, over, said, at) => {
    const { store, keep, about } = await opened();
    const referral = buildReferral({ ...about, receivedOn: LONG_AGO });
    await keep(newRecord('referral', referral));
    const on = { ...about, referralId: referral.id, outcome: 'decline' };
    const refuses = { reasonCodes: ['unwilling'], referralId: referral.id, keepUntil: undefined };
    await expect(
      keep(
        newRecord('decision', buildDecision({ ...on, ...said })),
        newRecord('refusal', buildRefusal({ ...refuses, ...over })),
      ),
    ).rejects.toMatchObject(saying('missing' in said ? 'missing' : expect.any(String), at));
    expect(await store.query('refusal')).toEqual([]);
  });

  it('or moved to a later day without why, and is brought forward without one', async () => {
    const { store, keep, about } = await opened();
    const referral = buildReferral({ ...about, receivedOn: LONG_AGO });
    const on = { ...about, referralId: referral.id, outcome: 'decline', ...because };
    const refusal = buildRefusal({
      referralId: referral.id,
      handling: 'keep',
      keepUntil: `${YEAR + 3}-01-01`,
      reasonCodes: ['unwilling'],
    });
    await keep(
      newRecord('referral', referral),
      newRecord('decision', buildDecision(on)),
      newRecord('refusal', refusal),
    );
    const moves = (keepUntil: string) => setting(store, 'refusal', refusal.id, { keepUntil });
    await expect(keep(await moves(LATER))).rejects.toMatchObject(saying('missing', 'keptBecause'));
    await keep(await moves(`${YEAR + 2}-01-01`));
  });
});

/** Obstacles to every destruction, as they are recorded after everything else was settled. */
const IN_THE_WAY: readonly (readonly [string, string, (about: About) => Change])[] = [
  [
    'a safeguarding concern is open',
    'concern-stands',
    (about) => newRecord('safeguardingConcern', buildSafeguardingConcern(about)),
  ],
  ['a promise is open', 'promise-open', (about) => newRecord('promise', buildPromise(about))],
  [
    'an admission has no crime reference',
    'crime-open',
    (about) =>
      newRecord(
        'stopCard',
        buildStopCard({ ...about, crimeRecorded: 'recorded', crimeReference: undefined }),
      ),
  ],
  [
    'somebody is to be told about a correction',
    'notice-open',
    (about) => newRecord('correctionNotice', buildRecord('correctionNotice', about)),
  ],
];
/** The same, of a whole case alone. */
const IN_THE_WAY_OF_CASE: typeof IN_THE_WAY = [
  ...IN_THE_WAY,
  [
    'a colleague was asked and has not answered',
    'request-open',
    (about) => newRecord('colleagueRequest', buildRecord('colleagueRequest', about)),
  ],
];

describe('a case is not destroyed', () => {
  const ending = async () => {
    const world = await opened();
    const ids = await endCase(world.store, world.about.subjectId, today);
    return { ...world, ids, dispose: (...more: readonly RecordId[]) => gone(world, ids, more) };
  };

  it.each(IN_THE_WAY_OF_CASE)('while %s', async (_, code, obstacle) => {
    const { store, keep, about, dispose } = await ending();
    const change = obstacle(about);
    await keep(change);
    await expect(dispose(change.record)).rejects.toMatchObject({
      code: 'CP_STORE_NOT_DISPOSABLE',
      ...saying(code),
    });
    expect(await store.query('subject')).toHaveLength(1);
  });

  it('while a hold is in place', async () => {
    const { store, keep, about, dispose } = await ending();
    const hold = buildHold(about);
    await keep(newRecord('hold', hold));
    await expect(dispose(hold.id)).rejects.toMatchObject({ code: 'CP_STORE_HELD' });
    expect(await store.query('subject')).toHaveLength(1);
  });

  it('once something came since it was reviewed', async () => {
    const { keep, about, dispose } = await ending();
    const again = buildReferral({ ...about, receivedOn: today, status: 'declined' });
    await keep(newRecord('referral', again));
    await expect(dispose(again.id)).rejects.toMatchObject(saying('retention-review-again'));
  });

  it('or else it is: closed, reviewed and with nothing open', async () => {
    const { store, dispose } = await ending();
    await dispose();
    expect(await store.query('subject')).toEqual([]);
  });
});

describe('a refused referral is not destroyed', () => {
  const refused = async (said: object = {}, over: object = {}) => {
    const world = await opened();
    const referral = buildReferral({
      ...world.about,
      receivedOn: LONG_AGO,
      suspectedOffences: [],
      ...over,
    });
    const on = { ...world.about, referralId: referral.id };
    const declines = buildDecision({ ...on, outcome: 'decline', ...said });
    const refusal = buildRefusal({
      referralId: referral.id,
      handling: 'dispose',
      reasonCodes: ['unwilling'],
    });
    await world.keep(
      newRecord('referral', referral),
      newRecord('decision', declines),
      newRecord('refusal', refusal),
    );
    const ids = [world.about.subjectId, referral.id, declines.id];
    return { ...world, dispose: (...more: readonly RecordId[]) => gone(world, ids, more) };
  };

  it.each([
    ...IN_THE_WAY,
    [
      'the case is offered to a colleague',
      'handover-open',
      (about: About) =>
        newRecord(
          'colleagueRequest',
          buildRecord('colleagueRequest', { ...about, kind: 'handover', answer: undefined }),
        ),
    ] as const,
  ])('while %s', async (_, code, obstacle) => {
    const { store, keep, about, dispose } = await refused();
    const change = obstacle(about);
    await keep(change);
    await expect(dispose(change.record)).rejects.toMatchObject(saying(code));
    expect(await store.query('subject')).toHaveLength(1);
  });

  const OFFENCES = { suspectedOffences: ['Unauthorised access to computer material'] };
  it.each<readonly [string, string, object, object]>([
    ['its hand-over is not acknowledged', 'handover-open', { passedTo: 'Eastshire panel' }, {}],
    ['a crime that it discloses is not accounted for', 'crime-open', {}, OFFENCES],
    ['the crime has no reference', 'missing', { crimeRecorded: 'recorded' }, OFFENCES],
  ])('while %s', async (_, code, said, over) => {
    const { store, dispose } = await refused(said, over);
    await expect(dispose()).rejects.toMatchObject(saying(code));
    expect(await store.query('subject')).toHaveLength(1);
  });

  it('or else it is: with nothing left to anybody', async () => {
    const { store, dispose } = await refused();
    await dispose();
    expect(await store.query('subject')).toEqual([]);
  });
});

function gone(
  { store }: Pick<Opened, 'store'>,
  ids: readonly RecordId[],
  more: readonly RecordId[],
) {
  return store.dispose([...ids, ...more], 'retention');
}
