/**
 * A vault as it is on the disk, still sealed, in one file: for the team that maintains the toolkit, when it does not
 * open. A line of JSON for each row, each key of `storage.local` and each piece of a file; nothing is opened for it.
 */
import type { CopyPiece, CopyPlace } from '../ports/sealed-copy.js';
import type { VaultKind } from '../ports/services.js';
import { base64url } from '../vault/bytes.js';
import { hasDatabase, openDatabase } from './place/database.js';
import { VAULT_FILES } from './place/files.js';
import type { Places } from './place/places.js';

const FORMAT = 'cyber-prevent-sealed-copy/1';
const TABLES = ['meta', 'batches', 'aside'] as const;
const ROWS = 256;
/** A multiple of three, so that each piece's base64url is complete. */
const FILE_BYTES = 3 * 1024 * 1024;

/** One piece. Rejects when the browser gives no storage. */
export async function copyPiece(
  kind: VaultKind,
  places: Places,
  { part, at }: CopyPlace,
): Promise<CopyPiece> {
  const table = TABLES[part - 1];
  const file = VAULT_FILES[part - 1 - TABLES.length];
  const { lines, isLast } =
    part === 0
      ? await fromArea(kind, places)
      : table !== undefined
        ? await fromTable(kind, places, table, at)
        : file !== undefined
          ? await fromFile(kind, places, file, at)
          : { lines: [], isLast: true };
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  if (!isLast) return { text, next: { part, at: at + (file ? FILE_BYTES : ROWS) } };
  return part < TABLES.length + VAULT_FILES.length
    ? { text, next: { part: part + 1, at: 0 } }
    : { text };
}

interface Lines {
  readonly lines: readonly object[];
  readonly isLast: boolean;
}

async function fromArea(kind: VaultKind, { area }: Places): Promise<Lines> {
  const keys = [`cp-vault-${kind}`, `cp-mark-${kind}`];
  const values = await Promise.all(keys.map((key) => area.get(key)));
  const lines = keys.map((key, index) => ({ storage: key, value: values[index] ?? null }));
  return { lines: [{ format: FORMAT, kind }, ...lines], isLast: true };
}

async function fromTable(
  kind: VaultKind,
  { port }: Places,
  table: (typeof TABLES)[number],
  at: number,
): Promise<Lines> {
  if (!(await hasDatabase(kind, port))) return { lines: [], isLast: true };
  const database = await openDatabase(kind, port);
  try {
    const rows: unknown[] = await database.table(table).offset(at).limit(ROWS).toArray();
    return { lines: rows.map((row) => ({ table, row: asJson(row) })), isLast: rows.length < ROWS };
  } finally {
    database.close();
  }
}

async function fromFile(
  kind: VaultKind,
  { files }: Places,
  file: (typeof VAULT_FILES)[number],
  at: number,
): Promise<Lines> {
  if (!(await files.has(kind))) return { lines: [], isLast: true };
  const opened = await files.open(kind, { make: false });
  try {
    const bytes = await opened.read(file, at, FILE_BYTES);
    const lines = bytes.length > 0 ? [{ file, at, bytes: base64url(bytes) }] : [];
    return { lines, isLast: bytes.length < FILE_BYTES };
  } finally {
    await opened.close();
  }
}

/** Bytes as `{ base64url }`, at any depth. */
function asJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return { base64url: base64url(value) };
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asJson(part)]));
}
