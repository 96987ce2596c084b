/**
 * The reader that an earlier press left in the page: by now the browser has made fast code of it, and takes half as long.
 * Systems that stay on one document show many records in it.
 */

/** Gives what a frame hands over. */
export type Reader = () => Promise<string | undefined>;

declare global {
  /** In the isolated world, out of the page's reach. It holds code, and nothing of what was read. */
  var __cpReader: { readonly version: string; readonly read: Reader } | undefined;
}

/**
 * @param version - of the extension: a page may outlive the one that read it first
 * @param read - the reader just injected; kept where none of that version was
 */
export function keptReader(version: string, read: Reader): Reader {
  if (globalThis.__cpReader?.version !== version) globalThis.__cpReader = { version, read };
  return globalThis.__cpReader.read;
}

/** What {@link askReader} gives where no reader of that version is. */
export const NO_READER = 0;

/** Runs in the isolated world by itself, so it names nothing from here. Its own text is all that has to go to the page. */
export function askReader(version: string): Promise<string | undefined> | 0 {
  const kept = globalThis.__cpReader;
  return kept?.version === version ? kept.read() : 0;
}
