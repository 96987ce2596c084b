/** The record that an issue of a refused undo or move is about: its place names it, so that a screen can lead there. */
import type { RecordKind } from '../record/kind.js';
import type { Issue } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';

export interface RecordInWay {
  readonly kind: RecordKind;
  readonly id: RecordId;
}

/** The place of such an issue. */
export function atRecord({ kind, id }: RecordInWay): string {
  return `${kind}/${id}`;
}

const CODES: ReadonlySet<string> = new Set([
  'move-in-use',
  'undo-changed-since',
  'undo-in-use',
  'undo-locked',
]);

/** The record that stops an undo or a move; undefined for an issue about none. */
export function recordInWay({ code, at }: Pick<Issue, 'code' | 'at'>): RecordInWay | undefined {
  const [kind, id] = CODES.has(code) ? (at ?? '').split('/') : [];
  return kind && id ? { kind: kind as RecordKind, id: id as RecordId } : undefined;
}
