/** Asks the sandboxed parser from a page of ours, and waits for a limited time. */
import {
  type Draft,
  type DraftRow,
  failed,
  type Issue,
  passed,
  type RecordId,
  type Result,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import { readDraftHead, readDraftRows } from './draft-part.js';
import { type FrameLink, openFrame } from './frame-link.js';
import { FromWorker, type ParseReply, type ParseTiming, trouble } from './parse-reply.js';
import { type ParseRequest, type ParseSource, type ToWorker, toMessages } from './parse-request.js';
import type { ParseSettings, Terms } from './parse-settings.js';

export interface Parser {
  /** Announces a page that will be parsed in a moment. */
  expect(): void;
  /** Never rejects. Requests are answered one after the other. */
  parse(request: ParseRequest, options?: ParseOptions): Promise<ParseReply>;
  /** The form's controls as JSON, which the caller checks. Otherwise as {@link Parser.parse}. */
  form(request: FormRequest, options?: ParseOptions): Promise<Result<string>>;
  /** Gives the copy of a page that is kept, as text. Otherwise as {@link Parser.parse}. */
  copy(request: CopyOf, options?: ParseOptions): Promise<Result<string>>;
  /** Ends the worker and removes the frame; a current request is answered as stopped. */
  stop(): void;
}

export interface ParseOptions {
  readonly timeoutMs?: number;
}

export type FormRequest = Extract<ParseSource, { readonly kind: 'form' }> & {
  readonly settings: ParseSettings;
};

export type CopyOf = Extract<ParseSource, { readonly kind: 'copy' }> & {
  readonly settings: ParseSettings;
};

/** Milliseconds for a page before the reader is ended. A page of 50,000 nodes takes about one second. */
const TIMEOUT_MS = 15_000;

interface Pending {
  readonly id: number;
  readonly ids: ReadonlySet<RecordId>;
  readonly settle: (reply: Reply) => void;
  draft?: Begun;
  /** The snapshot made from a saved page. */
  page?: string;
}

/** The answers about a form and a copy are passed on unread. */
type Reply = ParseReply | { readonly form: string } | { readonly copy: string };

/** A draft with some rows still to come. */
interface Begun {
  readonly head: Draft;
  readonly rows: DraftRow[];
  readonly rowCount: number;
  readonly timing: ParseTiming;
}

/**
 * `at-once` for a page of ours next to which officers press: it is warm by then. `when-asked` for one that may never
 * need it: until then it takes no memory, and its warming takes no processor core from the screen.
 */
export type ParserOpening = 'at-once' | 'when-asked';

/**
 * @param frameUrl - address of the sandboxed page
 */
export function createParser(frameUrl: string, opening: ParserOpening): Parser {
  let pending: Pending | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let requests = 0;
  let worker = 0;
  let isDead = false;
  let frame: FrameLink | undefined;
  /** The terms that the worker behind a port has received. */
  const told = new WeakMap<MessagePort, Terms>();
  let port: MessagePort | undefined = opening === 'at-once' ? startWorker() : undefined;

  function openedFrame(): FrameLink {
    return openFrame(frameUrl, (broken) => {
      if (broken === undefined) {
        isDead = true;
        give(trouble('parse-not-started'));
      } else if (broken === worker) renew(trouble('parse-broke'));
    });
  }

  function startWorker(): MessagePort {
    worker += 1;
    frame ??= openedFrame();
    const opened = frame.start(worker);
    opened.onmessage = ({ data }) => hear(data);
    return opened;
  }

  /** Replaces the worker: one that was slow or wrong is never asked again. */
  function renew(issue: Issue): void {
    frame?.stop(worker);
    port?.close();
    // A worker that fails without a request would fail again at once: the next request tries again.
    port = pending ? startWorker() : undefined;
    give(issue);
  }

  function give(reply: Reply | Issue): void {
    const was = pending;
    pending = undefined;
    was?.settle('code' in reply ? failed(reply) : reply);
  }

  /** Each message is its own small task, so that the page of ours stays responsive. */
  function hear(data: unknown): void {
    const message = v.safeParse(FromWorker, data);
    if (!pending) return;
    try {
      if (!message.success) throw new TypeError('Not a message of the parser');
      if (message.output.id === pending.id) take(message.output, pending);
    } catch {
      renew(trouble('parse-broke'));
    }
  }

  function take(message: FromWorker, current: Pending): void {
    if (message.type === 'issues') {
      give(failed(...message.issues));
      return;
    }
    if (message.type === 'form') {
      give({ form: message.json });
      return;
    }
    if (message.type === 'copy') {
      give({ copy: message.text });
      return;
    }
    if (message.type === 'page') {
      current.page = message.json;
      return;
    }
    if (message.type === 'draft') {
      const { rowCount, timing } = message;
      const head = readDraftHead(message.json, current.ids);
      current.draft = { head, rows: readDraftRows(message.rows, head), rowCount, timing };
    } else {
      if (!current.draft) throw new TypeError('Rows without a draft');
      current.draft.rows.push(...readDraftRows(message.json, current.draft.head));
    }
    const { head, rows, rowCount, timing } = current.draft;
    if (rows.length > rowCount) throw new RangeError('More rows than there are');
    if (rows.length === rowCount)
      give({
        ...passed({ ...head, rows }, head.issues),
        timing,
        ...(current.page === undefined ? {} : { page: current.page }),
      });
  }

  function ask(request: ParseRequest, timeoutMs = TIMEOUT_MS): Promise<Reply> {
    if (isDead) return Promise.resolve(failed(trouble('parse-not-started')));
    port ??= startWorker();
    const asked = port;
    requests += 1;
    const id = requests;
    return new Promise((resolve) => {
      const timer = setTimeout(() => renew(trouble('parse-too-slow')), timeoutMs);
      const settle = (reply: Reply): void => {
        clearTimeout(timer);
        resolve(reply);
      };
      pending = { id, ids: new Set(request.settings.ids), settle };
      tell(asked, request.settings);
      for (const message of toMessages(id, request)) asked.postMessage(message);
    });
  }

  /** Sends the terms if they changed: callers pass the same lists until then. */
  function tell(asked: MessagePort, { adapters, hostClasses }: Terms): void {
    const known = told.get(asked);
    if (known?.adapters === adapters && known.hostClasses === hostClasses) return;
    const terms: Terms = { adapters, ...(hostClasses ? { hostClasses } : {}) };
    told.set(asked, terms);
    asked.postMessage({ type: 'terms', terms } satisfies ToWorker);
  }

  function inTurn(request: ParseRequest, { timeoutMs }: ParseOptions = {}): Promise<Reply> {
    const reply = last.then(() => ask(request, timeoutMs));
    last = reply;
    return reply;
  }

  return {
    expect() {
      if (isDead) return;
      port ??= startWorker();
      port.postMessage({ type: 'soon' } satisfies ToWorker);
    },
    async parse(request, options) {
      const reply = await inTurn(request, options);
      return 'form' in reply || 'copy' in reply ? failed(trouble('parse-broke')) : reply;
    },
    async form(request, options) {
      const reply = await inTurn(request, options);
      return 'form' in reply ? passed(reply.form) : notOf(reply);
    },
    async copy(request, options) {
      const reply = await inTurn(request, options);
      return 'copy' in reply ? passed(reply.copy) : notOf(reply);
    },
    stop() {
      isDead = true;
      frame?.close();
      give(trouble('parse-stopped'));
    },
  };
}

/** Why the answer is another than was asked for. */
function notOf(reply: Reply): Result<never> {
  return 'ok' in reply && !reply.ok ? reply : failed(trouble('parse-broke'));
}
