/** Permitted shape of a batch from elsewhere: revisions and log entries as this release would have written them. */
import * as v from 'valibot';
import { isRecordKind, RECORD_SCHEMAS, type RecordKind } from '../../record/kind.js';
import { SourceRef } from '../../record/provenance.js';
import { Instant, RecordId } from '../../shared/primitives.js';
import { fieldOfPath } from '../log/compose.js';
import { AUDIT_ACTIONS, type Batch } from '../log/revision.js';
import { CodeShape, loggedEntry } from '../prepare.js';

const Salt = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** Content that this release knows. A newer release may write more, and then this one cannot work with it. */
const Content = v.object({
  revisions: v.array(
    v.nullable(
      v.strictObject({
        salt: Salt,
        content: v.strictObject({
          kind: v.pipe(v.string(), v.check(isRecordKind)),
          record: RecordId,
          parents: v.array(RecordId),
          set: v.record(v.string(), v.unknown()),
          sources: v.optional(v.record(v.string(), v.array(SourceRef))),
          withdraw: v.optional(v.literal(true)),
          id: RecordId,
          at: Instant,
          by: RecordId,
          reason: CodeShape,
        }),
      }),
    ),
  ),
  audit: v.array(
    v.nullable(v.strictObject({ salt: Salt, content: loggedEntry([...AUDIT_ACTIONS]) })),
  ),
});

/** True if the batch has only permitted content, and each revision has the batch's officer and time. */
export function isBatchContent(batch: Batch): boolean {
  const { officer, at } = batch.header;
  return (
    v.is(Content, batch) &&
    batch.revisions.every((one) => !one || (one.content.by === officer && one.content.at === at))
  );
}

/** True if every field that it sets, or that its log names as set, is a field of the kinds as they are today. */
export function namesFields({ revisions, audit }: Batch): boolean {
  const kinds = new Map<RecordId, RecordKind>();
  for (const entry of revisions) {
    if (!entry) continue;
    const { kind, record, set, sources = {} } = entry.content;
    const names = [...Object.keys(set), ...Object.keys(sources).map(fieldOfPath)];
    if (!names.every((name) => isField(kind, name))) return false;
    kinds.set(record, kind);
  }
  return audit.every((entry) => {
    if (!entry) return true;
    const { action, records, fields } = entry.content;
    if (action !== 'collection' && action !== 'alteration') return true;
    return records.every((id) => {
      const kind = kinds.get(id);
      return !kind || fields.every((name) => isField(kind, fieldOfPath(name)));
    });
  });
}

function isField(kind: RecordKind, name: string): boolean {
  return Object.hasOwn(RECORD_SCHEMAS[kind].entries, name);
}

/** Earliest time: no release kept anything before it. */
const FIRST_MOMENT = Date.parse('2024-01-01T00:00:00.000Z');
const DAY_MS = 86_400_000;

/** True if something that existed at `latest` can have been made at `at`: a day is allowed for clocks that differ. */
export function isWithinSpan(at: Instant, latest: Instant): boolean {
  const moment = Date.parse(at);
  return moment >= FIRST_MOMENT && moment <= Date.parse(latest) + DAY_MS;
}
