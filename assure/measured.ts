/**
 * The sources on which every measure of the full assurance last passed: their digest is kept in `measured.json`. While
 * the vault's sources differ from it, the gate runs every measure at its quick size, and not only the everyday ones.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const KEPT = join(import.meta.dirname, 'measured.json');
const SOURCES = 'packages/extension/src/{vault,storage,keeper}/**/*.{ts,tsx}';

interface Measured {
  /** SHA-256 over paths and contents, hexadecimal. */
  readonly sources: string;
  readonly measuredOn: string;
}

export function isMeasured(): boolean {
  if (!existsSync(KEPT)) return false;
  return (JSON.parse(readFileSync(KEPT, 'utf8')) as Measured).sources === sourcesDigest();
}

/** Records that the full assurance passed on the present sources. The file is committed with them. */
export function noteMeasured(on: string): void {
  const measured: Measured = { sources: sourcesDigest(), measuredOn: on };
  writeFileSync(KEPT, `${JSON.stringify(measured, undefined, 2)}\n`);
}

function sourcesDigest(): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: ROOT }).map((file) => file.replaceAll('\\', '/'));
  for (const file of files.sort()) {
    if (/[.-](test|e2e|under-test)\.tsx?$/.test(file)) continue;
    hash.update(file).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}
