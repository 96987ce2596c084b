/**
 * Several adapter files in one, signed: an administrator gives it to every desk. The signature proves the pack's author
 * and that nothing was changed since. A person decides by the key’s fingerprint if the author can be trusted.
 */
import * as v from 'valibot';
import { canonical } from '../../shared/canonical.js';
import { digestGroups } from '../../shared/digest-groups.js';
import { PreventError } from '../../shared/errors.js';
import type { Digest } from '../../shared/host.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import { Instant, RecordId } from '../../shared/primitives.js';
import type { VerifyByKey } from '../../store/audit/audit-file-verify.js';
import { ED25519 } from '../../store/log/chain.js';
import type { Signer } from '../../store/log/signer.js';
import { checkShape } from '../adapter/check-adapter.js';
import { JsonFault, type PlacedJson, parsePlacedJson } from '../adapter/placed-json.js';
import { type AdapterFile, checkFileObject, fileObject } from './proof-file.js';
import { DEEPEST_FIXTURE } from './proof-tree.js';

export const ADAPTER_PACK_FORMAT = 'cyber-prevent/adapter-pack';
export const ADAPTER_PACK_VERSION = 1;
/** Largest pack, in UTF-16 code units: 16 Mi. */
export const LARGEST_ADAPTER_PACK = 16 * 1024 * 1024;
const MOST_FILES = 50;
const OWN_DEPTH = 12;
/** Prefix of the signed text, so that no other signature of the officer passes for a pack’s. */
const CONTEXT = 'cyber-prevent/1/adapter-pack\n';

const Line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

const PackSchema = v.strictObject({
  format: v.literal(ADAPTER_PACK_FORMAT),
  version: v.literal(ADAPTER_PACK_VERSION),
  title: Line,
  by: v.strictObject({
    officer: RecordId,
    name: Line,
    force: Line,
    /** Ed25519 public key, 32 bytes, base64url: `signingKey` of the officer’s colleague card. */
    signingKey: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  }),
  madeAt: Instant,
  files: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(MOST_FILES)),
  signature: v.pipe(v.string(), v.regex(ED25519)),
});

export interface AdapterPackAbout {
  readonly title: string;
  /** Name as on the officer’s colleague card. */
  readonly name: string;
  readonly force: string;
  readonly signingKey: string;
  readonly madeAt: Instant;
}

export interface AdapterPack {
  readonly title: string;
  /** Author as claimed in the pack. Only the key was checked: compare the fingerprint before trusting the name. */
  readonly by: {
    readonly officer: RecordId;
    readonly name: string;
    readonly force: string;
    readonly signingKey: string;
  };
  readonly madeAt: Instant;
  /** SHA-256 of the signing key as sixteen groups of four, to compare or to read aloud. */
  readonly fingerprint: readonly string[];
  readonly files: readonly AdapterFile[];
}

export interface PackVerifier {
  readonly verify: VerifyByKey;
  readonly digest: Digest;
}

/**
 * The text of a signed pack.
 *
 * @throws {PreventError} `CP_ADAPTER_INVALID` when there are no files, more than 50, or two of one adapter
 * @throws what the signer throws
 */
export async function adapterPack(
  files: readonly AdapterFile[],
  signer: Pick<Signer, 'officer' | 'sign'>,
  { title, name, force, signingKey, madeAt }: AdapterPackAbout,
): Promise<string> {
  const ids = new Set(files.map(({ adapter }) => adapter.id));
  if (files.length === 0 || files.length > MOST_FILES || ids.size !== files.length)
    throw new PreventError(
      'CP_ADAPTER_INVALID',
      `A pack holds from 1 to ${MOST_FILES} adapters, each once; there were ${files.length}`,
    );
  const unsigned = {
    format: ADAPTER_PACK_FORMAT,
    version: ADAPTER_PACK_VERSION,
    title,
    by: { officer: signer.officer, name, force, signingKey },
    madeAt,
    files: files.map(({ adapter, fixtures }) => fileObject(adapter, fixtures)),
  };
  const signature = await signer.sign(packText(unsigned));
  return `${canonical({ ...unsigned, signature })}\n`;
}

/**
 * Reads the text of a pack. Nothing of it is used unless all of it is valid and signed.
 *
 * @returns who signed it, when, by which key, and the files; or what is wrong: `adapter-pack-unreadable`,
 * `adapter-pack-version`, `adapter-pack-unsigned`, or the issues of a file in it
 */
export async function checkAdapterPack(
  text: string,
  { verify, digest }: PackVerifier,
): Promise<Result<AdapterPack>> {
  if (text.length > LARGEST_ADAPTER_PACK) return failed(TOO_LARGE);
  let placed: PlacedJson;
  try {
    placed = parsePlacedJson(text.replace(/^\uFEFF/, ''), { deepest: DEEPEST_FIXTURE + OWN_DEPTH });
  } catch (error) {
    if (error instanceof JsonFault) return failed({ ...UNREADABLE, at: error.at });
    throw error;
  }
  if (!isPack(placed.value)) return failed(UNREADABLE);
  if (placed.value.version !== ADAPTER_PACK_VERSION) return failed(OTHER_VERSION);
  const shape = checkShape(PackSchema, placed.value, placed.placeOf);
  if (!shape.ok) return failed(UNREADABLE);
  const { title, by, madeAt, files: given, signature } = shape.value;
  // The signature covers the file's content before any of it is interpreted.
  const { signature: _, ...unsigned } = placed.value;
  if (!(await isSignedBy(verify, by.signingKey, unsigned, signature))) return failed(UNSIGNED);
  const files: AdapterFile[] = [];
  for (const [nth, each] of given.entries()) {
    const file = checkFileObject(each, (path) => placed.placeOf(['files', nth, ...path]));
    if (!file.ok) return file;
    files.push(file.value);
  }
  if (new Set(files.map(({ adapter }) => adapter.id)).size !== files.length)
    return failed(UNREADABLE);
  const fingerprint = digestGroups(await digest(by.signingKey));
  return passed({ title, by, madeAt, fingerprint, files });
}

/** True if the signature is valid. A number such as 1e999 has no canonical form, so nobody signed it. */
async function isSignedBy(
  verify: VerifyByKey,
  key: string,
  unsigned: object,
  signature: string,
): Promise<boolean> {
  try {
    return await verify(key, packText(unsigned), signature);
  } catch {
    return false;
  }
}

function packText(unsigned: object): string {
  return CONTEXT + canonical(unsigned);
}

function isPack(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === ADAPTER_PACK_FORMAT
  );
}

const UNREADABLE: Issue = {
  code: 'adapter-pack-unreadable',
  message:
    'This is not a pack of adapters, or it was altered. Ask the person who made it to export it again.',
  severity: 'error',
};
const TOO_LARGE: Issue = {
  ...UNREADABLE,
  message: 'The pack is too large. It can be 16 MB at most.',
};
const OTHER_VERSION: Issue = {
  code: 'adapter-pack-version',
  message:
    'This pack was made by another release of the toolkit, in a form that this one does not read. Ask for it to be exported again, or bring this toolkit up to date.',
  severity: 'error',
};
const UNSIGNED: Issue = {
  code: 'adapter-pack-unsigned',
  message:
    'The signature of this pack is not valid: the pack was changed after it was signed, or it is somebody else’s. Nothing was taken from it. Ask for it again in another way.',
  severity: 'error',
};
