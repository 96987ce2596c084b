/**
 * The conditions of what a paper contains: which values they bar from it, which origins must be shown on it, and the
 * values with conditions that it leaves out.
 */
import { fieldsOf, RECORD_LABELS } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { ConfirmedField, DisclosedHandling } from '../../store/log/revision.js';
import { gatherHandlingRules, type HandlingRules, type WayOut } from '../rules/handling-rules.js';
import { type HandlingOn, handlingOn, originsAt, pathHeld, touchesPath } from './handling-on.js';
import { type HandlingOrigin, handlingWords } from './origin.js';
import { type HandlingTerms, type Stopped, stopLines, verdictOn } from './verdict.js';

/** The conditions on the records of one case, and the permissions that were given. */
export interface CaseHandling {
  readonly on: ReadonlyMap<RecordId, { readonly kind: StoredRecord['kind'] } & HandlingOn>;
  readonly permissions: readonly StoredRecord<'sharingPermission'>[];
}

/** Works out the conditions on every record that has any. */
export function caseHandling(records: readonly StoredRecord[]): CaseHandling {
  const byId = new Map(records.map((record) => [record.id, record]));
  const on = new Map<RecordId, { readonly kind: StoredRecord['kind'] } & HandlingOn>();
  for (const record of records) {
    const found = handlingOn(record, (id) => byId.get(id));
    if (found.whole.length > 0 || found.values.size > 0)
      on.set(record.id, { kind: record.kind, ...found });
  }
  return {
    on,
    permissions: records.filter(
      (each): each is StoredRecord<'sharingPermission'> => each.kind === 'sharingPermission',
    ),
  };
}

/** Parts of one case that a paper may have, by one way out. */
export interface PaperGate {
  /** True if the value may not go. An empty path asks about all of the record at once. */
  bars(record: RecordId, path: string): boolean;
  /** Sentences about the values that were asked for and barred, one for each set of conditions. */
  readonly stopped: () => readonly string[];
}

/**
 * Decides what of a paper may be printed by the conditions on what it is made from.
 *
 * @param today - the day on which it leaves: a permission may have ended
 */
export function paperGate(
  { on, permissions }: CaseHandling,
  terms: Omit<HandlingTerms, 'permissions'>,
): PaperGate {
  const stopped = new Map<string, Stopped>();
  const all: HandlingTerms = { ...terms, permissions };
  return {
    bars(record, path) {
      const found = on.get(record);
      if (!found) return false;
      const origins = path === ALL ? everyOrigin(found) : originsAt(found, path);
      if (verdictOn(path === '' ? found.whole : origins, all) === 'allow') return false;
      const what = labelOf(found.kind, pathHeld(found, path));
      stopped.set(`${record} ${path}`, { what, origins });
      return true;
    },
    stopped: () => stopLines([...stopped.values()], all),
  };
}

/** Asks for every value of a record, as a line that sums it up shows any of them. */
export const ALL = '*';

/**
 * The part of a log entry about conditions, for the paths that were written of each record.
 *
 * @param written - paths by record; `*` stands for all of it
 */
export function handlingOfPaper(
  written: ReadonlyMap<RecordId, ReadonlySet<string>>,
  { on }: CaseHandling,
): DisclosedHandling & { readonly origins: readonly HandlingOrigin[] } {
  const shown = new Map<RecordId, HandlingOrigin>();
  const leftOut: ConfirmedField[] = [];
  for (const [record, paths] of written) {
    const found = on.get(record);
    if (!found) continue;
    for (const origin of found.whole) shown.set(origin.id, origin);
    for (const [path, origins] of found.values) {
      const isWritten = [...paths].some(
        (each) => each === ALL || touchesPath(path, pathHeld(found, each)),
      );
      if (isWritten) for (const origin of origins) shown.set(origin.id, origin);
      else leftOut.push({ record, field: path });
    }
  }
  return { shown: [...shown.keys()], leftOut, origins: [...shown.values()] };
}

const SHIPPED = gatherHandlingRules();

/** The sentences that a document prints about the conditions of what is in it, for its reader. */
export function conditionLines(
  origins: readonly HandlingOrigin[],
  way: WayOut,
  rules: HandlingRules = SHIPPED,
): readonly string[] {
  if (origins.length === 0) return [];
  // The codes say that there is intelligence, which a reader outside policing may not know.
  if (!rules.showsCodes.includes(way)) return [PLAIN_CONDITIONS];
  return origins.map((origin) => `Given on conditions: ${handlingWords(origin)}`);
}

/** Tells a reader who may not have the codes that there are conditions. */
export const PLAIN_CONDITIONS =
  'Parts of this are given on conditions. Do not pass it on, copy it or act on it without asking the officer who gave it to you.';

function everyOrigin({ whole, values }: HandlingOn): readonly HandlingOrigin[] {
  return [...whole, ...[...values.values()].flat()];
}

function labelOf(kind: StoredRecord['kind'], path: string): string {
  const name = path.split(/[.[]/)[0];
  return fieldsOf(kind).find((field) => field.name === name)?.label ?? RECORD_LABELS[kind].one;
}

/** The conditions of records that go as a whole, for something that is printed as it is on screen. */
export interface WholeHandling {
  readonly handling: DisclosedHandling;
  /** The sentences to print with it. */
  readonly conditions: readonly string[];
  /** Sentences about what its conditions stop, one for each set of them. */
  readonly stopped: readonly string[];
}

/** A record that goes: with all of its values, or with those fields alone. */
export interface LeavingRecord {
  readonly record: RecordId;
  readonly fields?: readonly string[];
}

/** The conditions of records that go as they are on screen. */
export function handlingOfWhole(
  records: readonly LeavingRecord[],
  { on, permissions }: CaseHandling,
  terms: Omit<HandlingTerms, 'permissions'>,
): WholeHandling {
  const going = records.flatMap(({ record, fields }) => {
    const found = on.get(record);
    if (!found) return [];
    const values = [...found.values].filter(
      ([path]) => fields === undefined || fields.some((field) => touchesPath(path, field)),
    );
    return [['', found.whole] as const, ...values].map(([path, origins]) => ({
      what: labelOf(found.kind, path),
      origins,
    }));
  });
  const shown = new Map(
    going.flatMap(({ origins }) => origins).map((origin) => [origin.id, origin]),
  );
  const all: HandlingTerms = { ...terms, permissions };
  const stopped = going.filter(({ origins }) => verdictOn(origins, all) !== 'allow');
  return {
    handling: { shown: [...shown.keys()], leftOut: [] },
    conditions: conditionLines([...shown.values()], terms.way, terms.rules),
    stopped: stopLines(stopped, all),
  };
}
