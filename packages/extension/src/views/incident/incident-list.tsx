import { writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { PageHeading } from '../../components/page-heading.js';
import { Table } from '../../components/table.js';
import { t } from '../../locales/late.js';
import { useRecords } from '../use-records.js';

/** All incidents, the latest first: when and where. Opening one is what is logged. */
export function IncidentList() {
  const { router } = useApp();
  const all = useRecords('incident');
  const rows = all?.toSorted((a, b) => (a.value.happenedOn < b.value.happenedOn ? 1 : -1));
  return (
    <>
      <PageHeading>{t('incident.title')}</PageHeading>
      <p class="govuk-body">{t('incident.intro')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'incident', writing: true })}>
          {t('incident.add')}
        </Button>
      </ButtonGroup>
      {rows && (
        <Table
          caption={t('incident.caption')}
          captionHidden
          empty={t('incident.none')}
          rows={rows}
          keyOf={({ id }) => id}
          stacks
          columns={[
            {
              key: 'happened',
              heading: t('incident.happened'),
              cell: ({ id, value }) => (
                <Button kind="link" onPress={() => router.go({ name: 'incident', incident: id })}>
                  <span class="govuk-visually-hidden">{t('incident.open')} </span>
                  {writtenDate(value.happenedOn)}
                </Button>
              ),
            },
            {
              key: 'place',
              heading: t('incident.place'),
              cell: ({ value }) => <span dir="auto">{value.place}</span>,
            },
            {
              key: 'reference',
              heading: t('incident.reference'),
              cell: ({ value }) => (
                <span dir="auto">{value.reference ?? t('common.not-recorded')}</span>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
