/** A group of things to do, the most pressing first; a long list is shown a part at a time. */
import type { DiaryEntry } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';
import { EntryRow } from './entry-row.js';

export interface EntryGroupProps {
  heading: string;
  entries: readonly DiaryEntry[];
  /** Number of them whose day has passed: said where the heading does not say it. */
  overdue: number;
  diary: DiaryRead;
  /** Number of entries in the groups before: the digits continue from there. */
  before: number;
}

/** Rows rendered at once. */
const PORTION = 50;
const MOST_DIGITS = 9;

export function EntryGroup({ heading, entries, overdue, diary, before }: EntryGroupProps) {
  const headingId = useId();
  const most = useSignal(PORTION);
  if (entries.length === 0) return null;
  const rest = entries.length - most.value;
  return (
    <section aria-labelledby={headingId}>
      <h2 class="govuk-heading-m cp-due-heading" id={headingId}>
        <span dir="auto">{heading}</span>
        <span class="cp-section-nav__count">{entries.length}</span>
        {overdue > 0 && overdue < entries.length && (
          <span class="cp-when cp-when--over cp-due-heading__over">
            {t('today.group.overdue', { count: overdue })}
          </span>
        )}
      </h2>
      <ol class="cp-due-list">
        {entries.slice(0, most.value).map((entry, index) => {
          const number = before + index + 1;
          return (
            <EntryRow
              key={entry.id}
              entry={entry}
              diary={diary}
              digit={number <= MOST_DIGITS ? String(number) : undefined}
            />
          );
        })}
      </ol>
      {rest > 0 && (
        <Button
          kind="secondary"
          onPress={() => {
            most.value += PORTION;
          }}
        >
          {t('today.more', { count: Math.min(rest, PORTION) })}
        </Button>
      )}
    </section>
  );
}
