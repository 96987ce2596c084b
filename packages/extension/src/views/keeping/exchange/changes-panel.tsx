/** Changes that a file would make here, case by case and kind by kind, and the records it would end. */
import { RECORD_LABELS, type RecordId } from '@cyber-prevent/core';
import { Checkboxes } from '../../../components/checkboxes.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import type { ExchangeSeen } from '../../../ports/services.js';
import { LookAlikeWarning } from './look-alike-warning.js';

export function ChangesPanel({ changes }: { changes: ExchangeSeen['changes'] }) {
  const rows = changes.flatMap((one) =>
    one.kinds.map((of) => ({ key: `${one.subject} ${of.kind}`, who: caseWords(one), ...of })),
  );
  return (
    <>
      <LookAlikeWarning text={changes.flatMap(({ name }) => name ?? []).join(' ')} />
      <Table
        caption={t('exchange.changes')}
        columns={[
          { key: 'case', heading: t('exchange.changes.case'), cell: ({ who }) => who },
          {
            key: 'kind',
            heading: t('exchange.changes.kind'),
            cell: ({ kind }) => RECORD_LABELS[kind].many,
          },
          {
            key: 'added',
            heading: t('exchange.changes.added'),
            cell: ({ added }) => added.toLocaleString('en-GB'),
            numeric: true,
          },
          {
            key: 'changed',
            heading: t('exchange.changes.changed'),
            cell: ({ changed }) => changed.toLocaleString('en-GB'),
            numeric: true,
          },
        ]}
        rows={rows}
        keyOf={({ key }) => key}
        empty={t('exchange.changes.none')}
        stacks
      />
    </>
  );
}

export interface EndingsPanelProps {
  endings: ExchangeSeen['endings'];
  chosen: readonly string[];
  onChosen: (chosen: readonly RecordId[]) => void;
}

/** Nothing is ticked at first: a record here ends only by this officer’s own act. */
export function EndingsPanel({ endings, chosen, onChosen }: EndingsPanelProps) {
  if (endings.length === 0) return null;
  return (
    <Checkboxes
      label={t('exchange.endings')}
      hint={t('exchange.endings.hint')}
      choices={endings.map((one) => ({ value: one.record, label: endingWords(one) }))}
      value={chosen}
      onValue={(next) =>
        onChosen(endings.flatMap(({ record }) => (next.includes(record) ? [record] : [])))
      }
    />
  );
}

function caseWords({ name, isHeld, heldAs }: ExchangeSeen['changes'][number]): string {
  if (name === undefined) return t('exchange.changes.unnamed');
  if (heldAs !== undefined) return t('exchange.changes.renamed', { name, held: heldAs });
  return isHeld ? name : t('exchange.changes.new', { name });
}

function endingWords({
  kind,
  name = t('exchange.changes.unnamed'),
}: ExchangeSeen['endings'][number]) {
  if (kind === 'hold') return t('exchange.endings.lift', { name });
  return t('exchange.endings.withdraw', { kind: RECORD_LABELS[kind].one, name });
}
