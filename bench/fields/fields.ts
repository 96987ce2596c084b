/** Saved pages of real systems, read by the built extension in real Chromium and held against what stands on them. */
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
  /** Draft with the adapters that ship; by the generic reading alone otherwise. */
  readonly withAdapters: boolean;
  /** File for what was read. */
  readonly dump?: string;
  /** A separate scorer of dumps, where there is one. */
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

  /** A busy machine is no fault of the page: it is tried again, once, in another browser. */
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

/** Writes what was read where it was asked for, and has it judged. */
function judged(
  { pages, only, dump: file, judge: tool }: FieldsOptions,
  dump: readonly DumpedPage[],
): Judgement | undefined {
  const text = `${JSON.stringify(dump, undefined, 1)}\n`;
  if (file) writeFileSync(file, text);
  // It counts a page that is not there as not read.
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
