/** What a page asked for since typing began: of that, what the page sent by itself. */

export type Asked = Pick<PerformanceEntry, 'name' | 'startTime'>;

/** What a page asks for more often than this, in milliseconds, has no beat: it comes in bursts. */
const SHORTEST_BEAT = 500;
/** By how much of a beat it may come early or late. */
const PLAY = 0.2;
/** The same request, told in two ways: by the page, and by the browser. */
const SAME_MS = 250;

export class RequestLog {
  readonly #begunAt: number;
  readonly #beats = new Map<string, Beat>();
  #endedAt: number | undefined;
  #hasSent = false;

  /** @param before - requests made until now; times as the page counts them, milliseconds */
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

  /** Typing is over: from here on, what the page asks for in its old beat is not counted. */
  end(endedAt: number): void {
    this.#endedAt ??= endedAt;
  }

  /** Takes in what was asked for: an answer may come long after its request. */
  note(asked: readonly Asked[]): void {
    for (const each of asked) {
      if (each.startTime < this.#begunAt) continue;
      const isLate = each.startTime > (this.#endedAt ?? Number.POSITIVE_INFINITY);
      const isInBeat = this.#keepsBeat(each);
      this.#hasSent ||= !(isLate && isInBeat);
    }
  }

  /** A page that asked for something at even times asks for it with nothing typed as well. */
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

/** Of three requests or more, the last two of them as far apart as those before. */
function beatOf(times: readonly number[]): Beat | undefined {
  const [last, middle, first] = times.toSorted((a, b) => b - a);
  if (last === undefined || middle === undefined || first === undefined) return undefined;
  const every = last - middle;
  const isEven = Math.abs(middle - first - every) <= PLAY * every;
  return every >= SHORTEST_BEAT && isEven ? { last, every } : undefined;
}

/** Where a request went, without what it asked. */
function endpointOf({ name }: Asked): string {
  return name.replace(/[?#].*$/s, '');
}
