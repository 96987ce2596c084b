/** The cases in an exchange file, one by one: who they are, and the file without those that an officer does not take in. */
import { type Batch, batchesAbout, type RecordId, type Revision } from '@cyber-prevent/core';

/** Each subject with the name that the sender’s latest revision gives. */
export function casesIn(
  batches: readonly Batch[],
): readonly { readonly subject: RecordId; readonly name: string }[] {
  const names = new Map<RecordId, string>();
  for (const { kind, record, set } of revisionsIn(batches)) {
    const { name } = set as { readonly name?: unknown };
    if (kind === 'subject' && typeof name === 'string') names.set(record, name);
  }
  return [...names].map(([subject, name]) => ({ subject, name }));
}

/** What was asked of a colleague, or answered, in the order of the file. */
export function requestsIn(batches: readonly Batch[]): readonly RecordId[] {
  const asked = revisionsIn(batches).filter(({ kind }) => kind === 'colleagueRequest');
  return [...new Set(asked.map(({ record }) => record))];
}

/** Without everything of the subjects that are left, but for what was asked about them: a no has to name it. */
export function without(batches: readonly Batch[], left: ReadonlySet<RecordId>): readonly Batch[] {
  const all = revisionsIn(batches);
  const subjectOf = new Map<RecordId, RecordId>();
  for (const { record, set } of all) {
    const { subjectId } = set as { readonly subjectId?: RecordId | null };
    if (subjectId) subjectOf.set(record, subjectId);
  }
  const isLeft = (id: RecordId) => left.has(id) || left.has(subjectOf.get(id) ?? id);
  const named = all.filter(
    ({ kind, record }) =>
      kind === 'colleagueRequest' ||
      ((kind === 'subject' || subjectOf.has(record)) && !isLeft(record)),
  );
  // An enquiry names nobody: it comes with the case that came of it, and so does what was decided and promised on it.
  const enquiries = new Set(
    named.flatMap(({ kind, set }) => (kind === 'referral' ? (enquiryOf(set) ?? []) : [])),
  );
  const own = [
    ...named,
    ...all.filter(
      ({ record, set }) =>
        enquiries.has(record) || (enquiries.has(enquiryOf(set) ?? '') && !isLeft(record)),
    ),
  ];
  // Captures and referrers name nobody: they come with what rests on them.
  const rests = own.flatMap(({ set, sources = {} }) => [
    ...Object.values(sources).flatMap((refs) => refs.map(({ capture }) => capture)),
    ...Object.values(set as object).filter((value): value is RecordId => typeof value === 'string'),
  ]);
  const given = new Set(all.map(({ record }) => record));
  const kept = new Set(own.map(({ record }) => record));
  for (const id of rests) if (given.has(id) && !isLeft(id)) kept.add(id);
  return batchesAbout(batches, kept);
}

function enquiryOf(set: object): string | undefined {
  const { enquiryId } = set as { readonly enquiryId?: string | null };
  return enquiryId ?? undefined;
}

/** Received ones are batches of their own in the file. */
function revisionsIn(batches: readonly Batch[]): readonly Revision[] {
  return batches.flatMap(({ revisions }) => revisions.flatMap((entry) => entry?.content ?? []));
}
