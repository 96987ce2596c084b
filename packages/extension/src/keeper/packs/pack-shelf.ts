/**
 * The packs that this vault holds, in its sealed work: which they are and whose keys are pinned in one entry, each text
 * in an entry of its own. A text is kept before it is named, so that a stop between the two takes in nothing.
 */
import { Instant, PackLogged, PlainDate, PreventError, type Result } from '@cyber-prevent/core';
import { PinnedIssuer, PolicyRecall } from '@cyber-prevent/core/pack';
import * as v from 'valibot';
import { PACKS_KEY } from '../../app/work-keys.js';
import type { SealedWork } from '../../storage/sealed-work.js';

const TakenBy = v.picklist(['policy', 'officer']);

const KeptRow = v.strictObject({
  /** Digest of the content: the name of its text. */
  digest: v.string(),
  signingKey: v.string(),
  takenInOn: PlainDate,
  takenInAt: Instant,
  by: TakenBy,
  isHistory: v.exactOptional(v.literal(true)),
  /** Set once it decides nothing any more, from that day. */
  setAside: v.exactOptional(v.strictObject({ on: PlainDate, at: Instant, reason: v.string() })),
});
export type KeptRow = v.InferOutput<typeof KeptRow>;

/** An act that the log does not have yet, with the request under which it is logged: twice under one is once. */
const OwedAct = v.strictObject({ request: v.string(), act: PackLogged });
export type OwedAct = v.InferOutput<typeof OwedAct>;

export const PacksKept = v.strictObject({
  /** Every issuer ever pinned, as `keepIssuers` gives them. */
  issuers: v.array(PinnedIssuer),
  /** The issuers whose fingerprint the officer compared, and has trusted since. */
  pins: v.array(PinnedIssuer),
  /** Keys that the officer trusts no longer. */
  distrusts: v.optional(v.array(v.string()), []),
  packs: v.array(KeptRow),
  /** The policy’s words when it was last read. */
  isOnly: v.boolean(),
  recalls: v.array(PolicyRecall),
  /** Kept with what was done, so that a stop before it is logged leaves nothing off the log. */
  owed: v.optional(v.array(OwedAct), []),
});
export type PacksKept = v.InferOutput<typeof PacksKept>;

export const NO_PACKS: PacksKept = {
  issuers: [],
  pins: [],
  distrusts: [],
  packs: [],
  isOnly: false,
  recalls: [],
  owed: [],
};

export interface PackShelf {
  /**
   * Gives the packs and issuers with the version that a change of them must have seen.
   *
   * @throws {PreventError} `CP_VAULT_UNREADABLE` when another release wrote it: nothing may be written over it
   */
  load(): Promise<{ readonly kept: PacksKept; readonly version: number }>;
  save(kept: PacksKept, seen: number): Promise<Result<{ readonly version: number }>>;
  text(digest: string): Promise<string>;
  keepText(digest: string, text: string): Promise<void>;
}

export function packShelf(work: Pick<SealedWork, 'load' | 'save'>): PackShelf {
  return {
    async load() {
      const held = await work.load(PACKS_KEY);
      if (held === undefined) return { kept: NO_PACKS, version: 0 };
      const read = v.safeParse(PacksKept, held.value);
      if (!read.success) throw unreadable();
      return { kept: read.output, version: held.version };
    },
    save: (kept, seen) => work.save(PACKS_KEY, kept, seen),
    async text(digest) {
      const held = await work.load(textKey(digest));
      return typeof held?.value === 'string' ? held.value : '';
    },
    async keepText(digest, text) {
      const held = await work.load(textKey(digest));
      if (held?.value === text) return;
      const saved = await work.save(textKey(digest), text, held?.version ?? 0);
      if (!saved.ok) throw unreadable();
    },
  };
}

function textKey(digest: string): string {
  return `keeper/pack-text/${digest}`;
}

function unreadable(): PreventError {
  return new PreventError(
    'CP_VAULT_UNREADABLE',
    'The definition packs of this vault were written by another release, or are damaged. Bring this toolkit up to date. Until then what ships is in force.',
  );
}
