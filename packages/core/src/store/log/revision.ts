/** The append-only log: the content of a commit, and the batch made from it. */
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { Marking } from '../../record/marking.js';
import type { Sources } from '../../record/provenance.js';
import type { Instant, RecordId } from '../../shared/primitives.js';
import type { Meant, PersonDoubtKind, ReadOfPerson } from './meant.js';
import type { PackLogged } from './pack-logged.js';

/** Fields to set, `null` to remove one; for several kinds, the fields of any one of them. */
export type FieldChanges<K extends RecordKind = RecordKind> = K extends RecordKind
  ? Readonly<{ [F in keyof RecordOf<K>]?: RecordOf<K>[F] | null }>
  : never;

/** One change to one record, as a stage proposes it. */
export interface Change<K extends RecordKind = RecordKind> {
  readonly kind: K;
  readonly record: RecordId;
  /**
   * The revisions the officer saw; empty for a new record. A commit on other heads is a conflict, never an overwrite.
   */
  readonly parents: readonly RecordId[];
  /** Fields to set; `null` removes a field. For a new record, all of its fields. */
  readonly set: FieldChanges<K>;
  /** Source of each set field, by property path. */
  readonly sources?: Sources;
  /** Withdraws the record, as undoing a save does. It stays in the history, and a later change restores it. */
  readonly withdraw?: true;
}

/** Actions that DPA 2018 s.62 requires to be logged. */
export const AUDIT_ACTIONS = [
  'collection',
  'alteration',
  'consultation',
  'disclosure',
  'combination',
  'erasure',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** A field of a record whose words an officer confirmed, never the words. */
export interface ConfirmedField {
  readonly record: RecordId;
  /** Path of the value inside its record. */
  readonly field: string;
}

/** The conditions of what was given out: never their words. */
export interface DisclosedHandling {
  /** Captures and notes whose conditions were shown with it. */
  readonly shown: readonly RecordId[];
  /** Values with conditions that were left out of it. */
  readonly leftOut: readonly ConfirmedField[];
}

/** A file that was given out, so that it can be recognised later: never its content. */
export interface DisclosedFile {
  /** Id of the exporter that made it. */
  readonly format: string;
  readonly marking: Marking;
  /** SHA-256 of its bytes, hexadecimal, lower case. */
  readonly digest: string;
}

/** An entry without content: ids, field names and codes, never the text of a record. */
export interface AuditEntry {
  readonly action: AuditAction;
  readonly records: readonly RecordId[];
  /** Names of the fields touched, never their values. */
  readonly fields: readonly string[];
  /** Code of the list `reason`. */
  readonly reason: string;
  /** For a disclosure: a code of `export-destination`, and the recipient in the officer's words. */
  readonly recipients?: readonly string[];
  /** For a disclosure: a code of `legal-gateway`. */
  readonly gateway?: string;
  /** The Act and section, if the gateway is not in the list. */
  readonly gatewayNote?: string;
  /**
   * For a consultation that was a search: a keyed digest of the words searched for, base64url. The key is the host's,
   * so that nobody without it can identify, or guess, the words.
   */
  readonly search?: string;
  /**
   * For a search: its words, sealed to the key of an auditor whom the force names. No key of the officer opens them.
   */
  readonly sealed?: string;
  /**
   * For a disclosure: the fields whose words go only once an officer has read and confirmed them for this document. Each
   * is of one of the records.
   */
  readonly confirmed?: readonly ConfirmedField[];
  /** For a disclosure as a file: which one it was. Its fields are named by kind, `subject.bornOn`. */
  readonly file?: DisclosedFile;
  /** For a disclosure of what was given on conditions. */
  readonly handling?: DisclosedHandling;
  /** Doubts about the person of a save that the officer answered: they meant this one. */
  readonly doubts?: readonly PersonDoubtKind[];
  /** For an alteration of the definitions in force: the act on a pack, or on the key of its issuer. */
  readonly pack?: PackLogged;
}

/** An entry as the log gives it, with time and officer. */
export type LoggedEntry = AuditEntry & { readonly at: Instant; readonly by: RecordId };

export interface Commit {
  readonly changes: readonly Change[];
  /** Code of the list `reason`. */
  readonly reason: string;
  /** Entries beyond those that the changes make by themselves (`collection` for captured fields, else `alteration`). */
  readonly audit?: readonly AuditEntry[];
  /**
   * Answers to doubts about whose a save is. Never kept as they are: the log names the person and which doubt it was.
   */
  readonly meant?: readonly Meant[];
  /** Everything read of people on record, for the keeper of the records; never kept. */
  readonly read?: readonly ReadOfPerson[];
  /**
   * The person whom the form was about, or null if it was about nobody. A change of a record that is somebody else’s by
   * now is refused, and a new record about somebody else, also a decision on an enquiry that their referral came of. Never
   * kept.
   */
  readonly about?: RecordId | null;
}

/** A change as kept in the log. */
export interface Revision extends Change {
  readonly id: RecordId;
  readonly at: Instant;
  /** Id of the officer. */
  readonly by: RecordId;
  readonly reason: string;
}

/** A revision or audit entry with its own random salt, so that a disposed one cannot be confirmed by guessing. */
export interface Salted<T> {
  /** 16 random bytes, hexadecimal. */
  readonly salt: string;
  readonly content: T;
}

/** Content-free header of a batch: the signed chain consists of these, and a verifier needs nothing else. */
export interface BatchHeader {
  readonly team: string;
  readonly device: RecordId;
  readonly officer: RecordId;
  /** Sequence: 1 for the first batch of a device, then one more each time. */
  readonly seq: number;
  readonly at: Instant;
  /** Digest of the header before, or 64 zeros for the first. */
  readonly prev: string;
  /**
   * SHA-256 over salt and canonical content, revisions first, then audit entries; last, for each batch received, over
   * salt and its canonical header alone, which commits to the rest.
   */
  readonly commitments: readonly string[];
}

export interface SignedHeader extends BatchHeader {
  /** Ed25519 over the canonical header, base64url, by the officer's signing key. */
  readonly signature: string;
}

export interface Batch {
  readonly header: SignedHeader;
  /**
   * Revisions in the order of the commitments; `null` if the content was disposed of and only its commitment remains.
   */
  readonly revisions: readonly (Salted<Revision> | null)[];
  readonly audit: readonly (Salted<AuditEntry> | null)[];
  /**
   * Batches of other devices received with this one, each with the remaining content. A `null` in one was left out,
   * disposed of, or is here from an earlier time. None contains further batches.
   */
  readonly received?: readonly (Salted<Batch> | null)[];
}

/** Every revision in the batch, its own and those of batches received, disposed ones left out. */
export function revisionsOf({ revisions, received = [] }: Batch): readonly Revision[] {
  const own = revisions.flatMap((entry) => (entry ? [entry.content] : []));
  if (received.length === 0) return own;
  return [...own, ...received.flatMap((entry) => (entry ? revisionsOf(entry.content) : []))];
}
