import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { StoredSnapshot } from '../../record/stored-snapshot.js';
import { BlobName, type RecordId } from '../../shared/primitives.js';
import {
  buildId,
  buildSnapshot,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { officerWithKey, verifyByKey } from '../../testing/store/signed-chain.js';
import { type BackupPart, backupBody, provedBackup, readBackup } from '../backup.js';
import { LARGEST_BLOB } from '../blob-store.js';
import { createMemoryStore } from '../memory-log.js';
import type { TakeBlob } from '../receive/carried-blobs.js';
import { type ExchangeSays, exchangeBody, readExchange } from '../receive/exchange.js';
import { batchesAbout } from '../receive/received.js';
import type { Batch } from './revision.js';

const { digest } = testHost();

async function textOf(body: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of body) text += piece;
  return text;
}

/** The text in pieces of this many letters. */
async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
}

async function keptBackup() {
  const signer = testSigner();
  const host = testHost();
  const store = await createMemoryStore({ signer, host });
  const subjects = [buildSubject(), buildSubject()];
  for (const subject of subjects)
    await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  const [gone] = subjects.map(({ id }) => id);
  const { seq, head } = await store.dispose([gone as RecordId], 'retention');
  const batches = await store.batchesSince(0);
  const says = {
    team: signer.team,
    device: signer.device,
    officer: signer.officer,
    madeAt: host.clock.now(),
    end: { seq, head },
    disposed: [gone as RecordId],
    keys: [],
  };
  return { signer, says, batches, subjects, text: await textOf(backupBody(says, batches)) };
}

async function opened(text: string, verify = testSigner().verify) {
  const backup = await readBackup(inPieces(text, 1000));
  return provedBackup(backup, { digest, verify });
}

describe('a backup', () => {
  it('gives back what was put in, whatever pieces it comes in', async () => {
    const { says, batches, text } = await keptBackup();
    for (const size of [1, 7, 100_000]) {
      const { head, batches: read } = await readBackup(inPieces(text, size));
      expect(head).toMatchObject(says);
      const found: Batch[] = [];
      for await (const batch of read) found.push(batch);
      expect(found).toEqual(batches);
    }
  });

  it('is proved and counted', async () => {
    const { signer, subjects, text } = await keptBackup();
    expect(await opened(text, signer.verify)).toMatchObject({
      batches: 3,
      records: [subjects[1]?.id],
    });
    await expect(opened(text)).rejects.toMatchObject({ code: 'CP_STORE_CHAIN_BROKEN' });
  });

  it('is told from what is none, was cut, or comes from a newer release', async () => {
    const { signer, text } = await keptBackup();
    const read = (changed: string) => opened(changed, signer.verify);
    await expect(read('{"format":"shopping"}\n')).rejects.toThrow('not a file of that kind');
    await expect(read(text.replace('"version":4', '"version":5'))).rejects.toThrow('newer release');
    await expect(read(text.replace('"madeAt"', '"made"'))).rejects.toThrow('altered');
    for (const left of [0, 10, text.lastIndexOf('\n'), text.lastIndexOf('\n{') + 1])
      await expect(read(text.slice(0, left))).rejects.toThrow('ends too early');
    await expect(read(`${text}${text.split('\n')[1]}\n`)).rejects.toThrow('altered');
  });
});

describe('the parts of a backup', () => {
  const PARTS = [
    { part: 'packs', value: { held: [1] } },
    { part: 'pack-text', value: 'A text\nof two lines' },
  ];
  const readParts = async (text: string) => {
    const parts: BackupPart[] = [];
    const { batches } = await readBackup(inPieces(text, 100), undefined, (part) => {
      parts.push(part);
    });
    let read = 0;
    for await (const _ of batches) {
      expect(parts).toEqual([]);
      read += 1;
    }
    return { read, parts };
  };

  it('come back once every batch was given, and none where there are none', async () => {
    const { says, batches, text } = await keptBackup();
    const file = await textOf(backupBody(says, batches, undefined, PARTS));
    expect(await readParts(file)).toEqual({ read: 3, parts: PARTS });
    expect(await readParts(text)).toEqual({ read: 3, parts: [] });
    // As earlier releases made it.
    const earlier = text.replace('"parts":0,', '').replace('"version":4', '"version":3');
    expect(await readParts(earlier)).toEqual({ read: 3, parts: [] });
  });

  it('are refused when one is missing, there is one more, or one has no name', async () => {
    const { says, batches } = await keptBackup();
    const file = await textOf(backupBody(says, batches, undefined, PARTS));
    const last = file.lastIndexOf('\n{') + 1;
    await expect(readParts(file.slice(0, last))).rejects.toThrow('ends too early');
    await expect(readParts(file + file.slice(last))).rejects.toThrow('altered');
    await expect(readParts(file.replace('"part":"packs"', '"name":"x"'))).rejects.toThrow(
      'altered',
    );
  });
});

async function keptExchange(overrides: Partial<ExchangeSays> = {}) {
  const host = testHost();
  const { signer, key } = officerWithKey('0ff1ce00');
  const store = await createMemoryStore({ signer, host });
  const [shared, kept] = [buildSubject(), buildSubject({ name: 'Quillon Ashgrove' })];
  await store.commit({
    changes: [newRecord('subject', shared), newRecord('subject', kept)],
    reason: 'case-work',
  });
  const batches = batchesAbout(await store.batchesSince(0), new Set([shared.id]));
  const says: ExchangeSays = {
    id: buildId(),
    team: signer.team,
    purpose: 'share',
    madeAt: host.clock.now(),
    from: {
      version: 1,
      officer: signer.officer,
      name: 'Ines Marlow',
      number: '4417',
      force: 'north-test',
      role: 'Cyber Prevent officer',
      signingKey: key.signingKey,
      exchangeKey: key.signingKey,
    },
    to: buildId(),
    toKey: key.signingKey,
    subject: shared.id,
    keys: [],
    ...overrides,
  };
  const text = await textOf(exchangeBody(says, batches, { signer, digest }));
  return { says, batches, text };
}

const readText = (text: string, take?: TakeBlob) =>
  readExchange(inPieces(text, 500), { digest, verify: verifyByKey, ...(take ? { take } : {}) });

describe('an exchange file', () => {
  it('gives back what was put in, and nothing of another subject', async () => {
    const { says, batches, text } = await keptExchange();
    const read = await readText(text);
    expect(read.head).toMatchObject(says);
    expect(read.batches).toEqual(batches);
    expect(text).not.toContain('Ashgrove');
  });

  it('may be about several subjects', async () => {
    const others = [buildId()];
    const { text } = await keptExchange({ others });
    expect((await readText(text)).head.others).toEqual(others);
  });

  it('is refused in a sentence when a newer release made it, or an older one that bound no recipient’s key', async () => {
    const { text } = await keptExchange();
    const from = (version: number) => text.replace('"version":4', `"version":${version}`);
    await expect(readText(from(5))).rejects.toThrow('newer release');
    for (const version of [1, 2, 3])
      await expect(readText(from(version))).rejects.toThrow('older release of the toolkit');
  });

  it('names the request that it answers, and only an answer does', async () => {
    const answers = buildId();
    const { text } = await keptExchange({ purpose: 'answer', answers });
    expect((await readText(text)).head.answers).toBe(answers);
    for (const wrong of [{ purpose: 'answer' }, { answers }] as const)
      await expect(readText((await keptExchange(wrong)).text)).rejects.toThrow('altered');
  });

  it('is refused with any letter altered', async () => {
    const { text } = await keptExchange();
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: text.length - 2 }), async (at) => {
        const letter = text[at] === 'a' ? 'b' : 'a';
        await expect(
          readText(text.slice(0, at) + letter + text.slice(at + 1)),
        ).rejects.toMatchObject({ code: 'CP_ENVELOPE_UNREADABLE' });
      }),
      { numRuns: 200 },
    );
  });

  it('is refused when it was cut, or more was added', async () => {
    const { text } = await keptExchange();
    const lines = text.split('\n');
    await expect(readText(`${lines[0]}\n${lines[1]}\n`)).rejects.toThrow('ends too early');
    await expect(readText(`${text}{}\n`)).rejects.toThrow('altered');
  });
});

describe('blobs on their way', () => {
  const text = 'a copy of a page';
  const snapshotOf = async (name: string): Promise<StoredSnapshot> => {
    const { salt } = buildSnapshot();
    const blob = v.parse(BlobName, name.padEnd(43, name));
    return { ...buildSnapshot(), blob, digest: await digest(`${salt}\n${text}`) };
  };
  /** The file as the version before made it, in which a batch proves the blobs that wait for it. */
  const withoutProofs = (file: string): string =>
    file
      .replace('"version":4', '"version":2')
      .replace(/("blob":"[^"]+"),"digest":"[^"]+","salt":"[^"]+",("text")/g, '$1,$2');
  const carrying = async (names: readonly string[]) => {
    const host = testHost();
    const signer = testSigner();
    const store = await createMemoryStore({ host, signer });
    for (const name of names) {
      const snapshots = [await snapshotOf(name)];
      await store.commit({
        changes: [newRecord('sourceCapture', buildSourceCapture({ snapshots }))],
        reason: 'case-work',
      });
    }
    const batches = await store.batchesSince(0);
    const { team, device, officer } = signer;
    const end = { seq: batches.length, head: '0'.repeat(64) };
    const says = { team, device, officer, madeAt: host.clock.now(), end, disposed: [], keys: [] };
    return { says, batches };
  };
  const read = async (file: string) => {
    const order: string[] = [];
    const { batches } = await readBackup(inPieces(file, 1000), {
      digest,
      take: async (name, said) => void order.push(`${name[0]}: ${said}`),
    });
    for await (const { header } of batches) order.push(`batch ${header.seq}`);
    return order;
  };

  it('come once, before the first batch that names them, and without those that cannot be read', async () => {
    const { says, batches } = await carrying(['A', 'B', 'A']);
    const file = await textOf(
      backupBody(says, batches, {
        blobText: async (name) => (name.startsWith('B') ? undefined : text),
        digest,
      }),
    );
    expect(await read(file)).toEqual([`A: ${text}`, 'batch 1', 'batch 2', 'batch 3']);
  });

  it('are refused when they are not what the batch says, or are named by none', async () => {
    const { says, batches } = await carrying(['A']);
    const file = await textOf(backupBody(says, batches, { blobText: async () => text, digest }));
    expect(await read(file)).toHaveLength(2);
    await expect(read(file.replace(text, 'another copy'))).rejects.toThrow('altered');
    const stray = file.replace('{"blob":"A', '{"blob":"Z');
    await expect(read(stray)).rejects.toThrow('altered');
    await expect(read(file.replace(`"text":"${text}"`, '"text":1'))).rejects.toThrow('altered');
  });

  it('are refused before they wait for their batch if no store would take them', async () => {
    const { says, batches } = await carrying(['A']);
    const file = await textOf(backupBody(says, batches, { blobText: async () => text, digest }));
    const vast = file.replace(`"text":"${text}"`, `"text":"${'x'.repeat(LARGEST_BLOB + 1)}"`);
    const upToBlob = vast.slice(0, vast.indexOf('\n', vast.indexOf('"blob"')) + 1);
    await expect(read(upToBlob)).rejects.toThrow('altered');
  });

  it('are passed over by whoever only counts, and a backup of the versions before is read as it was', async () => {
    const { says, batches } = await carrying(['A']);
    const file = await textOf(backupBody(says, batches, { blobText: async () => text, digest }));
    const counted: number[] = [];
    for await (const { header } of (await readBackup(inPieces(file, 1000))).batches)
      counted.push(header.seq);
    expect(counted).toEqual([1]);
    const old = await textOf(backupBody(says, batches));
    expect(await read(old.replace('"version":4', '"version":1'))).toEqual(['batch 1']);
    const second = withoutProofs(file);
    expect(second).not.toBe(file);
    expect(await read(second)).toEqual([`A: ${text}`, 'batch 1']);
    await expect(read(second.replace(text, 'another copy'))).rejects.toThrow('altered');
    await expect(read(old.replace('"version":4', '"version":5'))).rejects.toThrow('newer release');
  });

  it('are proved one by one, so that a batch with a colleague’s whole caseload in it is read back', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `${1000 + index}`);
    const { says, batches: theirs } = await carrying(names);
    const [first] = theirs;
    const received = theirs.map((content) => ({ salt: '0'.repeat(32), content }));
    const lot = { ...first, revisions: [], audit: [], received } as unknown as Batch;
    const end = { seq: 1, head: '0'.repeat(64) };
    const file = await textOf(
      backupBody({ ...says, end }, [lot], { blobText: async () => text, digest }),
    );
    expect(await read(file)).toHaveLength(301);
    await expect(read(withoutProofs(file))).rejects.toThrow('altered');
  });

  it('are signed with the rest of an exchange file', async () => {
    const { says, text: without } = await keptExchange();
    const { batches } = await carrying(['A']);
    const { signer, key } = officerWithKey('0ff1ce00');
    const from = { ...says.from, officer: signer.officer, signingKey: key.signingKey };
    const making = { signer, digest, blobText: async () => text };
    const file = await textOf(exchangeBody({ ...says, from }, batches, making));
    expect(without).not.toContain('"blob"');
    const taken: string[][] = [];
    await readText(file, async (...blob) => void taken.push(blob));
    expect(taken).toEqual([[buildSnapshot('A').blob, text]]);
    expect(JSON.stringify(await readText(file))).not.toContain(text);
    const { salt } = buildSnapshot();
    const forged = file
      .replace(text, 'another copy')
      .replace(await digest(`${salt}\n${text}`), await digest(`${salt}\nanother copy`));
    await expect(readText(forged)).rejects.toThrow('altered');
  });
});
