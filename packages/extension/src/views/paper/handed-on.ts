/** What of the timeline may be handed on: notes are graded and handled apart, and concerns are told on their own ways. */
import type { RecordKind, TimelineEntry } from '@cyber-prevent/core';

const APART: ReadonlySet<RecordKind> = new Set(['intelligenceNote', 'safeguardingConcern']);

export function handedOn(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  return entries.filter(({ kind }) => !APART.has(kind));
}
