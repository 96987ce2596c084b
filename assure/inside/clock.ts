/** Commits under a clock that leaps by years, and what order stands afterwards. */
import { buildRecord, newRecord } from '../../packages/core/src/testing/builder.js';
import { newVault } from './vault.ts';

const YEAR_MS = 365.25 * 86_400_000;

export interface Leapt {
  readonly commits: number;
  /** Steps at which the moment went back. */
  readonly wentBack: number;
  /** Names in the order of the history, and of the audit: those that are where they were made. */
  readonly historyInOrder: number;
  readonly auditInOrder: number;
  /** The name that stands. */
  readonly stands: string;
  readonly wanted: string;
  /** Control: names that would be where they were made if time decided. */
  readonly inOrderByTime: number;
}

/** One subject is renamed again and again; the vault is closed and opened on the way. */
export async function leapingClock(commits: number): Promise<Leapt> {
  const vault = await newVault();
  let ahead = 0;
  const now = (): Date => new Date(Date.now() + ahead);
  let session = await vault.open(now);
  const id = crypto.randomUUID();
  const subject = buildRecord('subject', { id, name: 'Name 0' });
  await session.write(crypto.randomUUID(), (store) =>
    store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' }),
  );
  for (let number = 1; number < commits; number += 1) {
    ahead = (Math.random() * 4 - 2) * YEAR_MS;
    if (number % 8 === 0) {
      await session.upkeep.tidy();
      await session.close();
      session = await vault.open(now);
    }
    await session.write(crypto.randomUUID(), async (store) => {
      const held = await store.get('subject', subject.id);
      const set = { name: `Name ${number}` };
      await store.commit({
        changes: [{ kind: 'subject', record: subject.id, parents: held?.heads ?? [], set }],
        reason: 'case-work',
      });
    });
  }
  await session.close();
  session = await vault.open(now);
  const history = await session.store.history(subject.id);
  const moments = (await session.store.batchesSince(0)).map(({ header }) => Date.parse(header.at));
  const audit = await session.store.audit();
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
    inOrderByTime: inPlace(byTime.map(name)),
  };
}
