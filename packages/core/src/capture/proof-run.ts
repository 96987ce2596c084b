/** Runs a file’s own fixtures, so that whoever loads it sees that it reads what it says. */

import type { FieldPath } from './field-path.js';
import { draftOn, fieldsOf } from './proof-field.js';
import type { AdapterFile } from './proof-file.js';

export interface FixtureProof {
  readonly name: string;
  readonly isChosen: boolean;
  readonly fields: number;
  readonly of: number;
  /** Fields that read something else than the file says, or nothing, or that it does not name. */
  readonly wrong: readonly FieldPath[];
}

export interface FileProof {
  readonly fixtures: readonly FixtureProof[];
  readonly fields: number;
  readonly of: number;
  /** There is a fixture, and every one reads as the file says. */
  readonly isProved: boolean;
  /** “Proved today: 11 of 11 fields.” */
  readonly message: string;
}

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
  const isProved = proofs.length > 0 && fields === of && proofs.every(({ isChosen }) => isChosen);
  return { fixtures: proofs, fields, of, isProved, message: sentence(proofs.length, fields, of) };
}

function sentence(pages: number, fields: number, of: number): string {
  if (pages === 0)
    return 'Not proved: no recorded page came with it. Check what it reads on the page itself.';
  const on = pages === 1 ? '' : ` on ${pages} pages`;
  const count = `${fields} of ${of} ${of === 1 ? 'field' : 'fields'}${on}`;
  return fields === of
    ? `Proved today: ${count}.`
    : `Not proved: ${count} read as the file says. Do not rely on it.`;
}
