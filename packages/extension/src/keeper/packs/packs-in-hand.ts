/**
 * The packs of an open vault for everything else in the keeper: the code lists and the policy as they are with them. The
 * core's packs are loaded only where a pack is held, given by the policy or asked about.
 */
import {
  type AreaFromTable,
  areaOfPostcode,
  type BackupPart,
  type CodeLists,
  gatherCodeLists,
  type Host,
  type Issue,
  type PackLogged,
  type PlainDate,
  PreventError,
  type Result,
} from '@cyber-prevent/core';
import { PACKS_KEY } from '../../app/work-keys.js';
import type { PacksBrought } from '../../ports/backup-services.js';
import type { PackRules, RulesInForce } from '../../ports/packs.js';
import type { Policy } from '../../ports/services.js';
import { takeTurns } from '../../storage/place/turns.js';
import type { SealedWork } from '../../storage/sealed-work.js';
import { NO_POLICY } from '../policy.js';
import { tellAll } from '../tell.js';
import { hasEditionDefinitions } from './edition-definitions.js';
import type { BroughtFrom } from './pack-carrier.js';
import type { PackDesk } from './pack-desk.js';
import { PACKS_NOT_BROUGHT } from './pack-refused.js';
import type { PostcodeTables } from './pack-rules.js';

export interface PacksInHand {
  /** The lists in force, and always the same map: it is filled again when packs or the day change. */
  readonly lists: CodeLists;
  /** The force’s policy with what packs add to it. Rejects as the policy does. */
  policy(): Promise<Policy>;
  /** Reads the packs anew if they were never read, or the day is another; waits for a reading that has begun. */
  refresh(): Promise<void>;
  /** Reads the packs anew by the policy of now, which has changed. */
  reread(): Promise<void>;
  /** Calls the desk, then reads the packs anew. */
  change<T>(act: (desk: PackDesk) => Promise<T>): Promise<T>;
  desk(): Promise<PackDesk>;
  /** The tables of postcodes as they were last read: the law of a save asks at once. */
  postcodeTables(): PostcodeTables;
  /** The area of a postcode by the tables in force today. */
  areaOfPostcode(postcode: string): Promise<Result<AreaFromTable>>;
  /** Undefined if no pack is held, nor given by the policy. */
  inForce(): Promise<RulesInForce | undefined>;
  /** Calls the listener after the policy or the packs have changed. */
  subscribe(listener: () => void): () => void;
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
  /** Called before every listener, with the policy of now: what was read by the one before may be different. */
  readonly onChange?: (policy: Policy) => void;
  /** Logs an act on a pack, once under each request. Absent: acts stay owed to the log. */
  readonly log?: (request: string, act: PackLogged) => Promise<void>;
  /**
   * True for a vault that is filled from a backup: until that has brought its packs, none of the policy is taken in. It
   * would act from today, and its entry would not be the next one of the log.
   */
  readonly isFilled?: boolean | undefined;
}

/** The rules as they were read on a day, by what the policy said about packs; without `rulesOf` there are no packs. */
interface ReadRules {
  readonly day: PlainDate;
  readonly by: string;
  readonly lists: CodeLists;
  readonly rulesOf?: (policy: Policy) => PackRules;
  readonly tables?: PostcodeTables;
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
  const listeners = new Set<() => void>();
  const inTurn = takeTurns();
  let desk: Promise<PackDesk> | undefined;
  /** As it was last read: it stands in for one that cannot be read. */
  let known = NO_POLICY;
  const ask = async (): Promise<Policy> => {
    known = await given();
    return known;
  };
  let read: ReadRules | undefined;
  const open = (): Promise<PackDesk> => {
    desk ??= import('./pack-desk.js').then(({ packDesk }) =>
      packDesk({ work, host, policy: given }),
    );
    return desk;
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
  const readNow = async (day: PlainDate): Promise<ReadRules> => {
    // Read first: if it changes meanwhile, the next to ask finds that it differs.
    const policy = await ask().catch(() => undefined);
    const by = saidOfPacks(policy);
    const isNone = policy?.packs === undefined && (await work.load(PACKS_KEY)) === undefined;
    if (isNone && !hasEditionDefinitions()) return { day, by, lists: shipped };
    const [here, { postcodeTables, rulesWithPacks }] = await Promise.all([
      open().then((opened) => opened.here()),
      import('./pack-rules.js'),
    ]);
    return {
      day,
      by,
      lists: here.lists,
      rulesOf: (now) => rulesWithPacks(now, here, day),
      tables: postcodeTables(here, day),
    };
  };
  const withPacks = (policy: Policy): Policy => ({ ...policy, ...read?.rulesOf?.(policy) });
  const be = (next: ReadRules): void => {
    // At one go: nobody finds the lists of one reading with the rules of another.
    lists.clear();
    for (const [id, list] of next.lists) lists.set(id, list);
    read = next;
  };
  const tell = async (): Promise<void> => {
    onChange(withPacks(await ask().catch(() => known)));
    tellAll(listeners, undefined);
  };
  /** The first reading tells nobody: nothing was read by anything else before, unless records came first. */
  let isFirst = !isFilled;
  const learn = async (isPolicyNew = false): Promise<void> => {
    const wasFirst = isFirst;
    isFirst = false;
    const before = read;
    const next = await readNow(host.clock.today()).catch((error: unknown) => {
      // Packs that cannot be read stay as they were: the rest of a new policy acts.
      if (!isPolicyNew) throw error;
    });
    if (next) be(next);
    if (!wasFirst && (isPolicyNew || (before?.rulesOf ?? next?.rulesOf))) await tell();
    // Nobody waits for it here: a save may, and it is a save itself.
    if (next?.rulesOf) void settled();
  };
  const refresh = (policy?: Policy): Promise<void> =>
    inTurn(async () => {
      if (isWaiting) return;
      const isOfToday = read?.day === host.clock.today();
      if (!isOfToday || (policy && saidOfPacks(policy) !== read?.by)) await learn();
    });
  return {
    lists,
    desk: open,
    refresh: () => refresh(),
    // One that waits for a backup reads the policy of then.
    reread: () => inTurn(async () => (isWaiting ? undefined : learn(true))),
    async policy() {
      const policy = await ask();
      // Packs that cannot be read take nothing from the policy: the vault says so when it opens.
      await refresh(policy).catch(() => undefined);
      return withPacks(policy);
    },
    async change(act) {
      const done = await act(await open());
      await inTurn(() => learn());
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
      await inTurn(() => learn()).catch(() => undefined);
      await settled();
      return done;
    },
    async areaOfPostcode(postcode) {
      await refresh();
      return areaOfPostcode(postcode, read?.tables?.inForce ?? [], host.clock.today());
    },
    postcodeTables: () => read?.tables ?? NO_TABLES,
    async inForce() {
      await refresh(await ask().catch(() => undefined));
      const rules = read?.rulesOf?.(known);
      return rules && { lists: [...lists.values()], rules };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const NO_TABLES: PostcodeTables = { inForce: [], ever: [] };

/** Texts to compare: a policy that cannot be read differs from any that can. */
function saidOfPacks(policy: Policy | undefined): string {
  return policy ? JSON.stringify(policy.packs ?? null) : '';
}

function asIssue(error: unknown): Issue {
  return error instanceof PreventError
    ? { ...PACKS_NOT_BROUGHT, message: error.message }
    : PACKS_NOT_BROUGHT;
}
