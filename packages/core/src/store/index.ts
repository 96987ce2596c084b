export type { BatchLog, Signer, Verify } from './batch-log.js';
export {
  CHAIN_START,
  type ChainHead,
  headerDigest,
  type VerifyOptions,
  verifyChain,
} from './chain.js';
export { type BatchPlace, composeBatch } from './compose.js';
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
