/**
 * The command by which an auditor reads the words of searches in a log that was exported: reads two files, writes none,
 * and uses no network.
 */
import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import {
  NONCE_BYTES,
  POINT_BYTES,
  SEALED_WORDS_CONTEXT,
  SEALED_WORDS_IN_TEXT,
  SEALED_WORDS_MARK,
  TAG_BYTES,
  wordsOfPadded,
} from '../store/audit/sealed-words.js';
import { withoutControls } from './audit-report.js';
import { type CommandOutput, runCommand } from './run-command.js';

const USAGE = `open-searches FILE --key FILE

  FILE        a log that an officer exported as a table
  --key FILE  the auditor’s private key (P-256, PEM, without a passphrase)

Prints the log with the words of each search. Ends with 0 when all were opened, 1 when some were sealed to another key
or altered, 2 when a file could not be read or has no search in it.`;

/** Most bytes of a key file. */
const MOST_OF_A_KEY = 10_000;

/** @returns 0 all opened, 1 some not, 2 nothing to open */
export function openSearchesCommand(
  args: readonly string[],
  output: CommandOutput,
): Promise<0 | 1 | 2> {
  return runCommand(readArguments(args), USAGE, output, (asked) => opens(asked, output));
}

interface Asked {
  readonly file: string;
  readonly key: string;
}

async function opens(
  { file, key: path }: Asked,
  { out, error }: CommandOutput,
): Promise<0 | 1 | 2> {
  const key = await privateKeyIn(path);
  if (!key) {
    error(
      'This is not a private key that searches are sealed to: it must be on the curve P-256, as PEM, without a passphrase.',
    );
    return 2;
  }
  let [opened, shut] = [0, 0];
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    const said = line.replace(SEALED_WORDS_IN_TEXT, (sealed) => {
      const words = wordsIn(sealed, key);
      if (words === undefined) shut += 1;
      else opened += 1;
      return words === undefined ? '[not opened by this key]' : `“${words.replace(/\n/g, ' / ')}”`;
    });
    out(withoutControls(said));
  }
  if (opened + shut === 0) error('No search in this file has words that are sealed to an auditor.');
  else if (shut > 0)
    error(`${shut} of ${opened + shut} searches were sealed to another key, or altered since.`);
  if (opened + shut === 0) return 2;
  return shut === 0 ? 0 : 1;
}

function readArguments(args: readonly string[]): Asked | 'help' | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      // pnpm passes its own `--` through.
      args: args.filter((argument) => argument !== '--'),
      options: { key: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
    if (values.help) return 'help';
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0 || values.key === undefined) return undefined;
    return { file, key: values.key };
  } catch {
    return undefined;
  }
}

async function privateKeyIn(path: string): Promise<KeyObject | undefined> {
  const { size } = await stat(path);
  const text = size > MOST_OF_A_KEY ? '' : await readFile(path, 'utf8');
  try {
    const key = createPrivateKey(text);
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** @returns undefined if the words were sealed to another key, or altered since */
function wordsIn(sealed: string, privateKey: KeyObject): string | undefined {
  const bytes = Buffer.from(sealed.slice(SEALED_WORDS_MARK.length), 'base64url');
  const point = bytes.subarray(0, POINT_BYTES);
  const nonce = bytes.subarray(POINT_BYTES, POINT_BYTES + NONCE_BYTES);
  const box = bytes.subarray(POINT_BYTES + NONCE_BYTES);
  try {
    const secret = diffieHellman({ privateKey, publicKey: keyOfPoint(point) });
    const info = Buffer.concat([
      Buffer.from(`${SEALED_WORDS_CONTEXT}\n`),
      pointOfKey(createPublicKey(privateKey)),
    ]);
    const key = Buffer.from(hkdfSync('sha256', secret, point, info, 32));
    const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAuthTag(box.subarray(-TAG_BYTES));
    return wordsOfPadded(
      Buffer.concat([cipher.update(box.subarray(0, -TAG_BYTES)), cipher.final()]),
    );
  } catch {
    return undefined;
  }
}

const UNCOMPRESSED = 4;
const SIDE = 32;

function keyOfPoint(point: Buffer): KeyObject {
  if (point[0] !== UNCOMPRESSED) throw new RangeError('Not an uncompressed point');
  const side = (from: number) => point.subarray(from, from + SIDE).toString('base64url');
  const key = { kty: 'EC', crv: 'P-256', x: side(1), y: side(1 + SIDE) };
  return createPublicKey({ key, format: 'jwk' });
}

function pointOfKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from([UNCOMPRESSED]),
    Buffer.from(x, 'base64url'),
    Buffer.from(y, 'base64url'),
  ]);
}
