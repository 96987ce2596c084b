/** The files below a folder that a running browser writes in and clears up at the same time. */
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

export interface WalkedFile {
  /** Path below the folder, with `/` between. */
  readonly name: string;
  readonly content: Buffer;
}

/**
 * Every file with its content. A file that is deleted between the listing and the reading is skipped: nothing is left
 * of it.
 */
export function* filesOf(folder: string): Generator<WalkedFile> {
  for (const name of namesBelow(folder)) {
    const content = unlessGone(() => readFileSync(join(folder, name)));
    if (content) yield { name, content };
  }
}

/** The files' names alone, below the folder, with `/` between. */
export function* namesBelow(folder: string, above = ''): Generator<string> {
  for (const entry of unlessGone(() => readdirSync(join(folder, above))) ?? []) {
    const name = above === '' ? entry : `${above}/${entry}`;
    const found: Stats | undefined = unlessGone(() => statSync(join(folder, name)));
    if (found?.isDirectory()) yield* namesBelow(folder, name);
    else if (found?.isFile()) yield name;
  }
}

function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
