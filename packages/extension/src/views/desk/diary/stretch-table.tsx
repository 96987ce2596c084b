import type { DiaryEntry } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';
import { routeOfAct } from '../today/act-route.js';
import { howFar, writtenDay } from '../today/when.js';
import { whoIs } from '../today/who-is.js';

export interface StretchTableProps {
  heading: string;
  entries: readonly DiaryEntry[];
  diary: DiaryRead;
}

/** Entries due in one week, or all the overdue ones: a row for each. */
export function StretchTable({ heading, entries, diary }: StretchTableProps) {
  const { router } = useApp();
  return (
    <div class="cp-diary__stretch">
      <h2 class="govuk-heading-m">{heading}</h2>
      <Table
        caption={heading}
        captionHidden
        empty=""
        rows={entries}
        keyOf={({ id }) => id}
        stacks
        columns={[
          {
            key: 'what',
            heading: t('diary.what'),
            cell: (entry) => (
              <Button
                kind="link"
                about={whoIs(entry, diary)}
                onPress={() => router.go(routeOfAct(entry))}
              >
                {entry.what}
              </Button>
            ),
          },
          {
            key: 'who',
            heading: t('diary.who'),
            cell: (entry) => <span dir="auto">{whoIs(entry, diary) ?? t('today.nobody')}</span>,
          },
          {
            key: 'when',
            heading: t('diary.when'),
            cell: (entry) => (
              <>
                {entry.by === undefined ? t('today.no-day') : writtenDay(entry.by)}
                <span class="cp-diary__far"> {howFar(entry, diary.today)}</span>
              </>
            ),
          },
          {
            key: 'why',
            heading: t('diary.why'),
            cell: ({ why }) => (
              <details class="cp-diary__why">
                <summary>{why}</summary>
              </details>
            ),
          },
        ]}
      />
    </div>
  );
}
