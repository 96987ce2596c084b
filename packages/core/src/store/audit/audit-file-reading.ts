/**
 * An audit file read up to some entry, with everything proved so far. Reading can continue from there any number of
 * times.
 */
import type { Digest } from '../../shared/host.js';
import type { Issue } from '../../shared/issue.js';
import type { Instant, RecordId } from '../../shared/primitives.js';
import { CHAIN_START, type ChainFault, type ChainHead, walkChain } from '../log/chain.js';
import type { SignedHeader } from '../log/revision.js';
import type { Verify } from '../log/signer.js';
import { type AuditFileHead, MOST_IN_A_LINE, readAuditLine } from './audit-file.js';
import { clockBack } from './audit-file-faults.js';
import { linesOf } from './audit-file-lines.js';

export interface AuditReading {
  /** The first line. */
  readonly file: AuditFileHead;
  /** The last good entry. */
  readonly end: ChainHead;
  /** Fault of the entry after it. Nothing is known about the entries beyond. */
  readonly fault?: ChainFault;
  /** Fault of that entry's line, if it is not an entry at all. */
  readonly why?: string;
  /** Number of good entries of each officer. */
  readonly signed: ReadonlyMap<RecordId, number>;
  /** Digests of the entries at the requested places, as far as the chain came; undefined beyond. */
  readonly heads: ReadonlyMap<number, string | undefined>;
  /** Places where the clock went back, the first few of them. */
  readonly turns: readonly Issue[];
  readonly firstAt?: Instant;
  readonly lastAt?: Instant;
}

/** Most places at which the clock went back that are named one by one. */
const MOST_TURNS = 10;

/** @param places - sequences whose digests are to be remembered */
export function beginReading(file: AuditFileHead, places: readonly number[]): AuditReading {
  const heads = new Map(places.map((seq) => [seq, undefined]));
  return { file, end: CHAIN_START, signed: new Map(), heads, turns: [] };
}

export interface ReadOnOptions {
  readonly digest: Digest;
  readonly verify: Verify;
}

/**
 * Proves the next entries. The reading it continues from is not changed.
 *
 * @param lines - from the entry after the last that was read
 */
export async function readOn(
  from: AuditReading,
  lines: AsyncIterable<string | undefined>,
  { digest, verify }: ReadOnOptions,
): Promise<AuditReading> {
  if (from.fault) return from;
  const [signed, heads, turns] = [new Map(from.signed), new Map(from.heads), [...from.turns]];
  let { firstAt, lastAt } = from;
  const entries = headersOf(lines);
  const { end, fault } = await walkChain(entries.headers(), {
    digest,
    verify,
    from: from.end,
    owner: from.file.checkpoint,
    onEntry({ officer, at }, { seq, head }): undefined {
      signed.set(officer, (signed.get(officer) ?? 0) + 1);
      if (heads.has(seq)) heads.set(seq, head);
      firstAt ??= at;
      if (lastAt !== undefined && Date.parse(at) < Date.parse(lastAt) && turns.length < MOST_TURNS)
        turns.push(clockBack(seq, lastAt, at));
      lastAt = at;
    },
  });
  const why = fault === 'malformed' ? entries.trouble() : undefined;
  return {
    file: from.file,
    end,
    ...(fault === undefined ? {} : { fault }),
    ...(why === undefined ? {} : { why }),
    signed,
    heads,
    turns,
    ...(firstAt === undefined ? {} : { firstAt }),
    ...(lastAt === undefined ? {} : { lastAt }),
  };
}

/** The lines of the file's text. */
export function auditLinesOf(
  source: string | AsyncIterable<string>,
): AsyncGenerator<string | undefined, void> {
  return linesOf(source, MOST_IN_A_LINE);
}

/**
 * The headers of the lines. A line that is not a header is yielded as undefined: the walk stops there once those before
 * it are proved.
 */
function headersOf(lines: AsyncIterable<string | undefined>) {
  let trouble: string | undefined;
  return {
    /** Fault of the line at which the headers end. */
    trouble: () => trouble,
    async *headers(): AsyncGenerator<SignedHeader> {
      for await (const line of lines) {
        const header = readAuditLine(line);
        if (typeof header !== 'string') yield header;
        else {
          trouble = header;
          yield undefined as never;
          return;
        }
      }
    },
  };
}
