import { type IdentifiedRow, writtenDate } from '@cyber-prevent/core';
import { useCallback, useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import type { ListTerms } from '../../../components/list/list-query.js';
import { t } from '../../../locales/late.js';
import { whenDue } from '../../act/needs.js';
import { DueText } from '../../case/due-text.js';
import { RowsList } from '../../desk/list/rows-list.js';
import type { DueOfRecords } from '../../desk/list/use-due.js';

/** People who await a decision; once it is made they are on no list. */
export function IdentifiedList({ due }: Pick<DueOfRecords, 'due'>) {
  const { router, services } = useApp();
  const today = services.today();
  // A person whose records were to go, but are still here, waits too.
  const isAwaiting = useCallback(({ id }: IdentifiedRow) => due.has(id), [due]);
  const terms = useMemo(
    (): ListTerms<IdentifiedRow> => ({
      text: ({ name = '', otherNames, reference = '' }) =>
        [name, ...otherNames, reference].join(' '),
      columns: [
        {
          key: 'name',
          heading: t('identified.name'),
          cell: ({ name }) => <span dir="auto">{name ?? t('common.not-recorded')}</span>,
          sortBy: ({ name }) => name,
        },
        {
          key: 'on',
          heading: t('identified.on'),
          cell: ({ identifiedOn }) => writtenDate(identifiedOn),
          sortBy: ({ identifiedOn }) => identifiedOn,
        },
        {
          key: 'due',
          heading: t('identified.due'),
          cell: ({ id }) => <DueText due={due.get(id)} today={today} />,
          sortBy: ({ id }) => whenDue(due.get(id)),
        },
      ],
    }),
    [due, today],
  );
  return (
    <>
      <p class="govuk-body">{t('identified.intro')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'identify' })}>{t('identified.add')}</Button>
      </ButtonGroup>
      <RowsList
        list="identified"
        {...terms}
        only={isAwaiting}
        sort="due"
        caption={t('identified.caption')}
        find={t('identified.find')}
        findHint={t('identified.find.hint')}
        counted={(count) => t('identified.found', { count })}
        empty={<p class="govuk-body">{t('identified.none')}</p>}
        onOpen={({ id }) => router.go({ name: 'identification', identification: id })}
      />
    </>
  );
}
