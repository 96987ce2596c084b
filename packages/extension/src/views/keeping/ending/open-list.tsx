import type { DiaryEntry, PlainDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { routeOfAct } from '../../desk/today/act-route.js';
import { dueWords } from '../../desk/today/when.js';

export interface OpenListProps {
  entries: readonly DiaryEntry[];
  today: PlainDate;
}

/** Open matters of a case, each with the way to the screen that settles it. */
export function OpenList({ entries, today }: OpenListProps) {
  const { router } = useApp();
  return (
    <ul class="govuk-list govuk-list--bullet">
      {entries.map((entry) => (
        <li key={entry.id}>
          <strong>{entry.what}</strong>: {dueWords(entry, today)}. {entry.why}{' '}
          <Button kind="link" about={entry.what} onPress={() => router.go(routeOfAct(entry))}>
            {t('ending.open.settle')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
