/**
 * The packs of an open vault for everything else in the keeper: the code lists and the policy as they are with them. The
 * core's packs are loaded only where a pack is held, given by the policy or asked about.
 */
import {
  type BackupPart,
  type CodeLists,
  gatherCodeLists,
  type Host,
  type Issue,
  type PackLogged,
  PreventError,
} from '@cyber-prevent/core';
import { PACKS_KEY } from '../../app/work-keys.js';
import type { PacksBrought } from '../../ports/backup-services.js';
import type { PackRules, RulesInForce } from '../../ports/packs.js';
import type { Policy } from '../../ports/services.js';
import type { SealedWork } from '../../storage/sealed-work.js';
import { NO_POLICY } from '../policy.js';
import { hasEditionDefinitions } from './edition-definitions.js';
import type { BroughtFrom } from './pack-carrier.js';
import type { PackDesk } from './pack-desk.js';
import { PACKS_NOT_BROUGHT } from './pack-refused.js';

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
  /** The parts of a backup, once every act on them is on the log. */
  carried(): Promise<readonly BackupPart[]>;
  /** Says what {@link PacksInHand.bring} would do, and keeps nothing. Never rejects. */
  weigh(parts: readonly BackupPart[]): Promise<PacksBrought>;
  /** Merges the packs of a backup with those that are held. Never rejects: the records are restored by then. */
  bring(parts: readonly BackupPart[], from: BroughtFrom): Promise<PacksBrought>;
}

export interface PacksInHandParts {
  readonly work: Pick<SealedWork, 'load' | 'save'>;
  readonly host: Pick<Host, 'clock' | 'digest'>;
  readonly policy?: (() => Promise<Policy>) | undefined;
  /** The lists that ship. */
  readonly lists?: CodeLists | undefined;
  /** Called after the packs were read again: what was read by them before may be different now. */
  readonly onChange?: (policy: Policy) => void;
  /** Logs an act on a pack, once under each request. Absent: acts stay owed to the log. */
  readonly log?: (request: string, act: PackLogged) => Promise<void>;
  /**
   * True for a vault that is filled from a backup: until that has brought its packs, none of the policy is taken in. It
   * would act from today, and its entry would not be the next one of the log.
   */
  readonly isFilled?: boolean | undefined;
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
  log,
  isFilled = false,
}: PacksInHandParts): PacksInHand {
  let isWaiting = isFilled;
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
    if (hasEditionDefinitions()) return false;
    const policy = await given().catch(() => undefined);
    return policy?.packs === undefined && (await work.load(PACKS_KEY)) === undefined;
  };
  let settling: Promise<void> | undefined;
  /** Logs what is owed. */
  const settle = async (): Promise<void> => {
    if (log === undefined || (await work.load(PACKS_KEY)) === undefined) return;
    const opened = await open();
    for (let [next] = await opened.owed(); next; [next] = await opened.owed()) {
      await log(next.request, next.act);
      await opened.logged(next.request);
    }
  };
  const settled = async (): Promise<void> => {
    await settling;
    // An act that cannot be logged now stays owed: the next one, or the next opening, tries again.
    settling = settle().catch(() => undefined);
    await settling;
  };
  const brought = async (
    parts: readonly BackupPart[],
    act: (opened: PackDesk) => Promise<PacksBrought>,
  ): Promise<PacksBrought> => {
    if (parts.length === 0) return { taken: 0, held: 0, refused: [] };
    return open()
      .then(act)
      .catch((error: unknown) => ({ taken: 0, held: 0, refused: [asIssue(error)] }));
  };
  /** The first reading tells nobody: nothing was read by anything else before, unless records came first. */
  let isFirst = !isFilled;
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
    // Nobody waits for it here: a save may, and it is a save itself.
    void settled();
  };
  const withPacks = (policy: Policy): Policy => ({ ...policy, ...read?.rulesOf?.(policy) });
  const refresh = async (): Promise<void> => {
    if (isWaiting || read?.day === host.clock.today()) return;
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
      await settled();
      return done;
    },
    async carried() {
      if ((await work.load(PACKS_KEY)) === undefined) return [];
      await settled();
      // Packs that another release wrote stay in this vault, which says so when it opens: the records are backed up.
      return (await open()).carried().catch(() => []);
    },
    weigh: (parts) => brought(parts, (opened) => opened.weigh(parts)),
    async bring(parts, from) {
      const done = await brought(parts, (opened) => opened.bring(parts, from));
      if (!isWaiting && parts.length === 0) return done;
      isWaiting = false;
      await learn().catch(() => undefined);
      await settled();
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

function asIssue(error: unknown): Issue {
  return error instanceof PreventError
    ? { ...PACKS_NOT_BROUGHT, message: error.message }
    : PACKS_NOT_BROUGHT;
}
