/** Runs a file’s own fixtures, to show anyone loading it that it reads as it claims. */

import { readPage } from '../../page/read-page.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';
import type { Adapter } from '../adapter/adapter.js';
import { applyAdapter } from '../adapter/apply-adapter.js';
import { screensOf } from '../adapter/choose-adapter.js';
import type { FieldPath } from '../field/field-path.js';
import { knowsLabel } from '../name/knows-label.js';
import { draftOn, fieldsOf } from './proof-field.js';
import type { AdapterFile } from './proof-file.js';

export interface FixtureProof {
  readonly name: string;
  readonly isChosen: boolean;
  readonly fields: number;
  readonly of: number;
  /** Fields that read something other than the file says, or nothing, or that it does not name. */
  readonly wrong: readonly FieldPath[];
}

export interface FileProof {
  readonly fixtures: readonly FixtureProof[];
  readonly fields: number;
  readonly of: number;
  /** Fields that the adapter names and that are on none of its pages: nothing shows what they would read. */
  readonly unread: readonly FieldPath[];
  /** True if there is a fixture, every one reads as the file says, and every field that the adapter names is on one. */
  readonly isProved: boolean;
  /** Sentence such as “Proved today: 11 of 11 fields.” */
  readonly message: string;
}

/** Reads each fixture of a file with its adapter, and compares the result with the fixture's fields, one by one. */
export function proveFile({ adapter, fixtures }: AdapterFile): FileProof {
  const proofs = fixtures.map(({ name, snapshot, fields: expected }): FixtureProof => {
    const draft = draftOn(snapshot, adapter);
    const isChosen = draft.origins[0]?.adapter?.id === adapter.id;
    const read = fieldsOf(draft);
    const paths = [...new Set([...Object.keys(expected), ...Object.keys(read)])] as FieldPath[];
    const wrong = paths.filter(
      (path) => !isChosen || JSON.stringify(read[path]) !== JSON.stringify(expected[path]),
    );
    return { name, isChosen, fields: paths.length - wrong.length, of: paths.length, wrong };
  });
  const fields = proofs.reduce((sum, proof) => sum + proof.fields, 0);
  const of = proofs.reduce((sum, proof) => sum + proof.of, 0);
  const found = new Set(fixtures.flatMap(({ snapshot }) => foundOn(snapshot, adapter)));
  const unread = namedBy(adapter).filter((path) => !found.has(path));
  const isProved =
    of > 0 && fields === of && unread.length === 0 && proofs.every(({ isChosen }) => isChosen);
  const message = sentence({ pages: proofs.length, fields, of, unread: unread.length });
  return { fixtures: proofs, fields, of, unread, isProved, message };
}

/** Paths that the adapter's own locators find there, without the generic reading of the rest. */
function foundOn(snapshot: PageSnapshot, adapter: Adapter): readonly FieldPath[] {
  const page = { snapshot, reading: readPage(snapshot, { knows: knowsLabel }) };
  const { names } = applyAdapter(screensOf(adapter, page), page);
  return [...names.values()].map(({ path }) => path);
}

/** Every field that any of its screens names. */
function namedBy({ screens }: Adapter): readonly FieldPath[] {
  const paths = screens.flatMap(({ fields, rows = [] }) => [
    ...Object.keys(fields),
    ...rows.flatMap(({ columns }) => Object.keys(columns)),
  ]);
  return [...new Set(paths)] as FieldPath[];
}

interface Counted {
  readonly pages: number;
  readonly fields: number;
  readonly of: number;
  readonly unread: number;
}

function sentence({ pages, fields, of, unread }: Counted): string {
  if (pages === 0)
    return 'Not proved: no recorded page came with it. Check what it reads on the page itself.';
  const on = pages === 1 ? '' : ` on ${pages} pages`;
  const count = `${fields} of ${of} ${of === 1 ? 'field' : 'fields'}${on}`;
  if (of === 0)
    return 'Not proved: nothing is read on the recorded page. Check what it reads on the page itself.';
  if (fields === of && unread > 0)
    return `Not proved: ${count}, but ${unread} that it names ${unread === 1 ? 'is' : 'are'} on no recorded page. Do not rely on ${unread === 1 ? 'that one' : 'those'}.`;
  return fields === of
    ? `Proved today: ${count}.`
    : `Not proved: ${count} read as the file says. Do not rely on it.`;
}
