/** The acts on packs and keys that lie between two states of the shelf: each is owed to the log once. */
import { type Host, Line, type PackLogged } from '@cyber-prevent/core';
import { type IssuerRank, issuersByKey } from '@cyber-prevent/core/pack';
import * as v from 'valibot';
import type { KeptRow, PackShelf, PacksKept } from './pack-shelf.js';

type TakenIn = Extract<PackLogged, { readonly act: 'taken-in' }>;
type Kept = Pick<PacksKept, 'packs' | 'issuers' | 'pins'>;

interface ActParts extends Pick<Host, 'digest'>, Pick<PackShelf, 'text'> {
  readonly clock: Pick<Host['clock'], 'now'>;
  /** Set where a backup made the difference. */
  readonly by?: 'backup';
}

/** The state after, with every act that led to it owed to the log. */
export async function owingActs(
  before: Kept,
  after: PacksKept,
  parts: ActParts,
): Promise<PacksKept> {
  const acts = await actsBetween(before, after, parts);
  const owed = acts.map((act) => ({ request: crypto.randomUUID(), act }));
  return { ...after, owed: [...after.owed, ...owed] };
}

/** In the order in which they are logged: keys that are trusted now, packs, keys that no longer are. */
async function actsBetween(
  before: Kept,
  after: Kept,
  { clock, by, digest, text }: ActParts,
): Promise<readonly PackLogged[]> {
  const [was, is] = [ranksOf(before), ranksOf(after)];
  const doneAt = clock.now();
  const issuers = issuersByKey([...before.issuers, ...after.issuers]);
  const done = async (signingKey: string, who: PackLogged['by']) => {
    const issuer = issuers.get(signingKey);
    return {
      by: by ?? who,
      doneAt,
      fingerprint: await digest(signingKey),
      ...(issuer ? { issuer: issuer.name } : {}),
    };
  };
  const trusted: PackLogged[] = [];
  for (const [key, rank] of is)
    if (was.get(key) !== rank)
      trusted.push({
        act: 'key-trusted',
        ...(await done(key, isPinned(after, key) ? 'officer' : 'policy')),
        rank,
      });
  const packs: PackLogged[] = [];
  for (const row of after.packs) {
    const held = before.packs.find((each) => each.digest === row.digest);
    const pack = { digest: row.digest, ...namedIn(await text(row.digest)) };
    const rank = is.get(row.signingKey);
    if (held === undefined)
      packs.push({
        act: 'taken-in',
        ...(await done(row.signingKey, row.by)),
        ...pack,
        ...(rank ? { rank } : {}),
        ...(row.isHistory ? { isHistory: true } : {}),
      });
    if (row.setAside && !held?.setAside)
      packs.push({
        act: 'set-aside',
        ...(await done(row.signingKey, 'officer')),
        ...pack,
        ...reasonOf(row),
      });
    if (held?.setAside && !row.setAside)
      packs.push({ act: 'put-back', ...(await done(row.signingKey, 'officer')), ...pack });
  }
  const distrusted: PackLogged[] = [];
  for (const key of was.keys())
    if (!is.has(key)) {
      const isOfficers = isPinned(before, key) && !isPinned(after, key);
      distrusted.push({
        act: 'key-distrusted',
        ...(await done(key, isOfficers ? 'officer' : 'policy')),
      });
    }
  return [...trusted, ...packs, ...distrusted];
}

/** Ranks of the keys that are trusted. */
function ranksOf({ issuers }: Kept): ReadonlyMap<string, IssuerRank> {
  return new Map(
    [...issuersByKey(issuers).values()].flatMap(({ signingKey, rank, recalledOn }) =>
      recalledOn === undefined ? [[signingKey, rank] as const] : [],
    ),
  );
}

function isPinned({ pins }: Kept, key: string): boolean {
  return pins.some(({ signingKey }) => signingKey === key);
}

const Named = v.object({ pack: v.object({ id: Line, title: Line, version: v.number() }) });

/** Id, title and version in a text that was read before; none if it is damaged. */
function namedIn(text: string): Pick<TakenIn, 'id' | 'title' | 'version'> {
  try {
    const read = v.safeParse(Named, JSON.parse(text.replace(/^\uFEFF/, '')));
    return read.success ? read.output.pack : {};
  } catch {
    return {};
  }
}

const LONGEST_REASON = 500;

/** The officer’s reason as one line of the log. */
function reasonOf({ setAside }: KeptRow): { readonly reason?: string } {
  const line = v.safeParse(Line, setAside?.reason.slice(0, LONGEST_REASON));
  return line.success ? { reason: line.output } : {};
}
