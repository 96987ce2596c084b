import { type IncidentRow, LIST_FIELDS, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import type { ListTerms } from '../../../components/list/list-column.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { RowsList } from '../../desk/list/rows-list.js';

const TERMS: ListTerms<IncidentRow> = {
  text: ({ place, reference = '' }) => [place, reference].join(' '),
  fields: LIST_FIELDS.incidents(),
  columns: [
    {
      key: 'happened',
      heading: t('incident.happened'),
      cell: ({ happenedOn }) => (
        <>
          <span class="govuk-visually-hidden">{t('incident.open')} </span>
          {writtenDate(happenedOn)}
        </>
      ),
    },
    {
      key: 'place',
      heading: t('incident.place'),
      cell: ({ place }) => <span dir="auto">{place}</span>,
    },
    {
      key: 'reference',
      heading: t('incident.reference'),
      cell: ({ reference }) => <span dir="auto">{reference ?? t('common.not-recorded')}</span>,
    },
  ],
};

/** All incidents, the latest first: day and place. Opening one is logged. */
export function IncidentList() {
  const { router } = useApp();
  return (
    <>
      <PageHeading>{t('incident.title')}</PageHeading>
      <p class="govuk-body">{t('incident.intro')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'incident', writing: true })}>
          {t('incident.add')}
        </Button>
      </ButtonGroup>
      <RowsList
        list="incidents"
        {...TERMS}
        sort="happened"
        isDescending
        caption={t('incident.caption')}
        find={t('incident.find')}
        findHint={t('incident.find.hint')}
        counted={(count) => t('incident.found', { count })}
        empty={<p class="govuk-body">{t('incident.none')}</p>}
        onOpen={({ id }) => router.go({ name: 'incident', incident: id })}
      />
    </>
  );
}
