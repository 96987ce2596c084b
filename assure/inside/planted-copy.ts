/**
 * A capture that names a copy of its page, a person whose name was taken from such captures, and a file that is
 * attached to a person.
 */
import { createHash } from 'node:crypto';
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

export interface FileNamed {
  readonly subject: string;
  readonly blob: string;
  /** The text of the blob. */
  readonly letters: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly name: string;
}

export function attachmentNaming({ subject, blob, letters, size, name }: FileNamed) {
  const { salt } = buildSnapshot();
  const digest = createHash('sha256').update(`${salt}\n${letters}`).digest('hex');
  return newRecord(
    'attachment',
    buildRecord('attachment', {
      id: crypto.randomUUID(),
      subjectId: subject,
      name,
      // Long ago, by any clock of the machine.
      receivedOn: '2024-05-01',
      mediaType: 'text/plain',
      size,
      pieces: [{ blob, salt, digest }],
    }),
  );
}
