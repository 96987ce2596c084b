/**
 * The acts on packs of an open vault, one at a time: what one would change, taking it in, setting it aside, trusting its
 * key no longer. Nothing is taken in but what was shown, and nothing that was held is ever removed.
 */
import {
  canonical,
  failed,
  type Host,
  type Issue,
  type PlainDate,
  passed,
  type Result,
} from '@cyber-prevent/core';
import {
  judgePack,
  type Pack,
  type PinnedIssuer,
  packAgeIssues,
  type ReadPack,
  readPack,
  takeIn,
} from '@cyber-prevent/core/pack';
import type { IssuerRow, PackPin, PackPreview, PacksRead } from '../../ports/packs.js';
import type { Policy } from '../../ports/services.js';
import { takeTurns } from '../../storage/place/turns.js';
import type { SealedWork } from '../../storage/sealed-work.js';
import { NO_POLICY } from '../policy.js';
import { owingActs } from './pack-acts.js';
import { type PackCarrier, packCarrier } from './pack-carrier.js';
import {
  PACK_ASIDE_EARLIER,
  PACK_CHANGED_SINCE,
  PACK_KEY_NOT_COMPARED,
  PACK_NOT_HERE,
  PACK_ONLY_OF_POLICY,
} from './pack-refused.js';
import { type KeptRow, type PacksKept, packShelf } from './pack-shelf.js';
import { type PacksHere, packContext, packsHere, readUnpinned } from './packs-held-here.js';
import { NO_PACK_POLICY, type PolicyNow } from './pinned-issuers.js';
import {
  aboutPack,
  actsFrom,
  changeRows,
  heldRows,
  inForceRows,
  issuerRows,
  leftOutRows,
  recalledRows,
  recallRows,
} from './said-packs.js';

export interface PackDeskParts {
  readonly work: Pick<SealedWork, 'load' | 'save'>;
  readonly host: Pick<Host, 'clock' | 'digest'>;
  /** The force’s policy, without anything that packs add to it. */
  readonly policy: () => Promise<Policy>;
}

export interface PackDesk extends PackCarrier {
  /** Takes in the packs of the policy, then reads all that is held. */
  here(): Promise<PacksHere>;
  read(): Promise<PacksRead>;
  preview(text: string, pin: PackPin | undefined): Promise<Result<PackPreview>>;
  /** @param shown - the answer that the officer has seen, as its preview names it */
  take(text: string, pin: PackPin | undefined, shown: string): Promise<Result<true>>;
  setAside(digest: string, reason: string): Promise<Result<true>>;
  /** Undoes setting aside, on the same day alone: nothing acts backwards. */
  putBack(digest: string): Promise<Result<true>>;
  /** Trusts the key of an issuer no longer, from today. */
  distrust(signingKey: string): Promise<Result<true>>;
}

/** The packs and the policy, read for one act. */
interface Standing {
  readonly kept: PacksKept;
  readonly version: number;
  readonly policy: PolicyNow;
  readonly today: PlainDate;
  readonly faults: PacksRead['policyFaults'];
}

interface Opened {
  readonly read: ReadPack;
  readonly here: PacksHere;
  readonly kept: PacksKept;
}

export function packDesk({ work, host, policy }: PackDeskParts): PackDesk {
  const { clock, digest } = host;
  const shelf = packShelf(work);
  const acting = { clock, digest, text: shelf.text };
  const carrier = packCarrier({ shelf, clock, digest });
  const inTurn = takeTurns();
  /** Texts of the policy that are held. */
  const taken = new Set<string>();
  const hereOf = (
    { policy: given, today }: Standing,
    kept: PacksKept,
    more: readonly string[] = [],
  ) => packsHere(kept, given, { shelf, digest, today, more });

  const saveActs = async (at: Standing, after: PacksKept): Promise<Result<true>> => {
    const saved = await shelf.save(await owingActs(at.kept, after, acting), at.version);
    return saved.ok ? passed(true) : saved;
  };

  /** Reads a text against the keys that are pinned now, and the one that the officer is about to pin. */
  const open = async (
    text: string,
    pin: PackPin | undefined,
    at: Standing,
  ): Promise<Result<Opened>> => {
    if (pin && pin.compared !== 'same') return failed(PACK_KEY_NOT_COMPARED);
    const unpinned = await readUnpinned(text, new Map(), digest);
    if (!unpinned.ok) return unpinned;
    const { signingKey, name } = unpinned.value.pack.issuer;
    const isPinned = (await hereOf(at, { ...at.kept, packs: [] }, [signingKey])).held.issuers.some(
      (each) => each.signingKey === signingKey && each.recalledOn === undefined,
    );
    const own: PinnedIssuer[] =
      pin && !isPinned && !at.policy.isOnly
        ? [{ signingKey, name, rank: pin.rank, pinnedOn: at.today } as PinnedIssuer]
        : [];
    const distrusts = at.kept.distrusts.filter((key) => own.length === 0 || key !== signingKey);
    const kept = { ...at.kept, pins: [...at.kept.pins, ...own], distrusts };
    const here = await hereOf(at, kept, [signingKey]);
    const read = await readPack(text, packContext(here.held.issuers, here.lists, digest));
    return read.ok ? passed({ read: read.value, here, kept }) : read;
  };

  /** The errors that keep a pack out, first the policy’s own. */
  const issuesOf = ({ here }: Opened, pack: Pack, { policy: given, today }: Standing) => {
    const issues = judgePack(here.held, pack, { today });
    const fingerprint = here.seen.byKey.get(pack.issuer.signingKey);
    const isOfPolicy = given.issuers.some((each) => each.fingerprint === fingerprint);
    return given.isOnly && !isOfPolicy ? [PACK_ONLY_OF_POLICY] : issues;
  };

  const keep = async (
    text: string,
    { read, here, kept }: Opened,
    at: Standing,
    by: KeptRow['by'],
  ): Promise<Result<PacksKept>> => {
    const refused = issuesOf({ read, here, kept }, read.pack, at).filter(isError);
    if (refused.length > 0) return failed(...refused);
    const held = takeIn(here.held, read.pack, { today: at.today });
    if (!held.ok) return held;
    await shelf.keepText(read.pack.digest, text);
    const row: KeptRow = {
      digest: read.pack.digest,
      signingKey: read.pack.issuer.signingKey,
      takenInOn: held.value.takenInOn,
      takenInAt: clock.now(),
      by,
      ...(held.value.isHistory ? { isHistory: true } : {}),
    };
    return passed({
      ...kept,
      issuers: [...here.held.issuers],
      packs: [...kept.packs, row],
    });
  };

  /** Takes in the packs of the policy, and trusts the keys that it no longer names no more. */
  const standing = async (): Promise<Standing> => {
    const { kept: before, version } = await shelf.load();
    const given = await policy().then(
      ({ packs }): PolicyNow => packs ?? NO_PACK_POLICY,
      (): PolicyNow => ({
        ...NO_PACK_POLICY,
        isOnly: before.isOnly,
        recalls: before.recalls,
        isUnread: true,
      }),
    );
    const today = clock.today();
    const faults: { row: number; issues: readonly Issue[] }[] = [];
    let at: Standing = { kept: before, version, policy: given, today, faults };
    for (const [nth, text] of given.files.entries()) {
      if (taken.has(text)) continue;
      const opened = await open(text, undefined, at);
      const next = opened.ok ? await keep(text, opened.value, at, 'policy') : opened;
      const isHeld = next.ok || next.issues.some(({ code }) => code === 'pack-held');
      if (next.ok) at = { ...at, kept: next.value };
      if (isHeld) taken.add(text);
      else faults.push({ row: nth + 1, issues: next.issues });
    }
    const { held } = await hereOf(at, at.kept);
    const kept: PacksKept = {
      ...at.kept,
      issuers: [...held.issuers],
      isOnly: given.isOnly,
      recalls: [...given.recalls],
    };
    if (canonical(kept) === canonical(before)) return { ...at, kept };
    const owing = await owingActs(before, kept, acting);
    const saved = await shelf.save(owing, version);
    // Another keeper of this vault wrote first: what it has kept is read again at the next act.
    if (!saved.ok) taken.clear();
    return { ...at, kept: owing, version: saved.ok ? saved.value.version : version };
  };

  /** Names the policy too: it may pin a key that no pack held here has, which changes nothing that is kept. */
  const shownAs = async (
    { pack }: ReadPack,
    pin: PackPin | undefined,
    { version, today, policy: given }: Standing,
  ) =>
    digest(
      canonical({ pack: pack.digest, rank: pin?.rank ?? '', version, today, policy: { ...given } }),
    );

  const change = async (act: (at: Standing) => Result<PacksKept>): Promise<Result<true>> => {
    const at = await standing();
    const next = act(at);
    if (!next.ok) return next;
    const { held } = await hereOf(at, next.value);
    return saveActs(at, { ...next.value, issuers: [...held.issuers] });
  };

  const changeRow = (
    digestOfPack: string,
    next: (row: KeptRow, today: PlainDate) => Result<KeptRow>,
  ): Promise<Result<true>> =>
    change(({ kept, today }) => {
      const row = kept.packs.find((each) => each.digest === digestOfPack);
      if (row === undefined) return failed(PACK_NOT_HERE);
      const changed = next(row, today);
      if (!changed.ok) return changed;
      return passed({
        ...kept,
        packs: kept.packs.map((each) => (each === row ? changed.value : each)),
      });
    });

  return {
    here: () =>
      inTurn(async () => {
        const at = await standing();
        return hereOf(at, at.kept);
      }),
    read: () =>
      inTurn(async () => {
        const at = await standing();
        const here = await hereOf(at, at.kept);
        const { retention = [], timeLimits = [] } = await policy().catch(() => NO_POLICY);
        return {
          today: at.today,
          checkedAt: clock.now(),
          isOnly: at.policy.isOnly,
          inForce: inForceRows(here, at.today),
          recalled: recalledRows(here, at.today),
          packs: heldRows(here, at.kept.packs, at.today),
          issuers: issuerRows(here, at.kept),
          unread: here.unread.map(({ takenInOn, issues }) => ({ takenInOn, issues })),
          ofPolicy: { retention, timeLimits },
          policyFaults: at.faults,
        };
      }),
    preview: (text, pin) =>
      inTurn(async () => {
        const at = await standing();
        const opened = await open(text, pin, at);
        if (!opened.ok) return opened;
        const { read, here } = opened.value;
        const { pack, fingerprint, refused, refusedRecalls } = read;
        const changes = changeRows(here, pack, at.today);
        const issuer = issuerRows(here, opened.value.kept).find(
          ({ signingKey }) => signingKey === pack.issuer.signingKey,
        );
        return passed({
          ...aboutPack(pack, fingerprint),
          shown: await shownAs(read, pin, at),
          ...(issuer ? { issuer: trustOf(issuer) } : {}),
          old: packAgeIssues(pack, at.today),
          issues: issuesOf(opened.value, pack, at),
          actsFrom: actsFrom(pack, at.today),
          changes,
          counts: countsOf(changes.map(({ change: name }) => name)),
          refused: [...leftOutRows(here, pack, refused, at.today), ...refusedRecalls],
          recalls: recallRows(here, pack),
        });
      }),
    take: (text, pin, shown) =>
      inTurn(async () => {
        const at = await standing();
        const opened = await open(text, pin, at);
        if (!opened.ok) return opened;
        if ((await shownAs(opened.value.read, pin, at)) !== shown)
          return failed(PACK_CHANGED_SINCE);
        const kept = await keep(text, opened.value, at, 'officer');
        return kept.ok ? saveActs(at, kept.value) : kept;
      }),
    setAside: (digestOfPack, reason) =>
      inTurn(() =>
        changeRow(digestOfPack, (row, today) =>
          passed({
            ...row,
            setAside: row.setAside ?? { on: today, at: clock.now(), reason },
          }),
        ),
      ),
    putBack: (digestOfPack) =>
      inTurn(() =>
        changeRow(digestOfPack, ({ setAside, ...row }, today) =>
          setAside !== undefined && setAside.on < today ? failed(PACK_ASIDE_EARLIER) : passed(row),
        ),
      ),
    distrust: (signingKey) =>
      inTurn(() =>
        change(({ kept }) =>
          kept.pins.some((each) => each.signingKey === signingKey)
            ? passed({
                ...kept,
                pins: kept.pins.filter((each) => each.signingKey !== signingKey),
                distrusts: [...kept.distrusts, signingKey],
              })
            : failed(PACK_NOT_HERE),
        ),
      ),
    owed: () => inTurn(carrier.owed),
    logged: (request) => inTurn(() => carrier.logged(request)),
    carried: () => inTurn(carrier.carried),
    weigh: (parts) => inTurn(() => carrier.weigh(parts)),
    bring: (parts, from) => inTurn(() => carrier.bring(parts, from)),
  };
}

/** The issuer of a preview. */
function trustOf({ name, rank, by, pinnedOn }: IssuerRow) {
  return { name, rank, by, pinnedOn };
}

function isError({ severity }: Issue): boolean {
  return severity === 'error';
}

function countsOf<T extends string>(names: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
