/**
 * The state of one record at one of its revisions. It depends only on that revision's ancestors, never on the order in
 * which revisions arrived, so two devices with the same revisions see the same record.
 */
import type { Sources } from '../../record/provenance.js';
import type { Instant, RecordId } from '../../shared/primitives.js';
import { fieldOfPath } from './compose.js';
import type { Change, Revision } from './revision.js';

type Fields = Readonly<Record<string, unknown>>;

export interface Branch {
  /** The revision at the end of the branch. */
  readonly revision: Pick<Revision, 'id' | 'at' | 'by'>;
  readonly value: Fields;
  readonly sources: Sources;
  readonly isWithdrawn: boolean;
  /** Set if something it rests on has not been received yet: until then it is not shown. */
  readonly isIncomplete?: true;
}

/** The fields with the change laid over them. */
export function laidOver(value: Fields, set: Change['set']): Fields {
  // Spread and `fromEntries` define members and never call a setter: a field named `__proto__` is only a field.
  return Object.fromEntries(
    Object.entries({ ...value, ...set }).filter(([, member]) => member !== null),
  );
}

/** The branch that a revision makes from the one it was written on. */
export function grow(base: Branch | undefined, revision: Revision): Branch {
  const { id, at, by } = revision;
  return {
    revision: { id, at, by },
    value: laidOver(base?.value ?? {}, revision.set),
    sources: sourcesAfter(base?.sources ?? {}, revision),
    isWithdrawn: revision.withdraw === true,
  };
}

/**
 * The sources after a change. Sources of a field that was set are replaced; one given for an unchanged field is added
 * to the earlier ones.
 */
export function sourcesAfter(
  sources: Sources,
  { set, sources: added = {} }: Pick<Change, 'set' | 'sources'>,
): Sources {
  const kept = Object.entries(sources).filter(([path]) => !Object.hasOwn(set, fieldOfPath(path)));
  const after = new Map(kept);
  for (const [path, refs] of Object.entries(added))
    after.set(path, [...(after.get(path) ?? []), ...refs]);
  return Object.fromEntries(after);
}

/** The head to show first: the latest, with equal times decided by id. The others are not lost. */
export function latest(branches: readonly Branch[]): Branch | undefined {
  return branches.reduce<Branch | undefined>(
    (best, branch) => (best && byMoment(branch.revision, best.revision) <= 0 ? best : branch),
    undefined,
  );
}

/** Compares by time, then by id: the same order on every device. It does not say whose clock was right. */
export function byMoment(
  one: Pick<Revision, 'id' | 'at'>,
  other: Pick<Revision, 'id' | 'at'>,
): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

/**
 * The time when a record was made: that of the revision written on no other, even if a clock dates a later revision
 * before it. If there are several such revisions, the earliest counts; until one is received, the earliest of all does.
 */
export function creationMoment(revisions: readonly [Revision, ...Revision[]]): Instant {
  const roots = revisions.filter(({ parents }) => parents.length === 0);
  const [first] = (roots.length > 0 ? roots : revisions).toSorted(byMoment);
  return (first ?? revisions[0]).at;
}

/**
 * The branch at any revision, rebuilt from the first: needed for undo, and when a change was written on a revision that
 * is no longer a head. A revision that joins several was written on the latest of them.
 */
export function branchAt(
  revisions: ReadonlyMap<RecordId, Revision>,
  id: RecordId,
): Branch | undefined {
  const path: Revision[] = [];
  const seen = new Set<RecordId>();
  let at = revisions.get(id);
  while (at && !seen.has(at.id)) {
    seen.add(at.id);
    path.push(at);
    at = at.parents
      .flatMap((parent) => revisions.get(parent) ?? [])
      .toSorted(byMoment)
      .at(-1);
  }
  return path.reduceRight<Branch | undefined>((base, revision) => grow(base, revision), undefined);
}

/** The branches of one record: one for each revision that no other was written on. */
export function branchesOf(revisions: ReadonlyMap<RecordId, Revision>): readonly Branch[] {
  const parents = new Set([...revisions.values()].flatMap((revision) => revision.parents));
  return [...revisions.keys()]
    .filter((id) => !parents.has(id))
    .flatMap((id) => {
      const branch = branchAt(revisions, id);
      if (!branch) return [];
      return [isWhole(revisions, id) ? branch : { ...branch, isIncomplete: true as const }];
    });
}

/** True if everything that the revision rests on is there. */
export function isWhole(revisions: ReadonlyMap<RecordId, Revision>, id: RecordId): boolean {
  const seen = new Set<RecordId>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const revision = revisions.get(at);
    if (!revision) return false;
    open.push(...revision.parents);
  }
  return true;
}

/**
 * The revisions, each after those it was written on, otherwise by time: the same order on every device with the same
 * revisions.
 */
export function parentsFirst<R extends Revision>(
  revisions: ReadonlyMap<RecordId, R>,
): ReadonlyMap<RecordId, R> {
  if (revisions.size < 2) return revisions;
  const awaited = new Map<RecordId, Set<RecordId>>();
  const children = new Map<RecordId, R[]>();
  for (const revision of revisions.values()) {
    const parents = new Set(revision.parents.filter((parent) => revisions.has(parent)));
    awaited.set(revision.id, parents);
    for (const parent of parents) {
      const known = children.get(parent);
      if (known) known.push(revision);
      else children.set(parent, [revision]);
    }
  }
  const sorted = new Map<RecordId, R>();
  /** Ready revisions in reverse order: the earliest is the last. */
  const ready = [...revisions.values()]
    .filter(({ id }) => awaited.get(id)?.size === 0)
    .toSorted((one, other) => byMoment(other, one));
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    sorted.set(next.id, next);
    for (const child of children.get(next.id) ?? []) {
      const parents = awaited.get(child.id);
      parents?.delete(next.id);
      if (parents?.size !== 0) continue;
      const at = ready.findLastIndex((each) => byMoment(each, child) > 0);
      ready.splice(at + 1, 0, child);
    }
  }
  // Revisions that name each other as parents have no first one. No honest device makes them, and none is dropped.
  for (const revision of [...revisions.values()].toSorted(byMoment))
    if (!sorted.has(revision.id)) sorted.set(revision.id, revision);
  return sorted;
}
