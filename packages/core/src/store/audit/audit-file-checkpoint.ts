/**
 * A signed statement of how far a device's chain has come. Kept by somebody else, on paper if need be, it shows later
 * that entries were cut off, or that a whole profile was put back: the chain alone cannot show either.
 */
import * as v from 'valibot';
import { canonical } from '../../shared/canonical.js';
import { digestGroups } from '../../shared/digest-groups.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import { Instant, RecordId } from '../../shared/primitives.js';
import { type ChainHead, ED25519, Hash, Sequence } from '../log/chain.js';
import type { SignedHeader } from '../log/revision.js';
import type { Signer } from '../log/signer.js';

export interface Checkpoint extends Pick<SignedHeader, 'team' | 'device' | 'officer'>, ChainHead {
  /** Time when it was made, by the device's clock. */
  readonly at: Instant;
  /** Ed25519 over `checkpointText`, base64url, by the officer's signing key. */
  readonly signature: string;
}

export const CheckpointShape = v.strictObject({
  team: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  device: RecordId,
  officer: RecordId,
  seq: Sequence,
  head: Hash,
  at: Instant,
  signature: v.pipe(v.string(), v.regex(ED25519)),
});

/** Prefix of the signed text. A header is signed as JSON, which begins with a brace: neither passes for the other. */
const CONTEXT = 'cyber-prevent/1/checkpoint\n';

/** The bytes, as text, that a checkpoint's signature covers. */
export function checkpointText({ signature: _, ...said }: Checkpoint): string {
  return CONTEXT + canonical(said);
}

/**
 * Signs how far a chain has come at that moment.
 *
 * @throws what the signer throws
 */
export async function signCheckpoint(
  { seq, head }: ChainHead,
  at: Instant,
  signer: Signer,
): Promise<Checkpoint> {
  const { team, device, officer } = signer;
  const unsigned = { team, device, officer, seq, head, at, signature: '' };
  return { ...unsigned, signature: await signer.sign(checkpointText(unsigned)) };
}

/**
 * The checkpoint as a file to keep or to print. It has the content twice: once for people and once for the verifier.
 */
export function writeCheckpoint(checkpoint: Checkpoint): string {
  const { team, device, officer, seq, head, at } = checkpoint;
  const groups = digestGroups(head);
  const rows = [0, 4, 8, 12].map((from) => `  ${groups.slice(from, from + 4).join(' ')}`);
  return [
    'Audit checkpoint',
    '',
    `Vault: ${team}`,
    `Device: ${device}`,
    `Officer: ${officer}`,
    `Made at: ${at}`,
    `Sequence: ${seq}`,
    'Head:',
    ...rows,
    '',
    canonical(checkpoint),
    '',
  ].join('\n');
}

/** Most characters of a checkpoint file. */
const MOST = 10_000;

/**
 * Reads a checkpoint file, or one typed from paper, where `Sequence` and `Head` are enough. Its signature is checked
 * later against an audit file, which holds the keys.
 */
export function readCheckpoint(text: string): Result<Checkpoint | ChainHead> {
  if (text.length > MOST) return failed(UNREADABLE);
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const signed = lines.find((line) => line.startsWith('{'));
  if (signed === undefined) return typed(lines.join('\n'));
  const read = v.safeParse(CheckpointShape, parsed(signed));
  if (!read.success || canonical(read.output) !== signed) return failed(UNREADABLE);
  const words = typed(lines.join('\n'));
  // The text a person reads must agree with the signed content.
  const agrees =
    lines.length === 1 ||
    lines.every((line) => line.trim() === '' || line === signed) ||
    (words.ok && words.value.seq === read.output.seq && words.value.head === read.output.head);
  return agrees ? passed(read.output) : failed(UNREADABLE);
}

function typed(text: string): Result<ChainHead> {
  const seq = /^\s*sequence:?[ \t]*([\d,]{1,20})\s*$/im.exec(text)?.[1];
  const head = /^\s*head:?\s*((?:[0-9a-f]{4}[\s-]*){16})\s*$/im.exec(text)?.[1];
  const read = v.safeParse(v.strictObject({ seq: Sequence, head: Hash }), {
    seq: Number(seq?.replaceAll(',', '')),
    head: head?.replace(/[\s-]/g, '').toLowerCase(),
  });
  return read.success ? passed(read.output) : failed(UNREADABLE);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const UNREADABLE: Issue = {
  code: 'checkpoint-unreadable',
  severity: 'error',
  message:
    'This is not an audit checkpoint, or it was altered. A checkpoint typed from paper needs a line “Sequence: 123” and a line “Head:” with its sixteen groups.',
};
