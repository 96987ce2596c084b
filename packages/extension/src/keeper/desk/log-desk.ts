/**
 * The log under the keeper's control: opening one is logged first, and it is read in pieces under a ticket. Only the
 * uses that the law allows are offered: to filter, show and disclose it. Nothing is counted from it.
 */
import {
  type AuditEntry,
  type Commit,
  chosenFromLog,
  type LogFilter,
  type LoggedEntry,
  type LogOf,
  loggedIn,
  PreventError,
  RECORD_KINDS,
  RECORD_SCHEMAS,
  type RecordId,
  type RecordKind,
  type RecordStore,
} from '@cyber-prevent/core';
import type { Disclosure, LogPart, LogWhose, SearchNoted } from '../../ports/log-service.js';
import { base64url, randomBytes } from '../../vault/bytes.js';

/** A store that makes its writes one at a time. */
export interface LogParts {
  readonly store: Pick<RecordStore, 'batchesSince' | 'everAbout' | 'query' | 'get'>;
  write<T>(change: (store: Pick<RecordStore, 'commit'>) => Promise<T>): Promise<T>;
  /** The officer for whom the own log may be read. */
  readonly officer: RecordId;
  readonly digestOf: (words: string) => Promise<string>;
  /** Seals the words to the auditor whom the policy names; undefined where it names none. */
  readonly seal?: (words: string) => Promise<string | undefined>;
}

export interface LogDesk {
  open(
    whose: LogWhose,
    reason: string,
  ): Promise<{ readonly log: string; readonly kinds: Readonly<Record<string, RecordKind>> }>;
  read(log: string, filter: LogFilter, from: number, most: number): Promise<LogPart>;
  /** Logs that the filtered entries leave, then gives them whole. */
  disclose(log: string, filter: LogFilter, to: Disclosure): Promise<readonly LoggedEntry[]>;
  noteSearch(search: SearchNoted): Promise<void>;
  /**
   * The entry of a search that cannot be logged now, without its words. Never rejects: without the salt of the digests
   * the digest is one that nobody can confirm, and without the auditor's key the words are left out.
   */
  searchEntry(search: SearchNoted): Promise<AuditEntry>;
  /** Logs an entry that was made before. */
  keepSearch(entry: AuditEntry): Promise<void>;
}

interface Ticket {
  readonly of: LogOf;
  readonly about: readonly RecordId[];
  /** The last filter with its entries: scrolling through a list is far more frequent than a change of filter. */
  last?: { readonly key: string; readonly chosen: readonly LoggedEntry[] };
}

/** Maximum number of tickets kept: a screen needs one. */
const MOST_TICKETS = 20;
/** The fields of a record that a list of search results shows before it is opened. */
const SHOWN = ['name', 'reference'];
/** The reason that a search is logged under. */
const SEARCH = 'search';
/** Length of a digest of words. */
const DIGEST_BYTES = 32;
const ABOUT_SUBJECTS = RECORD_KINDS.filter((kind) =>
  Object.hasOwn(RECORD_SCHEMAS[kind].entries, 'subjectId'),
);

export function logDesk({ store, write, officer, digestOf, seal = nobody }: LogParts): LogDesk {
  const entries: LoggedEntry[] = [];
  let seq = 0;
  let reading: Promise<unknown> = Promise.resolve();
  const tickets = new Map<string, Ticket>();

  /** Every entry so far; only new ones are read. */
  const all = (): Promise<readonly LoggedEntry[]> => {
    const done = reading.then(async () => {
      for (const batch of await store.batchesSince(seq)) {
        for (const entry of loggedIn(batch)) entries.push(entry);
        seq = batch.header.seq;
      }
      return entries;
    });
    reading = done.catch(() => undefined);
    return done;
  };
  const ticketOf = (log: string): Ticket => {
    const ticket = tickets.get(log);
    if (!ticket) throw notOpened();
    return ticket;
  };
  const chosen = async (ticket: Ticket, filter: LogFilter): Promise<readonly LoggedEntry[]> => {
    const held = await all();
    const key = JSON.stringify([held.length, filter.action, filter.from, filter.to]);
    if (ticket.last?.key !== key)
      ticket.last = { key, chosen: chosenFromLog(held, ticket.of, filter) };
    return ticket.last.chosen;
  };

  const searchOf = async (words: string) => {
    const sealed = await seal(words.trim());
    return { search: await digestOf(words), ...(sealed === undefined ? {} : { sealed }) };
  };
  const searchAnyhow = async (words: string) => {
    const sealed = await seal(words.trim()).catch(nobody);
    const search = await digestOf(words).catch(() => base64url(randomBytes(DIGEST_BYTES)));
    return { search, ...(sealed === undefined ? {} : { sealed }) };
  };

  return {
    async open(whose, reason) {
      const about = whose === 'own' ? [] : [whose.subject];
      const ids = whose === 'own' ? [] : await store.everAbout(whose.subject);
      if (whose !== 'own' && !ids.includes(whose.subject)) throw notHeld();
      const kinds = whose === 'own' ? {} : await kindsOf(store, whose.subject);
      await write((writing) =>
        writing.commit({
          changes: [],
          reason,
          audit: [{ action: 'consultation', records: about, fields: ['log'], reason }],
        }),
      );
      const log = crypto.randomUUID();
      tickets.set(log, {
        of: whose === 'own' ? { by: officer } : { records: new Set(ids) },
        about,
      });
      const [oldest] = tickets.keys();
      if (tickets.size > MOST_TICKETS && oldest !== undefined) tickets.delete(oldest);
      return { log, kinds };
    },

    async read(log, filter, from, most) {
      const found = await chosen(ticketOf(log), filter);
      return { total: found.length, entries: found.slice(from, from + most) };
    },

    async disclose(log, filter, { reason, recipients }) {
      const ticket = ticketOf(log);
      const leaving = await chosen(ticket, filter);
      await write((writing) =>
        writing.commit({
          changes: [],
          reason,
          audit: [
            { action: 'disclosure', records: ticket.about, fields: ['log'], reason, recipients },
          ],
        }),
      );
      return leaving;
    },

    async noteSearch(search) {
      await write(async (writing) => writing.commit(ofSearch(await entryOf(search, searchOf))));
    },

    searchEntry: (search) => entryOf(search, searchAnyhow),

    async keepSearch(entry) {
      await write((writing) => writing.commit(ofSearch(entry)));
    },
  };
}

async function entryOf(
  { words, shown, fields = [] }: SearchNoted,
  said: (words: string) => Promise<Pick<AuditEntry, 'search' | 'sealed'>>,
): Promise<AuditEntry> {
  return {
    action: 'consultation',
    records: [...new Set(shown)],
    fields: [...new Set([...SHOWN, ...fields.filter(isField)])],
    reason: SEARCH,
    ...(words.trim() === '' ? {} : await said(words)),
  };
}

function ofSearch(entry: AuditEntry): Commit {
  return { changes: [], reason: SEARCH, audit: [entry] };
}

const nobody = async (): Promise<undefined> => undefined;

/** Names of all fields: nothing else that a page says is kept as one. */
const FIELDS = new Set(RECORD_KINDS.flatMap((kind) => Object.keys(RECORD_SCHEMAS[kind].entries)));

function isField(name: string): boolean {
  return FIELDS.has(name);
}

/** The kind of each of the person's records; one that was moved or withdrawn since has no kind any more. */
async function kindsOf(
  store: LogParts['store'],
  subject: RecordId,
): Promise<Readonly<Record<string, RecordKind>>> {
  const held = await Promise.all(
    ABOUT_SUBJECTS.map(async (kind) => {
      const found: readonly { readonly id: RecordId }[] = await store.query(kind, {
        subjectId: subject,
      });
      return found.map(({ id }) => [id, kind] as const);
    }),
  );
  return Object.fromEntries([[subject, 'subject' as const], ...held.flat()]);
}

function notOpened(): PreventError {
  return new PreventError('CP_STORE_UNKNOWN_RECORD', 'This log is no longer open. Open it again.');
}

function notHeld(): PreventError {
  return new PreventError(
    'CP_STORE_UNKNOWN_RECORD',
    'This record is no longer held, so its log cannot be opened here.',
  );
}
