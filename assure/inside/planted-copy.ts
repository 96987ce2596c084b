/** A capture that names a copy of its page, and a person whose name was taken from such captures. */
import {
  buildRecord,
  buildSnapshot,
  buildSource,
  newRecord,
} from '../../packages/core/src/testing/fiction/builder.js';

export function captureNaming(blob: string) {
  const snapshots = [{ ...buildSnapshot(), blob }];
  const capture = buildRecord('sourceCapture', { id: crypto.randomUUID(), snapshots });
  return newRecord('sourceCapture', capture);
}

export function personFrom(captures: readonly string[]) {
  const subject = buildRecord('subject', { id: crypto.randomUUID() });
  const name = captures.map((capture) => buildSource({ capture: capture as never }));
  return { ...newRecord('subject', subject), sources: { name } };
}
