/** Possible evidence for an answer: captured values of the subject, notes, contacts, captures. */
import { type EvidenceLink, evidenceOf, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import type { Choice } from '../../../components/choice.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';

/** Enough letters of each text to tell it from the next. */
const LETTERS = 90;

const CAPTURED: ReadonlySet<string> = new Set(['subject', 'referral', 'onlineIdentifier']);

export function evidenceKey({ kind, record, field }: EvidenceLink): string {
  return [kind, record, field ?? ''].join('/');
}

export function evidenceLink(key: string): EvidenceLink {
  const [kind, record, field] = key.split('/');
  return { kind, record, ...(field ? { field } : {}) } as EvidenceLink;
}

/** One choice for each possible piece of evidence, in the order recorded. */
export function evidenceChoices(records: readonly StoredRecord[]): readonly Choice[] {
  return records.flatMap(linksOf).map((link) => {
    const [followed] = evidenceOf({ evidence: [link] }, records);
    const record = records.find(({ id }) => id === link.record);
    return {
      value: evidenceKey(link),
      label: [followed?.label, record && dayOf(record)].filter(Boolean).join(', '),
      hint: shortened(followed?.text ?? (record ? saidIn(record) : undefined)),
    };
  });
}

function linksOf(record: StoredRecord): readonly EvidenceLink[] {
  const { kind, id, sources, value } = record;
  if (kind === 'intelligenceNote' || kind === 'intervention' || kind === 'sourceCapture')
    return [{ kind, record: id }];
  if (!CAPTURED.has(kind)) return [];
  const fields = new Set(Object.keys(sources).map((path) => path.split(/[.[]/)[0] ?? ''));
  if (kind === 'referral' && 'narrative' in value) fields.add('narrative');
  return [...fields]
    .filter((field) => Object.hasOwn(value, field))
    .map((field) => ({ kind, record: id, field }) as EvidenceLink);
}

function dayOf({ value }: StoredRecord): string | undefined {
  if ('heldOn' in value && value.heldOn) return writtenDate(value.heldOn);
  if ('capturedAt' in value) return writtenMoment(value.capturedAt);
  return undefined;
}

function saidIn({ value }: StoredRecord): string | undefined {
  const said = value as { readonly [name in 'text' | 'note' | 'system']?: unknown };
  const words = [said.text, said.note, said.system].find((each) => typeof each === 'string');
  return typeof words === 'string' ? words : undefined;
}

function shortened(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return text.length > LETTERS
    ? t('assessment.evidence.more', { text: text.slice(0, LETTERS) })
    : text;
}
