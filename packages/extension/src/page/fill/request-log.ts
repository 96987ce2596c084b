/** The requests of a page since typing began, and those among them that the page sent by itself. */

export type Asked = Pick<PerformanceEntry, 'name' | 'startTime'>;

/** Milliseconds. Requests more frequent than this have no beat: they come in bursts. */
const SHORTEST_BEAT = 500;
/** Fraction of a beat by which a request may be early or late. */
const PLAY = 0.2;
/** The same request, reported twice: by the page, and by the browser. */
const SAME_MS = 250;

export class RequestLog {
  readonly #begunAt: number;
  readonly #beats = new Map<string, Beat>();
  #endedAt: number | undefined;
  #hasSent = false;

  /** @param before - requests made until now; times on the page's clock, milliseconds */
  constructor(before: readonly Asked[], begunAt: number) {
    this.#begunAt = begunAt;
    const times = new Map<string, number[]>();
    for (const each of before) {
      const endpoint = endpointOf(each);
      times.set(endpoint, [...(times.get(endpoint) ?? []), each.startTime]);
    }
    for (const [endpoint, all] of times) {
      const beat = beatOf(all);
      if (beat) this.#beats.set(endpoint, beat);
    }
  }

  get hasSent(): boolean {
    return this.#hasSent;
  }

  /** Ends the typing: from here on, requests in the page's old beat are not counted. */
  end(endedAt: number): void {
    this.#endedAt ??= endedAt;
  }

  /** Records requests, in any order: an entry may arrive long after its request. */
  note(asked: readonly Asked[]): void {
    for (const each of asked) {
      if (each.startTime < this.#begunAt) continue;
      const isLate = each.startTime > (this.#endedAt ?? Number.POSITIVE_INFINITY);
      const isInBeat = this.#keepsBeat(each);
      this.#hasSent ||= !(isLate && isInBeat);
    }
  }

  /** A page with requests at even times makes them when nothing is typed, too. */
  #keepsBeat(asked: Asked): boolean {
    const beat = this.#beats.get(endpointOf(asked));
    if (!beat) return false;
    const since = Math.abs(asked.startTime - beat.last);
    if (since <= SAME_MS) return true;
    const count = Math.round(since / beat.every);
    if (count < 1 || Math.abs(since - count * beat.every) > PLAY * beat.every) return false;
    beat.last = Math.max(beat.last, asked.startTime);
    return true;
  }
}

interface Beat {
  last: number;
  readonly every: number;
}

/** The beat of three requests or more, if the last two are as far apart as those before. */
function beatOf(times: readonly number[]): Beat | undefined {
  const [last, middle, first] = times.toSorted((a, b) => b - a);
  if (last === undefined || middle === undefined || first === undefined) return undefined;
  const every = last - middle;
  const isEven = Math.abs(middle - first - every) <= PLAY * every;
  return every >= SHORTEST_BEAT && isEven ? { last, every } : undefined;
}

/** The target of a request, without its query. */
function endpointOf({ name }: Asked): string {
  return name.replace(/[?#].*$/s, '');
}
