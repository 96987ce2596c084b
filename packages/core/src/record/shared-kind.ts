import type { RecordKind } from './kind-name.js';

/** Kinds that name no subject. Their records belong to every case that names them. */
export const SHARED_KINDS: ReadonlySet<string> = new Set<RecordKind>([
  'referrer',
  'sourceCapture',
  'enquiry',
  'organisation',
]);

/** Shared kinds about nobody: they stay when the last case that names them goes. The others go with it. */
export const LASTING_KINDS: ReadonlySet<string> = new Set<RecordKind>(['organisation']);

/** Kinds that hang on the record that they are about: they go with it, and never keep it. */
export const HANGING_KINDS: ReadonlySet<string> = new Set<RecordKind>(['organisationLink']);
