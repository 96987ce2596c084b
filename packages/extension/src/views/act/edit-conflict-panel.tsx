import { RECORD_LABELS } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { Table } from '../../components/table.js';
import { writtenMoment } from '../../components/written-moment.js';
import { writtenValue } from '../../components/written-value.js';
import { t } from '../../locales/late.js';
import type { ClashedField, EditConflict } from './edit-conflict.js';

export interface EditConflictPanelProps {
  conflict: EditConflict;
  onUseTheirs: (name: string, value: unknown) => void;
}

/** Changes saved elsewhere since this form was opened, next to the typed ones. The officer decides field by field. */
export function EditConflictPanel({ conflict, onUseTheirs }: EditConflictPanelProps) {
  const { services, session } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  const used = useSignal<readonly string[]>([]);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { now, fields } = conflict;
  const own = session.open.value?.officer.id === now.updatedBy;
  const written = (row: ClashedField, value: unknown) =>
    writtenValue(row.field, value, services.lists).join('\n') || t('common.not-recorded');
  return (
    <section class="cp-confirm" role="alert" aria-labelledby="edit-conflict">
      <h2 class="govuk-heading-s" id="edit-conflict" ref={heading} tabIndex={-1}>
        {t('edit.conflict', { what: RECORD_LABELS[now.kind].one })}
      </h2>
      <p class="govuk-body">
        {t(own ? 'edit.conflict.own' : 'edit.conflict.other', { at: writtenMoment(now.updatedAt) })}
      </p>
      <Table
        caption={t('edit.conflict.caption')}
        captionHidden
        empty={t('edit.conflict.none')}
        rows={fields}
        keyOf={({ field }) => field.name}
        stacks
        columns={[
          { key: 'field', heading: t('edit.conflict.field'), cell: ({ field }) => field.label },
          {
            key: 'theirs',
            heading: t('edit.conflict.theirs'),
            cell: (row) => (
              <span class="cp-record-details__line" dir="auto">
                {written(row, row.theirs)}
              </span>
            ),
          },
          {
            key: 'mine',
            heading: t('edit.conflict.mine'),
            cell: (row) =>
              row.isClash ? (
                <span class="cp-record-details__line" dir="auto">
                  {written(row, row.mine)}
                </span>
              ) : (
                t('edit.conflict.untouched')
              ),
          },
          {
            key: 'choose',
            heading: t('edit.conflict.choose'),
            cell: ({ field, theirs, isClash }) =>
              isClash && !used.value.includes(field.name) ? (
                <>
                  <div>{t('edit.conflict.kept')}</div>
                  <Button
                    kind="link"
                    about={field.label}
                    onPress={() => {
                      used.value = [...used.value, field.name];
                      onUseTheirs(field.name, theirs);
                    }}
                  >
                    {t('edit.conflict.use')}
                  </Button>
                </>
              ) : (
                t('edit.conflict.used')
              ),
          },
        ]}
      />
      <p class="govuk-body">{t('edit.conflict.save')}</p>
    </section>
  );
}
