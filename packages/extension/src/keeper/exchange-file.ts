/** What is in an exchange file for a colleague, and what one from a colleague brings. */
import {
  batchesAbout,
  type ExchangeSays,
  envelopeError,
  exchangeBody,
  type Host,
  type OpenedExchange,
  PreventError,
  type RecordId,
  type RecordStore,
  readExchange,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import type { ExchangeAsked, ExchangeSeen, RestoreCount } from '../app/services.js';
import { cardOf, fingerprint, readCard } from '../vault/card.js';
import { readSealedExchange, sealExchange } from '../vault/exchange-seal.js';
import { verifier } from '../vault/identity.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { casesIn, requestsIn, without } from './exchange-cases.js';
import { recordsIn } from './exchange-records.js';
import { blobTaker, blobTextOf } from './named-blobs.js';
import type { Session } from './session.js';
import { signerOf } from './signer.js';

/** Public signing keys of colleagues whose fingerprint was read aloud, in sealed work: by officer. */
const COLLEAGUES = 'kept/colleagues';
const Colleagues = v.record(v.string(), v.string());
const FIELDS = ['exchange'] as const;

export interface MadeExchange {
  readonly id: string;
  readonly total: number;
  readonly file: AsyncIterator<Uint8Array>;
}

/** Logs that the records leave, then makes the file that the colleague alone can open. */
export async function makeExchange(
  session: Session,
  asked: ExchangeAsked,
  host: Host,
): Promise<MadeExchange> {
  const { keys } = session;
  const to = await readCard(asked.card);
  if (!to.ok) throw refused(to.issues.map(({ message }) => message).join(' '));
  if (to.value.officer === keys.identity.officer.id) throw refused(OWN_CARD);
  const { purpose, subject, others = [], note, answers, reason, recipients } = asked;
  const records = new Set<RecordId>();
  const gather = recordsIn[asked.only ?? 'cases'];
  for (const each of [subject, ...others])
    for (const id of await gather(session.store, each)) records.add(id);
  if (records.size === 0) throw refused('There is no such subject any more.');
  const batches = await session.write(undefined, async (store) => {
    await store.commit({
      changes: [],
      reason,
      audit: [{ action: 'disclosure', records: [...records], fields: FIELDS, reason, recipients }],
    });
    return store.batchesSince(0);
  });
  const says: ExchangeSays = {
    id: host.random.id(),
    team: keys.kind,
    purpose,
    madeAt: host.clock.now(),
    from: cardOf(keys.identity),
    to: to.value.officer,
    subject,
    ...(others.length > 0 ? { others: [...others] } : {}),
    keys: [],
    ...(note.trim() === '' ? {} : { note: note.trim() as NonNullable<ExchangeSays['note']> }),
    ...(answers === undefined ? {} : { answers }),
  };
  const about = batchesAbout(batches, records);
  const body = exchangeBody(says, about, {
    signer: signerOf(keys),
    digest: host.digest,
    blobText: blobTextOf(session),
  });
  const between = { from: keys.identity.exchangeKey, to: to.value.exchangeKey };
  return {
    id: says.id.slice(0, 8),
    total: about.length,
    file: sealExchange(between, body)[Symbol.asyncIterator](),
  };
}

export type OpenExchange = OpenedExchange;

/** @throws {PreventError} `CP_ENVELOPE_UNREADABLE` */
export async function openExchange(
  pieces: AsyncIterable<Uint8Array>,
  keys: VaultKeys,
  { digest }: Pick<Host, 'digest'>,
): Promise<OpenExchange> {
  const { exchange, identity, kind } = keys;
  const sealed = await readSealedExchange(pieces, { exchange, exchangeKey: identity.exchangeKey });
  const verify = (key: string, text: string, signature: string) =>
    verifier({ sender: key })('sender', text, signature).catch(() => false);
  const opened = await readExchange(sealed.body, { digest, verify });
  const { head } = opened;
  if (head.to !== identity.officer.id) throw envelopeError('somebody-else');
  if (head.from.exchangeKey !== sealed.from) throw envelopeError('altered');
  if (head.team !== kind)
    throw refused('It belongs to other records: practice and live are never brought together.');
  return opened;
}

export async function seenInExchange(
  { head, batches }: OpenExchange,
  store: Pick<RecordStore, 'get'>,
): Promise<ExchangeSeen> {
  const { id, purpose, from, madeAt, note, answers, subject } = head;
  return {
    id,
    purpose,
    from,
    fingerprint: await fingerprint(from),
    madeAt,
    batches: batches.length,
    isHeld: (await store.get('subject', subject)) !== undefined,
    subject,
    cases: casesIn(batches),
    requests: requestsIn(batches),
    ...(note === undefined ? {} : { note }),
    ...(answers === undefined ? {} : { answers }),
  };
}

/**
 * Takes it into the vault, and remembers the sender’s key: whoever asks for this has heard the fingerprint.
 *
 */
export async function takeExchange(
  { head, batches, blobs }: OpenExchange,
  session: Session,
  left: readonly RecordId[] = [],
): Promise<RestoreCount> {
  const { officer, signingKey } = session.keys.identity;
  const known = await colleaguesOf(session);
  const { from } = head;
  if (known[from.officer] !== undefined && known[from.officer] !== from.signingKey)
    throw refused(OTHER_KEY);
  const colleagues = { ...known, [from.officer]: from.signingKey };
  const verify = verifier({ ...colleagues, [officer.id]: signingKey });
  const taker = blobTaker(session);
  const chosen = left.length === 0 ? batches : without(batches, new Set(left));
  const named = JSON.stringify(chosen);
  for (const [name, text] of blobs) if (named.includes(name)) await taker.take(name, text);
  const received = await session.write(undefined, (store) =>
    store.receive(chosen, verify, 'restore', { from: 'colleague' }),
  );
  await taker.settle(session);
  const seen = await session.work.load(COLLEAGUES);
  await session.work.save(COLLEAGUES, colleagues, seen?.version ?? 0);
  return {
    taken: received.takenCount,
    held: received.heldCount,
    records: received.records.length,
    conflicts: received.conflicts,
    leftOut: received.leftOut.length,
  };
}

/** Keys of colleagues, by officer. */
export async function colleaguesOf({
  work,
}: Pick<Session, 'work'>): Promise<Readonly<Record<string, string>>> {
  const held = v.safeParse(Colleagues, (await work.load(COLLEAGUES))?.value);
  return held.success ? held.output : {};
}

function refused(message: string): PreventError {
  return new PreventError('CP_ENVELOPE_UNREADABLE', message);
}

const OWN_CARD = 'That is your own card. Ask your colleague for theirs.';
const OTHER_KEY =
  'The sender is an officer whose key you have checked before, and this is another key. Ask them whether they set up a new vault; until that is clear, take nothing in.';
