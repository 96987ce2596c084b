/** Blobs that a record names with the digest of other bytes: they spoil no file, and lose no copy that another names. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildId,
  buildSnapshot,
  buildSourceCapture,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost } from '../../testing/host.js';
import { officerWithKey, verifyByKey } from '../../testing/store/signed-chain.js';
import { backupBody, readBackup } from '../backup.js';
import { composeBatch } from '../log/compose.js';
import { lineOf } from '../log/envelope.js';
import { type Batch, revisionsOf } from '../log/revision.js';
import { blobsOfBatch } from './carried-blobs.js';
import { exchangeBody, readExchange } from './exchange.js';
import { refuseMisnamed } from './misnamed.js';

const host = testHost();
const { digest } = host;
const { signer, key } = officerWithKey('0ff1ce00');
const { team, device, officer } = signer;
const madeAt = host.clock.now();

interface Naming {
  readonly letter: string;
  readonly isRight: boolean;
}
const textOf = (name: string) => `page ${name[0]}`;
const blobText = async (name: string) => textOf(name);

async function snapshotOf({ letter, isRight }: Naming) {
  const { salt, ...rest } = buildSnapshot(letter);
  const text = isRight ? textOf(letter) : 'another page';
  return { ...rest, salt, digest: await digest(`${salt}\n${text}`) };
}

/** A batch for each list of namings, with all of them in one capture. */
async function batchesOf(saves: readonly (readonly Naming[])[]): Promise<readonly Batch[]> {
  const batches: Batch[] = [];
  for (const namings of saves) {
    const snapshots = await Promise.all(namings.map(snapshotOf));
    const changes = [newRecord('sourceCapture', buildSourceCapture({ snapshots }))];
    const place = { signer, host, at: madeAt, seq: batches.length + 1, prev: '0'.repeat(64) };
    batches.push(await composeBatch({ changes, reason: 'case-work' }, place));
  }
  return batches;
}

const saysOf = (batches: readonly Batch[]) => ({
  team,
  device,
  officer,
  madeAt,
  end: { seq: batches.length, head: '0'.repeat(64) },
  disposed: [],
  keys: [],
});

/** The file as an earlier release made it: a line under the first naming of each blob, with its proof or without. */
async function* earlierBackup(batches: readonly Batch[], version: 2 | 3): AsyncGenerator<string> {
  yield lineOf({ format: 'cyber-prevent-backup', version, ...saysOf(batches) });
  const sent = new Set<string>();
  for (const batch of batches) {
    for (const named of blobsOfBatch(batch)) {
      const { blob } = named;
      if (sent.has(blob)) continue;
      sent.add(blob);
      yield lineOf({ ...(version === 3 ? named : { blob }), text: textOf(blob) });
    }
    yield lineOf(batch);
  }
}

/** Reads the file, whose every blob is what its name says. */
async function readAll(file: AsyncIterable<string>, isLeft: boolean) {
  const [taken, left] = [[] as string[], [] as string[]];
  const take = async (name: string, text: string) => {
    expect(text).toBe(textOf(name));
    taken.push(name.slice(0, 1));
  };
  const leave = (name: string) => void left.push(name.slice(0, 1));
  const { batches } = await readBackup(file, { digest, take, ...(isLeft ? { leave } : {}) });
  let count = 0;
  for await (const _ of batches) count += 1;
  return { taken: taken.toSorted(), left: left.toSorted(), count };
}

const lettersOf = (saves: readonly (readonly Naming[])[], isRight?: boolean) =>
  [
    ...new Set(
      saves
        .flat()
        .filter((each) => isRight === undefined || each.isRight === isRight)
        .map(({ letter }) => letter),
    ),
  ].toSorted();

const saves = fc.array(
  fc.array(fc.record({ letter: fc.constantFrom('A', 'B', 'C'), isRight: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 5 },
);

describe('blobs that are named rightly, wrongly or both', () => {
  it('leave in a backup once, where they are named rightly, and spoil it nowhere', async () => {
    await fc.assert(
      fc.asyncProperty(saves, async (all) => {
        const batches = await batchesOf(all);
        const body = backupBody(saysOf(batches), batches, { blobText, digest });
        expect(await readAll(body, false)).toEqual({
          taken: lettersOf(all, true),
          left: [],
          count: batches.length,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('leave in an exchange file once, where they are named rightly, and spoil it nowhere', async () => {
    const { signingKey } = key;
    const from = {
      version: 1 as const,
      officer,
      name: 'Ines Marlow',
      number: '4417',
      force: 'north-test',
      role: 'Cyber Prevent officer',
      signingKey,
      exchangeKey: signingKey,
    };
    const says = { id: buildId(), team, purpose: 'share' as const, madeAt, from, keys: [] };
    const to = { to: buildId(), toKey: signingKey, subject: buildId() };
    await fc.assert(
      fc.asyncProperty(saves, async (all) => {
        const batches = await batchesOf(all);
        const body = exchangeBody({ ...says, ...to } as never, batches, {
          signer,
          digest,
          blobText,
        });
        const taken: string[] = [];
        const take = async (name: string) => void taken.push(name.slice(0, 1));
        expect((await readExchange(body, { digest, verify: verifyByKey, take })).batches).toEqual(
          batches,
        );
        expect(taken.toSorted()).toEqual(lettersOf(all, true));
      }),
      { numRuns: 40 },
    );
  });

  it('come back from a backup of an earlier release, and those that none names rightly are left out and said', async () => {
    await fc.assert(
      fc.asyncProperty(saves, fc.constantFrom(2, 3), async (all, version) => {
        const batches = await batchesOf(all);
        const right = lettersOf(all, true);
        expect(await readAll(earlierBackup(batches, version), true)).toEqual({
          taken: right,
          left: lettersOf(all).filter((letter) => !right.includes(letter)),
          count: batches.length,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('are refused from elsewhere if the bytes are here and any is named wrongly', async () => {
    const check = async (...namings: readonly Naming[]) =>
      refuseMisnamed((await batchesOf([namings])).flatMap(revisionsOf), {
        blobText: async (name) => (name.startsWith('Z') ? undefined : textOf(name)),
        digest,
      });
    const right = { letter: 'A', isRight: true };
    await check(right, { letter: 'B', isRight: true }, { letter: 'Z', isRight: false });
    for (const letter of ['A', 'B'])
      await expect(check(right, { letter, isRight: false })).rejects.toMatchObject({
        code: 'CP_STORE_NOT_RECEIVED',
        cause: [{ code: 'receive-misnamed' }],
      });
  });
});
