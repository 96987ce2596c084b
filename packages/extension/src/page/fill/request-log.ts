/** What a page asked for since typing began: of that, what the page sent by itself. */

export type Asked = Pick<PerformanceEntry, 'name' | 'startTime'>;

export class RequestLog {
  readonly #begunAt: number;
  /** What it asked for before: it asks for that with nothing typed as well. */
  readonly #askedBefore: ReadonlySet<string>;
  #endedAt: number | undefined;
  #hasSent = false;

  /** @param before - requests made until now; times as the page counts them, milliseconds */
  constructor(before: readonly Asked[], begunAt: number) {
    this.#askedBefore = new Set(before.map(endpointOf));
    this.#begunAt = begunAt;
  }

  get hasSent(): boolean {
    return this.#hasSent;
  }

  /** Typing is over: from here on, what the page asked for before as well is not counted. */
  end(endedAt: number): void {
    this.#endedAt ??= endedAt;
  }

  /** Takes in what was asked for: an answer may come long after its request. */
  note(asked: readonly Asked[]): void {
    this.#hasSent ||= asked.some(
      (each) =>
        each.startTime >= this.#begunAt &&
        (each.startTime <= (this.#endedAt ?? Number.POSITIVE_INFINITY) ||
          !this.#askedBefore.has(endpointOf(each))),
    );
  }
}

/** Where a request went, without what it asked. */
function endpointOf({ name }: Asked): string {
  return name.replace(/[?#].*$/s, '');
}
