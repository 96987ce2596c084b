/** Gives each value of a reading its path: by the adapter first, then by label and heading, then by its table. */
import type { LabelledValue, Reading } from '../../page/reading.js';
import type { AdapterNaming } from '../adapter/apply-adapter.js';
import { type FieldPath, fieldOf, ownerOf } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import { grouped } from '../field/grouped.js';
import {
  type HeadingOwner,
  isOutside,
  KINDS,
  OWNER_WORDS,
  ownerOfHeading,
  ownerOfHeadings,
  type Person,
} from '../field/label-dictionary.js';
import { saysNotKnown } from '../read/not-known.js';
import { platformOf } from '../read/read-handle.js';
import { accountFrames } from './account-frame.js';
import { factOfLabel } from './fact-of-label.js';
import type { NamedValue } from './named-value.js';
import { numberedPeople } from './numbered-people.js';
import { withoutOthersParts } from './others-part.js';
import { pageContextOf } from './page-context.js';
import { withoutOtherRecords } from './second-record.js';
import { strangersOf } from './stranger.js';
import { type PageContext, type RuledPath, ruledPath, surePath } from './suggest-path.js';

interface Table {
  readonly rows: ReadonlySet<number>;
  readonly rowOwner: Person | undefined;
  /** Rows that name their owner: *Referrer*, *Mother*, *GP*. */
  readonly owners: ReadonlyMap<number, HeadingOwner>;
  readonly platforms: ReadonlyMap<number, string>;
}

/** Columns that give a person's role. */
const WHO = new Set([
  'role',
  'type',
  'relationship',
  'capacity',
  'contact type',
  'relation',
  'who',
  'person type',
]);
/** Every value with its path, in the order of the page; parts of a date in boxes are within the whole. */
export function nameValues(reading: Reading, naming: AdapterNaming): readonly NamedValue[] {
  const values = [...reading.values, ...naming.found].filter(
    ({ id, partOf }) => partOf === undefined && !naming.suppressed.has(id),
  );
  const tables = tablesOf(values);
  const page = pageContextOf(
    values,
    ({ id }) => naming.names.get(id)?.path.startsWith('referrer.') === true,
  );
  const accounts = accountFrames(
    values.map(({ label, owner, place }) => ({ label, owner, frame: place.frame })),
  );
  // A label that has the subject's name once has a name each time, in whichever form the name is.
  const nameLabels = new Set(
    values
      .filter(({ id, label }) => !naming.names.has(id) && factOfLabel(label) === undefined)
      .filter((value) => surePath(value) === 'subject.name')
      .map(({ label }) => labelWords(label)),
  );
  const strangers = strangersOf(values, reading, ({ id, label, continues }) => {
    const path = naming.names.get(id)?.path;
    return path === undefined
      ? continues === undefined && nameLabels.has(labelWords(label))
      : path === 'subject.name';
  });
  const fixed = new Map<FieldPath, Set<string>>();
  for (const value of values) {
    const path = naming.names.get(value.id)?.path;
    if (path && !fieldOf(path).many && !saysNotKnown(value.value, path))
      fixed.set(path, (fixed.get(path) ?? new Set()).add(value.value));
  }
  const accountPage: PageContext = { ...page, rowOwner: 'referrer' };
  const numbered = numberedPeople(values);
  const each = values.map((value): NamedValue => {
    const name = naming.names.get(value.id);
    if (name) {
      const isFound = naming.found.includes(value);
      return { value, ...name, namedBy: 'adapter', ...(isFound ? { bySelector: true } : {}) };
    }
    const one = numbered.get(value.id);
    const own = one && ruledPath({ ...value, owner: [one.noun] }, page);
    if (one && own?.path.startsWith('subject.'))
      return {
        value,
        path: fitting(value, own.path),
        namedBy: 'generic',
        rule: own.rule,
        person: one.person,
      };
    const table = value.row && tables.get(tableKey(value));
    const isOfPerson = factOfLabel(value.label) !== undefined || KINDS.has(labelWords(value.label));
    const hasOwner =
      table !== undefined &&
      (table.rowOwner !== undefined || table.owners.has(value.row?.index ?? -1));
    const isAccount = accounts.size > 0 && accounts.has(value.place.frame.join('.'));
    const isStrangers = strangers.ids.has(value.id) && !hasOwner;
    if (isStrangers && isOfPerson)
      return { value, path: undefined, namedBy: 'generic', isStrangers: true };
    const ruled = genericPath(value, table, isAccount ? accountPage : page);
    // A likeness is no proof of whose a value is.
    if (isStrangers && ruled?.rule === 'likeness')
      return { value, path: undefined, namedBy: 'generic', isStrangers: true };
    const path = fitting(value, ruled?.path);
    // If the adapter says which value is the name, another that looks like one is only offered.
    const known = path && fixed.get(path);
    const platform = value.row && table?.platforms.get(value.row.index);
    const named: NamedValue = {
      value,
      path: known && !known.has(value.value) ? undefined : path,
      namedBy: 'generic',
      ...(ruled === undefined ? {} : { rule: ruled.rule }),
    };
    return platform === undefined ? named : { ...named, platform };
  });
  const named = withoutOtherRecords(
    withoutOthersParts(each, strangers.ofOthers),
    [reading.title, ...reading.headings.slice(0, 1)],
    strangers,
  );
  if (naming.people.size === 0) return named;
  return named.map((each) => {
    const person = naming.people.get(each.value.id);
    return person ? { ...each, person } : each;
  });
}

/** Letters and a few figures in one word, such as the number of a room: no telephone has it. */
const CODE =
  /^(?!\D*(?:\d\D*){6})(?=\S*\p{L})(?=\S*\d)(?!ext)[\p{L}\d]{1,12}(?:[-/.][\p{L}\d]{1,12}){0,6}$/iu;

/** Length below which a text counts as sentences only if nothing but a heading is over it. */
const SHORT = 100;

/** The path of a value, if it fits. Sentences under a heading that names a person are not a name, date or number. */
function fitting(
  { kind, value }: LabelledValue,
  path: FieldPath | undefined,
): FieldPath | undefined {
  if (path !== undefined && fieldOf(path).read === 'phone' && CODE.test(value)) return undefined;
  if (kind !== 'prose' || path === undefined) return path;
  const { read } = fieldOf(path);
  const fits = value.length < SHORT ? ['prose'] : ['prose', 'text', 'address', 'handle'];
  return fits.includes(read) ? path : undefined;
}

function genericPath(
  value: LabelledValue,
  table: Table | undefined,
  page: PageContext,
): RuledPath | undefined {
  if (!table) return ruledPath(value, page);
  const said = value.row && table.owners.get(value.row.index);
  if (isOutside(said)) return undefined;
  const rowOwner = said === undefined || said === 'referral' ? table.rowOwner : said;
  if (said !== undefined && OWNER_WORDS.has(labelWords(value.value)) && said !== 'relatedPersons')
    return undefined;
  const ruled = ruledPath(value, rowOwner === undefined ? page : { ...page, rowOwner });
  // *Pupil's telephone* in the row of a sibling: the row says whose it is.
  if (said === 'relatedPersons' || said === 'referrer')
    return ruled?.path.startsWith('subject.') ? undefined : ruled;
  if (said !== undefined && rowOwner !== undefined) return ruled;
  if (ruled === undefined || table.rows.size < 2) return ruled;
  const { path } = ruled;
  // Several rows of single facts are several records, such as a list of referrals: they belong to nobody in particular.
  const severalFit =
    ownerOf(path) === 'relatedPersons' ||
    path === 'subject.onlineIdentifiers[].asSeen' ||
    (fieldOf(path).many === true && ownerOfHeadings(value.owner) === 'subject');
  return severalFit ? ruled : undefined;
}

function tableKey({ place, row }: LabelledValue): string {
  return `${place.frame.join('.')}/${row?.table}`;
}

function tablesOf(values: readonly LabelledValue[]): ReadonlyMap<string, Table> {
  const cells = grouped(
    values.filter(({ row }) => row !== undefined),
    tableKey,
  );
  return new Map(
    [...cells].map(([key, inTable]) => {
      const factOf = new Map(inTable.map((cell) => [cell, factOfLabel(cell.label)] as const));
      const facts = new Set(factOf.values());
      const platforms = inTable.flatMap((cell): [number, string][] => {
        const isPlatform =
          factOf.get(cell) === 'platform' ||
          (labelWords(cell.label) === 'type' && platformOf(cell.value) !== undefined);
        return cell.row && isPlatform ? [[cell.row.index, cell.value]] : [];
      });
      const hasHandles =
        platforms.length > 0 &&
        inTable.some((cell) => surePath(cell)?.startsWith('subject.onlineIdentifiers') === true);
      return [
        key,
        {
          rows: new Set(inTable.flatMap(({ row }) => (row ? [row.index] : []))),
          // A column of relationships means that each row is a person around the subject.
          rowOwner: facts.has('relationship') ? 'relatedPersons' : undefined,
          owners: new Map(
            inTable.flatMap((cell): [number, HeadingOwner][] => {
              const owner = WHO.has(labelWords(cell.label)) ? roleOf(cell.value) : undefined;
              return cell.row && owner ? [[cell.row.index, owner]] : [];
            }),
          ),
          platforms: new Map(hasHandles ? platforms : []),
        } satisfies Table,
      ];
    }),
  );
}

/** Person of a row by its role: *Mother*, *Linked young person*, *Key worker at school*. */
function roleOf(role: string): HeadingOwner | undefined {
  const owner = OWNER_WORDS.get(labelWords(role)) ?? ownerOfHeading(role);
  return owner === 'subject' || owner === 'referral' ? OWNER_WORDS.get(labelWords(role)) : owner;
}
