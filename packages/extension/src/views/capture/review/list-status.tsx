import type { CodeLists } from '@cyber-prevent/core';
import { Details } from '../../../components/details.js';
import { t } from '../../../locales/late.js';

/** Reliability of a form's code lists: none of them is official. */
export function ListStatus({ lists, ids }: { lists: CodeLists; ids: readonly string[] }) {
  return (
    <Details summary={t('note.lists')}>
      <ul class="govuk-list govuk-list--bullet">
        {ids.flatMap((id) => {
          const list = lists.get(id);
          return list
            ? [
                <li key={id}>
                  {t('note.lists.line', {
                    title: list.title,
                    source: list.source,
                    status: list.status,
                    checked: list.checkedOn,
                  })}
                </li>,
              ]
            : [];
        })}
      </ul>
    </Details>
  );
}
