/** Checks an audit file: finds the first bad entry, and says what a file alone cannot show. */
import type { Digest } from '../../shared/host.js';
import { type Issue, passed, type Result } from '../../shared/issue.js';
import type { Instant } from '../../shared/primitives.js';
import type { ChainHead } from '../log/chain.js';
import type { Verify } from '../log/signer.js';
import { type AuditFileHead, type OfficerKey, readAuditHead } from './audit-file.js';
import { type Checkpoint, checkpointText } from './audit-file-checkpoint.js';
import {
  againstGiven,
  againstOwn,
  brokenEntry,
  FIRST_LINE_NOT_SIGNED,
  GIVEN_NOT_SIGNED,
  NO_CHECKPOINT,
  NO_SIGNATURES,
  OTHER_DEVICE,
} from './audit-file-faults.js';
import { type AuditReading, auditLinesOf, beginReading, readOn } from './audit-file-reading.js';

/** Ed25519 over UTF-8 text; public key (32 bytes) and signature in base64url. */
export type VerifyByKey = (publicKey: string, text: string, signature: string) => Promise<boolean>;

export interface VerifyAuditOptions {
  readonly digest: Digest;
  /** Verifier; without it signatures are not checked, and the verdict says so. */
  readonly verify?: VerifyByKey;
  /**
   * A checkpoint kept elsewhere since an earlier day. Nothing else shows that the end was cut off or a whole profile
   * put back.
   */
  readonly checkpoint?: Checkpoint | ChainHead;
}

export interface SeenOfficer extends OfficerKey {
  /** Number of good entries that this officer signed. */
  readonly entries: number;
}

export interface AuditVerdict {
  /** True if no fault was found; warnings do not count. */
  readonly isWhole: boolean;
  /**
   * The first bad entry, from 1. If entries are missing at the end, the first of them. 0: the file's first line. Absent
   * if the file is whole, or if only the given checkpoint is at fault.
   */
  readonly firstBad?: number;
  /** Errors in order of entry, then warnings. */
  readonly issues: readonly Issue[];
  /** Number of good entries, from the first on. */
  readonly entries: number;
  /** The last good entry. */
  readonly end: ChainHead;
  readonly firstAt?: Instant;
  readonly lastAt?: Instant;
  readonly officers: readonly SeenOfficer[];
  /** The file's own checkpoint: the end of the chain when the file was made. */
  readonly checkpoint: Checkpoint;
}

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
  const lines = auditLinesOf(source);
  const { value: first } = await lines.next();
  const file = readAuditHead(first ?? undefined);
  try {
    if (!file.ok) return file;
    const begun = beginAudit(file.value, options);
    return passed(await auditVerdict(await readAuditOn(begun, lines, options), options));
  } finally {
    await lines.return();
  }
}

/** A reading before the first entry. */
export function beginAudit(
  file: AuditFileHead,
  { checkpoint }: Pick<VerifyAuditOptions, 'checkpoint'>,
): AuditReading {
  return beginReading(file, [file.checkpoint.seq, ...(checkpoint ? [checkpoint.seq] : [])]);
}

/** @param lines - the next lines; the reading it continues from is not changed */
export function readAuditOn(
  from: AuditReading,
  lines: AsyncIterable<string | undefined>,
  { digest, verify }: Pick<VerifyAuditOptions, 'digest' | 'verify'>,
): Promise<AuditReading> {
  return readOn(from, lines, { digest, verify: signedBy(from.file, verify) });
}

/** Verdict on the file if it ends there. */
export async function auditVerdict(
  reading: AuditReading,
  { verify, checkpoint: given }: Pick<VerifyAuditOptions, 'verify' | 'checkpoint'>,
): Promise<AuditVerdict> {
  const { file, end, fault, why, heads, signed, turns, firstAt, lastAt } = reading;
  const { checkpoint, keys } = file;
  const isSigned = signedBy(file, verify);
  const reached = { end, isBroken: fault !== undefined, heads };
  const holds = (one: Checkpoint) => isSigned(one.officer, checkpointText(one), one.signature);

  const faults = [
    ...((await holds(checkpoint)) ? [] : [FIRST_LINE_NOT_SIGNED]),
    ...(fault ? [brokenEntry(end.seq + 1, fault, why)] : []),
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
  return {
    isWhole: faults.length === 0,
    ...(firstBad === undefined ? {} : { firstBad }),
    issues: [
      ...inOrder.map(({ issue }) => issue),
      ...turns,
      ...(verify ? [] : [NO_SIGNATURES]),
      ...(given ? [] : [NO_CHECKPOINT]),
    ],
    entries: end.seq,
    end,
    ...(firstAt === undefined ? {} : { firstAt }),
    ...(lastAt === undefined ? {} : { lastAt }),
    officers: keys.map((one) => ({ ...one, entries: signed.get(one.officer) ?? 0 })),
    checkpoint,
  };
}

/** Verifies signatures by the keys in the file. */
function signedBy({ keys }: AuditFileHead, verify: VerifyByKey | undefined): Verify {
  const keyOf = new Map<string, string>(
    keys.map(({ officer, signingKey }) => [officer, signingKey]),
  );
  return async (officer, text, signature) => {
    const key = keyOf.get(officer);
    if (key === undefined) return false;
    return verify === undefined || verify(key, text, signature).catch(() => false);
  };
}
