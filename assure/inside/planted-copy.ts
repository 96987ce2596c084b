/** A capture that names a copy of its page. */
import { buildRecord, buildSnapshot, newRecord } from '../../packages/core/src/testing/builder.js';

export function captureNaming(blob: string) {
  const snapshots = [{ ...buildSnapshot(), blob }];
  const capture = buildRecord('sourceCapture', { id: crypto.randomUUID(), snapshots });
  return newRecord('sourceCapture', capture);
}
