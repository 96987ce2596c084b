/** Requests that the clients of `keeper/client/` make for a page: the arguments, and the reply. */
import {
  AUDIT_ACTIONS,
  BlobName,
  type Checkpoint,
  type Commit,
  type DisposalReceipt,
  EXCHANGE_PURPOSES,
  Instant,
  isRecordKind,
  LIST_NAMES,
  type ListAnswer,
  type ListName,
  type ListRowOf,
  type LoggedEntry,
  MATCH_KINDS,
  RECORD_KINDS,
  type Receipt,
  RecordId,
  type Revision,
  type SeenAnswer,
  type StoredRecord,
  type Trail,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import { type BackupOutcome, EXCHANGE_READS, READS, type Taken } from '../file-reads.js';
import { MOST_LOG_ENTRIES, MOST_SHOWN } from '../log-service.js';
import { type CopyPiece, CopyPlace } from '../sealed-copy.js';
import type {
  ChangedSecret,
  NewVault,
  SetAsideEntry,
  VaultAside,
  VaultRemains,
} from '../vault-state.js';
import type { ColleagueCard } from '../vault-terms.js';
import {
  BatchShape,
  Bytes,
  has,
  Ids,
  Kind,
  Nothing,
  Notices,
  Recipients,
  resultOf,
  ShortText,
  shape,
  verb,
  Whole,
} from './shapes.js';
import { State } from './state-shape.js';

/** True for work that the keeper stores for itself, which no page may use: keys of colleagues are among it. */
export function isKeepersOwn(key: string): boolean {
  return key.startsWith('keeper/') || key.startsWith('kept/');
}
const WorkKey = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(300),
  v.check((key) => !isKeepersOwn(key)),
);

/** As typed at first run: the vault reports a fault of a field, in words, not the channel. */
const Setup = v.strictObject({
  kind: Kind,
  name: ShortText,
  number: ShortText,
  force: ShortText,
  role: ShortText,
  regime: ShortText,
  policyReference: v.exactOptional(ShortText),
  passphrase: ShortText,
});
const Secret = v.union([
  v.strictObject({ passphrase: ShortText }),
  v.strictObject({ recoveryKey: ShortText }),
]);
const Next = v.union([
  v.strictObject({ passphrase: ShortText }),
  v.strictObject({ recoveryKey: v.literal('new') }),
]);
const Disclosure = v.strictObject({
  of: v.picklist(['file', 'checkpoint']),
  reason: ShortText,
  recipients: Recipients,
});
/** The signed text of a pack starts like this. Adapters contain nothing about a person, so nothing is logged. */
const PackText = v.pipe(
  v.string(),
  v.startsWith('cyber-prevent/1/adapter-pack\n'),
  v.maxLength(17 * 1024 * 1024),
);

/**
 * The store checks changes by their kinds, and made the records that it returns: here a rough check of the shape is
 * enough.
 */
const CommitShape = shape<Commit>('changes', 'reason');
const Found = v.custom<StoredRecord>(
  (value) =>
    has(value, ['kind', 'id', 'value', 'heads']) &&
    typeof value.kind === 'string' &&
    isRecordKind(value.kind),
);
const HeldOnlyShape = v.strictObject({
  kind: v.picklist(RECORD_KINDS),
  id: RecordId,
  isWithdrawn: v.boolean(),
});
const KeptByHoldShape = v.strictObject({
  record: RecordId,
  hold: RecordId,
  subject: RecordId,
  isAbout: v.boolean(),
});
const ExchangeShape = v.strictObject({
  card: v.unknown(),
  purpose: v.picklist(EXCHANGE_PURPOSES),
  subject: RecordId,
  others: v.exactOptional(Ids),
  only: v.exactOptional(v.picklist(['requests', 'ratings', 'unassessed'])),
  note: v.pipe(v.string(), v.maxLength(20_000)),
  answers: v.exactOptional(RecordId),
  reason: ShortText,
  recipients: Recipients,
});
const Job = v.pipe(v.string(), v.uuid());
const Piece: v.GenericSchema<Taken<BackupOutcome>> = v.variant('name', [
  v.strictObject({ name: v.literal('more'), done: Whole }),
  v.strictObject({ name: v.literal('ended'), outcome: shape<BackupOutcome>('name') }),
]);
/** The person looked for, from a page's draft, so no value says where it is recorded. */
export const SoughtPerson = v.strictObject({
  work: v.exactOptional(RecordId),
  values: v.pipe(
    v.array(
      v.strictObject({
        kind: v.picklist(MATCH_KINDS),
        text: ShortText,
        given: v.exactOptional(ShortText),
        family: v.exactOptional(ShortText),
        platform: v.exactOptional(ShortText),
        postcode: v.exactOptional(ShortText),
      }),
    ),
    v.maxLength(500),
  ),
});
export type SoughtPerson = v.InferOutput<typeof SoughtPerson>;
const Logged = shape<LoggedEntry>('action', 'at', 'by');
const Whose = v.union([v.literal('own'), v.strictObject({ subject: RecordId })]);
const Filter = v.strictObject({
  action: v.optional(v.picklist(AUDIT_ACTIONS)),
  from: v.optional(Instant),
  to: v.optional(Instant),
});
const LogDisclosure = v.strictObject({ reason: ShortText, recipients: Recipients });

export const CLIENT_VERBS = {
  /** Registers a page: it is notified of a lock, which waits for it. */
  join: verb(v.strictTuple([]), v.strictObject({ state: State, notices: Notices })),
  leave: verb(v.strictTuple([]), Nothing),
  /** The answer to `locking`: this page has saved its work. */
  'put-away': verb(v.strictTuple([]), Nothing),
  create: verb(v.strictTuple([Setup]), resultOf(shape<NewVault>('recoveryKey'))),
  unlock: verb(v.strictTuple([Kind, Secret]), resultOf(v.literal(true))),
  lock: verb(v.strictTuple([]), Nothing),
  /** Covers every page, then locks. */
  blank: verb(v.strictTuple([]), Nothing),
  /** Changes the passphrase, or makes a new recovery key; the first argument opens the vault now. */
  change: verb(v.strictTuple([Secret, Next]), resultOf(shape<ChangedSecret>())),
  /** Keeps the policy document's reference with the officer; an empty one removes it. */
  'enter-policy': verb(v.strictTuple([ShortText]), resultOf(v.literal(true))),
  /** Looks again for vaults on this computer, as after a start of the browser. */
  'try-again': verb(v.strictTuple([]), Nothing),
  recover: verb(v.strictTuple([Kind, Secret]), resultOf(shape<VaultRemains>('isOpen', 'missing'))),
  /** One piece of a damaged vault as it is on the disk. */
  'sealed-copy': verb(v.strictTuple([Kind, CopyPlace]), shape<CopyPiece>('text')),
  'start-fresh': verb(v.strictTuple([Kind]), resultOf(v.literal(true))),
  'set-aside': verb(v.strictTuple([]), v.array(shape<SetAsideEntry>('seq', 'isRight'))),
  'forget-set-aside': verb(v.strictTuple([]), Nothing),
  'vaults-aside': verb(v.strictTuple([]), v.array(shape<VaultAside>('kind', 'at'))),
  card: verb(
    v.strictTuple([]),
    v.strictObject({
      card: shape<ColleagueCard>('officer', 'signingKey'),
      fingerprint: v.string(),
    }),
  ),
  /** The first argument names the request: the same one twice is kept once, even if the keeper died in between. */
  commit: verb(
    v.strictTuple([v.pipe(v.string(), v.uuid()), CommitShape]),
    shape<Receipt>('seq', 'head'),
  ),
  /** The receipt for a request, once the saves in progress have ended. */
  'receipt-of': verb(
    v.strictTuple([v.pipe(v.string(), v.uuid())]),
    v.optional(shape<Receipt>('seq', 'head')),
  ),
  get: verb(v.strictTuple([v.picklist(RECORD_KINDS), RecordId]), v.optional(Found)),
  query: verb(
    v.strictTuple([v.picklist(RECORD_KINDS), v.record(v.string(), v.unknown())]),
    v.array(Found),
  ),
  /** Rows of a list, or their changes since the answer that the second argument names. Not a consultation. */
  rows: verb(
    v.strictTuple([v.picklist(LIST_NAMES), v.optional(v.pipe(v.string(), v.maxLength(100)))]),
    shape<ListAnswer<ListRowOf[ListName]>>('as', 'isWhole', 'rows', 'gone'),
  ),
  consult: verb(v.strictTuple([Ids, ShortText]), v.array(Found)),
  /** Logs a look at the people who may be this person, then gives them with the reasons. */
  'seen-before': verb(
    v.strictTuple([SoughtPerson, ShortText]),
    shape<SeenAnswer>('people', 'apart', 'origins'),
  ),
  /** Ids of every record that was ever about the subject. */
  'ever-about': verb(v.strictTuple([RecordId]), v.array(RecordId)),
  /** Ids and kinds of records that only these records are a reason to keep. */
  'held-only-with': verb(v.strictTuple([Ids]), v.array(HeldOnlyShape)),
  /** Ids of these records that holds in place keep, each with its hold. */
  'kept-by-holds': verb(v.strictTuple([Ids]), v.array(KeptByHoldShape)),
  /** Revisions of these records and disclosures of them, in the order of the logs. */
  trail: verb(v.strictTuple([Ids]), shape<Trail>('revisions', 'disclosures')),
  history: verb(v.strictTuple([RecordId]), v.array(shape<Revision>('record', 'at', 'by'))),
  audit: verb(v.strictTuple([]), v.array(Logged)),
  /** Logs a look at a log, then opens it under a ticket. */
  'log-open': verb(
    v.strictTuple([Whose, ShortText]),
    v.strictObject({
      log: Job,
      kinds: v.record(RecordId, v.picklist(RECORD_KINDS)),
    }),
  ),
  'log-read': verb(
    v.strictTuple([Job, Filter, Whole, v.pipe(Whole, v.maxValue(MOST_LOG_ENTRIES))]),
    v.strictObject({ total: Whole, entries: v.array(Logged) }),
  ),
  /** Logs that entries leave, then gives them. */
  'log-disclose': verb(v.strictTuple([Job, Filter, LogDisclosure]), v.array(Logged)),
  /** Keeps the one entry of a search: the typed words are not stored, only their keyed digest. */
  'note-search': verb(
    v.strictTuple([
      ShortText,
      v.pipe(v.array(RecordId), v.maxLength(MOST_SHOWN)),
      v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(MOST_SHOWN))),
    ]),
    Nothing,
  ),
  blobs: verb(v.strictTuple([]), v.array(BlobName)),
  /** Keeps a copy of a page until a commit names it. */
  'blob-put': verb(v.strictTuple([Bytes]), BlobName),
  /** Logs a look at the record, then gives the blob that it names. */
  'blob-consult': verb(v.strictTuple([RecordId, BlobName, ShortText]), v.optional(Bytes)),
  /** Logs a look at an attached file, then gives its bytes. */
  'file-open': verb(v.strictTuple([RecordId, ShortText]), v.optional(Bytes)),
  /** Logs that the audit, or a checkpoint of it, leaves; then signs the end of the chain. */
  checkpoint: verb(v.strictTuple([Disclosure]), shape<Checkpoint>('seq', 'head', 'signature')),
  /** Signs a pack of adapters, and no other kind of text. */
  'sign-pack': verb(v.strictTuple([PackText]), v.string()),
  'backup-last': verb(
    v.strictTuple([]),
    v.optional(v.strictObject({ at: v.string(), saves: Whole })),
  ),
  /** Logs that a backup leaves, and starts it. */
  'backup-make': verb(
    v.strictTuple([]),
    v.strictObject({ job: Job, device: v.string(), total: Whole }),
  ),
  'backup-piece': verb(
    v.strictTuple([Job, Whole]),
    v.strictObject({ bytes: v.optional(Bytes), done: Whole }),
  ),
  /** Starts reading a backup; the last argument is the text of a disposal list, or empty. */
  'backup-read': verb(
    v.strictTuple([v.picklist(READS), Secret, v.pipe(v.string(), v.maxLength(10_000_000))]),
    Job,
  ),
  'backup-push': verb(v.strictTuple([Job, Whole, Bytes]), Piece),
  'backup-end': verb(v.strictTuple([Job]), Piece),
  'backup-stop': verb(v.strictTuple([Job]), Nothing),
  'read-card': verb(
    v.strictTuple([v.pipe(v.string(), v.maxLength(20_000))]),
    resultOf(
      v.strictObject({
        card: shape<ColleagueCard>('officer', 'signingKey'),
        fingerprint: v.string(),
      }),
    ),
  ),
  /** Logs that records leave for a colleague, and starts the file. */
  'exchange-make': verb(
    v.strictTuple([ExchangeShape]),
    v.strictObject({ job: Job, device: v.string(), total: Whole }),
  ),
  'exchange-read': verb(
    v.strictTuple([v.picklist(EXCHANGE_READS), v.strictObject({ left: Ids, ended: Ids })]),
    Job,
  ),
  'disposal-list': verb(
    v.strictTuple([]),
    v.strictObject({ device: v.string(), text: v.string() }),
  ),
  'batches-since': verb(v.strictTuple([Whole]), v.array(BatchShape)),
  dispose: verb(v.strictTuple([Ids, ShortText]), shape<DisposalReceipt>('records', 'seq', 'head')),
  'work-save': verb(
    v.strictTuple([WorkKey, v.unknown(), Whole]),
    resultOf(v.strictObject({ version: Whole })),
  ),
  'work-load': verb(
    v.strictTuple([WorkKey]),
    v.optional(v.strictObject({ value: v.unknown(), version: Whole })),
  ),
  'work-keys': verb(v.strictTuple([]), v.array(v.string())),
  'work-discard': verb(v.strictTuple([WorkKey]), Nothing),
} as const;
