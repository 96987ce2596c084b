/**
 * Content of backups and exchange files inside their seal: lines of JSON, one item per line, read as they arrive, so
 * that a file of any size is made and read in bounded memory. The host seals it.
 */
import { canonical } from '../../shared/canonical.js';
import { PreventError } from '../../shared/errors.js';
import type { Digest } from '../../shared/host.js';

/** Most letters in one line: one batch with a large import in it. */
const MAX_LINE = 64 * 1024 * 1024;

export type EnvelopeFault = 'altered' | 'cut' | 'newer' | 'older' | 'not-one' | 'somebody-else';

const SENTENCES: Readonly<Record<EnvelopeFault, string>> = {
  altered: 'The file was altered or damaged. Nothing was taken in: use another copy of it.',
  cut: 'The file ends too early: part of it is missing. Nothing was taken in: use another copy of it.',
  newer: 'The file was made by a newer release of the toolkit. Update the toolkit, then try again.',
  older:
    'The file was made by an older release of the toolkit, which did not sign whose key it was for. Ask your colleague to update the toolkit and make it again.',
  'not-one': 'This is not a file of that kind. Choose another file.',
  'somebody-else':
    'The file was made for another officer’s key, so it cannot be opened here. Ask your colleague to make it again from your current card.',
};

/** The error for a backup or exchange file that cannot be read, in words for the person who opened it. */
export function envelopeError(fault: EnvelopeFault, cause?: unknown): PreventError {
  return new PreventError('CP_ENVELOPE_UNREADABLE', SENTENCES[fault], { cause });
}

/** One line of an envelope, with its end. */
export function lineOf(value: unknown): string {
  return `${canonical(value)}\n`;
}

/**
 * The values of the lines, from pieces of text cut anywhere.
 *
 * @throws {PreventError} `CP_ENVELOPE_UNREADABLE` when a line is too long or is not JSON, or the last has no end
 */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let open: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      const line = open.join('') + piece.slice(from, end);
      [open, length, from] = [[], 0, end + 1];
      if (line.length > MAX_LINE) throw envelopeError('altered');
      yield line;
    }
    open.push(piece.slice(from));
    length += piece.length - from;
    if (length > MAX_LINE) throw envelopeError('altered');
  }
  if (length > 0) throw envelopeError('cut');
}

/** @throws {PreventError} `CP_ENVELOPE_UNREADABLE` */
export function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw envelopeError('altered', cause);
  }
}

/** Refuses a first line of another format or a newer version. */
export function refuseOther(head: unknown, format: string, version: number): void {
  const said = Object(head) as { format?: unknown; version?: unknown };
  if (said.format !== format) throw envelopeError('not-one');
  if (typeof said.version === 'number' && said.version > version) throw envelopeError('newer');
}

/** Adds a line to a running digest, so that only one line is in memory at a time. */
export async function digestOfLines(before: string, line: string, digest: Digest): Promise<string> {
  return digest(`${before}\n${line}`);
}
