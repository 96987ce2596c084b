/**
 * The clues that disposal leaves for an attacker who guesses, and the disposals it refuses, over a vault without a
 * browser.
 */

import { verifyChain } from '../../packages/core/src/index.js';
import { commitmentOf } from '../../packages/core/src/store/log/compose.js';
import { endCase } from '../../packages/core/src/testing/case-ending.js';
import { buildRecord, newRecord } from '../../packages/core/src/testing/fiction/builder.js';
import { browserHost } from '../../packages/extension/src/keeper/host.js';
import { verifier } from '../../packages/extension/src/vault/identity.js';
import { commitSubjects, newVault } from './vault.ts';

const today = () => browserHost().clock.today();

export interface Guessed {
  /** Number of commitments of the disposed content that its own salt confirms, before: the control. */
  readonly confirmedBefore: number;
  /** The same for every remaining salt and digest, after. */
  readonly confirmedAfter: number;
  readonly saltsLeft: number;
}

/** The right content is known already and needs only to be confirmed. */
export async function guess(): Promise<Guessed> {
  const { digest } = browserHost();
  const vault = await newVault();
  const session = await vault.open();
  await commitSubjects(session, ['Kept One', 'Kept Two']);
  const [doomed] = await commitSubjects(session, ['Disposed Of']);
  await commitSubjects(session, ['Kept Three']);
  if (doomed === undefined) throw new Error('Nothing was kept');
  const before = await session.store.batchesSince(0);
  const known = before.flatMap(({ revisions }) =>
    revisions.flatMap((entry) => (entry?.content.record === doomed ? [entry] : [])),
  );
  const confirmed = async (salts: readonly string[]): Promise<number> => {
    const commitments = new Set(
      (await session.store.batchesSince(0)).flatMap(({ header }) => header.commitments),
    );
    let count = 0;
    for (const { content } of known)
      for (const salt of salts)
        if (commitments.has(await commitmentOf({ salt, content }, digest))) count += 1;
    return count;
  };
  const confirmedBefore = await confirmed(known.map(({ salt }) => salt));
  const ended = await session.write(undefined, (store) => endCase(store, doomed, today()));
  await session.write(undefined, (store) => store.dispose(ended, 'retention'));
  const left = JSON.stringify([await session.store.batchesSince(0), await session.store.audit()]);
  // Any possible salt: whole runs of hexadecimal, and each part of one that is as long as a salt.
  const runs = new Set(left.match(/[0-9a-f]{32,}/g) ?? []);
  const salts = new Set<string>(['', ...runs]);
  for (const run of runs)
    for (let at = 0; at + 32 <= run.length; at += 1) salts.add(run.slice(at, at + 32));
  const confirmedAfter = await confirmed([...salts]);
  await session.close();
  return { confirmedBefore, confirmedAfter, saltsLeft: salts.size };
}

/** Disposes of records in random order, and proves the chain after each. */
export async function chainAfterDisposals(
  count: number,
): Promise<{ disposals: number; whole: number }> {
  const { digest } = browserHost();
  const vault = await newVault();
  const { identity } = vault.keys;
  const session = await vault.open();
  const ids = await commitSubjects(
    session,
    Array.from({ length: count }, (_, index) => `Subject ${index}`),
  );
  const tally = { disposals: 0, whole: 0 };
  while (ids.length > 0) {
    const [id] = ids.splice(Math.floor(Math.random() * ids.length), 1);
    if (id === undefined) break;
    const ended = await session.write(undefined, (store) => endCase(store, id, today()));
    await session.write(undefined, (store) => store.dispose(ended, 'retention'));
    const chain = await verifyChain(await session.store.batchesSince(0), {
      digest,
      verify: verifier({ [identity.officer.id]: identity.signingKey }),
    });
    tally.disposals += 1;
    if (chain.ok) tally.whole += 1;
  }
  await session.close();
  return tally;
}

/** The message to an officer who disposes of a record under a hold. */
export async function heldWords(): Promise<string> {
  const session = await (await newVault()).open();
  const [id] = await commitSubjects(session, ['Under A Hold']);
  if (id === undefined) throw new Error('Nothing was kept');
  const hold = buildRecord('hold', { id: crypto.randomUUID(), subjectId: id });
  await session.write(undefined, (store) =>
    store.commit({ changes: [newRecord('hold', hold)], reason: 'case-work' }),
  );
  const words = await session
    .write(undefined, (store) => store.dispose([id], 'retention'))
    .then(
      () => 'it was disposed of',
      (error: Error) => error.message,
    );
  const isThere = (await session.store.get('subject', id)) !== undefined;
  await session.close();
  return isThere ? words : 'it is gone';
}
