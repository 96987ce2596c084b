/** A caseload of fictional people with records to search, the same each time: names, numbers, handles and narratives. */
import type { RecordId, RecordKind, StoredRecord } from '../packages/core/src/index.ts';
import { dayOf, numbers, wordOf } from './match-crowd.ts';

/** What an officer may type for one person. */
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

const GIVEN_COUNT = 400;
const FAMILY_COUNT = 20_000;
const SCHOOL_COUNT = 300;
const DAY_COUNT = 5800;
/** Words of narratives, and how uneven their use is: the commonest is in nearly every one. */
const VOCABULARY = 8000;
const UNEVENNESS = 3;
const NARRATIVE_WORDS = 70;
const AT = '2026-11-24T09:30:00.000Z';

export function searchCrowd(size: number, soughtCount: number): SearchCrowd {
  const next = numbers(20_261_130);
  const pick = (count: number): number => Math.floor(next() ** UNEVENNESS * count);
  const prose = (): string =>
    Array.from({ length: NARRATIVE_WORDS }, () => wordOf(pick(VOCABULARY), 2 + pick(3))).join(' ');
  const records = new Map<RecordKind, StoredRecord[]>();
  const keep = (kind: RecordKind, nth: number, value: object): void => {
    const id = idOf(kind, nth);
    const stored = { kind, id, value: { id, ...value }, sources: {}, createdAt: AT };
    const held = records.get(kind) ?? [];
    held.push(stored as object as StoredRecord);
    records.set(kind, held);
  };
  const facts = Array.from({ length: size }, (_, nth) => {
    const [given, family] = [wordOf(pick(GIVEN_COUNT), 3), wordOf(pick(FAMILY_COUNT), 4)];
    const born = dayOf(Math.floor(next() * DAY_COUNT));
    const handle = `${wordOf(pick(FAMILY_COUNT), 3)}_${nth}`;
    const phone = `07700 900${String(nth % 1000).padStart(3, '0')}`;
    const [told, met] = [prose(), prose()];
    const subjectId = idOf('subject', nth);
    const school = `${wordOf(pick(SCHOOL_COUNT), 3)} academy`;
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

function idOf(kind: RecordKind, nth: number): RecordId {
  return `${kind}-${nth}` as RecordId;
}
