/**
 * The metadata of each field of a record kind, next to its schema: the label on a form and in a table, the sensitivity,
 * the code list. Forms, tables, validation, import, export, search text and redaction all use it.
 */
import * as v from 'valibot';
import type { Sensitivity } from '../shared/sensitivity.js';

export interface FieldMetadata {
  readonly label: string;
  /**
   * Its name in a sentence, if the label is not a noun: “how the contact was made”, so that the message for an empty
   * field is “Select how the contact was made” ({@link askFor}). For a list of dates: the name of one.
   */
  readonly called?: string;
  readonly hint?: string;
  readonly sensitivity?: Sensitivity;
  /** The control of a form, if the schema alone does not determine it. */
  readonly input?: FieldInput;
  /** The code that means none of the others, in a list of codes to tick. */
  readonly none?: string;
  /** A day that must have come: nothing is recorded before it happened. */
  readonly hasCome?: true;
  /** A day that is set ahead: the rule that says how far, of `rules/due-horizon.ts`. */
  readonly horizon?: DueHorizonId;
  /** The kind of record that an id names. */
  readonly refersTo?: string;
  /** Left out of forms and tables: set by the toolkit, not typed. */
  readonly set?: 'by-toolkit';
  /** It names the person that the records are about: somebody who is looked for by it comes first. */
  readonly identifies?: true;
}

/** The kinds of day that are set ahead, each with its own furthest day. */
export const DUE_HORIZON_IDS = [
  'review',
  'follow-up',
  'objective',
  'condition',
  'retention',
  'retention-review',
] as const;
export type DueHorizonId = (typeof DUE_HORIZON_IDS)[number];

export type FieldInput =
  | 'line'
  | 'narrative'
  | 'date'
  | 'date-time'
  | 'dates'
  | 'choice'
  | 'choices'
  | 'number'
  | 'yes-no'
  | 'lines'
  | 'group'
  | 'groups'
  | 'record';

/** Adds a field's metadata to its schema. */
export function field<const S extends v.GenericSchema>(schema: S, metadata: FieldMetadata) {
  return v.pipe(schema, v.metadata(metadata as FieldMetadata & Record<string, unknown>));
}

/** One field as a form or a table needs it. */
export interface FieldDescription extends FieldMetadata {
  /** Property of the record, `heldOn`. */
  readonly name: string;
  readonly required: boolean;
  readonly input: FieldInput;
  readonly sensitivity: Sensitivity;
  /** The code list that the field draws from. */
  readonly codeList?: string;
  /** The choices, if the schema itself lists them instead of a code list. */
  readonly options?: readonly string[];
  /** Most characters, if the schema limits them. */
  readonly maxLength?: number;
  /** The fields inside a group, or inside each group of a list. */
  readonly fields?: readonly FieldDescription[];
}

interface AnySchema {
  readonly type: string;
  readonly wrapped?: AnySchema;
  readonly item?: AnySchema;
  readonly entries?: Readonly<Record<string, AnySchema>>;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly AnyAction[];
}
interface AnyAction {
  readonly kind?: string;
  readonly type: string;
  readonly requirement?: unknown;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly entries?: Readonly<Record<string, AnySchema>>;
  readonly item?: AnySchema;
  readonly pipe?: readonly AnyAction[];
  readonly wrapped?: AnySchema;
}

/**
 * Reads the fields of a record schema, in the order written.
 *
 * @throws {TypeError} when a field has no label: a record kind is not finished without one
 */
export function describeFields(schema: v.GenericSchema): readonly FieldDescription[] {
  const { entries } = root(schema as unknown as AnySchema);
  return Object.entries(entries ?? {}).map(([name, entry]) => describe(name, entry));
}

/** Collects all metadata of a schema, through pipes and optional wrappers; a later piece wins. */
function gather(schema: AnySchema): { metadata: Record<string, unknown>; maxLength?: number } {
  const found: { metadata: Record<string, unknown>; maxLength?: number } = { metadata: {} };
  const visit = (node: AnySchema | AnyAction): void => {
    if (node.wrapped) visit(node.wrapped);
    for (const action of node.pipe ?? []) {
      if (action !== node) visit(action);
    }
    const action = node as AnyAction;
    if (action.type === 'metadata') Object.assign(found.metadata, action.metadata);
    if (action.type === 'max_length' && typeof action.requirement === 'number')
      found.maxLength = action.requirement;
  };
  visit(schema);
  return found;
}

/** The schema itself, without its optional wrapper and pipe. */
function root(schema: AnySchema): AnySchema {
  if (schema.wrapped) return root(schema.wrapped);
  const first = schema.pipe?.[0] as AnySchema | undefined;
  return first && first !== schema && first.pipe !== schema.pipe ? root(first) : schema;
}

function describe(name: string, schema: AnySchema): FieldDescription {
  const inner = root(schema);
  const { metadata, maxLength } = gather(schema);
  const { label } = metadata;
  if (typeof label !== 'string') throw new TypeError(`Field "${name}" has no label`);
  const listSchema = inner.type === 'array' ? inner.item : undefined;
  const group = listSchema ? root(listSchema) : inner;
  const list = metadata.codeList ?? (listSchema && gather(listSchema).metadata.codeList);
  const fields = group.entries
    ? Object.entries(group.entries).map(([key, entry]) => describe(key, entry))
    : undefined;
  return {
    ...(metadata as unknown as FieldMetadata),
    name,
    required: schema.type !== 'optional',
    sensitivity: (metadata.sensitivity as Sensitivity | undefined) ?? 'none',
    input:
      (metadata.input as FieldInput | undefined) ??
      inputOf(inner, listSchema !== undefined, typeof list === 'string', fields !== undefined),
    ...(typeof list === 'string' ? { codeList: list } : {}),
    ...(inner.type === 'picklist' ? { options: (inner.options ?? []).map(String) } : {}),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(fields ? { fields } : {}),
  };
}

function inputOf(schema: AnySchema, list: boolean, coded: boolean, group: boolean): FieldInput {
  if (group) return list ? 'groups' : 'group';
  if (coded) return list ? 'choices' : 'choice';
  if (list) return 'lines';
  if (schema.type === 'number') return 'number';
  if (schema.type === 'boolean') return 'yes-no';
  return 'line';
}
