/** Copies of the built extension that differ from it in one way: controls, and probes that must run as page code. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT } from './browser.ts';

export interface Variant {
  readonly dir: string;
  remove(): void;
}

/** @param alter - changes the copy in place */
export function variantOf(alter: (dir: string) => void, built = BUILT): Variant {
  const dir = mkdtempSync(join(tmpdir(), 'variant-'));
  cpSync(built, dir, { recursive: true });
  alter(dir);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Puts a script before all others of a page. */
export function addsScript(dir: string, page: string, name: string, code: string): void {
  writeFileSync(join(dir, name), code);
  const file = join(dir, page);
  const html = readFileSync(file, 'utf8');
  if (!html.includes('<head>')) throw new Error(`${page} has no head to put a script into`);
  writeFileSync(file, html.replace('<head>', `<head><script src="/${name}"></script>`));
}

/** Replaces the pattern in every script of the copy. @returns the number of replacements */
export function replacesInScripts(dir: string, pattern: RegExp, by: string): number {
  let count = 0;
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const file = join(dir, name);
    const code = readFileSync(file, 'utf8');
    const altered = code.replace(pattern, () => {
      count += 1;
      return by;
    });
    if (altered !== code) writeFileSync(file, altered);
  }
  return count;
}
