import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VERBS, type Verb } from '../../ports/verbs/verbs.js';
import { VIEW_VERBS } from '../../ports/verbs/view-verbs.js';
import { type Bench, newBench, setUp } from '../../testing/keeper-under-test.js';
import type { KeeperConnection } from '../client/client.js';
import { type Line, openLine } from '../client/line.js';

const id = '0ff1ce00-0000-4000-8000-000000000001';

describe('messages to the keeper', () => {
  let bench: Bench;
  let page: KeeperConnection;
  let line: Line;
  let recoveryKey: string;
  beforeEach(async () => {
    bench = newBench();
    recoveryKey = await setUp(bench.computer);
    await bench.keeper();
    page = bench.page();
    line = openLine({ channel: bench.channel(), ensureKeeper: async () => undefined });
  });
  afterEach(() => bench.clear());

  /**
   * Valid arguments of each verb of a client that needs an open vault. A new one must be put on one side or the other;
   * those of views all need it, by the type of their handlers.
   */
  const NEEDS_OPEN: Partial<Record<Verb, unknown[]>> = {
    card: [],
    'backup-last': [],
    'backup-make': [],
    'backup-piece': [id, 0],
    'disposal-list': [],
    'exchange-make': [
      { card: {}, purpose: 'share', subject: id, note: '', reason: 'case-work', recipients: ['x'] },
    ],
    commit: [id, { changes: [], reason: 'case-work' }],
    get: ['subject', id],
    query: ['subject', {}],
    rows: ['subjects', undefined],
    consult: [[id], 'case-work'],
    'seen-before': [{ values: [{ kind: 'name', text: 'Rowan Vael' }] }, 'referral'],
    history: [id],
    trail: [[id]],
    audit: [],
    blobs: [],
    'blob-put': [new Uint8Array(1)],
    'blob-consult': [id, 'A'.repeat(43), 'case-work'],
    'file-open': [id, 'case-work'],
    'sign-pack': ['cyber-prevent/1/adapter-pack\n{}'],
    checkpoint: [{ of: 'file', reason: 'report', recipients: ['court', 'Clerk'] }],
    'batches-since': [0],
    dispose: [[id], 'retention'],
    'work-save': ['k', 1, 0],
    'work-load': ['k'],
    'work-keys': [],
    'work-discard': ['k'],
    'set-aside': [],
    'forget-set-aside': [],
    'ever-about': [id],
    'receipt-of': [id],
    'held-only-with': [[id]],
    'kept-by-holds': [[id]],
    'log-open': ['own', 'log-review'],
    'log-read': [id, {}, 0, 10],
    'log-disclose': [id, {}, { reason: 'report', recipients: ['supervisor', 'DI Penhallow'] }],
    'note-search': ['words', [id]],
  };
  const OPEN_TO_ALL: readonly Verb[] = [
    'join',
    'leave',
    'put-away',
    // A backup is also read without an open vault, and a card is not secret.
    'backup-read',
    'backup-push',
    'backup-end',
    'backup-stop',
    'exchange-read',
    'read-card',
    'create',
    'unlock',
    'lock',
    'blank',
    // Refuses with the message that the vault is locked.
    'change',
    'enter-policy',
    // Verbs about vaults that are not open: a sound one is refused in words.
    'try-again',
    'recover',
    'sealed-copy',
    'start-fresh',
    'vaults-aside',
  ];

  it('are refused while locked, every verb that touches the vault', async () => {
    const listed = [...Object.keys(NEEDS_OPEN), ...OPEN_TO_ALL, ...Object.keys(VIEW_VERBS)];
    expect(listed.sort()).toEqual(Object.keys(VERBS).sort());
    for (const [verb, args] of Object.entries(NEEDS_OPEN))
      await expect(line.ask(verb as Verb, args as never), verb).rejects.toMatchObject({
        code: 'CP_STORE_LOCKED',
      });
  });

  it('are refused what the keeper puts away for itself, keys of colleagues among it', async () => {
    await page.vault.unlock('practice', { recoveryKey });
    for (const key of ['kept/colleagues', 'keeper/search-salt']) {
      await expect(page.work.save(key, {}, 0)).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
      await expect(page.work.load(key)).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
      await expect(page.work.discard(key)).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
    }
  });

  it('are refused with arguments of another shape, every verb', async () => {
    await page.vault.unlock('practice', { recoveryKey });
    for (const verb of Object.keys(VERBS) as Verb[])
      for (const args of [
        ['x', 'y', 'z', 'w'],
        [{ __proto__: null }, 1, 2, 3],
      ])
        await expect(line.ask(verb, args as never), verb).rejects.toMatchObject({
          code: 'CP_RECORD_INVALID',
        });
    expect(await page.store.batchesSince(0)).toEqual([]);
    expect(page.vault.state()).toMatchObject({ name: 'open' });
  });

  it('are left alone when they are anything else, and do no harm', async () => {
    await page.vault.unlock('practice', { recoveryKey });
    const stray = bench.channel();
    const answers: unknown[] = [];
    stray.onmessage = ({ data }: MessageEvent) => answers.push(data);
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('keeper', 'client', 'all'), (value, to) => {
        stray.postMessage(value);
        stray.postMessage({ to, client: id, id, verb: value, args: [] });
        stray.postMessage({ to, client: id, id: value, verb: 'lock', args: value });
      }),
    );
    for (const verb of ['constructor', '__proto__', 'toString'])
      stray.postMessage({ to: 'keeper', client: id, id: crypto.randomUUID(), verb, args: [] });
    await page.work.save('after', 1, 0);
    expect(page.vault.state()).toMatchObject({ name: 'open' });
    const ours = answers.filter((one) => (one as { client?: string }).client === id);
    for (const answer of ours) expect(answer).not.toMatchObject({ name: 'done' });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('are done once, however often the same one comes', async () => {
    await page.vault.unlock('practice', { recoveryKey });
    const stray = bench.channel();
    const request = { to: 'keeper', client: id, id, verb: 'consult', args: [[], 'case-work'] };
    const answers: string[] = [];
    stray.onmessage = ({ data }: MessageEvent) => data.client === id && answers.push(data.name);
    for (let count = 0; count < 5; count += 1) stray.postMessage(request);
    await page.work.save('after', 1, 0);
    expect(answers.filter((name) => name === 'done')).toEqual(['done']);
  });
});
