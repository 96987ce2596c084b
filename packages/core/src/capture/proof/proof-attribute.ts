/** Attributes of a recorded page: those that a reading uses, under names of our own, with no content of the page. */
import type { Element, Properties } from 'hast';
import { type Adapter, pointersIn } from '../adapter/adapter.js';
import { type AttributeTest, parseSelector } from '../adapter/selector.js';

/** Names that an adapter’s selectors use: these are kept. */
export interface Pointers {
  readonly ids: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly attributes: readonly AttributeTest[];
}

export function pointersOf(adapter: Adapter): Pointers {
  const compounds = selectorsIn(adapter).flatMap((selector) => {
    const parsed = parseSelector(selector);
    return parsed.ok ? parsed.value.map(({ compound }) => compound) : [];
  });
  return {
    ids: new Set(compounds.flatMap(({ id }) => id ?? [])),
    classes: new Set(compounds.flatMap(({ classes }) => classes)),
    tags: new Set(compounds.flatMap(({ tag }) => tag ?? [])),
    attributes: compounds.flatMap(({ attributes }) => attributes),
  };
}

function selectorsIn(adapter: Adapter): readonly string[] {
  return pointersIn(adapter).flatMap((pointer) => ('selector' in pointer ? pointer.selector : []));
}

/** Replacement names for those of the page; the same name always gets the same one. */
export class Renamed {
  readonly #names = new Map<string, string>();

  of(name: string, letter: string): string {
    const key = `${letter} ${name}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    // Split into groups of three, so that no run of digits is long enough to be taken for one of the page.
    const made = letter + String(this.#names.size + 1).replace(/\B(?=(?:\d{3})+$)/g, '-');
    this.#names.set(key, made);
    return made;
  }
}

export interface AttributeContext {
  readonly pointers: Pointers;
  readonly renamed: Renamed;
  readonly text: (text: string) => string;
  /** True if a part of a class is a word that any system may have. */
  readonly isKnown: (word: string) => boolean;
  /** True if an id, name or class stays as it is, since nothing of the page is in it. */
  readonly isKept: (name: string) => boolean;
}

const REFERENCES = new Set(
  'id for htmlfor headers arialabelledby ariadescribedby ariacontrols ariaowns list form'.split(
    ' ',
  ),
);
const TEXTS = new Set('arialabel title placeholder alt label value summary abbr'.split(' '));
const WORDS = new Set(
  `type role scope align valign dir hidden checked selected disabled readonly multiple open contenteditable required nowrap
  ariahidden ariachecked ariaselected ariaexpanded ariahaspopup arialevel ariarequired ariadisabled colspan rowspan size rows cols
  width height border cellpadding cellspacing lang shadowrootmode`.split(/\s+/),
);
/** Attributes whose words describe an element, not its content. */
export const CLASSES: ReadonlySet<string> = new Set(['class', 'classname', 'itemprop']);
/** Values of the attributes in `WORDS` that a reading uses. */
const KNOWN_WORDS = new Set(
  `true false text search tel url email number date time month week checkbox radio range color datetime-local hidden password file submit
  button reset image row col rowgroup colgroup left right center top middle bottom justify ltr rtl auto mixed open closed group
  radiogroup heading region tabpanel dialog form switch textbox combobox listbox option list listitem table grid cell gridcell
  columnheader rowheader tab tablist navigation main banner complementary contentinfo article alert status presentation none
  toolbar menu menuitem link img figure definition term note tooltip tree treeitem searchbox spinbutton slider`.split(
    /\s+/,
  ),
);
/** Words in a class that a reading uses: `govuk-summary-list__key`, `visually-hidden`. */
const CLASS_WORDS = new Set(
  `label key term prompt question field fieldname fieldlabel title header heading head caption name card panel section box block group
  modal dialog visually hidden visuallyhidden sr only screen reader screenreader text voice offscreen summary list action vcard card fn adr tel bday org fullname displayname firstname givenname middlename familyname surname
  lastname nickname chip chips tag tags badge badges pill pills token tokens lozenge lozenges multi multivalue value`.split(
    /\s+/,
  ),
);
/** Ending of a name that gives the part of a date in a box. */
const DATE_PART = /(?:^|[^A-Za-z])(day|month|year|dd|mm|yyyy)\]?$|(Day|Month|Year)$/;
const STYLE =
  /(?:^|;)\s*(display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-weight\s*:\s*(?:bold|bolder|[6-9]00))\s*(?=;|$|!)/gi;

/** Words that a recorded page has by itself. */
export const STRUCTURE_WORDS: ReadonlySet<string> = new Set(
  [
    ...KNOWN_WORDS,
    ...CLASS_WORDS,
    'display',
    'visibility',
    'collapse',
    'font',
    'weight',
    'bold',
    'bolder',
    'month',
    'year',
    'yyyy',
    'https',
  ].flatMap((word) => word.split('-')),
);

export function otherProperties(element: Element, context: AttributeContext): Properties {
  const kept: Properties = {};
  for (const [name, value] of Object.entries(element.properties)) {
    if (value === null || value === undefined || value === false) continue;
    const other = otherProperty(name.toLowerCase().replace(/[-:]/g, ''), value, context);
    if (other !== undefined) kept[name] = other;
  }
  return kept;
}

type Value = Properties[string];

function otherProperty(name: string, value: Value, context: AttributeContext): Value {
  const { pointers, renamed, text } = context;
  const whole = Array.isArray(value) ? value.join(' ') : String(value);
  const led = pointedTo(name, whole, pointers.attributes);
  if (led !== undefined) return led;
  if (CLASSES.has(name))
    return whole
      .split(/\s+/)
      .filter(Boolean)
      .map((each) => otherClass(each, context));
  if (REFERENCES.has(name)) {
    const names = whole
      .split(/\s+/)
      .filter(Boolean)
      .map((each) => otherName(each, context));
    return Array.isArray(value) ? names : names.join(' ');
  }
  if (name === 'name') return otherName(whole, context);
  if (name === 'bgcolor' || name === 'slot') return renamed.of(whole, 'b');
  if (name === 'style') return styleOf(whole);
  if (TEXTS.has(name)) return text(whole);
  if (!WORDS.has(name)) return undefined;
  if (value === true || whole === '') return value;
  if (/^\d{1,3}%?$/.test(whole)) return value;
  if (name === 'lang') return /^[a-z]{2}(?:-[A-Z]{2})?$/.test(whole) ? whole : undefined;
  return KNOWN_WORDS.has(whole.toLowerCase()) ? value : undefined;
}

/** The part of the attribute that a selector asks for. */
function pointedTo(name: string, whole: string, tests: Pointers['attributes']): string | undefined {
  const asked = tests.filter(
    (test) =>
      test.name.toLowerCase().replace(/[-:]/g, '') === (ALIASES[name] ?? name) &&
      holds(test, whole),
  );
  if (asked.length === 0) return undefined;
  const parts = (part: AttributeTest['part']): string =>
    asked
      .filter((test) => test.part === part)
      .map(({ value = '' }) => value)
      .join(' ');
  const exact = asked.find(({ value, part }) => value !== undefined && part === undefined);
  return exact?.value ?? `${parts('start')}${parts('any')}${parts('end')}`;
}

const ALIASES: Readonly<Record<string, string>> = { classname: 'class', htmlfor: 'for' };

function holds({ value, part }: AttributeTest, whole: string): boolean {
  if (value === undefined) return true;
  if (part === 'start') return whole.startsWith(value);
  if (part === 'end') return whole.endsWith(value);
  return part === 'any' ? whole.includes(value) : whole === value;
}

function otherClass(
  name: string,
  { pointers, renamed, isKnown, isKept }: AttributeContext,
): string {
  if (pointers.classes.has(name) || isKept(name)) return name;
  return name
    .split(/([\s_-]+)/)
    .map((part, at) => {
      if (at % 2 === 1 || part === '') return part;
      if (CLASS_WORDS.has(part.toLowerCase()) || isKnown(part)) return part;
      return /action/i.test(part) ? 'action' : renamed.of(part, 'c');
    })
    .join('');
}

function otherName(name: string, { pointers, renamed, isKept }: AttributeContext): string {
  if (pointers.ids.has(name) || isKept(name)) return name;
  const found = DATE_PART.exec(name);
  const part = (found?.[1] ?? found?.[2] ?? '').toLowerCase();
  return renamed.of(name, 'n') + (part === '' ? '' : `-${part}`);
}

function styleOf(style: string): string | undefined {
  const kept = [...style.matchAll(STYLE)].map(([, rule = '']) => rule.toLowerCase());
  return kept.length === 0 ? undefined : kept.join(';');
}
