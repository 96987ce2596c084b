/** What stands on an example of a component, from the options that its template was given: nobody labels anything by hand. */

import { folded } from './meaning.ts';
import type { PageTruth } from './saved-pages.ts';

/** Options as a component's own examples have them: every member may be missing, or of another kind. */
export type Options = Readonly<Record<string, unknown>>;

export interface Gold {
  /** Labels and values that are to be read. */
  readonly truth: PageTruth;
  /** Values that may be read under a label that the options do not say, or need not be read. */
  readonly isOptional: ReadonlySet<string>;
  /** Absent where the example holds no control. */
  readonly state?: State;
}

/** What is chosen or filled in, as displayed; empty for a control that is empty, or that is never read. */
export interface State {
  readonly values: readonly string[];
  /** Chosen by nobody: the first option of a list shows itself. */
  readonly byDefault?: string;
}

/** Components with a gold: the others hold no labelled values. */
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

/** Undefined where the options do not say what stands where. */
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

/** What the components write where there is nothing to show: it may be read, and is no value. */
const NOTHING = /^no data$/i;

/** A cell's label is the head of its column; where there is none, that of its row. */
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

/** Controls of its own that are filled in, of which the options say nothing but their markup. */
function holdsSomething(html: unknown): boolean {
  return (
    typeof html === 'string' && /\bvalue="[^"]|\bchecked\b|<textarea[^>]*>\s*[^<\s]/.test(html)
  );
}

/** The whole of a date is its parts in their order. */
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

/** A password and a file stay in the page whatever they hold. */
function neverRead(): Gold {
  return gold([], { values: [] });
}

/** As displayed: of text that is one (also where it is called a heading), of HTML what is left without its tags and what is hidden from the eye. */
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

/** What a template writes of a value: nothing of one that is false. */
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
