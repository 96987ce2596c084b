/** One log entry in words: the act and its object, never the content of a record. */
import {
  type CodeLists,
  codeLabel,
  fieldsOf,
  type LoggedEntry,
  RECORD_LABELS,
  type RecordId,
  type RecordKind,
} from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';

export interface LogWords {
  readonly kinds: ReadonlyMap<RecordId, RecordKind>;
  readonly lists: CodeLists;
}

/** `Subject: Name, Phones`, `2 Interventions`, `Search: 3 rows shown`. */
export function whatWas(entry: LoggedEntry, { kinds }: LogWords): string {
  const { records, fields, reason } = entry;
  if (fields.length === 1 && fields[0] === 'log') return t('log.column.what.log');
  if (reason === 'search') return t('log.column.what.search', { count: records.length });
  const counts = new Map<RecordKind, number>();
  let others = 0;
  for (const id of records) {
    const kind = kinds.get(id);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    else others += 1;
  }
  const parts = [...counts].map(([kind, count]) =>
    count === 1
      ? RECORD_LABELS[kind].one
      : `${count.toLocaleString('en-GB')} ${RECORD_LABELS[kind].many}`,
  );
  if (others > 0)
    parts.push(
      t(kinds.size > 0 ? 'log.column.what.other' : 'log.column.what.records', { count: others }),
    );
  if (parts.length === 0) return t('log.column.what.none');
  const [only] = counts.keys();
  const what = parts.join(', ');
  if (counts.size !== 1 || only === undefined || fields.length === 0) return what;
  return t('log.column.fields', {
    what,
    fields: fields.map((name) => labelOf(only, name)).join(', '),
  });
}

/** Destination and recipient. */
export function toWhom({ recipients }: LoggedEntry, { lists }: LogWords): string {
  if (!recipients || recipients.length === 0) return '';
  const [to = '', ...who] = recipients;
  return [codeLabel(lists, 'export-destination', to), ...who].join(', ');
}

/** The reason; for a disclosure also the legal gateway. */
export function whyWas({ reason, gateway, gatewayNote }: LoggedEntry, { lists }: LogWords): string {
  const why = codeLabel(lists, 'reason', reason);
  if (gateway === undefined) return why;
  const label = codeLabel(lists, 'legal-gateway', gateway);
  return t('log.column.why.gateway', {
    reason: why,
    gateway: gatewayNote === undefined ? label : `${label}, ${gatewayNote}`,
  });
}

function labelOf(kind: RecordKind, name: string): string {
  return fieldsOf(kind).find((field) => field.name === name)?.label ?? name;
}
