/**
 * Services that keep everything in memory, for tests of views: a real store, a vault that opens to one passphrase, and
 * the keeper's own handlers and clients between them.
 */
import {
  type Adapter,
  createMemoryStore,
  failed,
  gatherCodeLists,
  type Host,
  Instant,
  type Issue,
  PlainDate,
  passed,
  RecordId,
  type RecordStore,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import { adapterService } from '../adapters/adapter-service.js';
import { clientAsk } from '../keeper/client/client-ask.js';
import { clientBlobs } from '../keeper/client/client-blobs.js';
import { clientLog } from '../keeper/client/client-log.js';
import { clientRows } from '../keeper/client/client-rows.js';
import { clientSaves } from '../keeper/client/client-saves.js';
import { clientSeenBefore } from '../keeper/client/client-seen.js';
import { loggedCheckpoint } from '../keeper/desk/logged-checkpoint.js';
import { policyFaults } from '../keeper/policy-faults.js';
import type { CaptureService } from '../ports/capture-service.js';
import type {
  OfficerIdentity,
  Policy,
  Services,
  VaultKind,
  VaultSecret,
  VaultService,
  VaultState,
} from '../ports/services.js';
import { parseCopy } from '../sandbox/parse-copy.js';
import { parseSettings } from '../sandbox/parse-settings.js';
import { LiveLists } from '../start/live-lists.js';
import { type MemoryBackup, memoryBackup } from './memory-backup.js';
import { type MemoryExchange, memoryExchange } from './memory-exchange.js';
import { memoryFileReader } from './memory-file-reader.js';
import { type MemoryFill, memoryFill } from './memory-fill.js';
import { type MemoryLine, memoryLine } from './memory-line.js';
import { type MemoryRecovery, memoryRecovery } from './memory-recovery.js';
import { type MemorySaves, memorySaves } from './memory-saves.js';
import { memorySession } from './memory-session.js';
import { type MemorySigner, memorySigner } from './memory-signer.js';
import { type MemoryTeach, memoryTeach } from './memory-teach.js';
import { type MemoryWork, memoryWork } from './memory-work.js';

export const TEST_PASSPHRASE = 'four quiet otters juggle';
export const TEST_RECOVERY_KEY = 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG-HHHHH';
/** The recovery key after a change. */
export const NEXT_RECOVERY_KEY = 'JJJJJ-KKKKK-MMMMM-NNNNN-PPPPP-QQQQQ-RRRRR-SSSSS';

export const TEST_OFFICER: OfficerIdentity = {
  id: v.parse(RecordId, '0ff1ce00-0000-4000-8000-000000000001'),
  name: 'DC Rowan Thackeray',
  /** Has letters that are not hexadecimal digits: four digits alone occur in some digest once in a hundred tests. */
  number: 'NR4417',
  force: '43',
  role: 'Regional cyber Prevent officer',
  regime: 'part3',
  policyReference: 'APD-2026-07',
};

export interface MemoryServices extends Services, Pick<MemoryLine, 'failNext' | 'holdNext'> {
  readonly work: MemoryWork;
  readonly saves: MemorySaves;
  readonly recovery: MemoryRecovery;
  readonly backup: MemoryBackup;
  readonly exchange: MemoryExchange;
  readonly page: MemoryFill;
  readonly teaching: MemoryTeach;
  readonly downloads: {
    readonly name: string;
    readonly mediaType: string;
    readonly content: string;
  }[];
  /** Puts the vault into a state, as another page or the browser would. */
  setVault(state: VaultState): void;
  notice(issue: Issue): void;
}

export interface MemoryServicesOptions {
  readonly state?: VaultState;
  readonly capture?: CaptureService;
  readonly store?: RecordStore;
  /** The page that presses are made on. */
  readonly page?: MemoryFill;
  readonly today?: string;
  readonly policy?: Policy;
  readonly shipped?: readonly Adapter[];
  /** The content of `storage.managed`: its adapters, and the parts that cannot be used. */
  readonly managed?: unknown;
}

export const OPEN: VaultState = { name: 'open', kind: 'practice', officer: TEST_OFFICER };

export async function memoryServices(options: MemoryServicesOptions = {}): Promise<MemoryServices> {
  const today = v.parse(PlainDate, options.today ?? '2026-11-24');
  const host = memoryHost(today);
  const signer = await memorySigner(TEST_OFFICER.id);
  const store = options.store ?? (await createMemoryStore({ host, signer }));
  const { vault, setVault } = memoryVault(options.state ?? OPEN, { store, signer, host });
  const work = memoryWork();
  const { policy } = options;
  const session = memorySession({ store, work, officer: TEST_OFFICER, policy, host });
  const line = memoryLine({
    host,
    store,
    session: () => (vault.state().name === 'open' ? session : undefined),
  });
  const page = options.page ?? memoryFill();
  const files = memoryFileReader();
  const teach = memoryTeach({ host, adapters: () => adapters.inUse() });
  const adapters = adapterService({
    shipped: async () => options.shipped ?? [],
    managed: async () => options.managed,
    work,
    vault,
    host,
    prove: async (file) => teach.ask({ kind: 'prove', file }),
  });
  const heard = new Set<(issue: Issue) => void>();
  const downloads: { name: string; mediaType: string; content: string }[] = [];
  return {
    ask: clientAsk(line),
    failNext: line.failNext,
    holdNext: line.holdNext,
    vault,
    setVault,
    recovery: memoryRecovery(vault, setVault),
    backup: memoryBackup(),
    exchange: memoryExchange(),
    store,
    saves: memorySaves(clientSaves(line)),
    blobs: clientBlobs(line),
    log: clientLog(line),
    seenBefore: clientSeenBefore(line),
    rows: clientRows(line),
    work,
    capture: options.capture ?? { ...noCapture(host), subscribe: page.subscribe },
    page,
    fill: async () => page,
    files: async () => files,
    shortcuts: {
      list: async () => [
        { name: 'capture', keys: 'Alt+Shift+C' },
        { name: 'clip', keys: 'Alt+Shift+X' },
        { name: 'point', keys: 'Alt+Shift+Y' },
      ],
      change: async () => undefined,
    },
    adapters,
    teach: async () => teach,
    teaching: teach,
    lists: new LiveLists(gatherCodeLists()),
    host,
    downloads,
    download: (name, mediaType, content) =>
      void downloads.push({
        name,
        mediaType,
        content: typeof content === 'string' ? content : new TextDecoder().decode(content),
      }),
    today: () => today,
    policy: async () => policy ?? { fips: false },
    policyFaults: async () => policyFaults(options.managed, gatherCodeLists()),
    notices: {
      subscribe(listener) {
        heard.add(listener);
        return () => heard.delete(listener);
      },
    },
    notice(issue) {
      for (const listener of heard) listener(issue);
    },
  };
}

function memoryHost(today: PlainDate): Host {
  return {
    clock: { now: () => v.parse(Instant, `${today}T14:30:00.000Z`), today: () => today },
    random: {
      id: () => v.parse(RecordId, crypto.randomUUID()),
      salt: (length) => hex(crypto.getRandomValues(new Uint8Array(length))),
    },
    digest: async (text) =>
      hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))),
  };
}

interface Audited {
  readonly store: RecordStore;
  readonly signer: MemorySigner;
  readonly host: Host;
}

function memoryVault(
  start: VaultState,
  { store, signer, host }: Audited,
): {
  readonly vault: VaultService;
  readonly setVault: (state: VaultState) => void;
} {
  const listeners = new Set<(state: VaultState) => void>();
  const beforeLock = new Set<() => Promise<void>>();
  const covers = new Set<() => void>();
  let [passphrase, recoveryKey] = [TEST_PASSPHRASE, TEST_RECOVERY_KEY];
  const opens = (secret: VaultSecret): boolean =>
    'passphrase' in secret ? secret.passphrase === passphrase : secret.recoveryKey === recoveryKey;
  let state = start;
  let officer = TEST_OFFICER;
  let kinds: readonly VaultKind[] = ['practice'];
  const setVault = (next: VaultState): void => {
    state = next;
    for (const listener of [...listeners]) listener(next);
  };
  const vault: VaultService = {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async create({ kind, passphrase: chosen, ...who }) {
      if (chosen.length < 12) return failed(TOO_SHORT);
      passphrase = chosen;
      officer = { ...who, id: TEST_OFFICER.id };
      kinds = [kind];
      setVault({ name: 'open', kind, officer });
      return passed({ recoveryKey: TEST_RECOVERY_KEY });
    },
    async unlock(kind, secret) {
      if (!opens(secret)) return failed(NOT_OPENED);
      setVault({ name: 'open', kind, officer });
      return passed(true as const);
    },
    async lock() {
      await Promise.all([...beforeLock].map((putAway) => putAway()));
      setVault({ name: 'locked', kinds });
    },
    async blank() {
      for (const cover of covers) cover();
      await vault.lock();
    },
    onBlank(cover) {
      covers.add(cover);
      return () => covers.delete(cover);
    },
    async change(secret, next) {
      if (!opens(secret)) return failed(NOT_OPENED);
      if ('recoveryKey' in next) {
        recoveryKey = NEXT_RECOVERY_KEY;
        return passed({ recoveryKey });
      }
      if (next.passphrase.length < 12) return failed(TOO_SHORT);
      passphrase = next.passphrase;
      return passed({});
    },
    async enterPolicy(typed) {
      const reference = typed.trim();
      const { policyReference: _, ...who } = state.name === 'open' ? state.officer : officer;
      officer = reference === '' ? who : { ...who, policyReference: reference };
      if (state.name === 'open') setVault({ ...state, officer });
      return passed(true as const);
    },
    beforeLock(putAway) {
      beforeLock.add(putAway);
      return () => beforeLock.delete(putAway);
    },
    async colleagueCard() {
      const { id, name, number, force, role } = officer;
      const [signingKey, exchangeKey] = [signer.signingKey, 'B'.repeat(43)];
      return {
        card: { version: 1, officer: id, name, number, force, role, signingKey, exchangeKey },
        fingerprint: '10293 84756 56473 82910 01928 37465 64738 29100',
      };
    },
    signPack: (text) => signer.sign(text),
    checkpoint: (asked) => loggedCheckpoint(asked, store, { signer, clock: host.clock }),
  };
  return { vault, setVault };
}

const NOT_OPENED: Issue = {
  code: 'not-opened',
  severity: 'error',
  message: 'That did not open the vault.',
};

const TOO_SHORT: Issue = {
  code: 'passphrase-weak',
  severity: 'error',
  at: 'passphrase',
  message: 'Enter a passphrase of 12 characters or more',
};

const NOTHING_TO_READ = failed({
  code: 'no-page',
  severity: 'error',
  message: 'Press the toolbar button on the page that you want to read.',
});

const noCapture = (host: Host): CaptureService => ({
  granted: async () => undefined,
  subscribe: () => () => undefined,
  fromTab: async () => NOTHING_TO_READ,
  readWith: async () => undefined,
  fromFile: async () => NOTHING_TO_READ,
  fromText: async () => NOTHING_TO_READ,
  copyOf: () => undefined,
  async pageToKeep(draft, origin, page, choice, mayTakeSpecial) {
    const copy = { draft, origin, choice, mayTakeSpecial };
    return parseCopy({ kind: 'copy', pieces: [page], copy, settings: parseSettings(host, []) });
  },
  highlight: async () => true,
});

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
