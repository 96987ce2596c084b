/** Keepers and pages on one computer for a test, over real channels and real locks of its own. */

import { connectKeeper, type KeeperConnection } from '../keeper/client/client.js';
import type { LineTiming } from '../keeper/client/line.js';
import { CHANNEL } from '../keeper/desk/messages.js';
import { browserHost } from '../keeper/host.js';
import { type Keeper, type KeeperPorts, startKeeper } from '../keeper/keeper.js';
import { NO_POLICY } from '../keeper/policy.js';
import type { VaultKind } from '../ports/services.js';
import { placeNewVault } from '../storage/new-vault.js';
import { deriveHere } from '../vault/derive.js';
import { makeVault } from '../vault/open-vault.js';
import { type Computer, newComputer, testOfficer } from './storage-under-test.js';

export const passphrase = 'copper kettle mossy lantern';

export interface Bench {
  readonly computer: Computer;
  keeper(ports?: Partial<KeeperPorts>): Promise<Keeper>;
  page(ensureKeeper?: () => Promise<void>, timing?: Partial<LineTiming>): KeeperConnection;
  channel(name?: string): BroadcastChannel;
  /** Ends everything that was started. */
  clear(): Promise<void>;
}

export function newBench(computer = newComputer()): Bench {
  const own = crypto.randomUUID();
  const channels: BroadcastChannel[] = [];
  const keepers: Keeper[] = [];
  const pages: KeeperConnection[] = [];
  const openChannel = (name: string = CHANNEL): BroadcastChannel => {
    const channel = new BroadcastChannel(`${name}-${own}`);
    channels.push(channel);
    return channel;
  };
  return {
    computer,
    channel: openChannel,
    async keeper(ports) {
      const keeper = await startKeeper({
        places: computer,
        host: browserHost(),
        derive: deriveHere,
        lock: (name, held) => navigator.locks.request(`${name}-${own}`, held),
        openChannel,
        now: () => Date.now(),
        policy: async () => NO_POLICY,
        sharesKeys: false,
        putAwayMs: 200,
        ...ports,
      });
      keepers.push(keeper);
      return keeper;
    },
    page(ensureKeeper = async () => undefined, timing = {}) {
      const page = connectKeeper({
        channel: openChannel(),
        ensureKeeper,
        timing: { silenceMs: 50, askAgainMs: 100, giveUpMs: 20_000, ...timing },
      });
      pages.push(page);
      return page;
    },
    async clear() {
      for (const page of pages) page.close();
      await Promise.all(keepers.map((keeper) => keeper.stop()));
      for (const channel of channels) channel.close();
    },
  };
}

const made = new Map<VaultKind, ReturnType<typeof makeVault>>();

/** Puts a vault on the computer, the same each time; its recovery key opens it without the time for a passphrase. */
export async function setUp(computer: Computer, kind: VaultKind = 'practice'): Promise<string> {
  const making = made.get(kind) ?? makeVault(kind, testOfficer, passphrase, deriveHere);
  made.set(kind, making);
  const vault = await making;
  await placeNewVault(vault, computer);
  return vault.recoveryKey;
}

/** A bench with a practice vault that a page has unlocked. */
export async function openBench(): Promise<{
  readonly bench: Bench;
  readonly page: KeeperConnection;
  readonly recoveryKey: string;
}> {
  const bench = newBench();
  const recoveryKey = await setUp(bench.computer);
  await bench.keeper();
  const page = bench.page();
  await page.vault.unlock('practice', { recoveryKey });
  return { bench, page, recoveryKey };
}

/** Resolves when the page sees a state of that name. */
export function until(page: KeeperConnection, name: string): Promise<void> {
  return new Promise((resolve) => {
    if (page.vault.state().name === name) return resolve();
    const stop = page.vault.subscribe((state) => {
      if (state.name !== name) return;
      stop();
      resolve();
    });
  });
}
