/** Asks the sandboxed parser from a page of ours, and waits only so long. */
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
  /** Says that a page will be asked about in a moment. */
  expect(): void;
  /** Never rejects. Requests are answered one after the other. */
  parse(request: ParseRequest, options?: ParseOptions): Promise<ParseReply>;
  /** What a form takes, as JSON: whoever asks checks it. Otherwise as {@link Parser.parse}. */
  form(request: FormRequest, options?: ParseOptions): Promise<Result<string>>;
  /** What is kept of a page, as text. Otherwise as {@link Parser.parse}. */
  copy(request: CopyOf, options?: ParseOptions): Promise<Result<string>>;
  /** Ends the worker and takes the frame away; what is being read is answered as stopped. */
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

/** Milliseconds that a page may take before the reader is ended. A page of 50,000 nodes takes about one second. */
const TIMEOUT_MS = 15_000;

interface Pending {
  readonly id: number;
  readonly ids: ReadonlySet<RecordId>;
  readonly settle: (reply: Reply) => void;
  draft?: Begun;
  /** What a saved page came to. */
  page?: string;
}

/** What a form takes, and a copy, are handed on as they came. */
type Reply = ParseReply | { readonly form: string } | { readonly copy: string };

/** A draft of which not every row is there yet. */
interface Begun {
  readonly head: Draft;
  readonly rows: DraftRow[];
  readonly rowCount: number;
  readonly timing: ParseTiming;
}

/**
 * `at-once` for a page of ours beside which officers press: it is warm by then. `when-asked` where it may never be: until
 * then it takes no memory, and its warming no core from what is on the screen.
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
  /** What the worker behind a port goes by. */
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

  /** A worker that was slow or wrong is never asked again. */
  function renew(issue: Issue): void {
    frame?.stop(worker);
    port?.close();
    // One that fails before it was asked anything would fail again at once: the next request tries anew.
    port = pending ? startWorker() : undefined;
    give(issue);
  }

  function give(reply: Reply | Issue): void {
    const was = pending;
    pending = undefined;
    was?.settle('code' in reply ? failed(reply) : reply);
  }

  /** Each message is a task of its own and small, so that the page of ours stays quick. */
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

  /** Those who ask hand over the same lists until they change. */
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
