/** An open vault over a store in memory, for tests of views: with what the keeper's own handlers use of one. */
import {
  BlobName,
  type BlobStore,
  closedRecords,
  type Host,
  listRows,
  memoryBlobs,
  type Receipt,
  type RecordStore,
  seenBefore,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import { followFind } from '../keeper/desk/follow-find.js';
import { followSession } from '../keeper/desk/follow-session.js';
import { logDesk } from '../keeper/desk/log-desk.js';
import { putBlobs } from '../keeper/desk/put-blobs.js';
import { searchDigests } from '../keeper/desk/search-digest.js';
import { browserHost } from '../keeper/host.js';
import { logPackAct } from '../keeper/packs/log-pack-act.js';
import { packsInHand } from '../keeper/packs/packs-in-hand.js';
import { NO_POLICY } from '../keeper/policy.js';
import type { AnsweringSession } from '../keeper/session-handlers.js';
import type { OfficerIdentity, Policy, VaultKind } from '../ports/services.js';
import { shape } from '../ports/verbs/shapes.js';
import { takeTurns } from '../storage/place/turns.js';
import { base64url } from '../vault/bytes.js';
import type { MemoryWork } from './memory-work.js';

export interface MemorySessionParts {
  readonly store: RecordStore;
  readonly work: MemoryWork;
  readonly officer: OfficerIdentity;
  readonly kind?: VaultKind;
  readonly policy: Policy | undefined;
  readonly host?: Pick<Host, 'clock' | 'digest'>;
}

const Kept = shape<Receipt>('seq', 'head');

export function memorySession({
  store,
  work,
  officer: identity,
  kind = 'practice',
  policy,
  host,
}: MemorySessionParts): AnsweringSession {
  const { id: officer } = identity;
  const receipts = new Map<string, Receipt>();
  const inTurn = takeTurns();
  const write: AnsweringSession['write'] = (request, change) =>
    inTurn(async () => {
      const done = await change(store);
      if (request !== undefined && v.is(Kept, done)) receipts.set(request, done);
      return done;
    });
  const searches = newKey();
  const blobs = memoryShelf();
  const packs = packsInHand({
    work,
    host: host ?? browserHost(),
    policy: async () => policy ?? NO_POLICY,
    onChange: () => diary.stop(),
    log: (request, act) =>
      logPackAct({ write, receiptOf: async (id) => receipts.get(id) }, request, act),
  });
  const diary = followSession(store, { officer, policy: packs.policy, lists: packs.lists });
  return {
    keys: { kind, identity: { officer: identity } },
    removing: new Set(),
    store,
    work,
    blobs,
    puts: putBlobs({ blobs, write: (request, change) => write(request, change) }),
    lists: listRows(store, { run: 'memory' }),
    packs,
    find: followFind(store, { lists: packs.lists, pause: async () => undefined }),
    closed: closedRecords(store, officer),
    seen: seenBefore(store),
    diary,
    log: logDesk({
      store,
      officer,
      write: (change) => write(undefined, change),
      digestOf: async (words) => searchDigests(work, await searches).of(words),
    }),
    write,
    receiptOf: async (request) => receipts.get(request),
    hurried: (task) => task(),
  };
}

function memoryShelf(): AnsweringSession['blobs'] & Pick<BlobStore, 'collect'> {
  const naming = newKey();
  const blobs = memoryBlobs(async (bytes) => {
    const mac = await crypto.subtle.sign('HMAC', await naming, bytes.slice());
    return v.parse(BlobName, base64url(new Uint8Array(mac)));
  });
  return {
    ...blobs,
    async unreadable(names) {
      const held = await Promise.all(
        [...names].map(async (name) => ({ name, bytes: await blobs.get(name) })),
      );
      return held.flatMap(({ name, bytes }) => (bytes === undefined ? [name] : []));
    },
  };
}

function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}
