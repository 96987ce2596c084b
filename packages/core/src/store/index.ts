export { asKnownOn, asOfHeads } from './as-known.js';
export { type AuditFileHead, auditFileLines, type OfficerKey } from './audit-file.js';
export {
  type Checkpoint,
  checkpointText,
  readCheckpoint,
  signCheckpoint,
  writeCheckpoint,
} from './audit-file-checkpoint.js';
export {
  type AuditVerdict,
  type SeenOfficer,
  type VerifyAuditOptions,
  type VerifyByKey,
  verifyAudit,
} from './audit-file-verify.js';
export {
  type BackupCount,
  type BackupHead,
  type BackupSays,
  type BlobTaker,
  backupBody,
  type OpenedBackup,
  provedBackup,
  readBackup,
} from './backup.js';
export type { BatchLog, Signer, Verify } from './batch-log.js';
export { type BlobStore, LARGEST_BLOB, refuseTooLarge } from './blob-store.js';
export type { Branch } from './branch.js';
export type { BlobText, TakeBlob } from './carried-blobs.js';
export {
  CHAIN_START,
  type ChainHead,
  headerDigest,
  type VerifyOptions,
  verifyChain,
} from './chain.js';
export { type BatchPlace, composeBatch } from './compose.js';
export {
  type ConflictHead,
  type ConflictValue,
  conflictOf,
  type RecordConflict,
} from './conflict.js';
export { type EnvelopeFault, envelopeError } from './envelope.js';
export {
  type ExchangeHead,
  type ExchangeSays,
  exchangeBody,
  type OpenedExchange,
  readExchange,
  type VerifyBySender,
} from './exchange.js';
export { EXCHANGE_PURPOSES } from './exchange-purpose.js';
export type { FirstOrder, Standing } from './first-order.js';
export type { HeldAtDisposal, HeldRecords, SavedRecord, StoreGate } from './gate.js';
export type {
  FirstHeads,
  HeadPortion,
  HeadRecord,
  Heads,
  HeadsChange,
  HeadsLog,
} from './heads.js';
export { loggedIn } from './log-store.js';
export { memoryBlobs } from './memory-blobs.js';
export { createMemoryStore, memoryLog } from './memory-log.js';
export { type EarlyStore, openStore, openStoreEarly, type StoreOptions } from './open-store.js';
export type {
  DisposalReceipt,
  Foreseen,
  HeldOnly,
  Receipt,
  Received,
  ReceiveOptions,
  RecordStore,
  StoredRecord,
  StoreListener,
} from './port.js';
export { recordsOutside } from './reach.js';
export { batchesAbout } from './received.js';
export type {
  AuditAction,
  AuditEntry,
  Batch,
  BatchHeader,
  Change,
  Commit,
  FieldChanges,
  LoggedEntry,
  Revision,
  Salted,
  SignedHeader,
} from './revision.js';
export { AUDIT_ACTIONS, revisionsOf } from './revision.js';
export { undoOf, undoSave } from './undo.js';
