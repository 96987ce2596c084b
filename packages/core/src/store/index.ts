export { personOfRecord } from './about-person.js';
export { type AuditFileHead, auditFileLines, type OfficerKey } from './audit/audit-file.js';
export {
  type Checkpoint,
  checkpointText,
  readCheckpoint,
  signCheckpoint,
  writeCheckpoint,
} from './audit/audit-file-checkpoint.js';
export {
  type AuditVerdict,
  type SeenOfficer,
  type VerifyAuditOptions,
  type VerifyByKey,
  verifyAudit,
} from './audit/audit-file-verify.js';
export {
  paddedWords,
  SEALED_WORDS_CONTEXT,
  SEALED_WORDS_MARK,
} from './audit/sealed-words.js';
export {
  type BackupCount,
  type BackupHead,
  type BackupPart,
  type BackupSays,
  backupBody,
  type OpenedBackup,
  provedBackup,
  readBackup,
} from './backup.js';
export { type BlobStore, LARGEST_BLOB, refuseTooLarge } from './blob-store.js';
export { asKnownOn, asOfHeads } from './log/as-known.js';
export type { BatchLog } from './log/batch-log.js';
export type { Branch } from './log/branch.js';
export {
  CHAIN_START,
  type ChainHead,
  headerDigest,
  type VerifyOptions,
  verifyChain,
} from './log/chain.js';
export { type BatchPlace, composeBatch } from './log/compose.js';
export {
  type ConflictHead,
  type ConflictValue,
  conflictOf,
  type RecordConflict,
} from './log/conflict.js';
export { type EnvelopeFault, envelopeError } from './log/envelope.js';
export type { FirstOrder, Standing } from './log/first-order.js';
export type {
  HeldAtDisposal,
  HeldRecords,
  SaidOfSave,
  SavedRecord,
  StoreGate,
} from './log/gate.js';
export type {
  FirstHeads,
  HeadPortion,
  HeadRecord,
  Heads,
  HeadsChange,
  HeadsLog,
} from './log/heads.js';
export type {
  Meant,
  MeantPerson,
  MeantReference,
  PersonDoubtKind,
  ReadOfPerson,
} from './log/meant.js';
export { PERSON_DOUBTS } from './log/meant.js';
export { PackLogged } from './log/pack-logged.js';
export type {
  DisposalReceipt,
  Foreseen,
  HeldOnly,
  KeptByHold,
  Receipt,
  Received,
  ReceiveOptions,
  RecordStore,
  StoredRecord,
  StoreListener,
} from './log/port.js';
export type {
  AuditAction,
  AuditEntry,
  Batch,
  BatchHeader,
  Change,
  Commit,
  ConfirmedField,
  DisclosedFile,
  DisclosedHandling,
  FieldChanges,
  LoggedEntry,
  Revision,
  Salted,
  SignedHeader,
} from './log/revision.js';
export { AUDIT_ACTIONS, revisionsOf } from './log/revision.js';
export type { Signer, Verify } from './log/signer.js';
export { isKnownTo, type LogPlace, type Placed, type Trail } from './log/trail.js';
export { loggedIn } from './log-store.js';
export { memoryBlobs } from './memory-blobs.js';
export { createMemoryStore, memoryLog } from './memory-log.js';
export { type EarlyStore, openStore, openStoreEarly, type StoreOptions } from './open-store.js';
export type { BlobSource, BlobTaker, BlobText, TakeBlob } from './receive/carried-blobs.js';
export {
  type ExchangeHead,
  type ExchangeSays,
  exchangeBody,
  type OpenedExchange,
  readExchange,
  type VerifyBySender,
} from './receive/exchange.js';
export { EXCHANGE_PURPOSES } from './receive/exchange-purpose.js';
export { refuseMisnamed } from './receive/misnamed.js';
export { recordsOutside } from './receive/reach.js';
export { batchesAbout } from './receive/received.js';
export type { RecordInWay } from './record-in-way.js';
export { recordInWay } from './record-in-way.js';
export { undoOf, undoSave } from './undo.js';
