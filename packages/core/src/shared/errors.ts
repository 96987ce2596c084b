/** Error for misuse of the toolkit. Problems an officer can put right are returned as `Issue`s instead. */
export class PreventError extends Error {
  override readonly name = 'PreventError';

  /** Code, stable across releases; explained in docs/reference/errors.md. */
  readonly code: PreventErrorCode;

  constructor(code: PreventErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Every code the core throws. A test checks docs/reference/errors.md against this list. */
export const PREVENT_ERROR_CODES = [
  'CP_ADAPTER_INVALID',
  'CP_BLOB_TOO_LARGE',
  'CP_CODE_LIST_UNKNOWN',
  'CP_DRAFT_UNKNOWN_ROW',
  'CP_ENVELOPE_UNREADABLE',
  'CP_PLUGIN_DUPLICATE_ID',
  'CP_PLUGIN_UNKNOWN_ID',
  'CP_POLICY_INVALID',
  'CP_RECORD_CLOSED',
  'CP_RECORD_INVALID',
  'CP_SNAPSHOT_INVALID',
  'CP_STORE_CHAIN_BROKEN',
  'CP_STORE_CLOSED',
  'CP_STORE_CONFLICT',
  'CP_STORE_FULL',
  'CP_STORE_HELD',
  'CP_STORE_LOCKED',
  'CP_STORE_NOT_DISPOSABLE',
  'CP_STORE_NOT_RECEIVED',
  'CP_STORE_UNKNOWN_RECORD',
  'CP_TEMPLATE_INVALID',
  'CP_VAULT_UNREADABLE',
] as const;
export type PreventErrorCode = (typeof PREVENT_ERROR_CODES)[number];
