/**
 * Records that two officers changed separately, field by field: each value, its author and its time. Shown only once
 * the look is logged.
 */
import {
  type ConflictValue,
  conflictOf,
  fieldsOf,
  RECORD_LABELS,
  type RecordConflict,
  type RecordId,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Table } from '../../components/table.js';
import { writtenMoment } from '../../components/written-moment.js';
import { writtenValue } from '../../components/written-value.js';
import { t } from '../../locales/late.js';
import { asIssue } from './as-issue.js';

interface ConflictsPanelProps {
  records: readonly RecordId[];
  /** Code from the list `reason` for the look; absent if the page already logged these records as looked at. */
  look?: 'restore';
}

export function ConflictsPanel({ records, look }: ConflictsPanelProps) {
  const { store } = useApp().services;
  const found = useSignal<readonly RecordConflict[]>([]);
  const problem = useSignal<string | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    const load = async (): Promise<void> => {
      if (look !== undefined && records.length > 0) await store.consult(records, look);
      const histories = await Promise.all(records.map((id) => store.history(id)));
      if (!isGone) found.value = histories.flatMap((history) => conflictOf(history) ?? []);
    };
    problem.value = undefined;
    void load().catch((error: unknown) => {
      if (!isGone && look !== undefined) problem.value = asIssue(error).message;
    });
    return () => {
      isGone = true;
    };
  }, [records, look, store, found, problem]);
  if (problem.value !== undefined)
    return (
      <ErrorSummary
        errors={[{ message: t('exchange.conflict.not-logged', { why: problem.value }) }]}
      />
    );
  if (found.value.length === 0) return null;
  return (
    <>
      {found.value.map((conflict) => (
        <ConflictTable key={conflict.record} conflict={conflict} />
      ))}
      <p class="govuk-body">{t('exchange.conflict.why')}</p>
    </>
  );
}

function ConflictTable({ conflict }: { conflict: RecordConflict }) {
  const { services, session } = useApp();
  const own = session.open.value?.officer.id;
  const who = (by: RecordId): string =>
    t(by === own ? 'exchange.conflict.own' : 'exchange.conflict.other');
  const { kind, heads, fields } = conflict;
  const described = new Map(fieldsOf(kind).map((field) => [field.name, field]));
  const written = (name: string, said: ConflictValue | undefined): string => {
    const field = described.get(name);
    const lines = field ? writtenValue(field, said?.value, services.lists) : [];
    const value = lines.length > 0 ? lines.join(', ') : t('common.not-recorded');
    if (said?.at === undefined || said.by === undefined) return value;
    return t('exchange.conflict.value', { value, who: who(said.by), at: writtenMoment(said.at) });
  };
  return (
    <Table
      caption={t('exchange.conflict', { label: RECORD_LABELS[kind].one })}
      columns={[
        {
          key: 'field',
          heading: t('exchange.conflict.field'),
          cell: ({ field }) => described.get(field)?.label ?? field,
        },
        ...heads.map((head, index) => ({
          key: head.revision,
          heading: t(head.isWithdrawn ? 'exchange.conflict.withdrawn' : 'exchange.conflict.head', {
            who: who(head.by),
            at: writtenMoment(head.at),
          }),
          cell: ({ field, values }: RecordConflict['fields'][number]) =>
            written(field, values[index]),
        })),
      ]}
      rows={fields}
      keyOf={({ field }) => field}
      empty={t('exchange.conflict.none')}
    />
  );
}
