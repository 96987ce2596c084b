/** Everything a plugin author imports, except the conformance suites. */
export type {
  Adapter,
  AdapterMatch,
  Anchor,
  FillForm,
  LabelLocator,
  Locator,
  Screen,
  SelectorLocator,
} from '../capture/adapter/adapter.js';
export { defineAdapter } from '../capture/adapter/adapter.js';
export {
  JsonFault,
  type JsonPath,
  type PlacedJson,
  type PlacedJsonOptions,
  parsePlacedJson,
} from '../capture/adapter/placed-json.js';
export {
  FIELD_PATHS,
  FIELDS,
  type FieldDefinition,
  type FieldPath,
  fieldOf,
  isFieldPath,
  type ReaderName,
} from '../capture/field/field-path.js';
export { suggestPath, surePath } from '../capture/name/suggest-path.js';
export { type ReadContext, type ReadValue, readValue } from '../capture/read/reader.js';
export { type CodeList, type CodeLists, codeLabel } from '../codes/code-list.js';
export type { RecordKind, RecordOf } from '../record/kind.js';
export { referralValues } from '../report/referral-values.js';
export type { ExportContext, GivenRecord, RecordSet, Rendered } from '../report/rendered.js';
export type { TemplateSource } from '../report/template.js';
export type { FieldTexts, FieldValues } from '../review/field-values.js';
export type { Instrument, Item } from '../risk/instrument.js';
export { failed, type Issue, passed, type Result } from '../shared/issue.js';
export type { PlainDate } from '../shared/primitives.js';
export type { Exporter } from './exporter.js';
export type { ImportColumn, ImportContext, ImportedReferral, Importer } from './importer.js';
export {
  type AddedId,
  type CodeListData,
  definePlugin,
  type Plugin,
  type PluginList,
} from './plugin.js';
export { createToolkit, type Toolkit } from './toolkit.js';
