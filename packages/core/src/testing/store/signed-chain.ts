/** Signed headers in a chain, as a device makes them, and Node's Ed25519: the start of the tests of audit files. */
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import * as v from 'valibot';
import { canonical } from '../../shared/canonical.js';
import { isError } from '../../shared/issue.js';
import { Instant, RecordId } from '../../shared/primitives.js';
import { type AuditFileHead, auditFileLines } from '../../store/audit/audit-file.js';
import { type Checkpoint, signCheckpoint } from '../../store/audit/audit-file-checkpoint.js';
import {
  type AuditVerdict,
  type VerifyByKey,
  verifyAudit,
} from '../../store/audit/audit-file-verify.js';
import { CHAIN_START, type ChainHead, headerDigest } from '../../store/log/chain.js';
import type { SignedHeader } from '../../store/log/revision.js';
import type { Signer } from '../../store/log/signer.js';

const START = Date.parse('2026-11-24T09:30:00.000Z');

export const digest = async (text: string) =>
  createHash('sha256').update(text, 'utf8').digest('hex');
export const at = (seconds: number) =>
  v.parse(Instant, new Date(START + seconds * 1000).toISOString());
const id = (text: string) => v.parse(RecordId, text);

/** An officer with a key, and its public half as an audit file holds it. */
export function officerWithKey(officer: string, team = 'practice', device = 'de71ce00') {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signer: Signer = {
    team,
    device: id(`${device}-0000-4000-8000-000000000001`),
    officer: id(`${officer}-0000-4000-8000-000000000001`),
    sign: async (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
  const signingKey = publicKey.export({ format: 'jwk' }).x ?? '';
  return { signer, key: { officer: signer.officer, signingKey } };
}

export const verifyByKey: VerifyByKey = async (key, text, signature) =>
  verify(
    null,
    Buffer.from(text),
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' }),
    Buffer.from(signature, 'base64url'),
  );

/** Extends the chain with headers of this signer; each look at the clock is a second after the one before. */
export async function carryOn(
  from: ChainHead,
  count: number,
  signer: Signer,
  word: string,
): Promise<{ headers: SignedHeader[]; end: ChainHead }> {
  const headers: SignedHeader[] = [];
  let end = from;
  for (let made = 0; made < count; made += 1) {
    const unsigned = {
      team: signer.team,
      device: signer.device,
      officer: signer.officer,
      seq: end.seq + 1,
      at: at(end.seq + 1),
      prev: end.head,
      commitments: [await digest(`${word} ${end.seq}`), await digest(`audit ${end.seq}`)],
    };
    const header = { ...unsigned, signature: await signer.sign(canonical(unsigned)) };
    end = { seq: header.seq, head: await headerDigest(header, digest) };
    headers.push(header);
  }
  return { headers, end };
}

/**
 * Remembers good signatures, so that each is not checked again for each of hundreds of files: the same key, text and
 * signature give the same answer. Anything a mutation changed is checked for real.
 */
function rememberingGood(check: VerifyByKey): VerifyByKey {
  const good = new Map<string, string>();
  return async (key, text, signature) => {
    if (good.get(signature) === key + text) return true;
    const isGood = await check(key, text, signature);
    if (isGood) good.set(signature, key + text);
    return isGood;
  };
}

export interface AuditUnderTest {
  readonly signer: Signer;
  readonly key: AuditFileHead['keys'][number];
  readonly headers: readonly SignedHeader[];
  readonly end: ChainHead;
  readonly file: AuditFileHead;
  /** The first line of the file, then one for each entry: an entry's line is at its sequence. */
  readonly lines: readonly string[];
  lineOf(seq: number): string;
  placeAt(seq: number): Promise<ChainHead>;
  /** The whole file with another text in place of an entry's line. */
  withLine(seq: number, text: string): string;
  readonly verify: VerifyByKey;
  /** @throws {Error} with the code of the issue when it is not an audit file at all */
  judged(
    text: string | AsyncIterable<string>,
    checkpoint?: Checkpoint | ChainHead,
  ): Promise<AuditVerdict>;
}

/** A device's audit with that many entries, each signed. */
export async function auditUnderTest(count: number): Promise<AuditUnderTest> {
  const { signer, key } = officerWithKey('0ff1ce00');
  const { headers, end } = await carryOn(CHAIN_START, count, signer, 'first');
  const file = { keys: [key], checkpoint: await signCheckpoint(end, at(count + 1), signer) };
  const lines = [...auditFileLines(file, headers)];
  const verify = rememberingGood(verifyByKey);
  return {
    signer,
    key,
    headers,
    end,
    file,
    lines,
    verify,
    lineOf: (seq) => lines[seq] ?? '',
    withLine: (seq, text) => lines.with(seq, text).join(''),
    async placeAt(seq) {
      const header = headers[seq - 1];
      if (!header) throw new RangeError(`no entry ${seq}`);
      return { seq, head: await headerDigest(header, digest) };
    },
    async judged(text, checkpoint) {
      const read = await verifyAudit(text, {
        digest,
        verify,
        ...(checkpoint ? { checkpoint } : {}),
      });
      if (!read.ok) throw new Error(read.issues[0]?.code);
      return read.value;
    },
  };
}

/** Codes of the errors; warnings are left out. */
export function errorsOf({ issues }: AuditVerdict): readonly string[] {
  return issues.filter(isError).map(({ code }) => code);
}

/** The text with one bit of one byte flipped, read as any program reads UTF-8. */
export function flipped(text: string, place: number, bit: number): string {
  const bytes = Buffer.from(text);
  bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << bit), place);
  return bytes.toString('utf8');
}
