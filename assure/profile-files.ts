/** The files of a browser's profile with the vault in them, and ways to damage them. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { namesBelow } from '../packages/extension/e2e/profile-walk.ts';

/**
 * Size of the page in front of a file's content in the origin private file system; it stays when the content is lost.
 */
export const FRONT_BYTES = 4096;

/** Folder of the extension's IndexedDB. */
export function databaseFolder(profile: string): string {
  const above = join(profile, 'Default', 'IndexedDB');
  const name = readdirSync(above).find(
    (each) => each.startsWith('chrome-extension_') && each.endsWith('.leveldb'),
  );
  if (name === undefined) throw new Error('The profile has no IndexedDB of an extension');
  return join(above, name);
}

/** Folder of the origin private file system. */
export function privateFolder(profile: string): string {
  return join(profile, 'Default', 'File System');
}

/** Folder of the extension's `storage.local`. */
export function storageFolder(profile: string): string {
  const id = basename(databaseFolder(profile)).replace(/^chrome-extension_|_0\..*$/g, '');
  return join(profile, 'Default', 'Local Extension Settings', id);
}

/** Files of the database with this name ending, the newest first. */
export function databaseFiles(profile: string, ending: string): readonly string[] {
  const folder = databaseFolder(profile);
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) || name.startsWith(ending))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
}

/** The vault's files in the origin private file system whose own name starts like this, the largest first. */
export function privateFiles(profile: string, named: string): readonly string[] {
  const above = privateFolder(profile);
  if (!existsSync(above)) return [];
  return [...namesBelow(above)]
    .map((name) => join(above, name))
    .filter((file) => nameIn(file)?.startsWith(named))
    .sort((a, b) => statSync(b).size - statSync(a).size);
}

/** The browser names the files itself; our name is in their first page. */
function nameIn(file: string): string | undefined {
  const head = readFileSync(file).subarray(0, 200).toString('latin1');
  return /^Cyber Prevent Toolkit, vault file 1, ([a-z-]+)\n/.exec(head)?.[1];
}

/** Cuts bytes off the end. */
export function cutTail(file: string, bytes: number): void {
  truncateSync(file, Math.max(0, statSync(file).size - bytes));
}

/** Flips one bit at a place given as a fraction of the length. */
export function flipAt(file: string, part: number): void {
  const content = readFileSync(file);
  const at = Math.floor((content.length - 1) * part);
  content[at] = (content[at] ?? 0) ^ 0x10;
  overwrite(file, content);
}

/** Flips one bit of every 4 KiB from the offset on. */
export function flipEach(file: string, from: number): void {
  const content = readFileSync(file);
  for (let at = from; at < content.length; at += 4096) content[at] = (content[at] ?? 0) ^ 0x10;
  overwrite(file, content);
}

/** Writes zeros over 4 KiB at a place given as a fraction of the length. */
export function zeroAt(file: string, part: number): void {
  const content = readFileSync(file);
  const at = Math.floor(Math.max(0, content.length - 4096) * part);
  content.fill(0, at, at + 4096);
  overwrite(file, content);
}

function overwrite(file: string, content: Buffer): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, content);
  fsyncSync(handle);
  closeSync(handle);
}

export function remove(file: string): void {
  rmSync(file);
}

export function empty(file: string): void {
  writeFileSync(file, '');
}
