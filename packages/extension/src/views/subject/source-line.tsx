import type { SourceRef, StoredRecord } from '@cyber-prevent/core';
import { writtenMoment } from '../../components/written-value.js';
import { t } from '../../locales/translate.js';

export interface SourceLineProps {
  /** The record, and which of its fields. */
  record: StoredRecord;
  field: string;
  captures: readonly StoredRecord<'sourceCapture'>[];
}

/** Where each value of a field came from: label, system, when; and the page's text where the officer corrected it. */
export function SourceLine({ record, field, captures }: SourceLineProps) {
  const refs = Object.entries(record.sources)
    .filter(
      ([path]) => path === field || path.startsWith(`${field}[`) || path.startsWith(`${field}.`),
    )
    .flatMap(([, found]) => found);
  if (refs.length === 0) return null;
  return (
    <ul class="cp-sources">
      {[...new Set(refs.map((ref) => wordsOf(ref, captures)))].map((words) => (
        <li key={words} class="cp-sources__source">
          {words}
        </li>
      ))}
    </ul>
  );
}

function wordsOf(ref: SourceRef, captures: SourceLineProps['captures']): string {
  const capture = captures.find(({ id }) => id === ref.capture)?.value;
  const slots = {
    label: ref.label,
    system: capture?.system ?? t('common.not-recorded'),
    at: capture ? writtenMoment(capture.capturedAt) : t('common.not-recorded'),
  };
  return ref.decision === 'take-corrected'
    ? t('subject.source.corrected', { ...slots, verbatim: ref.verbatim })
    : t('subject.source', slots);
}
