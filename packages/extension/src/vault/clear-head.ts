/** The part in clear at the start of a sealed file: its description in JSON, after a word that names the toolkit. */
import { envelopeError } from '@cyber-prevent/core';
import * as v from 'valibot';
import { type Bytes, joinBytes, text, utf8 } from './bytes.js';

const WORD = utf8('CPSEALED');
const START_BYTES = WORD.length + 4;
const MAX_HEAD_BYTES = 200_000;

export function writeHead(head: unknown): Bytes {
  const json = utf8(JSON.stringify(head));
  const bytes = new Uint8Array(START_BYTES + json.length);
  bytes.set(WORD);
  new DataView(bytes.buffer).setUint32(WORD.length, json.length);
  bytes.set(json, START_BYTES);
  return bytes;
}

export interface ReadHead<T> {
  readonly head: T;
  /** The unchanged bytes of the head. */
  readonly clear: Bytes;
  readonly rest: AsyncIterable<Uint8Array>;
}

/** @throws {PreventError} `CP_ENVELOPE_UNREADABLE` */
export async function readHead<T>(
  pieces: AsyncIterable<Uint8Array>,
  schema: v.GenericSchema<unknown, T>,
  { format, version }: { readonly format: string; readonly version: number },
): Promise<ReadHead<T>> {
  const source = pieces[Symbol.asyncIterator]();
  let bytes: Bytes = new Uint8Array();
  const upTo = async (length: number): Promise<void> => {
    while (bytes.length < length) {
      const { value, done } = await source.next();
      if (done) throw envelopeError(isOurs(bytes) ? 'cut' : 'not-one');
      bytes = joinBytes([bytes, value]);
    }
  };
  await upTo(START_BYTES);
  if (!isOurs(bytes)) throw envelopeError('not-one');
  const length = new DataView(bytes.buffer).getUint32(WORD.length);
  if (length > MAX_HEAD_BYTES) throw envelopeError('altered');
  await upTo(START_BYTES + length);
  const clear = bytes.slice(0, START_BYTES + length);
  const said = parsed(clear.subarray(START_BYTES));
  const { format: saidFormat, version: saidVersion } = Object(said) as Record<string, unknown>;
  if (saidFormat !== format) throw envelopeError('not-one');
  if (typeof saidVersion === 'number' && saidVersion > version) throw envelopeError('newer');
  const head = v.safeParse(schema, said);
  if (!head.success) throw envelopeError('altered');
  return { head: head.output, clear, rest: rest(bytes.subarray(clear.length), source) };
}

function isOurs(bytes: Uint8Array): boolean {
  return bytes.length >= WORD.length && WORD.every((byte, index) => bytes[index] === byte);
}

function parsed(json: Uint8Array): unknown {
  try {
    return JSON.parse(text(json));
  } catch (cause) {
    throw envelopeError('altered', cause);
  }
}

async function* rest(
  first: Uint8Array,
  source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}
