/**
 * A caseload of fictional people with records to search, the same each time. Words of narratives are those of the guides
 * for officers, and names are put together as English ones are: made-up syllables would be alike as no words are.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordId, RecordKind, StoredRecord } from '../packages/core/src/index.ts';
import { dayOf, numbers } from './match-crowd.ts';

/** Queries that an officer may type for one person. */
export interface Sought {
  readonly person: RecordId;
  readonly kind: (typeof SOUGHT_KINDS)[number];
  readonly words: string;
}

export const SOUGHT_KINDS = [
  'name',
  'reversed',
  'mistyped',
  'handle part',
  'telephone part',
  'reference',
  'year and name',
  'narrative',
] as const;

export interface SearchCrowd {
  readonly records: ReadonlyMap<RecordKind, readonly StoredRecord[]>;
  readonly sought: readonly Sought[];
}

const GIVEN =
  'Ada Aisha Alfie Amelia Anwar Archie Beatrix Bella Caleb Carys Chloe Daisy Dylan Elif Elsie Ewan Farah Felix Freya George Gethin Hamza Harriet Idris Imogen Isla Jacob Jaya Josiah Kayleigh Kian Layla Leo Louis Maeve Maisie Mohammed Nadia Nia Noor Oliver Omar Oscar Owen Petra Poppy Priya Quentin Rafe Riley Rowan Samir Siobhan Sorrel Tamsin Theo Tobias Una Victor Wilf Willow Yusuf Zara Zephyr'.split(
    ' ',
  );
const BEGINNINGS =
  'Ash Black Brack Bramble Brook Calder Carl Copper Crom Dark Dun Elder Fair Farn Fern Garth Gold Green Hal Hart Hazel Holl Ivy Kestrel King Lang Lark Lin Marl Mer Mill Moor Nettle North Oak Pen Pike Quill Raven Red Rush Sel Silver Stan Stone Swan Thistle Thorn Til Under Vale Wald Wendle Whit Wild Winter Wood Wren Yar York'.split(
    ' ',
  );
const ENDINGS =
  'bank beck berry bourne bridge brook bury by combe cote croft dale den don down field ford gate grove ham hill holme hurst land ley low man mere more ridge rick shaw side son stead stone ton vale ville ward way well wick wood worth wright'.split(
    ' ',
  );
const HANDLES =
  'byte crash drift echo flux ghost hex ion jinx kilo loop mod null orbit ping quark root shift trace ultra void wave xeno yeti zero'.split(
    ' ',
  );
const ROOT = join(import.meta.dirname, '..');
const DAY_COUNT = 5800;
const SCHOOL_COUNT = 300;
/** Unevenness of words and names: the commonest word is in nearly every narrative. */
const UNEVENNESS = 3;
const NARRATIVE_WORDS = 70;
const AT = '2026-11-24T09:30:00.000Z';

export function searchCrowd(size: number, soughtCount: number): SearchCrowd {
  const next = numbers(20_261_130);
  const pick = (count: number): number => Math.floor(next() ** UNEVENNESS * count);
  const vocabulary = wordsOfGuides();
  const one = (words: readonly string[], nth = pick(words.length)): string =>
    words[nth % words.length] ?? '';
  const place = (nth: number): string =>
    one(BEGINNINGS, nth) + one(ENDINGS, Math.floor(nth / BEGINNINGS.length));
  const prose = (): string =>
    Array.from({ length: NARRATIVE_WORDS }, () => one(vocabulary)).join(' ');
  const records = new Map<RecordKind, StoredRecord[]>();
  const keep = (kind: RecordKind, nth: number, value: object): void => {
    const id = idOf(kind, nth);
    const stored = { kind, id, value: { id, ...value }, sources: {}, createdAt: AT };
    const held = records.get(kind) ?? [];
    held.push(stored as object as StoredRecord);
    records.set(kind, held);
  };
  const facts = Array.from({ length: size }, (_, nth) => {
    const given = one(GIVEN, Math.floor(next() * GIVEN.length));
    const family = place(pick(BEGINNINGS.length * ENDINGS.length));
    const born = dayOf(Math.floor(next() * DAY_COUNT));
    const handle = `${one(HANDLES)}${one(HANDLES)}_${nth}`;
    const phone = `07700 900${String(nth % 1000).padStart(3, '0')}`;
    const [told, met] = [prose(), prose()];
    const subjectId = idOf('subject', nth);
    const school = `${place(pick(SCHOOL_COUNT))} academy`;
    keep('subject', nth, {
      name: `${given} ${family}`,
      aliases: [],
      bornOn: born,
      addresses: [{ lines: '1 Sample Row', postcode: `ZZ${nth % 99} 1AA`, notedOn: '2026-11-01' }],
      schools: [{ name: school, notedOn: '2026-11-01' }],
      phones: [phone],
      emails: [],
    });
    const reference = `NCCU/2026/${nth}`;
    keep('referral', nth, { subjectId, reference, receivedOn: '2026-11-20', narrative: told });
    keep('onlineIdentifier', nth, { subjectId, asSeen: handle, platform: 'discord' });
    keep('intervention', nth, { subjectId, heldOn: '2026-11-21', note: met });
    return { given, family, born, handle, phone, reference, told };
  });
  const sought = Array.from({ length: soughtCount }, (_, nth): Sought => {
    const at = Math.floor(next() * size);
    const { given, family, born, handle, phone, reference, told } = facts[at] as (typeof facts)[0];
    const kind = SOUGHT_KINDS[nth % SOUGHT_KINDS.length] ?? 'name';
    const words = told.split(' ');
    const typed: Readonly<Record<Sought['kind'], string>> = {
      name: `${given} ${family}`,
      reversed: `${family} ${given}`,
      mistyped: `${given} ${family.slice(0, 3)}${family.slice(4)}`,
      'handle part': handle.slice(2),
      'telephone part': `${phone.slice(8)} ${family}`,
      reference,
      'year and name': `${born.slice(0, 4)} ${family}`,
      narrative: words
        .toSorted((a, b) => b.length - a.length)
        .slice(0, 3)
        .join(' '),
    };
    return { person: idOf('subject', at), kind, words: typed[kind] };
  });
  return { records, sought };
}

/** Every word of the guides, the commonest first. */
function wordsOfGuides(): readonly string[] {
  const counts = new Map<string, number>();
  for (const file of globSync('docs/**/*.md', { cwd: ROOT }).toSorted())
    for (const word of readFileSync(join(ROOT, file), 'utf8')
      .toLowerCase()
      .match(/\p{L}{3,}/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word);
}

function idOf(kind: RecordKind, nth: number): RecordId {
  return `${kind}-${nth}` as RecordId;
}
