/**
 * Owners of each record: the person that it names. A record that several cases have belongs to each of them; one that
 * names nobody belongs to what it was made for, or stands by itself.
 */
import { fieldsOf, RECORD_KINDS, type RecordKind } from '../../record/kind.js';
import { LASTING_KINDS, SHARED_KINDS } from '../../record/shared-kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

export interface Owners {
  /** Adds the record, or what it names now. @returns the owners whose records are others than before */
  put(record: StoredRecord): ReadonlySet<RecordId>;
  drop(id: RecordId): ReadonlySet<RecordId>;
  kindOf(id: RecordId): RecordKind | undefined;
  recordsOf(owner: RecordId): readonly RecordId[];
  owners(): Iterable<RecordId>;
}

interface Node {
  readonly kind: RecordKind;
  readonly subject: RecordId | undefined;
  readonly named: readonly RecordId[];
}

/** Fields of each kind that name another record than the person. */
const LINKS = new Map<RecordKind, readonly string[]>(
  RECORD_KINDS.map((kind) => [
    kind,
    fieldsOf(kind).flatMap(({ name, refersTo }) =>
      refersTo !== undefined && refersTo !== 'subject' && refersTo !== kind ? [name] : [],
    ),
  ]),
);
/** Things in common are nobody’s: one page that people were read from, one referrer. */
const IN_COMMON: ReadonlySet<RecordKind> = new Set(['sourceCapture', 'referrer', 'organisation']);
const NONE: ReadonlySet<RecordId> = new Set();

export function ownersOfRecords(): Owners {
  const nodes = new Map<RecordId, Node>();
  const namers = new Map<RecordId, Set<RecordId>>();
  const records = new Map<RecordId, Set<RecordId>>();
  const owned = new Map<RecordId, readonly RecordId[]>();

  const ownersNow = (id: RecordId, past: ReadonlySet<RecordId> = NONE): readonly RecordId[] => {
    const node = nodes.get(id);
    if (!node || past.has(id)) return [];
    if (node.kind === 'subject') return [id];
    if (node.subject !== undefined) return [node.subject];
    const seen = new Set([...past, id]);
    // A shared record is everybody’s who names it; any other is whose the first record is that it names.
    if (LASTING_KINDS.has(node.kind)) return [id];
    const found = SHARED_KINDS.has(node.kind)
      ? [...(namers.get(id) ?? [])].filter(isOfCase).flatMap((namer) => ownersNow(namer, seen))
      : (node.named
          .filter(saysWhose)
          .map((named) => ownersNow(named, seen))
          .find(({ length }) => length > 0) ?? []);
    return found.length > 0 ? [...new Set(found)] : [id];
  };
  const saysWhose = (id: RecordId): boolean => {
    const kind = nodes.get(id)?.kind;
    return kind !== undefined && !IN_COMMON.has(kind);
  };
  const isOfCase = (id: RecordId): boolean => {
    const node = nodes.get(id);
    return (
      node !== undefined &&
      (node.subject !== undefined || SHARED_KINDS.has(node.kind) || node.kind === 'subject')
    );
  };
  const settle = (id: RecordId, changed: Set<RecordId>): void => {
    const before = owned.get(id) ?? [];
    const now = ownersNow(id);
    for (const owner of before) {
      changed.add(owner);
      const own = records.get(owner);
      own?.delete(id);
      if (own?.size === 0) records.delete(owner);
    }
    for (const owner of now) {
      changed.add(owner);
      const own = records.get(owner);
      if (own) own.add(id);
      else records.set(owner, new Set([id]));
    }
    if (now.length > 0) owned.set(id, now);
    else owned.delete(id);
  };
  /** Records without a person of their own, whose owners may be others once this record is. */
  const hangingOn = (id: RecordId): ReadonlySet<RecordId> => {
    const found = new Set<RecordId>();
    const visit = (each: RecordId): void => {
      for (const next of [...(nodes.get(each)?.named ?? []), ...(namers.get(each) ?? [])]) {
        const node = nodes.get(next);
        if (!node || found.has(next) || node.subject !== undefined || node.kind === 'subject')
          continue;
        found.add(next);
        // A thing in common says of nobody else whose their record is.
        if (!IN_COMMON.has(node.kind)) visit(next);
      }
    };
    const own = nodes.get(id);
    if (own && !IN_COMMON.has(own.kind)) visit(id);
    return found;
  };
  const set = (id: RecordId, node: Node | undefined): ReadonlySet<RecordId> => {
    const touched = new Set([id, ...hangingOn(id)]);
    for (const named of nodes.get(id)?.named ?? []) namers.get(named)?.delete(id);
    if (node) nodes.set(id, node);
    else nodes.delete(id);
    for (const named of node?.named ?? []) {
      const own = namers.get(named);
      if (own) own.add(id);
      else namers.set(named, new Set([id]));
    }
    for (const each of hangingOn(id)) touched.add(each);
    const changed = new Set<RecordId>();
    for (const each of touched) settle(each, changed);
    return changed;
  };

  return {
    put: (record) => set(record.id, nodeOf(record)),
    drop: (id) => (nodes.has(id) ? set(id, undefined) : NONE),
    kindOf: (id) => nodes.get(id)?.kind,
    recordsOf: (owner) => [...(records.get(owner) ?? [])],
    owners: () => records.keys(),
  };
}

function nodeOf({ kind, value, sources }: StoredRecord): Node {
  const fields = value as Readonly<Record<string, unknown>>;
  const named = new Set<RecordId>();
  for (const name of LINKS.get(kind) ?? []) {
    const id = fields[name];
    if (typeof id === 'string') named.add(id as RecordId);
  }
  for (const refs of Object.values(sources)) for (const { capture } of refs) named.add(capture);
  const { subjectId } = fields;
  return {
    kind,
    subject: typeof subjectId === 'string' ? (subjectId as RecordId) : undefined,
    named: [...named],
  };
}
