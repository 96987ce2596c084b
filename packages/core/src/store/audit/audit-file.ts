/**
 * The audit of one device as a file: JSON Lines, so that a hundred thousand entries are written and read one at a time.
 * The first line holds public keys and a checkpoint; each line after it holds one signed header. It contains only ids,
 * times, digests and signatures, and nothing about a record's content or subject.
 *
 * Keys are listed by id, without names. A name would be the file's own claim, which nothing signs, and would make it
 * personal data. The person checking has the officer's colleague card, which holds the same id and key.
 */
import * as v from 'valibot';
import { canonical } from '../../shared/canonical.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import { RecordId } from '../../shared/primitives.js';
import { Header } from '../log/chain.js';
import type { SignedHeader } from '../log/revision.js';
import { type Checkpoint, CheckpointShape } from './audit-file-checkpoint.js';

export interface OfficerKey {
  readonly officer: RecordId;
  /** Ed25519 public key, base64url: `signingKey` of the officer's colleague card. */
  readonly signingKey: string;
}

export interface AuditFileHead {
  /** Keys of every officer who signed an entry. */
  readonly keys: readonly OfficerKey[];
  /** End of the chain when the file was made: the file holds the entries up to there. */
  readonly checkpoint: Checkpoint;
}

const MOST_KEYS = 1000;
/** Most characters of one line: a header of some sixty thousand commitments. */
export const MOST_IN_A_LINE = 4 * 1024 * 1024;

/** 32 bytes in base64url, in their only canonical spelling. */
export const PublicKey = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, 'Not a public key'),
);

const FORMAT = 'cyber-prevent-audit';
const VERSION = 1;
const Head = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  keys: v.pipe(
    v.array(v.strictObject({ officer: RecordId, signingKey: PublicKey })),
    v.minLength(1),
    v.maxLength(MOST_KEYS),
    v.check((keys) => new Set(keys.map(({ officer }) => officer)).size === keys.length),
  ),
  checkpoint: CheckpointShape,
});

/**
 * The lines of the file, each with its line end.
 *
 * @param headers - of one device, oldest first; those after the checkpoint are left out
 */
export function* auditFileLines(
  { keys, checkpoint }: AuditFileHead,
  headers: Iterable<SignedHeader>,
): Generator<string> {
  yield `${canonical({ format: FORMAT, version: VERSION, keys, checkpoint })}\n`;
  for (const header of headers) if (header.seq <= checkpoint.seq) yield `${canonical(header)}\n`;
}

/** @param line - the first line, without its end; undefined when it is longer than a line may be */
export function readAuditHead(line: string | undefined): Result<AuditFileHead> {
  if (line === undefined) return failed(NOT_AN_AUDIT);
  const value = valueIn(line, Head);
  if (value === undefined) return failed(NOT_AN_AUDIT);
  const { keys, checkpoint } = value;
  return passed({ keys, checkpoint });
}

/** The header in a line, or what is wrong with the line, worded to follow “Entry 7”. */
export function readAuditLine(line: string | undefined): SignedHeader | string {
  if (line === undefined) return 'is longer than an entry may be';
  if (line === '') return 'is an empty line';
  return valueIn(line, Header) ?? 'is not written as an entry is: it was altered or cut short';
}

/**
 * The value of a line, accepted only in canonical form: duplicate members, `__proto__`, other white space and numbers
 * written differently are all alterations. The shape is checked first, since only a flat value is safe to walk.
 */
function valueIn<T>(line: string, shape: v.GenericSchema<unknown, T>): T | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return undefined;
  }
  const read = v.safeParse(shape, parsed);
  return read.success && canonical(read.output) === line ? read.output : undefined;
}

const NOT_AN_AUDIT: Issue = {
  code: 'audit-unreadable',
  severity: 'error',
  message:
    'This is not an audit file of this toolkit, or its first line was altered. Ask for it to be exported again.',
};
