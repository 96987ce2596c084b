/** Saved pages of real systems with their truth, and a server that gives them at their original address. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** The truth of one page, from its folder's `truth.json`; names and shapes are that file's. */
export interface PageTruth {
  readonly kind?: string;
  readonly url: string;
  /** Labels as displayed, with their value or values. */
  readonly labels?: Readonly<Record<string, string | readonly string[]>>;
  readonly canonical?: Readonly<Record<string, string | readonly string[]>>;
  /** The meaning of a correct reading, if it differs from the displayed text. */
  readonly normalised?: Readonly<Record<string, string | readonly string[]>>;
  /** Present in the page but not on screen when it was saved. */
  readonly hidden?: Readonly<Record<string, string | readonly string[]>>;
  readonly distractors?: readonly { readonly value: string }[];
}

export interface SavedPage {
  /** Name of its folder. */
  readonly system: string;
  readonly page: string;
  readonly truth: PageTruth;
}

export interface PageServer {
  /** Serves this page from now on, instead of the last one. @returns its address */
  show(page: SavedPage): string;
  /** Waits until there are no more requests, including late pictures and icons, and forgets them. */
  rest(): Promise<void>;
  /** Requests since then, or since the last call. */
  takeRequests(): readonly string[];
  stop(): Promise<void>;
}

/**
 * @param only - one system, by the name of its folder; absent: all
 * @returns in the order of the folders, and of each `truth.json`
 */
export function savedPages(folder: string, only?: string): readonly SavedPage[] {
  return readdirSync(folder)
    .filter((system) => only === undefined || system === only)
    .filter((system) => existsSync(join(folder, system, 'truth.json')))
    .sort()
    .flatMap((system) => {
      const text = readFileSync(join(folder, system, 'truth.json'), 'utf8');
      const { pages } = JSON.parse(text) as { pages: Readonly<Record<string, PageTruth>> };
      return Object.entries(pages).map(([page, truth]) => ({ system, page, truth }));
    });
}

/** Serves on loopback, on a free port, with the page's original path and query, and its saved frames. */
export async function servePages(folder: string): Promise<PageServer> {
  let current: { readonly page: SavedPage; readonly at: string } | undefined;
  let asked: string[] = [];
  const server = createServer((request, response) => {
    const at = request.url ?? '/';
    asked.push(at);
    const file = current && fileAt(folder, current, at);
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(file === undefined ? '' : readFileSync(file));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    show(page) {
      const { pathname, search, hash } = new URL(page.truth.url);
      current = { page, at: pathname + search };
      asked = [];
      return `http://127.0.0.1:${port}${pathname}${search}${hash}`;
    },
    async rest() {
      do asked = [];
      while (await isAsked(() => asked.length > 0));
    },
    takeRequests: () => asked.splice(0),
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

/** Milliseconds without a request before a page is at rest. */
const REST_MS = 300;

async function isAsked(ask: () => boolean): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  return ask();
}

function fileAt(
  folder: string,
  { page, at: own }: { readonly page: SavedPage; readonly at: string },
  at: string,
): string | undefined {
  const { system, page: name } = page;
  if (at === own) {
    const page = join(folder, system, `${name}.html`);
    return existsSync(page) ? page : undefined;
  }
  const file = at.split('?', 1)[0]?.split('/').at(-1) ?? '';
  const isFrame = file.startsWith(`${name}.frame`) && /^[\w.-]+\.html$/.test(file);
  const path = join(folder, system, file);
  return isFrame && existsSync(path) ? path : undefined;
}
