/**
 * During the filling of a form: blocks all that would send it or leave the page, if the browser allows that, and notes
 * the rest. Once filling has ended nothing is blocked, and requests are noted until the officer presses something that
 * may send. Listens in the isolated world.
 */
import type { FillStop } from '@cyber-prevent/core/fill';
import { method, parentOf } from '../native.js';
import { RequestLog } from './request-log.js';

/** A panel that is closed during filling cannot end the watch: then it ends by itself. */
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
  /** The event by which the page's own world reports its requests. */
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
    // All navigations except back and forward: form.submit(), a new address, a link clicked by a script.
    const { navigation } = globalThis;
    // In a browser without the Navigation API, a frame of the page may have this name.
    if (navigation instanceof EventTarget)
      navigation.addEventListener('navigate', (event) => this.#hold(event, 'navigation'), {
        signal,
      });
    // Browsers without it only announce that they leave.
    addEventListener('beforeunload', () => this.#note('navigation'), { signal, capture: true });
    addEventListener('pagehide', () => this.#note('page-left'), { signal, capture: true });
    // A form that is sent into a frame leaves the page in place, and is not a resource request.
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

  /** @returns false if the page already reports by another channel */
  hear(channel: string): boolean {
    if (this.#channel !== undefined) return false;
    this.#channel = channel;
    EventTarget.prototype.addEventListener.call(document, channel, this.#hears);
    return true;
  }

  get isOn(): boolean {
    return this.#ends !== undefined;
  }

  /** The first event that stopped it. */
  get stop(): FillStop | undefined {
    this.#saw(this.#requests?.takeRecords() ?? []);
    return this.#stop;
  }

  /** True if anything left the page that the officer did not press for. */
  get hasSent(): boolean {
    return this.stop === 'request' || this.#log?.hasSent === true;
  }

  /** Blocks submits in shadow trees too: a form there reports its submit only to its own tree. */
  reach(element: Element): void {
    for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : parentOf(at))
      if (at instanceof ShadowRoot && !this.#held.has(at)) this.#holdSubmits(at);
  }

  /** Renews the lease when the work is done, however long a dialog of the page delays it. */
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

  /** Stops all listening. */
  release(): void {
    this.end();
    this.#afterwards?.abort();
    this.#afterwards = undefined;
    this.#requests?.disconnect();
    this.#requests = undefined;
  }

  /** Releases the page: its own world is asked to stop reporting. */
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

  /** Stops the event for the page's own listeners too: many of them send. */
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
    // Nothing is watched before typing, or after the officer pressed something that may send.
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

/**
 * True for the officer's own press on something that may send or save the form: later requests of the page are theirs.
 */
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

/** True for a blank frame, as inserted by editors and menus. */
function isBlank({ contentWindow }: HTMLIFrameElement): boolean {
  try {
    return /^about:(?:blank|srcdoc)$/.test(contentWindow?.location.href ?? '');
  } catch {
    return false;
  }
}

/**
 * True for resources that the page's own style sheet fetches from its own host, such as a calendar's pictures, without
 * a query.
 */
function isPaint(entry: PerformanceEntry): boolean {
  if (!(entry instanceof PerformanceResourceTiming) || entry.initiatorType !== 'css') return false;
  const url = URL.canParse(entry.name) ? new URL(entry.name) : undefined;
  return url?.origin === location.origin && url.search === '';
}
