/** Drafts from the page in front of the officer, a saved file or text, through the sandboxed parser. */
import {
  type Adapter,
  type Draft,
  failed,
  HOST_CLASSES,
  type Host,
  type HostClassList,
  hostClassOf,
  type Issue,
  LARGEST_BLOB,
  type RecordId,
  type Result,
} from '@cyber-prevent/core';
import { version } from '../../package.json';
import { createHighlighter } from '../page/highlight.js';
import { failure } from '../page/snapshot-failure.js';
import { type SnapshotParts, takeSnapshot } from '../page/take-snapshot.js';
import type { CaptureService, GrantedTab } from '../ports/capture-service.js';
import { createParser, type Parser, type ParserOpening } from '../sandbox/parse-client.js';
import type { ParseSource } from '../sandbox/parse-request.js';
import { type ParseSettings, parseSettings } from '../sandbox/parse-settings.js';
import { askPressed, FRESH_MS, isRefused, isTooSoon } from './ask-pressed.js';
import { grantOf } from './grant.js';
import type { HostAccess } from './host-access.js';
import { hostNever, refusedHost } from './host-guard.js';
import { hearPresses, type Presses } from './press.js';
import { readTabs } from './read-tabs.js';
import { selectionIn } from './selection.js';

/** A saved page larger than this is refused before it is read into memory. */
const LARGEST_FILE = 64 * 1024 * 1024;
const COPIES_REMEMBERED = 8;

export interface PageCaptureOptions {
  readonly host: Host;
  /** Fetched at each capture. */
  readonly adapters: () => Promise<readonly Adapter[]>;
  readonly windowId: number;
  readonly hosts: HostAccess;
  /** Called with each draft that was read. */
  readonly onRead?: (draft: Draft) => void;
  /** The classes of hosts; fetched at each capture. */
  readonly hostClasses: () => Promise<HostClassList>;
  readonly opensParser: ParserOpening;
}

/** The page that was pressed on, in pieces, with the settings to read it; or the reason why not, in words. */
export type PageLook = (
  tab: GrantedTab,
) => Promise<(SnapshotParts & { readonly settings: Promise<ParseSettings> }) | Refusal>;

/** The captures of this page of ours, with the parts shared by other features that look at pages. */
export interface PageCapture extends CaptureService {
  readonly look: PageLook;
  readonly parser: Parser;
  /** The tab of a capture. */
  tabOf(capture: RecordId): number | undefined;
  /** Reads the copy of a page again, with the adapters that are in use now. */
  readAgain(page: string): Promise<Result<Draft>>;
}

export function pageCapture(options: PageCaptureOptions): PageCapture {
  const { host, adapters, windowId, hosts } = options;
  const parser = createParser(chrome.runtime.getURL('parse.html'), options.opensParser);
  const highlighter = createHighlighter(chrome.scripting);
  /** The tab of each capture, so that a row is shown only on its own page. */
  const tabs = new Map<string, number>();

  /** The pages of the latest captures, in pieces as they came. */
  const copies = new Map<RecordId, readonly string[]>();
  /** The classes at the last look: a press must be answered without a wait. */
  let known = HOST_CLASSES;
  const classes = async (): Promise<HostClassList> => {
    known = await options.hostClasses();
    return known;
  };

  const settingsNow = async (): Promise<ParseSettings> => {
    const [inUse, list] = await Promise.all([adapters(), classes()]);
    return parseSettings(host, inUse, list);
  };

  const parse = async (source: ParseSource, asked = settingsNow()): Promise<Result<Draft>> => {
    const reply = await parser.parse({ ...source, settings: await asked });
    for (const [name, ms] of Object.entries(reply.timing ?? {})) measure(name, ms);
    // A saved page of an excluded host is refused here; none of it stays.
    if (reply.ok && isNever(reply.value)) return failed(issueOf(hostNever()));
    const pieces = reply.page === undefined ? piecesOf(source) : [reply.page];
    if (reply.ok) keepCopy(copies, reply.value, pieces);
    if (reply.ok) options.onRead?.(reply.value);
    return reply;
  };
  const remember = (draft: Result<Draft>, tabId: number): Result<Draft> => {
    if (draft.ok) for (const { id } of draft.value.origins) tabs.set(id, tabId);
    return draft;
  };

  const { tabs: browserTabs, scripting } = chrome;
  const read = readTabs(browserTabs);
  const presses = hearPresses(windowId, {
    clicks: chrome.action.onClicked,
    onSooner: (ms) => measure('soonerMs', ms),
  });
  const guarded = async <T>(tab: GrantedTab, look: () => Promise<T>): Promise<T | Refusal> => {
    const refused = await refusedHost(tab, { tabs: browserTabs, scripting, classes });
    return refused ?? look();
  };

  const look: PageLook = (tab) => {
    parser.expect();
    return whilePressed(tab, presses, () =>
      guarded(tab, async () => {
        const reader = read.has(tab.tabId) ? { reader: version } : {};
        const taken = takeSnapshot(tab, scripting, reader);
        // Requested while the page is read, so that nothing needs to be waited for afterwards.
        const settings = settingsNow();
        const parts = await taken;
        if (parts.ok) read.add(tab.tabId);
        return { ...parts, settings };
      }),
    );
  };

  const fromWholePage = async (tab: GrantedTab): Promise<Result<Draft>> => {
    const parts = await look(tab);
    if (!parts.ok) return failed(issueOf(parts));
    measure('walkMs', parts.readMs);
    measure('longestMs', parts.longestMs);
    measure('handOverMs', parts.totalMs - parts.readMs);
    const { pieces, settings } = parts;
    return remember(await parse({ kind: 'snapshot', pieces }, settings), tab.tabId);
  };

  return {
    look,
    parser,
    granted: () => grantOf(windowId),
    subscribe: presses.subscribe,
    async fromTab(tab: GrantedTab) {
      if (tab.way === 'selection') {
        const found = await whilePressed(tab, presses, () =>
          guarded(tab, () => selectionIn(tab, chrome.scripting)),
        );
        if (!found.ok) return failed(issueOf(found));
        return remember(
          await parse({
            kind: 'text',
            text: found.text,
            title: found.title,
            url: found.url,
            way: 'selection',
            at: found.at,
          }),
          tab.tabId,
        );
      }
      return fromWholePage(tab);
    },
    async readWith(capture, origin) {
      if (hostClassOf(origin, known) === 'never') return failed(issueOf(hostNever()));
      if (!(await hosts.ask(origin))) return undefined;
      const tabId = tabs.get(capture);
      if (tabId === undefined) return failed(issueOf(failure('grant-gone')));
      return fromWholePage({ tabId, windowId, way: 'page', press: 0 });
    },
    async fromFile(file: File) {
      if (file.size > LARGEST_FILE) return failed(FILE_TOO_LARGE);
      const text = await file.text();
      if (/\.json$/i.test(file.name)) return parse({ kind: 'snapshot-file', json: text });
      if (!/<[a-z!]/i.test(text)) return failed(NOT_A_PAGE);
      return parse({ kind: 'html', html: text, url: addressOf(text) });
    },
    fromText: (text, title) => parse({ kind: 'text', text, title, way: 'paste' }),
    copyOf: (capture) => copies.get(capture)?.join(''),
    async pageToKeep(draft, origin, page, choice, mayTakeSpecial) {
      const copy = { draft, origin, choice, mayTakeSpecial };
      return parser.copy({ kind: 'copy', pieces: [page], copy, settings: await settingsNow() });
    },
    tabOf: (capture) => tabs.get(capture),
    readAgain: async (page) => {
      const settings = await settingsNow();
      const reply = await parser.parse({ kind: 'snapshot', pieces: [page], settings });
      return reply.ok && isNever(reply.value) ? failed(issueOf(hostNever())) : reply;
    },
    async highlight(row) {
      const tabId = row && tabs.get(row.origin);
      if (row && tabId !== undefined) return highlighter.show(tabId, row.place);
      await highlighter.clear();
      return true;
    },
  };
}

function isNever({ origins }: Draft): boolean {
  return origins.some(({ hostClass }) => hostClass === 'never');
}

/** The pieces in which a snapshot arrived; none for a source that becomes one only in the parser. */
function piecesOf(source: ParseSource): readonly string[] {
  if (source.kind === 'snapshot') return source.pieces;
  return source.kind === 'snapshot-file' ? [source.json] : [];
}

/** Remembers the latest pages, as many as the captures of one draft. */
function keepCopy(
  copies: Map<RecordId, readonly string[]>,
  { origins }: Draft,
  pieces: readonly string[],
): void {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  if (size === 0 || size > LARGEST_BLOB) return;
  for (const { id } of origins) copies.set(id, pieces);
  const [oldest] = copies.keys();
  if (copies.size > COPIES_REMEMBERED && oldest !== undefined) copies.delete(oldest);
}

export interface Refusal {
  readonly ok: false;
  readonly why: string;
  readonly message: string;
}

/** The answer of the page, once it admits a script after the press on it. */
async function whilePressed<T extends { readonly ok: boolean }>(
  tab: GrantedTab,
  presses: Presses,
  ask: () => Promise<T>,
): Promise<T | Refusal> {
  presses.taken(tab);
  const wasFresh = Date.now() - tab.press < FRESH_MS;
  const answer = await askPressed(tab.press, ask, isTooSoon);
  // After the page's answer: the browser processes our requests one after another.
  void presses.used(tab);
  // The answer is a refusal right after the press: an empty tab, or another page that no press opens.
  return isRefused(answer) && wasFresh ? failure('cannot-read') : answer;
}

function issueOf({ why, message }: Refusal): Issue {
  return { code: why, severity: 'error', message };
}

/** The origin given in a saved page: browsers write it into a comment or a base element. */
function addressOf(html: string): string {
  const head = html.slice(0, 4000);
  const saved =
    /saved from url=\(\d+\)(\S+)/.exec(head)?.[1] ?? /<base[^>]+href=["']([^"']+)/i.exec(head)?.[1];
  return saved !== undefined && URL.canParse(saved) ? saved : 'file:///saved-page';
}

/** Times of a capture, for a measuring run to read. They reveal nothing about the page. */
function measure(name: string, ms: number): void {
  performance.measure(`cp-${name}`, { start: performance.now() - ms, duration: ms });
}

const FILE_TOO_LARGE: Issue = {
  code: 'file-too-large',
  severity: 'error',
  message:
    'This file is larger than 64 MB. Save the part of the page that you need, or copy its text and paste it.',
};

const NOT_A_PAGE: Issue = {
  code: 'not-a-page',
  severity: 'error',
  message:
    'This file is not a saved web page. Choose an HTML file, or a snapshot file that ends in .json.',
};
