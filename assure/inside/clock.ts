/** Commits under a clock that leaps by years, and the resulting order. */
import { buildRecord, newRecord } from '../../packages/core/src/testing/fiction/builder.js';
import { newVault } from './vault.ts';

const YEAR_MS = 365.25 * 86_400_000;
/**
 * The leaps that an officer must be warned of: further ahead than a case is ever left, or further back than clocks are
 * corrected.
 */
const TOLD_MS = { ahead: 365 * 86_400_000, behind: 5 * 60_000 };
/** Leaps as near to these as this may be reported or not: saves take time. */
const DOUBT_MS = 60_000;

export interface Leapt {
  readonly commits: number;
  /** Number of steps at which the time went back. */
  readonly wentBack: number;
  /** Number of names in their original order, in the history and in the audit. */
  readonly historyInOrder: number;
  readonly auditInOrder: number;
  /** The current name. */
  readonly stands: string;
  readonly wanted: string;
  /** Leaps that an officer must be warned of, in either direction; those reported; and false warnings. */
  readonly leaps: number;
  readonly leapsTold: number;
  readonly toldForNothing: number;
  /** Other records, which are due for review at some time, and the number still there at the end. */
  readonly beside: number;
  readonly besideThere: number;
  readonly erasures: number;
  /** Control: number of names that would be in their original order if time decided. */
  readonly inOrderByTime: number;
}

/** One subject is renamed again and again; the vault is closed and opened on the way. */
export async function leapingClock(commits: number): Promise<Leapt> {
  const vault = await newVault();
  let ahead = 0;
  const now = (): Date => new Date(Date.now() + ahead);
  const notices = new Set<string>();
  const open = () => vault.open(now, (code) => notices.add(code));
  let session = await open();
  const id = crypto.randomUUID();
  const subject = buildRecord('subject', { id, name: 'Name 0' });
  await session.write(crypto.randomUUID(), (store) =>
    store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' }),
  );
  const referral = buildRecord('referral', { subjectId: subject.id, status: 'closed' });
  const closed = [
    newRecord('referral', referral),
    newRecord('intervention', buildRecord('intervention', { subjectId: subject.id })),
  ];
  await session.write(crypto.randomUUID(), (store) =>
    store.commit({ changes: closed, reason: 'case-work' }),
  );
  const tally = { leaps: 0, leapsTold: 0, toldForNothing: 0 };
  for (let number = 1; number < commits; number += 1) {
    const before = ahead;
    ahead = (Math.random() * 4 - 2) * YEAR_MS;
    notices.clear();
    if (number % 8 === 0) {
      await session.upkeep.tidy();
      await session.close();
      session = await open();
    }
    await session.write(crypto.randomUUID(), async (store) => {
      const held = await store.get('subject', subject.id);
      const set = { name: `Name ${number}` };
      await store.commit({
        changes: [{ kind: 'subject', record: subject.id, parents: held?.heads ?? [], set }],
        reason: 'case-work',
      });
    });
    const wanted = toldOf(ahead - before);
    const isTold = [...notices].some((code) => code.startsWith('clock-'));
    if (wanted === 'in doubt') continue;
    if (wanted !== undefined) tally.leaps += 1;
    if (wanted !== undefined && notices.has(wanted)) tally.leapsTold += 1;
    if (wanted === undefined && isTold) tally.toldForNothing += 1;
  }
  await session.close();
  session = await open();
  const history = await session.store.history(subject.id);
  const renames = (await session.store.batchesSince(0)).filter(({ revisions }) =>
    revisions.some((entry) => entry?.content.record === subject.id),
  );
  const moments = renames.map(({ header }) => Date.parse(header.at));
  const log = await session.store.audit();
  const audit = log.filter(({ records }) => records.includes(subject.id));
  const there = await Promise.all(
    closed.map(({ kind, record }) => session.store.get(kind, record)),
  );
  const stands = (await session.store.get('subject', subject.id))?.value.name ?? 'none';
  await session.close();
  const name = (revision: (typeof history)[number]): unknown =>
    'name' in revision.set ? revision.set.name : undefined;
  const inPlace = (names: readonly unknown[]): number =>
    names.filter((found, index) => found === `Name ${index}`).length;
  const byTime = history.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return {
    commits,
    wentBack: moments.filter((at, index) => index > 0 && at < (moments[index - 1] ?? 0)).length,
    historyInOrder: inPlace(history.map(name)),
    auditInOrder: audit.filter(({ at }, index) => Date.parse(at) === moments[index]).length,
    stands,
    wanted: `Name ${commits - 1}`,
    ...tally,
    beside: closed.length,
    besideThere: there.filter((record) => record !== undefined).length,
    erasures: log.filter(({ action }) => action === 'erasure').length,
    inOrderByTime: inPlace(byTime.map(name)),
  };
}

/** The warning required for a leap between two saves. */
function toldOf(leapMs: number): 'clock-ahead' | 'clock-behind' | 'in doubt' | undefined {
  if (Math.abs(leapMs - TOLD_MS.ahead) < DOUBT_MS || Math.abs(leapMs + TOLD_MS.behind) < DOUBT_MS)
    return 'in doubt';
  if (leapMs > TOLD_MS.ahead) return 'clock-ahead';
  return leapMs < -TOLD_MS.behind ? 'clock-behind' : undefined;
}
