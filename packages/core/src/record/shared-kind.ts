import type { RecordKind } from './kind-name.js';

/** Kinds that name no subject. Their records belong to every case that names them, and go when none does any longer. */
export const SHARED_KINDS: ReadonlySet<string> = new Set<RecordKind>([
  'referrer',
  'sourceCapture',
  'enquiry',
]);
