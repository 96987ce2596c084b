/**
 * The packs of an open vault for everything else in the keeper: the code lists and the policy as they are with them. The
 * core's packs are loaded only where a pack is held, given by the policy or asked about.
 */
import { type CodeLists, gatherCodeLists, type Host } from '@cyber-prevent/core';
import { PACKS_KEY } from '../../app/work-keys.js';
import type { PackRules, RulesInForce } from '../../ports/packs.js';
import type { Policy } from '../../ports/services.js';
import type { SealedWork } from '../../storage/sealed-work.js';
import { NO_POLICY } from '../policy.js';
import { hasEditionTemplates } from './edition-templates.js';
import type { PackDesk } from './pack-desk.js';

export interface PacksInHand {
  /** The lists in force, and always the same map: it is filled again when packs or the day change. */
  readonly lists: CodeLists;
  /** The force’s policy with what packs add to it. Rejects as the policy does. */
  policy(): Promise<Policy>;
  /** Reads the packs anew if they were never read, or the day is another. */
  refresh(): Promise<void>;
  /** Calls the desk, then reads the packs anew. */
  change<T>(act: (desk: PackDesk) => Promise<T>): Promise<T>;
  desk(): Promise<PackDesk>;
  /** Undefined if no pack is held, nor given by the policy. */
  inForce(): Promise<RulesInForce | undefined>;
}

export interface PacksInHandParts {
  readonly work: Pick<SealedWork, 'load' | 'save'>;
  readonly host: Pick<Host, 'clock' | 'digest'>;
  readonly policy?: (() => Promise<Policy>) | undefined;
  /** The lists that ship. */
  readonly lists?: CodeLists | undefined;
  /** Called after the packs were read again: what was read by them before may be different now. */
  readonly onChange?: (policy: Policy) => void;
}

/** The rules as they were read on a day; absent where there are no packs. */
interface ReadRules {
  readonly day: string;
  readonly rulesOf?: (policy: Policy) => PackRules;
}

export function packsInHand({
  work,
  host,
  policy: given = async () => NO_POLICY,
  lists: shipped = gatherCodeLists(),
  onChange = () => undefined,
}: PacksInHandParts): PacksInHand {
  const lists = new Map(shipped);
  let desk: Promise<PackDesk> | undefined;
  let read: ReadRules | undefined;
  let learning: Promise<void> | undefined;
  const open = (): Promise<PackDesk> => {
    desk ??= import('./pack-desk.js').then(({ packDesk }) =>
      packDesk({ work, host, policy: given }),
    );
    return desk;
  };
  const isNone = async (): Promise<boolean> => {
    if (hasEditionTemplates()) return false;
    const policy = await given().catch(() => undefined);
    return policy?.packs === undefined && (await work.load(PACKS_KEY)) === undefined;
  };
  let isFirst = true;
  const learn = async (): Promise<void> => {
    const wasFirst = isFirst;
    isFirst = false;
    const day = host.clock.today();
    if (await isNone()) {
      read = { day };
      return;
    }
    const [here, { rulesWithPacks }] = await Promise.all([
      open().then((opened) => opened.here()),
      import('./pack-rules.js'),
    ]);
    lists.clear();
    for (const [id, list] of here.lists) lists.set(id, list);
    read = { day, rulesOf: (policy) => rulesWithPacks(policy, here, day) };
    if (!wasFirst) onChange(withPacks(await given().catch(() => NO_POLICY)));
  };
  const withPacks = (policy: Policy): Policy => ({ ...policy, ...read?.rulesOf?.(policy) });
  const refresh = async (): Promise<void> => {
    if (read?.day === host.clock.today()) return;
    learning ??= learn().finally(() => {
      learning = undefined;
    });
    await learning;
  };
  return {
    lists,
    desk: open,
    refresh,
    async policy() {
      const policy = await given();
      // Packs that cannot be read take nothing from the policy: the vault says so when it opens.
      await refresh().catch(() => undefined);
      return withPacks(policy);
    },
    async change(act) {
      const done = await act(await open());
      await learn();
      return done;
    },
    async inForce() {
      const policy = await given().catch(() => NO_POLICY);
      await refresh();
      const rules = read?.rulesOf?.(policy);
      return rules && { lists: [...lists.values()], rules };
    },
  };
}
