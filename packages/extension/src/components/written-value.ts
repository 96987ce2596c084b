/** A stored value in words: codes by their label, dates and moments written out. */
import {
  type CodeLists,
  codeLabel,
  FILE_RULES,
  type FieldDescription,
  type PlainDate,
  writtenDate,
} from '@cyber-prevent/core';
import { isMessageKey, t } from '../locales/translate.js';
import { isCivilDate } from './civil-date.js';
import { isMoment } from './instant-text.js';
import { writtenMoment } from './written-moment.js';
import { writtenPhone } from './written-phone.js';

/**
 * Lines of text for a value; empty if there is nothing to show.
 *
 * @param on - the day on which the record was made: a code has its words of then
 */
export function writtenValue(
  field: FieldDescription,
  value: unknown,
  lists: CodeLists,
  on?: PlainDate,
): readonly string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => writtenValue(field, item, lists, on));
  if (typeof value === 'object')
    return (field.fields ?? []).flatMap((part) => {
      if (isSaidInLines(part, value)) return [];
      const lines = writtenValue(part, (value as Record<string, unknown>)[part.name], lists, on);
      if (lines.length === 0) return [];
      const words = lines.join(', ');
      // A part with the same label as its field needs no prefix.
      if (part.label === field.label) return [words];
      return [t('field.written-part', { label: part.label, value: words })];
    });
  if (typeof value === 'boolean') return [value ? t('common.yes') : t('common.no')];
  if (typeof value === 'number') return [value.toLocaleString('en-GB')];
  const text = String(value);
  if (field.codeList !== undefined) return [codeLabel(lists, field.codeList, text, on)];
  const option = `field.option.${text}`;
  if (field.options?.includes(text) && isMessageKey(option))
    return [t(option as 'field.option.yes')];
  const type = FILE_RULES.types.find(({ mediaType }) => mediaType === text);
  if (type && field.options?.includes(text)) return [type.short];
  if ((field.input === 'date' || field.input === 'dates') && isCivilDate(text))
    return [writtenDate(text)];
  if (field.input === 'date-time' && isMoment(text)) return [writtenMoment(text)];
  if (PHONES.has(field.name)) return [writtenPhone(text)];
  return text === '' ? [] : [text];
}

const PHONES: ReadonlySet<string> = new Set(['phones', 'phone']);

/** True of the postcode of an address whose lines already have it. */
function isSaidInLines(part: FieldDescription, address: object): boolean {
  if (part.name !== 'postcode') return false;
  const { lines, postcode } = address as { readonly lines?: unknown; readonly postcode?: unknown };
  const plain = (text: string) => text.replace(/\s/g, '').toUpperCase();
  return (
    typeof lines === 'string' &&
    typeof postcode === 'string' &&
    plain(lines).endsWith(plain(postcode))
  );
}
