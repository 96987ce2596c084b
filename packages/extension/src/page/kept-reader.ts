/**
 * The reader that an earlier press left in the page: by now the browser has compiled it to fast code, which takes half
 * as long. Systems that stay on one document show many records in it.
 */

/** Gives the frame's answer. */
export type Reader = () => Promise<string | undefined>;

declare global {
  /** In the isolated world, out of the page's reach. It is code only, with none of the content that was read. */
  var __cpReader: { readonly version: string; readonly read: Reader } | undefined;
}

/**
 * @param version - of the extension: a page may outlive the one that read it first
 * @param read - the reader just injected; kept if there was none of that version
 */
export function keptReader(version: string, read: Reader): Reader {
  if (globalThis.__cpReader?.version !== version) globalThis.__cpReader = { version, read };
  return globalThis.__cpReader.read;
}

/** The result of {@link askReader} without a reader of that version. */
export const NO_READER = 0;

/** Runs alone in the isolated world, so it uses no name of this module. Only its own text goes to the page. */
export function askReader(version: string): Promise<string | undefined> | 0 {
  const kept = globalThis.__cpReader;
  return kept?.version === version ? kept.read() : 0;
}
