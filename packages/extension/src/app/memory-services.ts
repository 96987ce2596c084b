/** Services that keep everything in memory, for tests of views: a real store, and a vault that opens to one passphrase. */
import {
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
import type { CaptureService } from './capture-service.js';
import { type MemoryWork, memoryWork } from './memory-work.js';
import type { OfficerIdentity, Services, VaultKind, VaultService, VaultState } from './services.js';

export const TEST_PASSPHRASE = 'four quiet otters juggle';
export const TEST_RECOVERY_KEY = 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG-HHHHH';

export const TEST_OFFICER: OfficerIdentity = {
  id: v.parse(RecordId, '0ff1ce00-0000-4000-8000-000000000001'),
  name: 'DC Rowan Thackeray',
  number: '4417',
  force: '43',
  role: 'Regional cyber Prevent officer',
  regime: 'part3',
  policyReference: 'APD-2026-07',
};

export interface MemoryServices extends Services {
  readonly work: MemoryWork;
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
  readonly today?: string;
}

export const OPEN: VaultState = { name: 'open', kind: 'practice', officer: TEST_OFFICER };

export async function memoryServices(options: MemoryServicesOptions = {}): Promise<MemoryServices> {
  const today = v.parse(PlainDate, options.today ?? '2026-11-24');
  const host = memoryHost(today);
  const { vault, setVault } = memoryVault(options.state ?? OPEN);
  const heard = new Set<(issue: Issue) => void>();
  const downloads: { name: string; mediaType: string; content: string }[] = [];
  return {
    vault,
    setVault,
    store: options.store ?? (await memoryStore(host)),
    work: memoryWork(),
    capture: options.capture ?? NO_CAPTURE,
    lists: gatherCodeLists(),
    host,
    downloads,
    download: (name, mediaType, content) =>
      void downloads.push({
        name,
        mediaType,
        content: typeof content === 'string' ? content : new TextDecoder().decode(content),
      }),
    today: () => today,
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

function memoryStore(host: Host): Promise<RecordStore> {
  return createMemoryStore({
    host,
    signer: {
      team: 'test',
      device: v.parse(RecordId, 'de71ce00-0000-4000-8000-000000000001'),
      officer: TEST_OFFICER.id,
      // Views never look at a signature; the store's own tests do.
      sign: async (text) => host.digest(text),
    },
  });
}

function memoryVault(start: VaultState): {
  readonly vault: VaultService;
  readonly setVault: (state: VaultState) => void;
} {
  const listeners = new Set<(state: VaultState) => void>();
  const beforeLock = new Set<() => Promise<void>>();
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
    async create({ kind, passphrase, ...who }) {
      if (passphrase.length < 12)
        return failed({
          code: 'passphrase-weak',
          severity: 'error',
          at: 'passphrase',
          message: 'Enter a passphrase of 12 characters or more',
        });
      officer = { ...who, id: TEST_OFFICER.id };
      kinds = [kind];
      setVault({ name: 'open', kind, officer });
      return passed({ recoveryKey: TEST_RECOVERY_KEY });
    },
    async unlock(kind, secret) {
      const opens =
        'passphrase' in secret
          ? secret.passphrase === TEST_PASSPHRASE
          : secret.recoveryKey === TEST_RECOVERY_KEY;
      if (!opens)
        return failed({
          code: 'not-opened',
          severity: 'error',
          message: 'That did not open the vault.',
        });
      setVault({ name: 'open', kind, officer });
      return passed(true as const);
    },
    async lock() {
      await Promise.all([...beforeLock].map((putAway) => putAway()));
      setVault({ name: 'locked', kinds });
    },
    beforeLock(putAway) {
      beforeLock.add(putAway);
      return () => beforeLock.delete(putAway);
    },
    async colleagueCard() {
      const { id, name, number, force, role } = officer;
      const [signingKey, exchangeKey] = ['A'.repeat(43), 'B'.repeat(43)];
      return {
        card: { version: 1, officer: id, name, number, force, role, signingKey, exchangeKey },
        fingerprint: '10293 84756 56473 82910 01928 37465 64738 29100',
      };
    },
  };
  return { vault, setVault };
}

const NOTHING_TO_READ = failed({
  code: 'no-page',
  severity: 'error',
  message: 'Press the toolbar button, or Alt+Shift+C, on the page that you want to read.',
});

const NO_CAPTURE: CaptureService = {
  granted: async () => undefined,
  subscribe: () => () => undefined,
  fromTab: async () => NOTHING_TO_READ,
  fromFile: async () => NOTHING_TO_READ,
  fromText: async () => NOTHING_TO_READ,
  highlight: async () => true,
};

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
