/**
 * The part of the timeline that may be handed on: notes are graded and handled apart, and concerns have their own
 * channels.
 */
import type { RecordKind, TimelineEntry } from '@cyber-prevent/core';

const APART: ReadonlySet<RecordKind> = new Set(['intelligenceNote', 'safeguardingConcern']);

export function handedOn(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  return entries.filter(({ kind }) => !APART.has(kind));
}
