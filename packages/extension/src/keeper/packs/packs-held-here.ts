/** Reads the packs that are held, against the issuers that are pinned today: what is in force follows from it. */
import { addDays, type CodeLists, type Host, type PlainDate } from '@cyber-prevent/core';
import {
  codeListsInForce,
  type Definition,
  type HeldPack,
  type KeptPack,
  type PackContext,
  type PacksHeld,
  type PinnedIssuer,
  type ReadHeldPack,
  readPack,
  readPacks,
  shippedDefinitions,
  type UnreadPack,
} from '@cyber-prevent/core/pack';
import { fromBase64url, utf8 } from '../../vault/bytes.js';
import { importPublic } from '../../vault/identity.js';
import { withEditionTemplates } from './edition-templates.js';
import type { KeptRow, PackShelf, PacksKept } from './pack-shelf.js';
import { issuersNow, type KeysSeen, keysSeen, type PolicyNow } from './pinned-issuers.js';

/** The packs that are held, read against the issuers of now. */
export interface PacksHere {
  readonly held: PacksHeld;
  readonly read: readonly ReadHeldPack[];
  readonly unread: readonly UnreadPack[];
  readonly lists: CodeLists;
  readonly seen: KeysSeen;
}

const verifyPack: PackContext['verify'] = async (signingKey, text, signature) =>
  crypto.subtle.verify(
    'Ed25519',
    await importPublic('signing', signingKey),
    fromBase64url(signature),
    utf8(text),
  );

/** Checked once: each definition of the release is held to its kind. */
let shipped: readonly Definition[] | undefined;

/** @param more - keys that no held pack names yet: those of a pack that is about to be taken in */
export async function packsHere(
  kept: PacksKept,
  policy: PolicyNow,
  {
    shelf,
    digest,
    today,
    more = [],
  }: {
    readonly shelf: Pick<PackShelf, 'text'>;
    readonly digest: Host['digest'];
    readonly today: PlainDate;
    readonly more?: readonly string[];
  },
): Promise<PacksHere> {
  const seen = await keysSeen([...kept.packs.map(({ signingKey }) => signingKey), ...more], digest);
  const issuers = issuersNow(kept, policy, seen, today);
  shipped ??= withEditionTemplates(shippedDefinitions());
  const ofRelease = shipped;
  const heldOf = (packs: readonly HeldPack[]): PacksHeld => ({
    shipped: ofRelease,
    packs: packs.map((pack) => endedHere(pack, kept.packs)),
    issuers,
    recalls: policy.recalls,
  });
  const texts = await Promise.all(
    kept.packs.map(async (row): Promise<KeptPack> => {
      const { takenInOn, isHistory } = row;
      const text = await shelf.text(row.digest);
      return { text, takenInOn, ...(isHistory ? { isHistory } : {}) };
    }),
  );
  const listsOf = (packs: readonly HeldPack[]) => codeListsInForce(heldOf(packs), today);
  const context = packContext(issuers, listsOf([]), digest);
  const { packs, unread } = await readPacks(texts, context, listsOf);
  const held = heldOf(packs.map(({ pack }) => pack));
  return { held, read: packs, unread, lists: codeListsInForce(held, today), seen };
}

export function packContext(
  issuers: readonly PinnedIssuer[],
  lists: CodeLists,
  digest: Host['digest'],
): PackContext {
  return { verify: verifyPack, digest, issuers, lists };
}

/** The key that a text names, if it is a signed pack at all; whose key it is, nobody has said yet. */
export function readUnpinned(text: string, lists: CodeLists, digest: Host['digest']) {
  return readPack(text, packContext([], lists, digest));
}

/** A pack that was set aside has ended here, the day before: as one whose last day has come, it decides nothing. */
function endedHere(pack: HeldPack, rows: readonly KeptRow[]): HeldPack {
  const setAside = rows.find(({ digest }) => digest === pack.digest)?.setAside;
  if (setAside === undefined) return pack;
  const last = addDays(setAside.on, -1);
  return pack.to !== undefined && pack.to < last ? pack : { ...pack, to: last };
}
