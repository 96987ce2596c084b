/** Packs on their way into a backup and out of one, and the acts that the log does not have yet. */
import { type BackupPart, type Host, PreventError } from '@cyber-prevent/core';
import type { PacksBrought } from '../../ports/backup-services.js';
import { besideHeld, partsOfPacks, readCarried } from './carried-packs.js';
import { mergeOther, mergeOwn } from './merge-packs.js';
import { owingActs } from './pack-acts.js';
import { PACK_NOT_HERE } from './pack-refused.js';
import type { OwedAct, PackShelf, PacksKept } from './pack-shelf.js';
import { packsHere } from './packs-held-here.js';
import { NO_PACK_POLICY } from './pinned-issuers.js';

/** The vault and the log of a backup. */
export interface BroughtFrom {
  /** True for a backup of this vault. */
  readonly isOwn: boolean;
  /** True if its log goes beyond the one that was here, and so has every act that led to its packs. */
  readonly isAhead: boolean;
}

export interface PackCarrier {
  /** Acts that the log does not have yet, oldest first. */
  owed(): Promise<readonly OwedAct[]>;
  /** Forgets an act that was logged. */
  logged(request: string): Promise<void>;
  /** The parts of a backup. */
  carried(): Promise<readonly BackupPart[]>;
  /** Says what {@link PackCarrier.bring} would do, and keeps nothing. */
  weigh(parts: readonly BackupPart[]): Promise<PacksBrought>;
  /** Merges the packs of a backup with those that are held. */
  bring(parts: readonly BackupPart[], from: BroughtFrom): Promise<PacksBrought>;
}

export function packCarrier({
  shelf,
  clock,
  digest,
}: Pick<Host, 'clock' | 'digest'> & { readonly shelf: PackShelf }): PackCarrier {
  const save = async (kept: PacksKept, version: number): Promise<void> => {
    const saved = await shelf.save(kept, version);
    if (!saved.ok) throw new PreventError('CP_STORE_CLOSED', PACK_NOT_HERE.message);
  };
  const weighed = async (parts: readonly BackupPart[], kept: PacksKept) => {
    const today = clock.today();
    const { kept: there, texts, ...carried } = await readCarried(parts, digest);
    const { held } = await packsHere(
      kept,
      { ...NO_PACK_POLICY, isUnread: true },
      { shelf, digest, today },
    );
    const { packs, refused } = besideHeld(
      { there, packs: carried.packs },
      { kept, packs: held.packs, today },
    );
    const rows = packs.map(({ row }) => row);
    const here = new Set(kept.packs.map((row) => row.digest));
    const heldCount = rows.filter((row) => here.has(row.digest)).length;
    const brought: PacksBrought = {
      taken: rows.length - heldCount,
      held: heldCount,
      refused: [...carried.refused, ...refused],
    };
    return { there: there && { ...there, packs: rows }, texts, brought };
  };
  return {
    owed: async () => (await shelf.load()).kept.owed,
    async logged(request) {
      const { kept, version } = await shelf.load();
      const owed = kept.owed.filter((each) => each.request !== request);
      await save({ ...kept, owed }, version);
    },
    carried: async () => partsOfPacks((await shelf.load()).kept, shelf),
    weigh: async (parts) => (await weighed(parts, (await shelf.load()).kept)).brought,
    async bring(parts, { isOwn, isAhead }) {
      const { kept, version } = await shelf.load();
      const { there, texts, brought } = await weighed(parts, kept);
      if (there === undefined) return brought;
      for (const { digest: name } of there.packs) await shelf.keepText(name, texts.get(name) ?? '');
      const now = { today: clock.today(), now: clock.now() };
      const merged = isOwn ? mergeOwn(kept, there) : mergeOther(kept, there, now);
      const before = isOwn && isAhead ? there : kept;
      const acting = { clock, digest, text: shelf.text, by: 'backup' } as const;
      await save(await owingActs(before, merged, acting), version);
      return brought;
    },
  };
}
