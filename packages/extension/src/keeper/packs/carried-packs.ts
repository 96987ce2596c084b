/**
 * The packs in a backup: one part says which they are and whose keys are pinned, and each text is a part of its own. A
 * backup may come from anybody: a pack in it counts only if its issuer signed it.
 */
import type { BackupPart, Host, Issue, PlainDate } from '@cyber-prevent/core';
import { type HeldPack, judgePack, type Pack, readPack } from '@cyber-prevent/core/pack';
import * as v from 'valibot';
import { isSoundKey } from '../../vault/identity.js';
import { PACKS_NOT_BROUGHT, packNotBrought } from './pack-refused.js';
import { type KeptRow, type PackShelf, PacksKept } from './pack-shelf.js';
import { packContext } from './packs-held-here.js';

const PACKS = 'packs';
const TEXT = 'pack-text';

/** More than any vault takes in. */
const MOST_PACKS = 1000;

const TextPart = v.strictObject({ digest: v.string(), text: v.string() });

/** All that a shelf has, but for what it owes to the log. */
export async function partsOfPacks(
  { owed: _, ...kept }: PacksKept,
  { text }: Pick<PackShelf, 'text'>,
): Promise<readonly BackupPart[]> {
  const texts = await Promise.all(
    kept.packs.map(async ({ digest }) => ({ digest, text: await text(digest) })),
  );
  return [
    { part: PACKS, value: kept },
    ...texts.map((value): BackupPart => ({ part: TEXT, value })),
  ];
}

interface CarriedPacks {
  /** Undefined if there are none, or they cannot be read. */
  readonly kept?: PacksKept;
  /** Texts by digest. */
  readonly texts: ReadonlyMap<string, string>;
  /** The packs that are as their issuers signed them, in the order in which they were taken in. */
  readonly packs: readonly CarriedPack[];
  readonly refused: readonly Issue[];
}

interface CarriedPack {
  readonly row: KeptRow;
  readonly pack: Pack;
}

/** Reads the parts of a backup that are about packs. A pack that is damaged, or not its issuer’s, is named and left out. */
export async function readCarried(
  parts: readonly BackupPart[],
  digest: Host['digest'],
): Promise<CarriedPacks> {
  const texts = new Map(
    parts.flatMap(({ part, value }) => {
      const read = v.safeParse(TextPart, value);
      return part === TEXT && read.success ? [[read.output.digest, read.output.text] as const] : [];
    }),
  );
  const said = parts.find(({ part }) => part === PACKS);
  if (said === undefined)
    return { texts, packs: [], refused: texts.size > 0 ? [PACKS_NOT_BROUGHT] : [] };
  const read = v.safeParse(PacksKept, said.value);
  if (!read.success || read.output.packs.length > MOST_PACKS)
    return { texts, packs: [], refused: [PACKS_NOT_BROUGHT] };
  const rows = new Map(read.output.packs.map((row) => [row.digest, row]));
  const packs: CarriedPack[] = [];
  const refused: Issue[] = [];
  for (const row of rows.values()) {
    const pack = await packOf(row, texts.get(row.digest), digest);
    if (pack === undefined) refused.push(packNotBrought(row.digest));
    else packs.push({ row, pack });
  }
  const isKey = ({ signingKey }: { readonly signingKey: string }) =>
    isSoundKey('signing', signingKey);
  return {
    kept: {
      ...read.output,
      packs: packs.map(({ row }) => row),
      issuers: read.output.issuers.filter(isKey),
      pins: read.output.pins.filter(isKey),
      owed: [],
    },
    texts,
    packs,
    refused,
  };
}

async function packOf(
  { digest: named, signingKey }: KeptRow,
  text: string | undefined,
  digest: Host['digest'],
): Promise<Pack | undefined> {
  if (text === undefined || !isSoundKey('signing', signingKey)) return undefined;
  // The text may name another key, and one that is none.
  const read = await readPack(text, packContext([], new Map(), digest)).catch(() => undefined);
  if (!read?.ok) return undefined;
  const { pack } = read.value;
  return pack.digest === named && pack.issuer.signingKey === signingKey ? pack : undefined;
}

/** Faults of a pack beside those that are held. That it is held, or its key not trusted, is none: it keeps its words. */
const FAULTS = ['pack-issuer-unknown', 'pack-other-of-version', 'pack-version-kept'];

/** Those of the packs that can be held beside the ones here, and why the others cannot. */
export function besideHeld(
  { there, packs }: { readonly there: PacksKept | undefined } & Pick<CarriedPacks, 'packs'>,
  here: {
    readonly kept: PacksKept;
    readonly packs: readonly HeldPack[];
    readonly today: PlainDate;
  },
): { readonly packs: readonly CarriedPack[]; readonly refused: readonly Issue[] } {
  const issuers = [...here.kept.issuers, ...(there?.issuers ?? [])].map(
    ({ recalledOn: _, ...issuer }) => issuer,
  );
  const held = [...here.packs];
  const refused: Issue[] = [];
  const fitting = packs.filter(({ row, pack: { needs: _, ...pack } }) => {
    if (here.kept.packs.some(({ digest }) => digest === row.digest)) return true;
    const faults = judgePack({ packs: held, issuers }, pack, { today: here.today }).filter(
      ({ code }) => FAULTS.includes(code),
    );
    if (faults.length === 0) held.push({ ...pack, takenInOn: row.takenInOn });
    refused.push(
      ...faults.map((fault) => ({ ...fault, at: `${pack.title}, version ${pack.version}` })),
    );
    return faults.length === 0;
  });
  return { packs: fitting, refused };
}
