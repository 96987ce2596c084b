/**
 * The shape of an adapter file, strict and bounded: it is loaded from outside and is not trusted. `pnpm docs` writes it
 * out as JSON Schema, `adapter.schema.json`.
 */
import * as v from 'valibot';
import { PlainDate } from '../../shared/primitives.js';
import { CORE_VERSION, isInRange } from '../../shared/version.js';
import { FIELD_PATHS, READERS } from '../field/field-path.js';
import { FILL_KINDS, FILL_PATHS } from '../field/fill-path.js';
import { isDatePattern } from '../read/date-pattern.js';
import { DATE_ORDERS } from '../read/either-date.js';
import { parseSelector } from './selector.js';

const Text = v.pipe(v.string(), v.trim(), v.minLength(1, 'Enter some text'), v.maxLength(200));
const Selector = v.pipe(
  v.string(),
  v.title('Selector'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const parsed = parseSelector(dataset.value);
    if (!parsed.ok) addIssue({ message: parsed.issues[0]?.message ?? 'Not a selector' });
  }),
);
const Read = v.exactOptional(
  v.picklist(READERS, `Not a reader. The readers are ${READERS.join(', ')}`),
);

const LabelLocator = v.strictObject({ label: Text, owner: v.exactOptional(Text), read: Read });
const SelectorLocator = v.strictObject({
  selector: Selector,
  read: Read,
  beside: v.exactOptional(Text),
  only: v.exactOptional(v.literal('code')),
});
const Locators = v.pipe(
  v.array(byKey({ label: LabelLocator, selector: SelectorLocator })),
  v.title('Locators'),
  v.minLength(1, 'Name at least one locator'),
  v.maxLength(10),
);

const LabelAnchor = v.strictObject({ label: Text, owner: v.exactOptional(Text) });
const Anchor = byKey({
  label: LabelAnchor,
  heading: v.strictObject({ heading: Text }),
  title: v.strictObject({ title: Text }),
  selector: v.strictObject({ selector: Selector }),
});
const Anchors = v.pipe(
  v.array(Anchor),
  v.title('Anchors'),
  v.maxLength(50, 'Use 50 anchors or fewer'),
);

const Host = v.pipe(
  v.string(),
  v.maxLength(253),
  v.regex(
    /^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
    'Write a host name like rms.example.org or *.example.org',
  ),
);
const Path = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^\/[\w\-./~%*!$'()+,;=:@]*$/, 'Write a path that starts with /, like /records/*'),
);

const QueryName = v.pipe(
  v.string(),
  v.regex(/^[\w.~-]{1,100}$/, 'Write the name of a query parameter, like id'),
);
const QueryValue = v.pipe(v.string(), v.maxLength(200));

/** One object with every path as an optional key. Any other path is an unknown key, reported with its line. */
export function perPath<const P extends string, const S extends v.GenericSchema>(
  paths: readonly P[],
  schema: S,
) {
  const entries = Object.fromEntries(paths.map((path) => [path, v.exactOptional(schema)]));
  return v.strictObject(entries as Record<P, v.ExactOptionalSchema<S, undefined>>);
}

/** Picks the object's schema by the key that it has, so that an issue is about that shape and not about all of them. */
function byKey<const M extends Readonly<Record<string, v.GenericSchema>>>(members: M) {
  const lazy = v.lazy((input): M[keyof M] => {
    const keys = Object.keys(members) as (keyof M & string)[];
    const key = keys.find((each) => typeof input === 'object' && input !== null && each in input);
    const [first = ''] = keys;
    return members[key ?? first] as M[keyof M];
  });
  // The schemas to pick from, for a writer of the JSON Schema.
  return v.pipe(lazy, v.metadata({ members: Object.values(members) }));
}

const CodeName = v.pipe(
  v.string(),
  v.maxLength(100),
  v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'Write a code of the list, like cease-and-desist'),
);

const Rows = v.strictObject({
  table: Text,
  columns: perPath(FIELD_PATHS, Text),
  platform: v.exactOptional(Text),
  each: v.exactOptional(v.picklist(['person', 'value'])),
  where: v.exactOptional(v.strictObject({ column: Text, is: Text })),
});

const Level = v.pipe(
  v.picklist(['none', 'personal', 'special', 'criminal', 'source']),
  v.title('Sensitivity'),
);

const ScreenSchema = v.strictObject({
  when: v.exactOptional(Anchors),
  fields: perPath(FIELD_PATHS, Locators),
  rows: v.exactOptional(v.pipe(v.array(Rows), v.maxLength(20))),
  suppress: v.exactOptional(v.pipe(v.array(LabelLocator), v.maxLength(200))),
  sensitivity: v.exactOptional(perPath(FIELD_PATHS, Level)),
});

const FillFormSchema = v.strictObject({
  when: v.exactOptional(Anchors),
  of: v.picklist(FILL_KINDS),
  fields: perPath(FILL_PATHS, Locators),
  choices: v.exactOptional(
    perPath(
      FILL_PATHS,
      v.pipe(v.record(CodeName, Text), v.maxEntries(100, 'Name 100 codes or fewer')),
    ),
  ),
  dates: v.exactOptional(
    v.pipe(
      v.string(),
      v.maxLength(20),
      v.check(isDatePattern, 'Write day, month and year in letters, like DD/MM/YYYY'),
    ),
  ),
  suppress: v.exactOptional(v.pipe(v.array(LabelLocator), v.maxLength(200))),
});

const ReferencePageSchema = v.strictObject({
  when: v.exactOptional(Anchors),
  of: v.picklist(FILL_KINDS),
  reference: Locators,
});

export const AdapterSchema = v.strictObject({
  $schema: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
  id: v.pipe(
    v.string(),
    v.maxLength(100),
    v.regex(/^(@[a-z0-9-]+\/)?[a-z0-9-]+\/[a-z0-9-]+$/, 'Write an id like plugin-name/screen'),
  ),
  title: Text,
  version: v.pipe(
    v.string(),
    v.maxLength(50),
    v.regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, 'Write a version like 1.0.0'),
  ),
  owner: Text,
  engine: v.pipe(
    v.string(),
    v.regex(/^>=\d{1,9}(\.\d{1,9}){0,2}$/, 'Write a range like >=0.1'),
    v.check(
      (range) => isInRange(CORE_VERSION, range),
      `It needs a newer release of the toolkit than this one, ${CORE_VERSION}`,
    ),
  ),
  expires: v.exactOptional(PlainDate),
  match: v.strictObject({
    hosts: v.exactOptional(v.pipe(v.array(Host), v.maxLength(50))),
    paths: v.exactOptional(v.pipe(v.array(Path), v.maxLength(50))),
    query: v.exactOptional(
      v.pipe(v.record(QueryName, QueryValue), v.maxEntries(10, 'Name 10 parameters or fewer')),
    ),
    anchors: v.pipe(Anchors, v.minLength(1, 'Name at least one anchor')),
    threshold: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  }),
  screens: v.pipe(v.array(ScreenSchema), v.maxLength(50)),
  fill: v.exactOptional(v.pipe(v.array(FillFormSchema), v.maxLength(20))),
  references: v.exactOptional(v.pipe(v.array(ReferencePageSchema), v.maxLength(20))),
  link: v.exactOptional(
    v.strictObject({ query: v.pipe(v.array(QueryName), v.minLength(1), v.maxLength(5)) }),
  ),
  dates: v.exactOptional(
    v.picklist(DATE_ORDERS, 'Write day-first or month-first, as the system writes its dates'),
  ),
  fixtures: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[\w-]+$/, 'Write the fixture’s name without suffix'))),
    v.maxLength(100),
  ),
});
