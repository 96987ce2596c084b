/** Saved pages of real systems, read by the built extension in real Chromium and compared with their truth. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Machine, machine } from '../machine.ts';
import type { DumpedPage } from './dump.ts';
import { type Judgement, judge } from './judge.ts';
import { loadReader } from './load-reader.ts';
import { buildPeerScript } from './peers.ts';
import { notRead, type PageRead, readSaved } from './read-saved.ts';
import { type SavedPage, savedPages, servePages } from './saved-pages.ts';
import { type PageFigures, type Summary, summaryOf } from './summary.ts';
import { type Aim, aimsOfFields } from './targets.ts';
import { openFieldsToolkit } from './toolkit.ts';

export interface FieldsOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  /** Folder of systems. */
  readonly pages: string;
  readonly only?: string;
  /** True to draft with the shipped adapters; otherwise by the generic reading alone. */
  readonly withAdapters: boolean;
  /** File for the dump of the readings. */
  readonly dump?: string;
  /** A separate scorer of dumps, if there is one. */
  readonly judge?: string;
  readonly say: (line: string) => void;
}

export interface FieldsFigures extends Summary {
  readonly bench: 'fields';
  readonly at: string;
  readonly machine: Machine;
  readonly browser: string;
  readonly withAdapters: boolean;
  readonly judgement?: Judgement;
  readonly targets: readonly Aim[];
  readonly pages: readonly PageFigures[];
}

export async function benchFields(options: FieldsOptions): Promise<FieldsFigures> {
  const { extension, withAdapters, say } = options;
  const atStart = machine();
  const saved = savedPages(options.pages, options.only);
  const [first] = saved;
  if (!first) throw new Error(`No page with a truth in ${options.pages}`);
  const [reader, peerScript] = await Promise.all([loadReader(), buildPeerScript()]);
  const server = await servePages(options.pages);
  const open = () => openFieldsToolkit(extension, server.show(first), withAdapters, reader);
  let toolkit = await open();
  const read: PageRead[] = [];
  try {
    for (const page of saved) {
      say(`${page.system}/${page.page}`);
      read.push(await readTwice(page));
    }
  } finally {
    await toolkit.close();
    await server.stop();
  }
  const pages = read.map(({ figures }) => figures);
  const summary = summaryOf(pages);
  const judgement = judged(
    options,
    read.map(({ dumped }) => dumped),
  );
  return {
    bench: 'fields',
    at: new Date().toISOString(),
    machine: atStart,
    browser: toolkit.browserVersion,
    withAdapters,
    ...summary,
    ...(judgement ? { judgement } : {}),
    targets: aimsOfFields(summary),
    pages,
  };

  /** Tries a page again, once, in another browser: a busy machine is not a fault of the page. */
  async function readTwice(page: SavedPage): Promise<PageRead> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await readSaved(page, { toolkit, server, reader, peerScript, withAdapters });
      } catch (error) {
        say(`not read: ${error}`);
        await toolkit.close();
        toolkit = await open();
        if (tries === 2) return notRead(page, error);
      }
    }
  }
}

/** Writes the dump to the requested file, and runs the separate scorer on it. */
function judged(
  { pages, only, dump: file, judge: tool }: FieldsOptions,
  dump: readonly DumpedPage[],
): Judgement | undefined {
  const text = `${JSON.stringify(dump, undefined, 1)}\n`;
  if (file) writeFileSync(file, text);
  // The separate scorer counts a missing page as not read.
  if (!tool || only !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'bench-fields-'));
  try {
    const own = join(folder, 'dump.json');
    writeFileSync(own, text);
    return judge(tool, pages, own);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
