/** The gold of a component's example, from the options of its template: nobody labels anything by hand. */

import { folded } from './meaning.ts';
import type { PageTruth } from './saved-pages.ts';

/** Options as a component's own examples have them: every member may be missing, or of another kind. */
export type Options = Readonly<Record<string, unknown>>;

export interface Gold {
  /** Labels and values that should be read. */
  readonly truth: PageTruth;
  /** Values that may be read under a label that the options do not give, or need not be read. */
  readonly isOptional: ReadonlySet<string>;
  /** Absent if the example has no control. */
  readonly state?: State;
}

/** The chosen or filled-in values, as displayed; empty for a control that is empty, or that is never read. */
export interface State {
  readonly values: readonly string[];
  /** Not chosen: the first option of a list is shown by default. */
  readonly byDefault?: string;
}

/** Components with a gold: the others have no labelled values. */
const GOLDS: Readonly<Record<string, (options: Options) => Gold | undefined>> = {
  'summary-list': ofSummaryList,
  table: ofTable,
  tables: ofTable,
  input: ofText,
  'search-input': ofText,
  textarea: ofText,
  'character-count': ofText,
  select: ofSelect,
  radios: (options) => ofChoices(options, (chosen) => chosen.slice(-1)),
  checkboxes: (options) => ofChoices(options, (chosen) => chosen),
  'date-input': ofDate,
  'password-input': neverRead,
  'file-upload': neverRead,
};

export function hasGold(component: string): boolean {
  return Object.hasOwn(GOLDS, component);
}

/** Undefined if the options do not give the places. */
export function goldOf(component: string, options: Options): Gold | undefined {
  return GOLDS[component]?.(options);
}

function gold(
  pairs: readonly (readonly [label: string, value: string])[],
  state?: State,
  optional: readonly string[] = [],
): Gold {
  const labels: Record<string, string[]> = {};
  const unnamed: string[] = [];
  for (const [label, value] of pairs)
    if (value !== '' && label === '') unnamed.push(value);
    else if (value !== '') labels[label] = [...(labels[label] ?? []), value];
  return {
    truth: { url: '', labels },
    isOptional: new Set([...unnamed, ...optional].map(folded)),
    ...(state ? { state } : {}),
  };
}

function ofSummaryList({ rows }: Options): Gold {
  return gold(objects(rows).map(({ key, value }) => [textOf(key), textOf(value)]));
}

/** The components' text for an empty value: it may be read, but is not a value. */
const NOTHING = /^no data$/i;

/** A cell's label is the head of its column; without one, that of its row. */
function ofTable({ head, rows, firstCellIsHeader }: Options): Gold | undefined {
  const heads = Array.isArray(head) ? head.map(textOf) : [];
  if (heads.length === 0 && firstCellIsHeader !== true) return undefined;
  const pairs: [string, string][] = [];
  const optional: string[] = [];
  for (const row of Array.isArray(rows) ? rows : []) {
    if (!Array.isArray(row)) continue;
    let column = 0;
    const rowHead = textOf(row[0]);
    for (const [nth, cell] of row.filter(Boolean).entries()) {
      const isRowHead = firstCellIsHeader === true && nth === 0;
      if (isRowHead || NOTHING.test(textOf(cell)))
        optional.push(isRowHead ? rowHead : textOf(cell));
      else pairs.push([heads.length > 0 ? (heads[column] ?? '') : rowHead, textOf(cell)]);
      column += Number((cell as Options).colspan ?? 1);
    }
  }
  return gold(pairs, undefined, optional);
}

function ofText({ label, value }: Options): Gold {
  const shown = value === 0 ? '0' : filled(value);
  return gold([[textOf(label), shown]], { values: shown === '' ? [] : [shown] });
}

function ofSelect({ label, items, value, attributes }: Options): Gold | undefined {
  if (isObject(attributes) && 'multiple' in attributes) return undefined;
  const options = objects(items).filter(({ divider }) => !divider);
  const chosen = options.filter(
    (item) => item.selected ?? (Boolean(value) && (item.value ?? item.text) === value),
  );
  const [first] = options;
  const shown = textOf(chosen.at(-1));
  if (shown !== '') return gold([[textOf(label), shown]], { values: [shown] });
  const byDefault = textOf(first);
  return gold([], { values: [], byDefault }, [byDefault]);
}

function ofChoices(
  { fieldset, items, value, values }: Options,
  keep: (chosen: readonly string[]) => readonly string[],
): Gold | undefined {
  if (objects(items).some(({ conditional }) => holdsSomething(asObject(conditional).html)))
    return undefined;
  const given = Array.isArray(values) ? values : [value];
  const chosen = objects(items)
    .filter((item) => item.checked ?? (Boolean(item.value) && given.includes(item.value)))
    .map((item) => textOf(item));
  const kept = keep(chosen.filter((text) => text !== ''));
  const legend = isObject(fieldset) ? textOf(fieldset.legend) : '';
  return gold(
    kept.map((text) => [legend, text]),
    { values: kept },
  );
}

/** True for filled-in controls of its own, which the options give only as markup. */
function holdsSomething(html: unknown): boolean {
  return (
    typeof html === 'string' && /\bvalue="[^"]|\bchecked\b|<textarea[^>]*>\s*[^<\s]/.test(html)
  );
}

/** The whole date: its parts in order. */
function ofDate(options: Options): Gold {
  const { fieldset, items, values, namePrefix } = options;
  const prefix = filled(namePrefix) === '' ? '' : `${namePrefix}-`;
  const names = ['day', 'month', 'year'];
  const own = objects(items);
  const parts: readonly Options[] =
    own.length > 0 ? own : names.map((name) => ({ name, ...asObject(options[name]) }));
  const shown = parts
    .map(({ name, value }) =>
      filled(
        value ??
          asObject(options[String(name)]).value ??
          asObject(values)[`${name}`] ??
          asObject(values)[`${prefix}${name}`],
      ),
    )
    .filter((part) => part !== '');
  const whole = shown.join(' ');
  const legend = isObject(fieldset) ? textOf(fieldset.legend) : '';
  return gold([[legend, whole]], { values: whole === '' ? [] : [whole] }, shown);
}

/** A password and a file stay in the page, with any value. */
function neverRead(): Gold {
  return gold([], { values: [] });
}

/**
 * The displayed text: of a text option the text itself (also of one called a heading), of HTML the part without tags
 * and visually hidden content.
 */
export function textOf(given: unknown): string {
  if (typeof given === 'string' || typeof given === 'number') return String(given).trim();
  const { html, text, heading } = asObject(given);
  return typeof html === 'string' && html !== ''
    ? shownOf(html)
    : (filled(text) || filled(heading)).trim();
}

function shownOf(html: string): string {
  return html
    .replace(/<(\w+)[^>]*visually-hidden[^>]*>[^<]*<\/\1>/g, ' ')
    .replace(/<br\b[^>]*>|<\/(?:p|div|li|ul|ol|h\d|dd|dt)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:(nbsp)|(amp)|(lt)|(gt)|(quot)|#39);/g, (_, nbsp, amp, lt, gt, quot) =>
      nbsp ? '\u00a0' : amp ? '&' : lt ? '<' : gt ? '>' : quot ? '"' : "'",
    )
    .trim();
}

/** The template's output for a value: empty for a false one. */
function filled(value: unknown): string {
  return value ? String(value) : '';
}

function objects(list: unknown): readonly Options[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function asObject(value: unknown): Options {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
