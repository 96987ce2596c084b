/**
 * The texts of a record that a search finds, by the fields of its kind: a field added to a kind is found from then on.
 */
import { type CodeLists, codeLabel } from '../../codes/code-list.js';
import type { FieldDescription } from '../../record/field.js';
import { fieldsOf, type RecordKind } from '../../record/kind.js';
import { civilDay } from '../../shared/civil-day.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { KINDS } from '../kinds.js';

/**
 * `own` and `own-day`: names the person. `line`: a number, a handle, a reference, a school. `prose`: a narrative. `day`:
 * `YYYY-MM-DD`. `code`: the label of a code.
 */
export type TextSort = 'own' | 'own-day' | 'line' | 'prose' | 'day' | 'code';

export interface FoundText {
  readonly kind: RecordKind;
  readonly record: RecordId;
  /** Property path, `schools[0].name`. */
  readonly path: string;
  readonly label: string;
  readonly sort: TextSort;
  readonly text: string;
  /** True if it says who gave something: it is found, and read only once the record is open. */
  readonly isOfSource?: true;
}

const OWN_LINES = /^(?:phones|emails)\[/;

/** True if a search may find records of the kind. */
export function isFound(kind: RecordKind): boolean {
  return KINDS[kind].found !== 'apart';
}

/** True if a search shows words of the kind before a record is opened. */
export function isShown(kind: RecordKind): boolean {
  return KINDS[kind].found === undefined;
}

/** True for a name, a number, an email address or a handle of the person: what somebody is asked for by. */
export function isOfIdentity({ kind, path, sort }: FoundText): boolean {
  if (kind === 'onlineIdentifier') return sort === 'line';
  return sort === 'own' || (kind === 'subject' && OWN_LINES.test(path));
}

/** Every text of the record that a search finds; none of a kind that is kept apart. */
export function recordTexts(record: StoredRecord, lists: CodeLists): readonly FoundText[] {
  const { kind, id, value } = record;
  if (!isFound(kind)) return [];
  const texts: FoundText[] = [];
  const walk = (
    fields: readonly FieldDescription[],
    group: Readonly<Record<string, unknown>>,
    above: string,
    of: { readonly isSetByToolkit: boolean; readonly isOfSource: boolean },
  ): void => {
    for (const field of fields) {
      const held = group[field.name];
      if (held === undefined || held === null) continue;
      const path = `${above}${field.name}`;
      // Set by the toolkit and about nobody: an id, a digest, the version of an instrument.
      const isSetOnly = field.set === 'by-toolkit' && field.sensitivity === 'none';
      if (isSetOnly && field.fields === undefined) continue;
      if (of.isSetByToolkit && field.sensitivity === 'none') continue;
      const isOfSource = of.isOfSource || field.sensitivity === 'source';
      const entries: readonly (readonly [unknown, string])[] = Array.isArray(held)
        ? held.map((each, nth) => [each, `${path}[${nth}]`] as const)
        : [[held, path]];
      for (const [each, at] of entries) {
        if (field.fields) {
          if (typeof each === 'object' && each !== null)
            walk(field.fields, each as Readonly<Record<string, unknown>>, `${at}.`, {
              isSetByToolkit: isSetOnly,
              isOfSource,
            });
          continue;
        }
        const said = textOf(field, each, lists);
        if (!said) continue;
        const { label } = field;
        texts.push({
          kind,
          record: id,
          path: at,
          label,
          ...said,
          ...(isOfSource ? { isOfSource } : {}),
        });
      }
    }
  };
  walk(fieldsOf(kind), value, '', { isSetByToolkit: false, isOfSource: false });
  return texts;
}

function textOf(
  { input, sensitivity, codeList, options, identifies }: FieldDescription,
  value: unknown,
  lists: CodeLists,
): Pick<FoundText, 'sort' | 'text'> | undefined {
  // A choice that the schema itself lists has no words of its own.
  if (typeof value !== 'string' || value === '' || options !== undefined) return undefined;
  switch (input) {
    case 'line':
    case 'lines':
      return { sort: identifies ? 'own' : 'line', text: value };
    case 'narrative':
      return { sort: 'prose', text: value };
    case 'date':
    case 'dates':
    case 'date-time': {
      // A day of the person's own, such as a birth, is personal; the day of a record is not.
      const sort = identifies || sensitivity === 'personal' ? 'own-day' : 'day';
      return { sort, text: civilDay(value) };
    }
    case 'choice':
    case 'choices':
      return codeList ? { sort: 'code', text: codeLabel(lists, codeList, value) } : undefined;
    default:
      return undefined;
  }
}
