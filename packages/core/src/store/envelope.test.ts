import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '../shared/primitives.js';
import { buildId, buildSubject, newRecord } from '../testing/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import { officerWithKey, verifyByKey } from '../testing/signed-chain.js';
import { backupBody, provedBackup, readBackup } from './backup.js';
import { type ExchangeSays, exchangeBody, readExchange } from './exchange.js';
import { createMemoryStore } from './memory-log.js';
import { batchesAbout } from './received.js';
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
    await expect(read(text.replace('"version":1', '"version":2'))).rejects.toThrow('newer release');
    await expect(read(text.replace('"madeAt"', '"made"'))).rejects.toThrow('altered');
    for (const left of [0, 10, text.lastIndexOf('\n'), text.lastIndexOf('\n{') + 1])
      await expect(read(text.slice(0, left))).rejects.toThrow('ends too early');
    await expect(read(`${text}${text.split('\n')[1]}\n`)).rejects.toThrow('altered');
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
    subject: shared.id,
    keys: [],
    ...overrides,
  };
  const text = await textOf(exchangeBody(says, batches, { signer, digest }));
  return { says, batches, text };
}

const readText = (text: string) =>
  readExchange(inPieces(text, 500), { digest, verify: verifyByKey });

describe('an exchange file', () => {
  it('gives back what was put in, and nothing of another subject', async () => {
    const { says, batches, text } = await keptExchange();
    const read = await readText(text);
    expect(read.head).toMatchObject(says);
    expect(read.batches).toEqual(batches);
    expect(text).not.toContain('Ashgrove');
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
    await expect(readText(text.replace('"version":1', '"version":9'))).rejects.toThrow();
  });
});
