/**
 * The shape of the file that holds a taught adapter: the adapter, and the pages that prove it. `pnpm docs` writes it
 * out as JSON Schema, `adapter-file.schema.json`.
 */
import * as v from 'valibot';
import { AdapterSchema, perPath } from '../adapter/adapter-schema.js';
import { FIELD_PATHS } from '../field/field-path.js';
import { ADAPTER_FILE_FORMAT, ADAPTER_FILE_VERSION } from './adapter-file-form.js';
import { LONGEST_VALUE, MOST_VALUES } from './proof-tree.js';

export const MOST_FIXTURES = 20;

const Values = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(LONGEST_VALUE))),
  v.minLength(1),
  v.maxLength(MOST_VALUES),
);

const FixtureSchema = v.strictObject({
  name: v.pipe(
    v.string(),
    v.maxLength(100),
    v.regex(/^[\w-]+$/, 'Write the fixture’s name with letters, digits, _ and -'),
  ),
  /** A page as in `snapshot.ts`, its trees in their compact form; checked node by node. */
  snapshot: v.record(v.string(), v.unknown()),
  /** Every value that must be on the draft, by path, in the order of the page. */
  fields: perPath(FIELD_PATHS, Values),
});

export const AdapterFileSchema = v.strictObject({
  $schema: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
  format: v.literal(ADAPTER_FILE_FORMAT),
  version: v.literal(ADAPTER_FILE_VERSION),
  adapter: AdapterSchema,
  fixtures: v.pipe(v.array(FixtureSchema), v.maxLength(MOST_FIXTURES, 'Keep 20 fixtures or fewer')),
});
