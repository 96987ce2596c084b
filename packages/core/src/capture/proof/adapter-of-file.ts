/** Reads the adapter in an adapter file as it is exported, and leaves its recorded pages aside. */
import { failed, type Result } from '../../shared/issue.js';
import type { Adapter } from '../adapter/adapter.js';
import { AdapterSchema } from '../adapter/adapter-schema.js';
import {
  adapterInvalid,
  checkAdapter,
  checkedSteps,
  checkShape,
} from '../adapter/check-adapter.js';
import { JsonFault, type PlacedJson, parsePlacedJson } from '../adapter/placed-json.js';
import {
  ADAPTER_FILE_FORMAT,
  ADAPTER_FILE_VERSION,
  DEEPEST_ADAPTER_FILE,
  LARGEST_ADAPTER_FILE,
  OTHER_ADAPTER_FILE_VERSION,
} from './adapter-file-form.js';

/**
 * Checks the text of an adapter, or of an adapter file with the pages that prove it. The pages are not read.
 *
 * @returns the adapter, or one issue for each thing that is wrong, placed by line and column
 */
export function checkAdapterOfFile(text: string): Result<Adapter> {
  const plain = text.replace(/^\uFEFF/, '');
  if (!plain.includes(ADAPTER_FILE_FORMAT)) return checkAdapter(plain);
  if (plain.length > LARGEST_ADAPTER_FILE)
    return failed(adapterInvalid('The adapter file is too large. It can be 4 MB at most.'));
  let placed: PlacedJson;
  try {
    placed = parsePlacedJson(plain, { deepest: DEEPEST_ADAPTER_FILE });
  } catch (error) {
    if (error instanceof JsonFault) return failed(adapterInvalid(error.message, error.at));
    throw error;
  }
  const { value, placeOf } = placed;
  if (!isFile(value)) return checkAdapter(plain);
  if (value.version !== ADAPTER_FILE_VERSION) return failed(OTHER_ADAPTER_FILE_VERSION);
  const shape = checkShape(AdapterSchema, value.adapter, (path) => placeOf(['adapter', ...path]));
  return shape.ok ? checkedSteps(shape.value) : shape;
}

function isFile(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === ADAPTER_FILE_FORMAT
  );
}
