/**
 * Checks a commit against the stored records before any of it is kept, and tidies its values as their kinds require.
 */
import * as v from 'valibot';
import { type CodeLists, codeInForce } from '../codes/code-list.js';
import { checkRecord } from '../record/check.js';
import { isRecordKind, RECORD_LABELS, RECORD_SCHEMAS } from '../record/kind.js';
import { breaksLock, lockWords } from '../record/lock.js';
import { Marking } from '../record/marking.js';
import { SourceRef } from '../record/provenance.js';
import { PreventError } from '../shared/errors.js';
import type { Issue } from '../shared/issue.js';
import { Line, type PlainDate, RecordId } from '../shared/primitives.js';
import { movedIssues } from './about-person.js';
import { SEALED_WORDS } from './audit/sealed-words.js';
import type { WorkingSet } from './fold.js';
import { withConditionsKept } from './keep-conditions.js';
import { withAnswersLogged } from './log/answers-logged.js';
import { laidOver, latest } from './log/branch.js';
import { fieldOfPath } from './log/compose.js';
import { Meant, PERSON_DOUBTS, ReadOfPerson } from './log/meant.js';
import { PackLogged } from './log/pack-logged.js';
import {
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditEntry,
  type Change,
  type Commit,
} from './log/revision.js';

export const CodeShape = v.pipe(
  v.string(),
  v.maxLength(60),
  v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'Not a code'),
);

/** 32 bytes in base64url, in their only canonical spelling: a digest, so no word fits it. */
export const SearchDigest = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/));

const FieldName = v.pipe(v.string(), v.maxLength(100), v.regex(/^[A-Za-z][\w.[\]]*$/));

/** An entry of the log. Its shapes exclude the content of records: ids, names of fields and codes only. */
export function loggedEntry<const A extends AuditAction>(actions: readonly A[]) {
  return v.pipe(
    v.strictObject({
      action: v.picklist(actions, 'Not an action that can be logged with a commit'),
      records: v.array(RecordId),
      fields: v.array(FieldName),
      reason: CodeShape,
      recipients: v.optional(v.array(Line)),
      gateway: v.optional(CodeShape),
      gatewayNote: v.optional(Line),
      search: v.optional(SearchDigest),
      sealed: v.optional(v.pipe(v.string(), v.regex(SEALED_WORDS))),
      confirmed: v.optional(v.array(v.strictObject({ record: RecordId, field: FieldName }))),
      file: v.optional(
        v.strictObject({
          format: CodeShape,
          marking: Marking,
          digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Not a digest')),
        }),
      ),
      handling: v.optional(
        v.strictObject({
          shown: v.array(RecordId),
          leftOut: v.array(v.strictObject({ record: RecordId, field: FieldName })),
        }),
      ),
      doubts: v.optional(v.array(v.picklist(PERSON_DOUBTS))),
      pack: v.optional(PackLogged),
    }),
    v.check(
      ({ action, gateway, gatewayNote }) =>
        action === 'disclosure' || (gateway === undefined && gatewayNote === undefined),
      'Only a disclosure has a legal gateway',
    ),
    v.check(
      ({ action, search }) => search === undefined || action === 'consultation',
      'Only a consultation is a search',
    ),
    v.check(
      ({ search, sealed }) => sealed === undefined || search !== undefined,
      'Only a search has sealed words',
    ),
    v.check(
      ({ action, records, confirmed = [] }) =>
        confirmed.length === 0 ||
        (action === 'disclosure' && confirmed.every(({ record }) => records.includes(record))),
      'Only a disclosure has confirmed words, and only of its own records',
    ),
    v.check(
      ({ action, handling }) => handling === undefined || action === 'disclosure',
      'Only a disclosure says what was given on conditions',
    ),
    v.check(
      ({ action, file, records, fields }) =>
        file === undefined || (action === 'disclosure' && records.length > 0 && fields.length > 0),
      'Only a disclosure has a file, and it names the records and fields in it',
    ),
    v.check(
      ({ action, pack, records }) =>
        pack === undefined || (action === 'alteration' && records.length === 0),
      'Only an alteration that is of no record is an act on a pack',
    ),
  );
}

/** Entries from a caller. An earlier release kept disclosures without a recipient; a new one must name somebody. */
const CallerAudit = v.array(
  v.pipe(
    loggedEntry(AUDIT_ACTIONS.filter((action) => action !== 'erasure')),
    v.check(
      ({ action, recipients = [] }) => action !== 'disclosure' || recipients.length > 0,
      'A disclosure has a recipient',
    ),
  ),
);

const Shape = v.strictObject({
  changes: v.array(
    v.strictObject({
      kind: v.pipe(v.string(), v.check(isRecordKind, 'Not a kind of record')),
      record: RecordId,
      parents: v.array(RecordId),
      set: v.record(v.string(), v.unknown()),
      sources: v.optional(v.record(v.string(), v.array(SourceRef))),
      withdraw: v.optional(v.literal(true)),
    }),
  ),
  reason: CodeShape,
  audit: v.optional(CallerAudit),
  meant: v.optional(v.array(Meant)),
  read: v.optional(v.array(ReadOfPerson)),
  about: v.optional(v.nullable(RecordId)),
});

/** True if it has the shape of a commit: another is refused by the store, in words. */
export function isCommit(value: unknown): value is Commit {
  return v.is(Shape, value);
}

export interface PrepareOptions {
  readonly held: WorkingSet;
  /** Ids of disposed records: none may come back under its old id. */
  readonly disposed: ReadonlySet<RecordId>;
  readonly today: PlainDate;
  /** Code lists. If given, reasons must be codes of the list `reason` in force today. */
  readonly lists?: CodeLists;
}

/**
 * The commit as it will be kept.
 *
 * @throws {PreventError} `CP_STORE_CONFLICT`, or `CP_RECORD_INVALID` with every issue in the message and as `cause`
 */
export function prepareCommit(commit: Commit, options: PrepareOptions): Commit {
  const shape = v.safeParse(Shape, commit);
  if (!shape.success)
    throw invalid(
      shape.issues.map((issue) => ({
        code: 'commit-shape',
        severity: 'error',
        message: `${v.getDotPath(issue) ?? 'The commit'} does not have the shape that a commit needs`,
      })),
    );
  if (commit.changes.length === 0 && (commit.audit ?? []).length === 0)
    throw invalid([issueOf('commit-empty', 'There is nothing to keep')]);
  refuseTwice(commit);
  for (const change of commit.changes) refuseConflict(change, options);
  const issues = reasonsOf(commit).flatMap((reason) => checkReason(reason, options));
  issues.push(...movedIssues(commit, options.held));
  const changes = commit.changes.map((change) =>
    withConditionsKept(prepare(change, options.held, issues), options.held, commit.reason),
  );
  if (issues.length > 0) throw invalid(issues);
  return { ...withAnswersLogged(commit), changes };
}

/** @throws {PreventError} `CP_RECORD_INVALID` when the reason is not a code, or not one that is in force */
export function prepareEntry(entry: AuditEntry, options: PrepareOptions): Commit {
  const ids = v.safeParse(v.array(RecordId), entry.records);
  const issues = v.is(CodeShape, entry.reason)
    ? checkReason(entry.reason, options)
    : [issueOf('reason-unknown', 'Select a reason')];
  if (!ids.success) issues.push(issueOf('id-invalid', 'Not an id of this toolkit'));
  if (issues.length > 0) throw invalid(issues);
  return { changes: [], reason: entry.reason, audit: [entry] };
}

/**
 * The reasons that must be in force. Those of acts on packs need not be: a pack may bring a list of reasons, and none can
 * keep itself off the log.
 */
function reasonsOf({ reason, changes, audit = [] }: Commit): readonly string[] {
  const others = audit.filter(({ pack }) => pack === undefined);
  const isOfPacks = changes.length === 0 && others.length === 0;
  return isOfPacks ? [] : [reason, ...others.map((entry) => entry.reason)];
}

function checkReason(reason: string, { lists, today }: PrepareOptions): Issue[] {
  if (!lists || codeInForce(lists, 'reason', reason, today)) return [];
  return [issueOf('reason-unknown', 'Select a reason that is in force today')];
}

function refuseTwice({ changes }: Commit): void {
  const seen = new Set<RecordId>();
  for (const { kind, record } of changes) {
    if (seen.has(record))
      throw new PreventError(
        'CP_STORE_CONFLICT',
        `${RECORD_LABELS[kind].one}: one save changes a record once.`,
      );
    seen.add(record);
  }
}

function refuseConflict(change: Change, { held, disposed }: PrepareOptions): void {
  const label = RECORD_LABELS[change.kind].one;
  if (disposed.has(change.record))
    throw new PreventError(
      'CP_STORE_CONFLICT',
      `${label}: this record was disposed of and cannot come back. Start a new one.`,
    );
  const branches = held.find(change.record)?.branches ?? [];
  const heads = new Set(branches.map((branch) => branch.revision.id));
  const parents = new Set(change.parents);
  if (parents.size !== heads.size || [...parents].some((parent) => !heads.has(parent)))
    throw new PreventError(
      'CP_STORE_CONFLICT',
      `${label}: the record was changed since you opened it. Look at it again, then save.`,
    );
}

/** The change with its values as the kind tidies them; faults are added to `issues`. */
function prepare(change: Change, held: WorkingSet, issues: Issue[]): Change {
  const { kind, record, set } = change;
  const label = RECORD_LABELS[kind].one;
  const found: Issue[] = [];
  const names = [...Object.keys(set), ...Object.keys(change.sources ?? {}).map(fieldOfPath)];
  for (const name of names) {
    if (!Object.hasOwn(RECORD_SCHEMAS[kind].entries, name))
      found.push(issueOf('unknown-field', 'There is no such field', name));
  }
  const entry = held.find(record);
  if (entry && entry.kind !== kind)
    found.push(issueOf('kind-changed', 'A record keeps its kind', 'kind'));
  const base = latest(entry?.branches ?? [])?.value ?? {};
  const isNew = entry === undefined;
  let tidy: Readonly<Record<string, unknown>> = set;
  // A record from an older release must not be caught by a newer rule when it is only to be withdrawn.
  if (found.length === 0 && (isNew || Object.keys(set).length > 0)) {
    const checked = checkRecord(kind, laidOver(base, set));
    if (!checked.ok) found.push(...checked.issues);
    else if (checked.value.id !== record)
      found.push(issueOf('id-changed', 'A record keeps its id', 'id'));
    else tidy = tidied(set, checked.value, isNew);
  }
  const after = laidOver(base, tidy as Change['set']);
  if (
    entry?.kind === kind &&
    entry.branches.some((branch) => breaksLock(kind, branch.value, after, change.withdraw === true))
  )
    found.push(issueOf('record-locked', lockWords(kind)));
  for (const { at, message, ...issue } of found)
    issues.push({ ...issue, ...(at === undefined ? {} : { at }), message: `${label}: ${message}` });
  return { ...change, set: tidy as Change['set'] };
}

/** Value of each set field as the kind tidied it; a new record has no fields to remove. */
function tidied(set: Change['set'], value: object, isNew: boolean): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(set).flatMap(([name, member]): [string, unknown][] => {
      if (member === null) return isNew ? [] : [[name, null]];
      return [[name, Reflect.get(value, name)]];
    }),
  );
}

function issueOf(code: string, message: string, at?: string): Issue {
  return { code, severity: 'error', message, ...(at === undefined ? {} : { at }) };
}

/** The error with every issue in the message and as the cause. */
export function invalid(issues: readonly Issue[]): PreventError {
  const message = issues
    .map((issue) => (issue.at === undefined ? issue.message : `${issue.message} (${issue.at})`))
    .join('; ');
  return new PreventError('CP_RECORD_INVALID', message, { cause: issues });
}
