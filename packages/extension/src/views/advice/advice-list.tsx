import { codeLabel, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { PageHeading } from '../../components/page-heading.js';
import { Table } from '../../components/table.js';
import { t } from '../../locales/late.js';
import { useRecords } from '../use-records.js';

/** All advice, the latest first: when, about what, to which organisation. Opening one is what is logged. */
export function AdviceList() {
  const { router, services } = useApp();
  const all = useRecords('advice');
  const rows = all?.toSorted((a, b) => (a.value.givenOn < b.value.givenOn ? 1 : -1));
  return (
    <>
      <PageHeading>{t('advice.title')}</PageHeading>
      <p class="govuk-body">{t('advice.intro')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'advice', writing: true })}>
          {t('advice.add')}
        </Button>
      </ButtonGroup>
      {rows && (
        <Table
          caption={t('advice.caption')}
          captionHidden
          empty={t('advice.none')}
          rows={rows}
          keyOf={({ id }) => id}
          stacks
          columns={[
            {
              key: 'given',
              heading: t('advice.given'),
              cell: ({ id, value }) => (
                <Button kind="link" onPress={() => router.go({ name: 'advice', advice: id })}>
                  <span class="govuk-visually-hidden">{t('advice.open')} </span>
                  {writtenDate(value.givenOn)}
                </Button>
              ),
            },
            {
              key: 'topic',
              heading: t('advice.topic'),
              cell: ({ value }) => codeLabel(services.lists, 'advice-topic', value.topic),
            },
            {
              key: 'organisation',
              heading: t('advice.organisation'),
              cell: ({ value }) => (
                <span dir="auto">{value.organisation ?? t('common.not-recorded')}</span>
              ),
            },
            { key: 'follow-up', heading: t('advice.follow-up'), cell: followUp },
          ]}
        />
      )}
    </>
  );
}

function followUp({ value: { followUpDueOn, followedUpOn } }: StoredRecord<'advice'>): string {
  if (followedUpOn) return t('advice.follow-up.done', { date: writtenDate(followedUpOn) });
  if (followUpDueOn) return t('advice.follow-up.due', { date: writtenDate(followUpDueOn) });
  return t('advice.follow-up.none');
}
