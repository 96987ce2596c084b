/**
 * Finds the conditions that stand on a record and on each of its values: those of the captures that the value was read
 * from, those of every record that it was made from, and those of an intelligence note by its own grade.
 */
import { packed } from '../../match/fold.js';
import { aboutOfLink } from '../../record/about-link.js';
import type { RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { PRESENT_STANDING, presentPlace } from '../act/offence-state.js';
import { type HandlingOrigin, originIn } from './origin.js';

/** Finds a record that is held; undefined if there is none. */
export type FindRecord = (id: RecordId) => StoredRecord | undefined;

export interface HandlingOn {
  /** Origins whose conditions stand on all of it: it is one of them, or was made from what was given on conditions. */
  readonly whole: readonly HandlingOrigin[];
  /** Origins of single values, by their path: `bornOn`, `phones[0]`. */
  readonly values: ReadonlyMap<string, readonly HandlingOrigin[]>;
  /** Paths of values that papers have under another name: of a suspected offence, `status` is at `standings[2]`. */
  readonly heldAt?: ReadonlyMap<string, string>;
}

/**
 * The kinds that others are made from: their conditions stand on all of a record that names them. A person is none, for
 * then one page would close everything that is on record about them.
 */
const MADE_FROM: ReadonlySet<RecordKind> = new Set([
  'referral',
  'enquiry',
  'identification',
  'intelligenceNote',
  'intervention',
  'sourceCapture',
  'ceaseAndDesist',
  'safeguardingConcern',
]);

/** Kinds that speak of captures without being made from them. */
const ABOUT_ORIGINS: ReadonlySet<RecordKind> = new Set(['sharingPermission', 'correctionNotice']);

/** The conditions on a record and its values. Each origin is named once. */
export function handlingOn(record: StoredRecord, find: FindRecord): HandlingOn {
  const heldAt = presentStatusAt(record, find);
  return {
    whole: wholeOf(record, find, new Set([record.id])),
    values: valuesOf(record, find),
    ...(heldAt ? { heldAt } : {}),
  };
}

/** The path at which a record has the value that a paper names. */
export function pathHeld({ heldAt }: Pick<HandlingOn, 'heldAt'>, path: string): string {
  return heldAt?.get(path) ?? path;
}

function presentStatusAt(record: StoredRecord, find: FindRecord): HandlingOn['heldAt'] {
  if (record.kind !== 'offence') return undefined;
  const { value } = record as StoredRecord<'offence'>;
  const subject = find(value.subjectId) as StoredRecord<'subject'> | undefined;
  const place = presentPlace(value, subject?.value);
  if (place === undefined) return undefined;
  return new Map(PRESENT_STANDING.map((name) => [name, `standings[${place}]`]));
}

/** Every origin whose conditions stand on the record or on any of its values. */
export function originsOn(record: StoredRecord, find: FindRecord): readonly HandlingOrigin[] {
  const { whole, values } = handlingOn(record, find);
  return onceEach([...whole, ...[...values.values()].flat()]);
}

/** Origins whose conditions stand on the value at a path, and on anything inside it or around it. */
export function originsAt(on: HandlingOn, path: string): readonly HandlingOrigin[] {
  const held = pathHeld(on, path);
  const at = [...on.values].flatMap(([own, origins]) => (touchesPath(own, held) ? origins : []));
  return onceEach([...on.whole, ...at]);
}

function valuesOf(record: StoredRecord, find: FindRecord): HandlingOn['values'] {
  const found = new Map<string, readonly HandlingOrigin[]>();
  for (const [path, refs] of Object.entries(record.sources)) {
    const origins = onceEach(refs.flatMap(({ capture }) => originAt(capture, find)));
    if (origins.length > 0) found.set(path, origins);
  }
  if (record.kind !== 'subject') return found;
  for (const [path, origins] of areasWorkedOut(record as StoredRecord<'subject'>, found))
    found.set(path, onceEach([...(found.get(path) ?? []), ...origins]));
  return found;
}

/** An area that a table gave for a postcode says that postcode, so it has the conditions of the address. */
function areasWorkedOut(
  { value: { areas = [], addresses } }: StoredRecord<'subject'>,
  values: HandlingOn['values'],
): readonly (readonly [path: string, origins: readonly HandlingOrigin[]])[] {
  return areas.flatMap(({ fromPostcode }, nth) => {
    if (fromPostcode === undefined) return [];
    const origins = addresses.flatMap(({ postcode }, place) =>
      postcode !== undefined && packed(postcode) === packed(fromPostcode)
        ? originsAt({ whole: [], values }, `addresses[${place}]`)
        : [],
    );
    return origins.length > 0 ? [[`areas[${nth}]`, onceEach(origins)] as const] : [];
  });
}

/** Values that all of a record is about: its other values say the same, or were worked out from it. */
const SAYS: Partial<Record<RecordKind, readonly string[]>> = {
  onlineIdentifier: ['asSeen', 'canonical'],
  offence: ['asRead', 'section'],
};

function ofWhatItSays(record: StoredRecord, find: FindRecord): readonly HandlingOrigin[] {
  const places = SAYS[record.kind] ?? [];
  if (places.length === 0) return [];
  const values = valuesOf(record, find);
  return places.flatMap((place) => originsAt({ whole: [], values }, place));
}

/** A link has the words of another record in it, so it has their conditions. */
function ofLinkedWords(record: StoredRecord, find: FindRecord): readonly HandlingOrigin[] {
  if (record.kind !== 'organisationLink') return [];
  const { value } = record as StoredRecord<'organisationLink'>;
  const about = aboutOfLink(value);
  const other = about && find(about.id);
  return other ? originsAt(handlingOn(other, find), value.path) : [];
}

function wholeOf(
  record: StoredRecord,
  find: FindRecord,
  seen: ReadonlySet<RecordId>,
): readonly HandlingOrigin[] {
  if (ABOUT_ORIGINS.has(record.kind)) return [];
  const own = originIn(record);
  const made = [...idsIn(record.value)]
    .filter((id) => !seen.has(id))
    .flatMap((id): readonly HandlingOrigin[] => {
      const other = find(id);
      if (!other || !MADE_FROM.has(other.kind)) return [];
      return [
        ...wholeOf(other, find, new Set([...seen, id])),
        ...[...valuesOf(other, find).values()].flat(),
      ];
    });
  return onceEach([
    ...(own ? [own] : []),
    ...made,
    ...ofLinkedWords(record, find),
    ...ofWhatItSays(record, find),
  ]);
}

function originAt(capture: RecordId, find: FindRecord): readonly HandlingOrigin[] {
  const record = find(capture);
  const origin = record && originIn(record);
  return origin ? [origin] : [];
}

/** Every text inside a value that has the shape of an id: a kind that is added is followed by itself. */
function* idsIn(value: unknown): Generator<RecordId> {
  if (typeof value === 'string') {
    if (ID.test(value)) yield value as RecordId;
  } else if (typeof value === 'object' && value !== null)
    for (const member of Object.values(value)) yield* idsIn(member);
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `addresses[0].lines` is touched by `addresses`, by itself, and by `addresses.lines` as a table names it. */
export function touchesPath(own: string, asked: string): boolean {
  const [one, other] = [own, asked].map((path) => path.replace(/\[\d+\]/g, '')) as [string, string];
  const isSame = one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
  if (!isSame) return false;
  const [place, wanted] = [own, asked].map((path) => /\[(\d+)\]/.exec(path)?.[1]);
  return place === undefined || wanted === undefined || place === wanted;
}

function onceEach(origins: readonly HandlingOrigin[]): readonly HandlingOrigin[] {
  return [...new Map(origins.map((each) => [each.id, each])).values()];
}
