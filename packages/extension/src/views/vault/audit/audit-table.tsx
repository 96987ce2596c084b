import { AUDIT_ACTIONS, type AuditAction, civilDay, codeLabel } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { Select } from '../../../components/select.js';
import { Table } from '../../../components/table.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import { packActWords } from '../packs/logged-pack-words.js';
import type { LoggedEntry } from './logged-entry.js';

/** Rows shown at first, and added by each press. */
const ROWS = 50;

export function AuditTable({ entries }: { entries: readonly LoggedEntry[] }) {
  const { lists } = useApp().services;
  const { officer } = useOpenVault();
  const action = useSignal('');
  const room = useSignal(ROWS);
  const chosen = entries
    .map((entry, index) => ({ ...entry, index }))
    .filter((entry) => action.value === '' || entry.action === action.value)
    .toReversed();
  const rows = chosen.slice(0, room.value);
  return (
    <>
      <h2 class="govuk-heading-m">{t('audit.latest')}</h2>
      <Form>
        <Select
          label={t('audit.filter')}
          hint={t('audit.filter.hint')}
          choices={AUDIT_ACTIONS.map((value) => ({ value, label: actionLabel(value) }))}
          value={action.value}
          onValue={(value) => {
            action.value = value;
            room.value = ROWS;
          }}
        />
      </Form>
      <p class="govuk-body" role="status">
        {t('audit.shown', { count: chosen.length, shown: rows.length })}
      </p>
      <Table
        caption={t('audit.latest')}
        captionHidden
        empty={t('audit.none')}
        rows={rows}
        keyOf={({ index }) => String(index)}
        columns={[
          { key: 'at', heading: t('audit.column.at'), cell: ({ at }) => writtenMoment(at) },
          {
            key: 'action',
            heading: t('audit.column.action'),
            cell: ({ action: name, pack }) => (pack ? packActWords(pack) : actionLabel(name)),
          },
          {
            key: 'by',
            heading: t('audit.column.by'),
            // Only the id of a colleague is stored here.
            cell: ({ by }) => (by === officer.id ? officer.name : by.slice(0, 8)),
          },
          {
            key: 'reason',
            heading: t('audit.column.reason'),
            cell: ({ at, reason }) => codeLabel(lists, 'reason', reason, civilDay(at)),
          },
          {
            key: 'records',
            heading: t('audit.column.records'),
            numeric: true,
            cell: ({ records }) => records.length.toLocaleString('en-GB'),
          },
        ]}
      />
      {rows.length < chosen.length && (
        <Button
          kind="secondary"
          onPress={() => {
            room.value += ROWS;
          }}
        >
          {t('audit.more', { count: Math.min(ROWS, chosen.length - rows.length) })}
        </Button>
      )}
    </>
  );
}

function actionLabel(action: AuditAction): string {
  return t(`audit.action.${action}`);
}
