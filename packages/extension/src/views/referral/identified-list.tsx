import {
  type DiaryEntry,
  type RecordId,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { Table } from '../../components/table.js';
import { t } from '../../locales/late.js';
import { DueText } from '../due-text.js';

export interface IdentifiedListProps {
  /** Those that await a decision, or what was decided to be done. */
  identifications: readonly StoredRecord<'identification'>[];
  names: ReadonlyMap<RecordId, string>;
  due: ReadonlyMap<RecordId, DiaryEntry>;
}

/** Those who await a decision; once it is made they are on no list. */
export function IdentifiedList({ identifications, names, due }: IdentifiedListProps) {
  const { router, services } = useApp();
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
        rows={identifications}
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
                <span dir="auto">{names.get(value.subjectId) ?? t('common.not-recorded')}</span>
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
            cell: ({ id }) => {
              const entry = due.get(id);
              return entry && <DueText due={entry} today={services.today()} />;
            },
          },
        ]}
      />
    </>
  );
}
