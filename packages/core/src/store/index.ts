export { type AuditFileHead, auditFileLines, type OfficerKey } from './audit-file.js';
export {
  type Checkpoint,
  checkpointText,
  headGroups,
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
export type { BatchLog, Signer, Verify } from './batch-log.js';
export type { Branch } from './branch.js';
export {
  CHAIN_START,
  type ChainHead,
  headerDigest,
  type VerifyOptions,
  verifyChain,
} from './chain.js';
export { type BatchPlace, composeBatch } from './compose.js';
export type { HeadRecord, Heads, HeadsChange, HeadsLog } from './heads.js';
export { createMemoryStore, memoryLog } from './memory-log.js';
export { openStore, type StoreOptions } from './open-store.js';
export type {
  DisposalReceipt,
  Receipt,
  RecordStore,
  StoredRecord,
  StoreListener,
} from './port.js';
export type {
  AuditAction,
  AuditEntry,
  Batch,
  BatchHeader,
  Change,
  Commit,
  FieldChanges,
  Revision,
  Salted,
  SignedHeader,
} from './revision.js';
export { AUDIT_ACTIONS } from './revision.js';
export { undoOf, undoSave } from './undo.js';
