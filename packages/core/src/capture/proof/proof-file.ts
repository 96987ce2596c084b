/**
 * The single file for an adapter, `register.adapter.json`: the adapter and the recorded pages that prove it. It is
 * data: nothing in it can run. A plain adapter without fixtures is such a file too.
 */
import { expandTree } from '../../page/snapshot/compact-tree.js';
import { parseSnapshot } from '../../page/snapshot/parse-snapshot.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import { PreventError } from '../../shared/errors.js';
import { failed, passed, type Result } from '../../shared/issue.js';
import type { Adapter } from '../adapter/adapter.js';
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
import { AdapterFileSchema, MOST_FIXTURES } from './proof-file-schema.js';
import type { RecordedFixture } from './proof-fixture.js';
import { compactTree, DEEPEST_FIXTURE } from './proof-tree.js';

export interface AdapterFile {
  readonly adapter: Adapter;
  /** Recorded pages; none for a plain adapter, which only the page itself can prove. */
  readonly fixtures: readonly RecordedFixture[];
}

/**
 * The text of the file; the adapter in it names these fixtures.
 *
 * @throws {PreventError} `CP_ADAPTER_INVALID` for anything that `checkAdapterFile` would refuse: too many fixtures, two
 * of one name, a page too large or too deep
 */
export function adapterFile(adapter: Adapter, fixtures: readonly RecordedFixture[]): string {
  const { adapter: named, fixtures: pages, ...head } = fileObject(adapter, fixtures);
  // The adapter is written for people to read; a recorded page is one line.
  const text = [
    JSON.stringify(head).replace(/}$/, ','),
    `"adapter": ${JSON.stringify(named, undefined, 2)},`,
    '"fixtures": [',
    pages.map((page) => JSON.stringify(page)).join(',\n'),
    ']}',
    '',
  ].join('\n');
  const checked = checkAdapterFile(text);
  if (!checked.ok)
    throw new PreventError(
      'CP_ADAPTER_INVALID',
      checked.issues.map(({ message }) => message).join(' '),
    );
  return text;
}

/** The file as a JSON object. */
export function fileObject(adapter: Adapter, fixtures: readonly RecordedFixture[]) {
  return {
    format: ADAPTER_FILE_FORMAT,
    version: ADAPTER_FILE_VERSION,
    adapter: { ...adapter, fixtures: fixtures.map(({ name }) => name) },
    fixtures: fixtures.map(({ name, snapshot, fields }) => ({
      name,
      fields,
      snapshot: {
        ...snapshot,
        frames: snapshot.frames.map((frame) => ({ ...frame, tree: compactTree(frame.tree) })),
      },
    })),
  };
}

/**
 * Reads the text of an adapter file, or of a plain adapter. It is not trusted yet: `proveFile` runs its fixtures.
 *
 * @returns the file, or one issue with code `adapter-invalid` or `adapter-file-version` for each thing that is wrong
 */
export function checkAdapterFile(text: string): Result<AdapterFile> {
  if (text.length > LARGEST_ADAPTER_FILE)
    return failed(adapterInvalid('The adapter file is too large. It can be 4 MB at most.'));
  let placed: PlacedJson;
  try {
    placed = parsePlacedJson(text.replace(/^\uFEFF/, ''), {
      deepest: DEEPEST_ADAPTER_FILE,
    });
  } catch (error) {
    if (error instanceof JsonFault) return failed(adapterInvalid(error.message, error.at));
    throw error;
  }
  if (!isFile(placed.value)) {
    const adapter = checkAdapter(text.replace(/^\uFEFF/, ''));
    return adapter.ok ? passed({ adapter: adapter.value, fixtures: [] }) : adapter;
  }
  return checkFileObject(placed.value, placed.placeOf);
}

/** True for an object that claims to be such a file, in any version. */
function isFile(value: unknown): value is { readonly format: unknown; readonly version: unknown } {
  return typeof value === 'object' && value !== null && 'format' in value;
}

export function checkFileObject(
  value: unknown,
  placeOf: PlacedJson['placeOf'],
): Result<AdapterFile> {
  if (
    isFile(value) &&
    value.format === ADAPTER_FILE_FORMAT &&
    value.version !== ADAPTER_FILE_VERSION
  )
    return failed(OTHER_ADAPTER_FILE_VERSION);
  const checked = checkShape(AdapterFileSchema, value, placeOf);
  if (!checked.ok) return checked;
  const adapter = checkedSteps(checked.value.adapter);
  if (!adapter.ok) return adapter;
  const names = checked.value.fixtures.map(({ name }) => name);
  if (
    new Set(names).size !== names.length ||
    names.join('\n') !== adapter.value.fixtures.join('\n')
  )
    return failed(adapterInvalid(NAMES, placeOf(['adapter', 'fixtures'])));
  const fixtures: RecordedFixture[] = [];
  for (const [nth, { name, snapshot, fields }] of checked.value.fixtures.entries()) {
    const page = snapshotOf(snapshot);
    if (!page)
      return failed(
        adapterInvalid(`“${name}” is not a recorded page.`, placeOf(['fixtures', nth])),
      );
    fixtures.push({ name, snapshot: page, fields });
  }
  return passed({ adapter: adapter.value, fixtures });
}

function snapshotOf(value: unknown): PageSnapshot | undefined {
  const frames = (value as { readonly frames?: unknown }).frames;
  const isCompact =
    Array.isArray(frames) &&
    frames.every((frame: unknown) => {
      const tree = (frame as { readonly tree?: unknown } | null)?.tree;
      return Array.isArray(tree) && typeof expandTree(tree, DEEPEST_FIXTURE) === 'object';
    });
  const page = isCompact ? parseSnapshot(JSON.stringify(value)) : undefined;
  return page?.ok ? page.value : undefined;
}

const NAMES = `The names of the recorded pages are not those that the adapter gives, each once and ${MOST_FIXTURES} at most.`;
