/**
 * While a form is filled: holds what would send it or leave the page, where the browser lets it be held, and notes what
 * cannot be held. Once filling has ended nothing is held, and requests are noted until the officer presses something that may
 * send. Listens in the isolated world.
 */
import type { FillStop } from '@cyber-prevent/core/fill';
import { method, parentOf } from '../native.js';
import { RequestLog } from './request-log.js';

/** A panel that is closed while it fills can end nothing: then the watch ends by itself. */
const LEASE_MS = 4_000;

export class Watch {
  #stop: FillStop | undefined;
  #ends: AbortController | undefined;
  #afterwards: AbortController | undefined;
  #log: RequestLog | undefined;
  #requests: PerformanceObserver | undefined;
  #begunAt = 0;
  #lease: ReturnType<typeof setTimeout> | undefined;
  #isBusy = false;
  readonly #held = new Set<Node>();
  /** The event by which the page's own world tells what it sends. */
  #channel: string | undefined;
  readonly #hears = (event: Event): void => this.#heard(event);

  begin(): void {
    this.release();
    this.#stop = undefined;
    this.#begunAt = performance.now();
    this.#log = new RequestLog(performance.getEntriesByType('resource'), this.#begunAt);
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    this.#holdSubmits(window);
    // Everything but going back and forth: form.submit(), a new address, a link that a script presses.
    const { navigation } = globalThis;
    // Where a browser knows none, a frame of the page may be called so.
    if (navigation instanceof EventTarget)
      navigation.addEventListener('navigate', (event) => this.#hold(event, 'navigation'), {
        signal,
      });
    // Browsers without it only say that they leave.
    addEventListener('beforeunload', () => this.#note('navigation'), { signal, capture: true });
    addEventListener('pagehide', () => this.#note('page-left'), { signal, capture: true });
    // A form that is sent into a frame of the page leaves the page where it is, and is no request of its own.
    EventTarget.prototype.addEventListener.call(
      document,
      'load',
      ({ target }) => {
        if (target instanceof HTMLIFrameElement && !isBlank(target)) this.#note('request');
      },
      { signal, capture: true },
    );
    this.#requests = new PerformanceObserver((list) => this.#saw(list.getEntries()));
    this.#requests.observe({ type: 'resource' });
    this.renew();
  }

  /** @returns false where the page tells by another channel already */
  hear(channel: string): boolean {
    if (this.#channel !== undefined) return false;
    this.#channel = channel;
    EventTarget.prototype.addEventListener.call(document, channel, this.#hears);
    return true;
  }

  get isOn(): boolean {
    return this.#ends !== undefined;
  }

  /** The first thing that stopped it. */
  get stop(): FillStop | undefined {
    this.#saw(this.#requests?.takeRecords() ?? []);
    return this.#stop;
  }

  /** Whether anything left the page that the officer did not press for. */
  get hasSent(): boolean {
    return this.stop === 'request' || this.#log?.hasSent === true;
  }

  /** A form in a shadow tree tells only its own tree that it is sent. */
  reach(element: Element): void {
    for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : parentOf(at))
      if (at instanceof ShadowRoot && !this.#held.has(at)) this.#holdSubmits(at);
  }

  /** Until the work is done, however long a dialog of the page stands in it. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#isBusy = true;
    try {
      return await work();
    } finally {
      this.#isBusy = false;
      this.renew();
    }
  }

  renew(): void {
    clearTimeout(this.#lease);
    if (!this.#ends) return;
    this.#lease = setTimeout(() => (this.#isBusy ? this.renew() : this.end()), LEASE_MS);
  }

  end(): void {
    this.#saw(this.#requests?.takeRecords() ?? []);
    clearTimeout(this.#lease);
    if (!this.#ends) return;
    this.#ends.abort();
    this.#ends = undefined;
    this.#held.clear();
    this.#log?.end(performance.now());
    this.#afterwards = new AbortController();
    const { signal } = this.#afterwards;
    for (const kind of ['click', 'keydown', 'submit'])
      EventTarget.prototype.addEventListener.call(
        window,
        kind,
        (event) => {
          if (mayBeSending(event)) this.release();
        },
        { signal, capture: true },
      );
  }

  /** Listens no longer, to anything. */
  release(): void {
    this.end();
    this.#afterwards?.abort();
    this.#afterwards = undefined;
    this.#requests?.disconnect();
    this.#requests = undefined;
  }

  /** The page is let go of: its own world is asked to tell no more. */
  leave(): void {
    this.release();
    if (this.#channel === undefined) return;
    EventTarget.prototype.removeEventListener.call(document, this.#channel, this.#hears);
    EventTarget.prototype.dispatchEvent.call(document, new Event(`${this.#channel}-end`));
    this.#channel = undefined;
  }

  #holdSubmits(root: Window | ShadowRoot): void {
    const { signal } = this.#ends ?? {};
    if (!signal) return;
    if (root instanceof ShadowRoot) this.#held.add(root);
    root.addEventListener('submit', (event) => this.#hold(event, 'submit'), {
      capture: true,
      signal,
    });
  }

  /** Kept from the page's own listeners too: many send by themselves. */
  #hold(event: Event, by: FillStop): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#note(by);
  }

  #saw(entries: readonly PerformanceEntry[]): void {
    const own = entries.filter((each) => each.startTime >= this.#begunAt && !isPaint(each));
    this.#log?.note(own);
    if (this.#ends && own.length > 0) this.#note('request');
  }

  #heard(event: Event): void {
    const { detail } = event as CustomEvent<unknown>;
    // Nothing is watched before typing, or once the officer pressed what sends.
    if (!this.#requests || typeof detail !== 'string') return;
    const name = URL.canParse(detail, document.baseURI)
      ? new URL(detail, document.baseURI).href
      : detail;
    this.#log?.note([{ name, startTime: performance.now() }]);
    if (this.#ends) this.#note('request');
  }

  #note(by: FillStop): void {
    this.#stop ??= by;
  }
}

/** A press of the officer's own that may send the form or save it: what the page sends from then on is theirs. */
function mayBeSending(event: Event): boolean {
  if (!event.isTrusted) return false;
  if (event.type === 'submit') return true;
  if (event instanceof KeyboardEvent) return event.key === 'Enter';
  const [target] = event.composedPath();
  return target instanceof Element && closest(target, PRESSED) !== null;
}

const PRESSED =
  'a[href], button, summary, input[type="submit" i], input[type="button" i], input[type="image" i], [role="button"], [role="link"], [role="menuitem"], [role="tab"]';
const closest = method(
  Element.prototype,
  (from): ((css: string) => Element | null) => from.closest,
);

/** As editors and menus put them in. */
function isBlank({ contentWindow }: HTMLIFrameElement): boolean {
  try {
    return /^about:(?:blank|srcdoc)$/.test(contentWindow?.location.href ?? '');
  } catch {
    return false;
  }
}

/** What the page's own style sheet fetches from its own host, such as a calendar's pictures, with nothing asked of it. */
function isPaint(entry: PerformanceEntry): boolean {
  if (!(entry instanceof PerformanceResourceTiming) || entry.initiatorType !== 'css') return false;
  const url = URL.canParse(entry.name) ? new URL(entry.name) : undefined;
  return url?.origin === location.origin && url.search === '';
}
