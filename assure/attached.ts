/** Files with a planted word in them, attached to people of a vault, and looked for again. */
import type { Page } from 'puppeteer-core';
import { askKeeper } from '../packages/extension/e2e/keeper-ask.ts';
import { fromSource } from './from-source.ts';
import { putBlob } from './put-blob.ts';

type Building = typeof import('./inside/planted-copy.ts');

export interface AttachedFile {
  readonly record: string;
  /** In the file alone. */
  readonly word: string;
  /** The file as it is kept. */
  readonly letters: string;
}

/** @param name - a word in the name of the file, where there is to be one */
export async function attachFile(
  page: Page,
  subject: string,
  word: string,
  name = 'letter',
): Promise<AttachedFile> {
  const { attachmentNaming } = await fromSource<Building>('inside/planted-copy.ts');
  const text = `${word} ${'of the letter '.repeat(400)}`;
  const letters = Buffer.from(text).toString('base64');
  const blob = await putBlob(page, letters);
  const change = attachmentNaming({
    subject,
    blob,
    letters,
    size: text.length,
    name: `${name}.txt`,
  });
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes: [change], reason: 'case-work' });
  return { record: change.record, word, letters };
}

/** The text of an attached file; empty if it is not given. */
export async function readAttached(page: Page, record: string): Promise<string> {
  // Bytes come out of the page as an object of numbers.
  const given = await askKeeper(page, 'file-open', record, 'case-work').catch(() => undefined);
  return Buffer.from(Object.values(Object(given)) as number[]).toString('utf8');
}

/** The files of which the start is in what was opened: a file is kept as letters that begin with its word. */
export function filesIn(opened: string, files: readonly AttachedFile[]): number {
  return files.filter(({ letters }) => opened.includes(letters.slice(0, 24))).length;
}
