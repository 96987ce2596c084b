import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { createMemoryStore } from '../memory-log.js';
import { CHAIN_START, headerDigest, verifyChain } from './chain.js';
import type { Batch } from './revision.js';

const host = testHost();
const { digest } = host;
const signer = testSigner();
const { verify } = signer;
let batches: readonly Batch[] = [];

beforeAll(async () => {
  const store = await createMemoryStore({ signer, host });
  for (let count = 0; count < 8; count += 1)
    await store.commit({ changes: [newRecord('subject', buildSubject())], reason: 'referral' });
  const [subject] = await store.query('subject');
  if (subject) await store.dispose([subject.id], 'retention');
  batches = await store.batchesSince(0);
});

const firstIssue = async (entries: Iterable<Batch>, options = {}) =>
  (await verifyChain(entries, { digest, verify, ...options })).issues[0];

describe('verifyChain', () => {
  it('passes a whole log, disposed content and all, and says where it ends', async () => {
    const last = batches.at(-1);
    expect(await verifyChain(batches, { digest, verify })).toMatchObject({
      ok: true,
      value: { seq: 9, head: last && (await headerDigest(last.header, digest)) },
    });
  });

  it('finds content that was altered inside a batch that was received', async () => {
    const other = testSigner({ device: host.random.id(), officer: host.random.id() });
    const [mine, theirs] = [
      await createMemoryStore({ signer, host }),
      await createMemoryStore({ signer: other, host }),
    ];
    const change = newRecord('subject', buildSubject({ name: 'Rowan' }));
    await theirs.commit({ changes: [change], reason: 'referral' });
    const either: typeof verify = async (...asked) =>
      (await verify(...asked)) || (await other.verify(...asked));
    await mine.receive(await theirs.batchesSince(0), either, 'restore');
    const whole = await mine.batchesSince(0);
    expect(await firstIssue(whole)).toBeUndefined();
    const altered = JSON.parse(JSON.stringify(whole).replaceAll('Rowan', 'Robin')) as Batch[];
    expect(altered).not.toEqual(whole);
    expect(await firstIssue(altered)).toMatchObject({ code: 'chain-content', at: 'entry 1' });
  });

  it('lets others go first after some hundred hashes, however large its entries are', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(sizes, async (changes) => {
        const store = await createMemoryStore({ signer, host });
        for (const count of changes)
          await store.commit({
            changes: Array.from({ length: count }, () => newRecord('subject', buildSubject())),
            reason: 'referral',
          });
        let [hashes, most] = [0, 0];
        const counted: typeof digest = (text) => {
          hashes += 1;
          most = Math.max(most, hashes);
          return digest(text);
        };
        const pause = async (): Promise<void> => {
          hashes = 0;
        };
        const entries = await store.batchesSince(0);
        expect((await verifyChain(entries, { digest: counted, verify, pause })).ok).toBe(true);
        expect(most).toBeLessThan(700);
        expect(hashes).toBe(0);
      }),
      { numRuns: 10 },
    );
  });

  it('needs the headers alone', async () => {
    const headers = batches.map(({ header }) => header);
    expect((await verifyChain(headers, { digest, verify })).ok).toBe(true);
    const [first, ...rest] = headers;
    expect((await verifyChain(rest, { digest, verify })).issues).toMatchObject([
      { code: 'chain-gap', at: 'entry 1' },
    ]);
    expect(first?.seq).toBe(1);
  });

  it('carries on from a known place', async () => {
    const third = batches[2];
    const from = third && { seq: 3, head: await headerDigest(third.header, digest) };
    expect(await verifyChain(batches.slice(3), { digest, verify, ...(from && { from }) })).toEqual(
      await verifyChain(batches, { digest, verify }),
    );
  });

  it.each<[string, string, (batch: Loose) => void]>([
    ['a word of a record', 'chain-content', (b) => replaceIn(b, 'revisions', /Rowan/, 'Rohan')],
    ['a salt', 'chain-content', (b) => replaceIn(b, 'revisions', /"salt":"./, '"salt":"x')],
    [
      'a field name of an audit entry',
      'chain-content',
      (b) => replaceIn(b, 'audit', /name/, 'nam'),
    ],
    [
      'a commitment',
      'chain-signature',
      (b) => replaceIn(b, 'header', /"commitments":\["./, '"commitments":["0'),
    ],
    ['the time', 'chain-signature', (b) => replaceIn(b, 'header', /2026/, '2025')],
    ['the officer', 'chain-signature', (b) => replaceIn(b, 'header', /0ff1ce/, '0ff1cf')],
    [
      'the signature',
      'chain-signature',
      (b) => replaceIn(b, 'header', /"signature":"../, '"signature":"AA'),
    ],
    ['the sequence', 'chain-gap', (b) => replaceIn(b, 'header', /"seq":5/, '"seq":6')],
    [
      'the link',
      'chain-link',
      (b) => replaceIn(b, 'header', /"prev":"[0-9a-f]{64}/, `"prev":"${'0'.repeat(64)}`),
    ],
    ['the device', 'chain-device', (b) => replaceIn(b, 'header', /de71ce/, 'de71cf')],
    ['an entry too many', 'chain-content', (b) => b.audit.push(null)],
    [
      'an audit entry among the revisions',
      'chain-content',
      (b) => b.revisions.push(b.audit.shift()),
    ],
    [
      'a revision among the audit entries',
      'chain-content',
      (b) => b.audit.unshift(b.revisions.pop()),
    ],
    ['a list that is none', 'chain-content', (b) => Object.assign(b, { audit: {} })],
    ['a hole', 'chain-content', (b) => b.revisions.splice(0, 1, undefined)],
    ['a header without its time', 'chain-malformed', (b) => delete b.header.at],
    ['no header', 'chain-malformed', (b) => Object.assign(b, { header: null })],
  ])('names the entry in which somebody changed %s', async (_what, code, change) => {
    const copy = structuredClone(batches) as Batch[];
    change(copy[4] as unknown as Loose);
    expect(await firstIssue(copy)).toMatchObject({ code, at: 'entry 5', severity: 'error' });
  });

  it('notices an entry that is not an object', async () => {
    const odd = [...batches.slice(0, 2), 'nothing' as unknown as Batch];
    expect(await firstIssue(odd)).toMatchObject({ code: 'chain-malformed', at: 'entry 3' });
  });

  it('notices that the end was cut off when it knows the head from elsewhere', async () => {
    const last = batches.at(-1);
    const expectHead = last && { seq: 9, head: await headerDigest(last.header, digest) };
    const cut = batches.slice(0, 6);
    expect((await verifyChain(cut, { digest, verify })).ok).toBe(true);
    expect(await firstIssue(cut, { expect: expectHead })).toMatchObject({
      code: 'chain-cut',
      at: 'entry 7',
    });
    expect(await firstIssue(batches, { expect: expectHead })).toBeUndefined();
    expect(await firstIssue(batches, { expect: { seq: 4, head: '0'.repeat(64) } })).toMatchObject({
      code: 'chain-link',
      at: 'entry 4',
    });
    expect(await firstIssue([], { expect: CHAIN_START })).toBeUndefined();
  });

  it('refuses a signature written with spare bits, though it decodes to the same', async () => {
    const copy = structuredClone(batches) as Batch[];
    const last = copy[8] as unknown as { header: { signature: string } };
    const { signature } = last.header;
    const spare = { A: 'B', Q: 'R', g: 'h', w: 'x' }[signature.slice(-1)];
    last.header.signature = signature.slice(0, -1) + spare;
    expect(await firstIssue(copy)).toMatchObject({ code: 'chain-signature', at: 'entry 9' });
  });

  it('refuses another officer’s signature', async () => {
    const stranger = testSigner();
    expect(await verifyChain(batches, { digest, verify: stranger.verify })).toMatchObject({
      issues: [{ code: 'chain-signature', at: 'entry 1' }],
    });
  });

  it('finds the first entry out of place however the log is shuffled', async () => {
    const order = fc.shuffledSubarray([...batches.keys()], { minLength: batches.length });
    await fc.assert(
      fc.asyncProperty(order, async (places) => {
        const wrong = places.findIndex((place, index) => place !== index);
        const shuffled = places.flatMap((place) => batches[place] ?? []);
        const issue = await firstIssue(shuffled);
        expect(issue?.at).toBe(wrong < 0 ? undefined : `entry ${wrong + 1}`);
      }),
      { numRuns: 50 },
    );
  });

  it('notices any flipped bit, or the log no longer reads', async () => {
    const text = JSON.stringify(batches);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.nat(6), async (index, bit) => {
        const flipped = String.fromCharCode(text.charCodeAt(index) ^ (1 << bit));
        const read = parsed(text.slice(0, index) + flipped + text.slice(index + 1));
        // A flip can lengthen white space or change the case of an escape: then the log's content is the same as
        // before.
        if (read === undefined || JSON.stringify(read) === text) return;
        expect((await verifyChain(read, { digest, verify })).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

interface Loose {
  header: { at?: string };
  revisions: unknown[];
  audit: unknown[];
}

function replaceIn(batch: Loose, part: keyof Loose, from: RegExp, to: string): void {
  const text = JSON.stringify(batch[part]);
  Object.assign(batch, { [part]: JSON.parse(text.replace(from, to)) });
  if (JSON.stringify(batch[part]) === text) throw new Error(`${from} changed nothing`);
}

function parsed(text: string): Batch[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : undefined;
  } catch {
    return undefined;
  }
}
