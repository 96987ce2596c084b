/**
 * Works out what a document leaves out of what is on record: whole records by kind and number, and of the records in it
 * the fields that it does not show. What is written is noted while the document is filled, so nothing is listed twice.
 */
import { grouped } from '../capture/field/grouped.js';
import { PRESENT_STANDING } from '../casework/act/offence-state.js';
import { isOwnForce } from '../casework/keeping/disclosure-law.js';
import type { OnRecord } from '../desk/case/on-record.js';
import type { FieldDescription } from '../record/field.js';
import { fieldsOf, RECORD_LABELS, type RecordKind } from '../record/kind.js';
import { lowerFirst } from '../shared/first-letter.js';
import type { RecordId } from '../shared/primitives.js';

export interface LeftOut {
  readonly kind: RecordKind;
  /** Name of the kind, for that many records. */
  readonly label: string;
  /** True of behaviour of a child under ten, which is listed apart from suspected offences. */
  readonly isBehaviour?: true;
  /** Records that are left out whole. */
  readonly count: number;
  /** Other records of the kind, which are in it without some of their fields. */
  readonly shown: number;
  /** Records that the document only sums up in a line, as a chronology does, without their details. */
  readonly summedUp: number;
  /** Fields left out of the other records of the kind, by their labels, and of how many. */
  readonly fields: readonly { readonly label: string; readonly count: number }[];
}

/** The records written into a document, with the paths inside each that were written. */
export interface Written {
  /** @param holder - the record that the value is from; anything else is not noted */
  note(holder: unknown, path: string): void;
  readonly records: ReadonlyMap<RecordId, ReadonlySet<string>>;
}

export function writtenRecords(): Written {
  const records = new Map<RecordId, Set<string>>();
  return {
    records,
    note(holder, path) {
      const id = recordOf(holder);
      if (id === undefined) return;
      const paths = records.get(id) ?? new Set();
      records.set(id, paths.add(isDerived(holder) ? WHOLE : path));
    },
  };
}

/** Records that are not in the document, in the order of the kinds given. */
export function leftOutOf(
  all: readonly OnRecord[],
  { records }: Pick<Written, 'records'>,
): readonly LeftOut[] {
  const groups = [...grouped(all, ({ kind, isBehaviour }) => `${kind} ${isBehaviour}`).values()];
  return groups.flatMap((own): readonly LeftOut[] => {
    const { kind, isBehaviour } = own[0];
    const count = own.filter(({ id }) => !records.has(id)).length;
    const counts = new Map<string, number>();
    let shown = 0;
    let summedUp = 0;
    for (const { id, filled } of own) {
      const paths = records.get(id);
      if (!paths) continue;
      if (isSummedUp(paths)) {
        summedUp += 1;
        continue;
      }
      const labels = labelsOf(kind, filled, paths);
      if (labels.size > 0) shown += 1;
      for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    const fields = [...counts].map(([label, of]) => ({ label, count: of }));
    if (count === 0 && fields.length === 0 && summedUp === 0) return [];
    const told = { kind, count, shown, summedUp, fields, ...(isBehaviour ? { isBehaviour } : {}) };
    return [{ ...told, label: nameOf(told, count) }];
  });
}

/** Name of that many of its records. A paper never says that a child under ten is suspected of an offence. */
function nameOf({ kind, isBehaviour }: Pick<LeftOut, 'kind' | 'isBehaviour'>, count: number) {
  const names = isBehaviour ? BEHAVIOUR : RECORD_LABELS[kind];
  return names[count === 1 ? 'one' : 'many'];
}

const BEHAVIOUR = { one: 'Record of behaviour', many: 'Records of behaviour' };

/**
 * Kinds that no paper names: there, to say that one exists is to say something about the child that its reader may not
 * have, and a paper travels further than its first reader. A capture may be the page that a note was made of, and a check
 * says that there is an investigation.
 */
const NEVER_NAMED: ReadonlySet<RecordKind> = new Set([
  'intelligenceNote',
  'sourceCapture',
  'contactCheck',
]);

/**
 * Kinds named inside the force, and outside it only to a colleague. A concern goes by its own channels to those who protect
 * the child; somebody who takes over the case must not see the child without knowing of it. A rating made alone is the
 * team’s check on its own judgement.
 */
const OF_THE_CASE: ReadonlySet<RecordKind> = new Set([
  'safeguardingConcern',
  'rating',
  'sealedRating',
]);

/** The code of `export-destination` for somebody who takes over the case or works on it, of any force. */
const COLLEAGUE = 'colleague';

/** Tells whether a paper for the audience may say that there are records of the kind. */
export function mayBeNamed(audience: string, kind: RecordKind): boolean {
  if (NEVER_NAMED.has(kind)) return false;
  return isOwnForce(audience) || audience === COLLEAGUE || !OF_THE_CASE.has(kind);
}

export interface LeftOutOnPaper {
  readonly named: readonly LeftOut[];
  /** True if the reader, inside the officer’s own force, is told that there is more; never of what kind. */
  readonly isMore: boolean;
}

/** The part of what is left out that the paper itself may say. Outside the force what is not named changes nothing. */
export function leftOutFor(audience: string, leftOut: readonly LeftOut[]): LeftOutOnPaper {
  const named = leftOut.filter(({ kind }) => mayBeNamed(audience, kind));
  return { named, isMore: isOwnForce(audience) && named.length < leftOut.length };
}

/**
 * One line for each kind that is left out, one for each that is shown without some of its fields, and one that names
 * every kind that is only summed up.
 */
export function leftOutLines(leftOut: readonly LeftOut[]): readonly string[] {
  const lines = leftOut.flatMap((each) => {
    const { kind, label, count, shown, fields } = each;
    const without = fields.map((field) => partWords(kind, field)).join(', ');
    return [
      ...(count > 0 ? [`${label}: ${count}`] : []),
      ...(without === '' ? [] : [`${nameOf(each, shown)}, without: ${without}`]),
    ];
  });
  const summedUp = leftOut.flatMap((each) =>
    each.summedUp > 0 ? [`${each.summedUp} ${lowerFirst(nameOf(each, each.summedUp))}`] : [],
  );
  return summedUp.length === 0
    ? lines
    : [...lines, `Details of what is here in one line: ${summedUp.join(', ')}`];
}

/** “The narrative is” and a question are no nouns: in a list they would read as the start of a sentence. */
const SENTENCE = /(?: is|\?)$/;

function partWords(kind: RecordKind, { label, count }: LeftOut['fields'][number]): string {
  const field = SENTENCE.test(label) && fieldsOf(kind).find((each) => each.label === label);
  const words =
    (field ? field.called : undefined) ?? (/^\p{Lu}{2}/u.test(label) ? label : lowerFirst(label));
  return count === 1 ? words : `${words} (${count})`;
}

/** Stands for every path of a record that a line sums up, as in a chronology. */
const WHOLE = '*';

/** True of a record that only such lines show. */
const isSummedUp = (paths: ReadonlySet<string>) => paths.has(WHOLE) && paths.size === 1;

/** A line of a chronology or the next step names its record as `record`; a record has its own id. */
export function recordOf(holder: unknown): RecordId | undefined {
  if (typeof holder !== 'object' || holder === null) return undefined;
  const id: unknown = isDerived(holder) ? Reflect.get(holder, 'record') : Reflect.get(holder, 'id');
  return typeof id === 'string' ? (id as RecordId) : undefined;
}

/** True of a line about a record: it sums it up. */
export function isDerived(holder: unknown): boolean {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, 'record');
}

/** Labels of the fields with a value that is not written; of a group of which nothing is written, its own label alone. */
function labelsOf(
  kind: RecordKind,
  filled: readonly string[],
  written: ReadonlySet<string>,
): ReadonlySet<string> {
  const paths = [...written].map((path) =>
    kind === 'offence' && PRESENT_STANDING.includes(path) ? 'standings' : path,
  );
  const isWritten = (path: string) => paths.some((each) => isInside(each, path));
  return new Set(
    filled.flatMap((path) => {
      if (paths.some((each) => isInside(path, each))) return [];
      const [name = '', ...inner] = path.split('.');
      const field = named(fieldsOf(kind), name);
      if (!field) return [];
      if (inner.length === 0 || !isWritten(name)) return [field.label];
      return [[field.label, ...labelsInside(field, inner)].join(': ')];
    }),
  );
}

function labelsInside(field: FieldDescription, [name, ...inner]: readonly string[]): string[] {
  const found = name === undefined ? undefined : named(field.fields ?? [], name);
  return found ? [found.label, ...labelsInside(found, inner)] : [];
}

function named(fields: readonly FieldDescription[], name: string): FieldDescription | undefined {
  return fields.find((field) => field.name === name);
}

/** `addresses.lines` is inside `addresses`, and inside itself. */
function isInside(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`);
}
