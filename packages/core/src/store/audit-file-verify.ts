/** Checks an audit file: finds the first bad entry, and says what a file alone cannot show. */
import type { Digest } from '../shared/host.js';
import { type Issue, passed, type Result } from '../shared/issue.js';
import type { Instant, RecordId } from '../shared/primitives.js';
import {
  type AuditFileHead,
  MOST_IN_A_LINE,
  type OfficerKey,
  readAuditHead,
  readAuditLine,
} from './audit-file.js';
import { type Checkpoint, checkpointText } from './audit-file-checkpoint.js';
import {
  againstGiven,
  againstOwn,
  brokenEntry,
  clockBack,
  FIRST_LINE_NOT_SIGNED,
  GIVEN_NOT_SIGNED,
  NO_CHECKPOINT,
  NO_SIGNATURES,
  OTHER_DEVICE,
} from './audit-file-faults.js';
import { linesOf } from './audit-file-lines.js';
import type { Verify } from './batch-log.js';
import { type ChainHead, walkChain } from './chain.js';
import type { SignedHeader } from './revision.js';

/** Ed25519 over UTF-8 text; public key (32 bytes) and signature in base64url. */
export type VerifyByKey = (publicKey: string, text: string, signature: string) => Promise<boolean>;

export interface VerifyAuditOptions {
  readonly digest: Digest;
  /** Without it signatures are not checked, and the verdict says so. */
  readonly verify?: VerifyByKey;
  /** Kept elsewhere since an earlier day. Only this shows a tail cut off or a whole profile put back. */
  readonly checkpoint?: Checkpoint | ChainHead;
}

export interface SeenOfficer extends OfficerKey {
  /** Good entries that this officer signed. */
  readonly entries: number;
}

export interface AuditVerdict {
  /** Nothing is wrong that could be seen; warnings do not count. */
  readonly isWhole: boolean;
  /**
   * The first bad entry, from 1; with entries missing at the end, the first of them. 0: the file's first line. Absent when
   * whole, or when only the checkpoint handed in is at fault.
   */
  readonly firstBad?: number;
  /** Errors in order of entry, then warnings. */
  readonly issues: readonly Issue[];
  /** Good entries, from the first on. */
  readonly entries: number;
  /** The last good entry. */
  readonly end: ChainHead;
  readonly firstAt?: Instant;
  readonly lastAt?: Instant;
  readonly officers: readonly SeenOfficer[];
  /** The file's own: where the chain stood when the file was made. */
  readonly checkpoint: Checkpoint;
}

/** Places at which the clock went back that are named one by one. */
const MOST_TURNS = 10;

/**
 * Reads and proves the file once, in memory that does not grow with it.
 *
 * @param source - the text, or its pieces, cut anywhere
 * @returns a failure when it is not an audit file; otherwise a verdict, whole or not
 */
export async function verifyAudit(
  source: string | AsyncIterable<string>,
  options: VerifyAuditOptions,
): Promise<Result<AuditVerdict>> {
  const lines = linesOf(source, MOST_IN_A_LINE);
  const { value: first } = await lines.next();
  const file = readAuditHead(first ?? undefined);
  try {
    return file.ok ? passed(await judge(file.value, lines, options)) : file;
  } finally {
    await lines.return();
  }
}

async function judge(
  { checkpoint, keys: officerKeys }: AuditFileHead,
  lines: AsyncIterable<string | undefined>,
  { digest, verify, checkpoint: given }: VerifyAuditOptions,
): Promise<AuditVerdict> {
  const keys = new Map<string, string>(
    officerKeys.map(({ officer, signingKey }) => [officer, signingKey]),
  );
  const isSigned: Verify = async (officer, text, signature) => {
    const key = keys.get(officer);
    if (key === undefined) return false;
    return verify === undefined || verify(key, text, signature).catch(() => false);
  };
  const entries = headersOf(lines);
  const tally = newTally([checkpoint.seq, ...(given ? [given.seq] : [])]);
  const { end, fault } = await walkChain(entries.headers(), {
    digest,
    owner: checkpoint,
    verify: isSigned,
    onEntry: tally.count,
  });
  const reached = { end, isBroken: fault !== undefined, heads: tally.heads };
  const holds = (one: Checkpoint) => isSigned(one.officer, checkpointText(one), one.signature);

  const faults = [
    ...((await holds(checkpoint)) ? [] : [FIRST_LINE_NOT_SIGNED]),
    ...(fault
      ? [brokenEntry(end.seq + 1, fault, fault === 'malformed' ? entries.trouble() : undefined)]
      : []),
    ...againstOwn(checkpoint, reached),
  ];
  if (given && 'signature' in given) {
    if (given.device !== checkpoint.device || given.team !== checkpoint.team)
      faults.push(OTHER_DEVICE);
    else if (await holds(given)) faults.push(...againstGiven(given, reached, checkpoint.at));
    else faults.push(GIVEN_NOT_SIGNED);
  } else if (given) faults.push(...againstGiven(given, reached, checkpoint.at));

  const inOrder = faults.toSorted((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity));
  const firstBad = inOrder[0]?.seq;
  const { firstAt, lastAt } = tally;
  return {
    isWhole: faults.length === 0,
    ...(firstBad === undefined ? {} : { firstBad }),
    issues: [
      ...inOrder.map(({ issue }) => issue),
      ...tally.turns,
      ...(verify ? [] : [NO_SIGNATURES]),
      ...(given ? [] : [NO_CHECKPOINT]),
    ],
    entries: end.seq,
    end,
    ...(firstAt === undefined ? {} : { firstAt }),
    ...(lastAt === undefined ? {} : { lastAt }),
    officers: officerKeys.map((one) => ({ ...one, entries: tally.signed.get(one.officer) ?? 0 })),
    checkpoint,
  };
}

/** The headers of the lines. What is none goes on as undefined: the walk stops there once those before it are proved. */
function headersOf(lines: AsyncIterable<string | undefined>) {
  let trouble: string | undefined;
  return {
    /** What is wrong with the line at which the headers end. */
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

/** What is remembered of the good entries. */
function newTally(places: readonly number[]) {
  const signed = new Map<RecordId, number>();
  const heads = new Map<number, string>();
  const turns: Issue[] = [];
  let firstAt: Instant | undefined;
  let lastAt: Instant | undefined;
  return {
    signed,
    heads,
    turns,
    get firstAt() {
      return firstAt;
    },
    get lastAt() {
      return lastAt;
    },
    count({ officer, at }: SignedHeader, { seq, head }: ChainHead): undefined {
      signed.set(officer, (signed.get(officer) ?? 0) + 1);
      if (places.includes(seq)) heads.set(seq, head);
      firstAt ??= at;
      if (lastAt !== undefined && Date.parse(at) < Date.parse(lastAt) && turns.length < MOST_TURNS)
        turns.push(clockBack(seq, lastAt, at));
      lastAt = at;
    },
  };
}
