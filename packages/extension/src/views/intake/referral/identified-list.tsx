import { type IdentifiedRow, LIST_FIELDS, writtenDate } from '@cyber-prevent/core';
import { useCallback, useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import type { ListTerms } from '../../../components/list/list-column.js';
import { t } from '../../../locales/late.js';
import { DueCell } from '../../desk/list/due-cell.js';
import { dueFacet, workFacet } from '../../desk/list/facet-words.js';
import { NotAllKnown } from '../../desk/list/not-all-known.js';
import { RowsList } from '../../desk/list/rows-list.js';
import type { ListKnownRead } from '../../desk/list/use-list-known.js';

/** People who await a decision; once it is made they are on no list. */
export function IdentifiedList({ known, unread, failed }: ListKnownRead) {
  const { router } = useApp();
  const { today, dueOf } = known;
  // A person whose records were to go, but are still here, waits too.
  const isAwaiting = useCallback(({ id }: IdentifiedRow) => dueOf(id).length > 0, [dueOf]);
  const terms = useMemo(
    (): ListTerms<IdentifiedRow> => ({
      text: ({ name = '', otherNames, reference = '' }) =>
        [name, ...otherNames, reference].join(' '),
      fields: LIST_FIELDS.identified(known),
      facets: [dueFacet(), workFacet()],
      columns: [
        {
          key: 'name',
          heading: t('identified.name'),
          cell: ({ name }) => <span dir="auto">{name ?? t('common.not-recorded')}</span>,
        },
        {
          key: 'on',
          heading: t('identified.on'),
          cell: ({ identifiedOn }) => writtenDate(identifiedOn),
        },
        {
          key: 'due',
          heading: t('identified.due'),
          cell: ({ id }) => <DueCell due={dueOf(id)[0]} today={today} withDay />,
        },
        {
          key: 'next',
          heading: t('referrals.next'),
          cell: ({ id }) => dueOf(id)[0]?.what ?? t('due.nothing'),
        },
      ],
    }),
    [known, today, dueOf],
  );
  // The rows themselves depend on what is due.
  if (failed) return <NotAllKnown {...failed} />;
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
        unread={unread}
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
