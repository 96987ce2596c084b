import { writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { Table } from '../../components/table.js';
import { t } from '../../locales/late.js';
import { DueText } from '../due-text.js';
import type { DueOfRecords } from '../use-due.js';
import { useRecords } from '../use-records.js';

/** Those who await a decision; once it is made they are on no list. */
export function IdentifiedList({ due, people }: DueOfRecords) {
  const { router, services } = useApp();
  const identifications = useRecords('identification');
  // One that was decided to go, and is still here, waits too.
  const awaiting = identifications?.filter(({ id }) => due.has(id)) ?? [];
  return (
    <>
      <p class="govuk-body">{t('identified.intro')}</p>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'identify' })}>{t('identified.add')}</Button>
      </ButtonGroup>
      <Table
        caption={t('identified.caption')}
        captionHidden
        empty={t('identified.none')}
        rows={awaiting}
        keyOf={({ id }) => id}
        stacks
        columns={[
          {
            key: 'name',
            heading: t('identified.name'),
            cell: ({ id, value }) => (
              <Button
                kind="link"
                onPress={() => router.go({ name: 'identification', identification: id })}
              >
                <span dir="auto">{people[value.subjectId]?.name ?? t('common.not-recorded')}</span>
              </Button>
            ),
          },
          {
            key: 'on',
            heading: t('identified.on'),
            cell: ({ value }) => writtenDate(value.identifiedOn),
          },
          {
            key: 'due',
            heading: t('identified.due'),
            cell: ({ id }) => <DueText due={due.get(id)} today={services.today()} />,
          },
        ]}
      />
    </>
  );
}
