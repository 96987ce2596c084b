/** The command that checks an audit file: reads at most two files, writes none, and uses no network. */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Result } from '../shared/issue.js';
import { type Checkpoint, readCheckpoint } from '../store/audit/audit-file-checkpoint.js';
import { type VerifyByKey, verifyAudit } from '../store/audit/audit-file-verify.js';
import type { ChainHead } from '../store/log/chain.js';
import { auditReport } from './audit-report.js';
import { inJson } from './in-json.js';
import { type CommandOutput, runCommand } from './run-command.js';

const USAGE = `verify-audit FILE [--checkpoint FILE] [--json]

  FILE               an audit file, as the toolkit exports it
  --checkpoint FILE  a checkpoint that you were given on an earlier day, or one typed from paper
  --json             the verdict as JSON

Ends with 0 when the audit is whole, 1 when it is not, 2 when it could not be read.`;

/** Most bytes of a checkpoint file. */
const MOST_OF_A_CHECKPOINT = 100_000;

/** @returns 0 whole, 1 not whole, 2 could not be read */
export function verifyAuditCommand(
  args: readonly string[],
  output: CommandOutput,
): Promise<0 | 1 | 2> {
  return runCommand(readArguments(args), USAGE, output, (asked) => verifies(asked, output));
}

async function verifies(asked: Asked, { out, error }: CommandOutput): Promise<0 | 1 | 2> {
  const checkpoint = asked.checkpoint && (await checkpointIn(asked.checkpoint));
  const read =
    checkpoint && !checkpoint.ok
      ? checkpoint
      : await verifyAudit(textOf(asked.file), {
          digest: async (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
          verify: verifierByKey(),
          ...(checkpoint ? { checkpoint: checkpoint.value } : {}),
        });
  if (!read.ok) {
    for (const { message } of read.issues) error(message);
    if (asked.json) out(inJson({ isRead: false, issues: read.issues }));
    return 2;
  }
  if (asked.json) out(inJson(read.value));
  else for (const line of auditReport(read.value)) out(line);
  return read.value.isWhole ? 0 : 1;
}

interface Asked {
  readonly file: string;
  readonly checkpoint: string | undefined;
  readonly json: boolean;
}

function readArguments(args: readonly string[]): Asked | 'help' | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      // pnpm passes its own `--` through.
      args: args.filter((argument) => argument !== '--'),
      options: {
        checkpoint: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return 'help';
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return undefined;
    return { file, checkpoint: values.checkpoint, json: values.json };
  } catch {
    return undefined;
  }
}

async function checkpointIn(path: string): Promise<Result<Checkpoint | ChainHead>> {
  const { size } = await stat(path);
  return readCheckpoint(size > MOST_OF_A_CHECKPOINT ? '' : await readFile(path, 'utf8'));
}

async function* textOf(path: string): AsyncGenerator<string> {
  for await (const piece of createReadStream(path, 'utf8')) yield String(piece);
}

function verifierByKey(): VerifyByKey {
  const keys = new Map<string, KeyObject>();
  return async (publicKey, text, signature) => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: publicKey };
    const key = keys.get(publicKey) ?? createPublicKey({ key: jwk, format: 'jwk' });
    keys.set(publicKey, key);
    return new Promise((resolve, reject) => {
      verify(
        null,
        Buffer.from(text),
        key,
        Buffer.from(signature, 'base64url'),
        (trouble, isGood) => (trouble ? reject(trouble) : resolve(isGood)),
      );
    });
  };
}
