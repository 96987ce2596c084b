/** The edition of `examples/edition`, for the checks that make it. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEdition } from './edition-file.mjs';
import { takesPacks } from './policy-check.mjs';

const EXAMPLE = 'examples/edition';

/**
 * Copies the example's folder. While the managed policy takes no packs, the copy names none and pins no issuer, once the
 * edition with them was refused.
 *
 * @param folder - for the copy; what is in it is deleted
 * @returns the path of the edition's file
 */
export function copyExampleEdition(folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(EXAMPLE, folder, { recursive: true });
  const file = join(folder, 'edition.json');
  const schema = JSON.parse(readFileSync('packages/extension/public/managed-schema.json', 'utf8'));
  if (takesPacks(schema)) return file;
  if (!refusesPacks(file)) throw new Error('A pack that no policy hands out was not refused');
  for (const path of [file, join(folder, 'policy.json')]) {
    const { packs: _, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify(rest));
  }
  return file;
}

function refusesPacks(file) {
  try {
    readEdition(file);
    return false;
  } catch (error) {
    return error.faults?.some(({ where }) => where === 'packs') === true;
  }
}
