/** The contents of an exchange file for a colleague, and of one from a colleague. */
import {
  batchesAbout,
  type ExchangeSays,
  envelopeError,
  exchangeBody,
  type Host,
  type OpenedExchange,
  PreventError,
  type Received,
  type ReceiveOptions,
  type RecordId,
  readExchange,
  recordsOutside,
  type TakeBlob,
  type Verify,
} from '@cyber-prevent/core';
import type { ExchangeAsked, ExchangeSeen, RestoreCount } from '../../ports/services.js';
import { cardOf, fingerprint, readCard } from '../../vault/card.js';
import { readSealedExchange, sealExchange } from '../../vault/exchange-seal.js';
import { verifier } from '../../vault/identity.js';
import type { VaultKeys } from '../../vault/open-vault.js';
import { blobTaker, blobTextOf } from '../desk/named-blobs.js';
import type { Session } from '../session.js';
import { signerOf } from '../signer.js';
import { changesIn, namesIn, requestsIn } from './exchange-cases.js';
import { recordsIn } from './exchange-records.js';
import { confirmKey, keysForExchange, knownKeys } from './known-keys.js';
import { refuseReceivedCopies, refuseReceivedFiles } from './received-files.js';

const FIELDS = ['exchange'] as const;

export interface MadeExchange {
  readonly id: string;
  readonly total: number;
  readonly file: AsyncIterator<Uint8Array>;
}

/** Logs that the records leave, then makes the file that only the colleague can open. */
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
  if (records.size === 0) throw refused('This person’s record is no longer here.');
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
    toKey: to.value.exchangeKey,
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

/**
 * @param take - given each blob as it comes; absent: they are left out
 * @throws {PreventError} `CP_ENVELOPE_UNREADABLE`
 */
export async function openExchange(
  pieces: AsyncIterable<Uint8Array>,
  keys: VaultKeys,
  { digest }: Pick<Host, 'digest'>,
  take?: TakeBlob,
): Promise<OpenExchange> {
  const { exchange, identity, kind } = keys;
  const sealed = await readSealedExchange(pieces, { exchange, exchangeKey: identity.exchangeKey });
  const verify = (key: string, text: string, signature: string) =>
    verifier({ sender: key })('sender', text, signature).catch(() => false);
  const opened = await readExchange(sealed.body, { digest, verify, ...(take ? { take } : {}) });
  const { head } = opened;
  if (head.to !== identity.officer.id || head.toKey !== identity.exchangeKey)
    throw envelopeError('somebody-else');
  if (head.from.exchangeKey !== sealed.from) throw envelopeError('altered');
  if (head.team !== kind)
    throw refused('It belongs to other records: practice and live are never brought together.');
  return opened;
}

/**
 * The changes that the file would make, by case and by kind, before any of it is taken in.
 *
 * @throws {PreventError} as `takeExchange` does: a file that cannot be taken in is not offered
 */
export async function seenInExchange(
  opened: OpenExchange,
  session: Pick<Session, 'keys' | 'work' | 'store'>,
): Promise<ExchangeSeen> {
  const { head, batches } = opened;
  const { id, purpose, from, madeAt, note, answers, subject } = head;
  const { store } = session;
  const foreseen = await store.foresee(batches, await verifyOf(opened, session), rulesOf(opened));
  const names = await namesIn(batches, casesOf(opened), store);
  return {
    id,
    purpose,
    from,
    fingerprint: await fingerprint(from),
    madeAt,
    batches: batches.length,
    isHeld: (await store.get('subject', subject)) !== undefined,
    subject,
    cases: [...names].map(([each, name]) => ({ subject: each, name })),
    ...(await changesIn(foreseen, names, store)),
    requests: requestsIn(batches),
    ...(note === undefined ? {} : { note }),
    ...(answers === undefined ? {} : { answers }),
  };
}

/** The officer's choices about a file before it is taken in. */
export interface TakeAsked {
  /** Subjects whose cases are left out. */
  readonly left: readonly RecordId[];
  /** Records that it may withdraw here, and holds that it may lift: the officer read and confirmed them. */
  readonly ended: readonly RecordId[];
}

/**
 * Takes the file into the vault, and stores the sender’s key: the officer who requests this has heard the fingerprint.
 * Its blobs are sealed as they come, and those that no record names afterwards are destroyed: all of them, if the file is
 * not as its sender signed it.
 */
export async function takeExchange(
  pieces: AsyncIterable<Uint8Array>,
  session: Session,
  asked: TakeAsked,
  host: Pick<Host, 'digest'>,
): Promise<RestoreCount> {
  const taker = blobTaker(session);
  const { opened, received } = await taker.settleAfter(session, async () => {
    const read = await openExchange(pieces, session.keys, host, taker.take);
    return { opened: read, received: await receivedFrom(read, session, asked) };
  });
  await confirmKey(session, opened.head.from);
  return {
    taken: received.takenCount,
    held: received.heldCount,
    records: received.records.length,
    conflicts: received.conflicts,
    leftOut: received.leftOut.length,
    unended: received.unended.length,
  };
}

async function receivedFrom(
  opened: OpenExchange,
  session: Session,
  { left, ended }: TakeAsked,
): Promise<Received> {
  const { batches } = opened;
  const verify = await verifyOf(opened, session);
  const rules = rulesOf(opened);
  const chosen =
    left.length === 0
      ? batches
      : batchesAbout(
          batches,
          recordsOutside(await session.store.foresee(batches, verify, rules), new Set(left)),
        );
  return session.write(undefined, async (store) => {
    await refuseReceivedCopies(chosen, { store, blobs: session.blobs });
    await refuseReceivedFiles(chosen, { store, blobs: session.blobs });
    return store.receive(chosen, verify, 'restore', { ...rules, ended });
  });
}

async function verifyOf(
  { head }: OpenExchange,
  session: Pick<Session, 'keys' | 'work'>,
): Promise<Verify> {
  return keysForExchange(await knownKeys(session), head.from);
}

/** The subjects named in the sender's signed head. */
function casesOf({ head: { subject, others = [] } }: OpenExchange): readonly RecordId[] {
  return [...new Set([subject, ...others])];
}

function rulesOf(opened: OpenExchange): ReceiveOptions {
  return { from: 'colleague', cases: casesOf(opened), madeAt: opened.head.madeAt };
}

function refused(message: string): PreventError {
  return new PreventError('CP_ENVELOPE_UNREADABLE', message);
}

const OWN_CARD = 'That is your own card. Ask your colleague for theirs.';
