/** One log entry in words: the act and its object, never the content of a record. */
import {
  type CodeLists,
  civilDay,
  codeLabel,
  fieldsOf,
  GIVEN_FIELDS,
  type LoggedEntry,
  RECORD_LABELS,
  type RecordId,
  type RecordKind,
} from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import { packActInFull } from '../../vault/packs/logged-pack-words.js';

export interface LogWords {
  readonly kinds: ReadonlyMap<RecordId, RecordKind>;
  readonly lists: CodeLists;
}

/** `Subject: Name, Phones`, `2 Interventions`, `Search: 3 rows shown`. */
export function whatWas(entry: LoggedEntry, { kinds }: LogWords): string {
  const { records, fields, reason } = entry;
  if (entry.pack) return packActInFull(entry.pack, entry.at);
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
  if (entry.file) {
    const { format, marking, digest } = entry.file;
    return t('log.column.what.file', { what, format, marking, digest });
  }
  if (fields.includes(GIVEN_FIELDS.whole)) return t('log.column.what.whole-file', { what });
  if (fields.includes(GIVEN_FIELDS.picture)) return t('log.column.what.picture', { what });
  const whole =
    counts.size !== 1 || only === undefined || fields.length === 0
      ? what
      : t('log.column.fields', {
          what,
          fields: fields.map((name) => labelOf(only, name)).join(', '),
        });
  return withConfirmed(whole, entry, kinds);
}

/** “…. Words read and confirmed for this recipient: Decision, Reason (2); Referral, Narrative”. */
function withConfirmed(
  what: string,
  { confirmed = [] }: LoggedEntry,
  kinds: LogWords['kinds'],
): string {
  const counts = new Map<string, number>();
  for (const { record, field } of confirmed) {
    const kind = kinds.get(record);
    const said = kind
      ? t('log.confirmed.field', { what: RECORD_LABELS[kind].one, field: labelOf(kind, field) })
      : t('log.confirmed.record');
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  if (counts.size === 0) return what;
  const words = [...counts].map(([said, count]) => (count === 1 ? said : `${said} (${count})`));
  return t('log.confirmed', { what, words: words.join('; ') });
}

/** Destination and recipient. */
export function toWhom({ recipients, at }: LoggedEntry, { lists }: LogWords): string {
  if (!recipients || recipients.length === 0) return '';
  const [to = '', ...who] = recipients;
  return [codeLabel(lists, 'export-destination', to, civilDay(at)), ...who].join(', ');
}

/** The reason, with the doubts about the person that the officer answered; for a disclosure also the legal gateway. */
export function whyWas(
  { at, reason, gateway, gatewayNote, doubts = [] }: LoggedEntry,
  { lists }: LogWords,
): string {
  const on = civilDay(at);
  const why = [
    codeLabel(lists, 'reason', reason, on),
    ...doubts.map((doubt) => t(`log.doubt.${doubt}`)),
  ].join('. ');
  if (gateway === undefined) return why;
  const label = codeLabel(lists, 'legal-gateway', gateway, on);
  return t('log.column.why.gateway', {
    reason: why,
    gateway: gatewayNote === undefined ? label : `${label}, ${gatewayNote}`,
  });
}

function labelOf(kind: RecordKind, name: string): string {
  const [own = name, ...inner] = name.split('.');
  let field = fieldsOf(kind).find((each) => each.name === own);
  const labels = [field?.label ?? own];
  for (const part of inner) {
    field = field?.fields?.find((each) => each.name === part);
    labels.push(field?.label ?? part);
  }
  return labels.join(': ');
}
