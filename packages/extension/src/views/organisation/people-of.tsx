import type { RecordId } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { t } from '../../locales/late.js';
import { useRows } from '../desk/list/use-rows.js';
import { subjectWords } from '../desk/subject-words.js';

/** People whose school or employer is joined to one of the organisations, by what tells each from others. */
export function PeopleOf({ ids }: { ids: ReadonlySet<RecordId> }) {
  const { router } = useApp();
  const news = useRows('subjects');
  const rows = news && 'rows' in news ? news.rows : undefined;
  const words = useMemo(() => subjectWords(rows ?? []), [rows]);
  if (!rows)
    return (
      <p class="govuk-body" role="status">
        {t('common.loading')}
      </p>
    );
  // The row of a record that is closed to the officer says nothing of an organisation.
  const people = rows.filter((row) => row.organisations?.some((id) => ids.has(id)));
  return (
    <>
      {people.length === 0 ? (
        <p class="govuk-body">{t('organisation.people.none')}</p>
      ) : (
        <ul class="govuk-list">
          {people.map(({ id, name }) => (
            <li key={id}>
              <Button kind="link" onPress={() => router.go({ name: 'subject', subject: id })}>
                <span dir="auto">{words.get(id) ?? name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {rows.some(({ isClosed }) => isClosed) && (
        <p class="govuk-hint">{t('organisation.people.about')}</p>
      )}
    </>
  );
}
