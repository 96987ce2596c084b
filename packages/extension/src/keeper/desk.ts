/** The desk of the vault: sets up, unlocks and locks, one thing at a time, and knows what state the vault is in. */
import { failed, type Issue, passed, type Random, type Result } from '@cyber-prevent/core';
import type {
  ChangedSecret,
  NewVault,
  NextVaultSecret,
  Policy,
  VaultKind,
  VaultSecret,
  VaultSetup,
  VaultState,
} from '../app/services.js';
import { type FoundVault, findVault } from '../storage/header-place.js';
import { placeNewVault } from '../storage/new-vault.js';
import { storageError } from '../storage/trouble.js';
import type { Derivation, Derive } from '../vault/derivation.js';
import { ARGON2ID, PBKDF2 } from '../vault/derivation.js';
import { VAULT_KINDS } from '../vault/header.js';
import { makeVault, type OpenedVault, openNewest, type VaultKeys } from '../vault/open-vault.js';
import { passphraseIssue } from '../vault/passphrase.js';
import type { Patience } from '../vault/patience.js';
import { readRecoveryKey } from '../vault/recovery-key.js';
import { changeHeader, putRight } from './change-header.js';
import {
  ALREADY,
  damagedIssue,
  LOCKED,
  NO_ANSWER,
  NO_PASSPHRASE,
  NO_VAULT,
  NOT_A_RECOVERY_KEY,
  SAME_PASSPHRASE,
  WRONG,
  waitIssue,
} from './desk-issue.js';
import { openSession, type Session, type SessionOptions } from './session.js';
import { checkSetup } from './setup.js';

export interface DeskOptions extends SessionOptions {
  readonly derive: Derive;
  readonly patience: Patience;
  readonly policy: () => Promise<Policy>;
  readonly random: Pick<Random, 'id'>;
  /** Told each new state. */
  readonly onState: (state: VaultState) => void;
  /** Told when a session opens. */
  readonly onOpen: (session: Session) => void;
  /** Asks the pages to put their work away; resolves when they have, or when they were waited for long enough. */
  readonly beforeLock: () => Promise<void>;
}

export interface Desk {
  state(): VaultState;
  /** The open session; undefined while locked. */
  session(): Session | undefined;
  /** Looks at what is on this computer. */
  look(): Promise<void>;
  create(setup: VaultSetup): Promise<Result<NewVault>>;
  unlock(kind: VaultKind, secret: VaultSecret): Promise<Result<true>>;
  /** Changes the passphrase of the open vault, or makes a new recovery key. */
  change(secret: VaultSecret, next: NextVaultSecret): Promise<Result<ChangedSecret>>;
  lock(): Promise<void>;
  /** Goes on with keys that another page of ours held: the page that kept the vault was closed. */
  takeOver(keys: VaultKeys): Promise<void>;
}

/** What is wrong with the secret that is to come, before anything is tried. */
function nextIssue(secret: VaultSecret, next: NextVaultSecret): Issue | undefined {
  if (!('passphrase' in next)) return undefined;
  if ('passphrase' in secret && secret.passphrase === next.passphrase) return SAME_PASSPHRASE;
  return passphraseIssue(next.passphrase);
}

export function vaultDesk(options: DeskOptions): Desk {
  const { places, patience, derive } = options;
  let state: VaultState = { name: 'checking' };
  let session: Session | undefined;
  /** What was found wrong with a vault once it was open: it stays said until the browser starts again. */
  const broken = new Map<VaultKind, string>();
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const be = (next: VaultState): void => {
    state = next;
    options.onState(next);
  };
  const find = async (kind: VaultKind): Promise<FoundVault> => {
    const message = broken.get(kind);
    return message === undefined ? findVault(kind, places) : { name: 'damaged', message };
  };

  const look = async (): Promise<void> => {
    if (session !== undefined) return;
    const found = await Promise.all(VAULT_KINDS.map(find));
    const kinds = VAULT_KINDS.filter((_, index) => found[index]?.name === 'sound');
    const messages = found.flatMap((one) => (one.name === 'damaged' ? [one.message] : []));
    if (kinds.length > 0) {
      for (const message of messages) options.onNotice(damagedIssue(message));
      const retryAfterMs = await patience.waitMs();
      be({ name: 'locked', kinds, ...(retryAfterMs > 0 ? { retryAfterMs } : {}) });
    } else if (messages.length > 0) be({ name: 'unavailable', message: messages.join(' ') });
    else be({ name: 'none' });
  };

  /** What the officer is told of an error; one that says the records were altered stays said. */
  const refuse = async (kind: VaultKind, error: unknown): Promise<Issue> => {
    const { code, message } = storageError(error);
    if (code === 'CP_STORE_CHAIN_BROKEN' || code === 'CP_VAULT_UNREADABLE')
      broken.set(kind, message);
    await look();
    return damagedIssue(message);
  };

  const close = async (): Promise<void> => {
    if (session === undefined) return;
    await options.beforeLock();
    const closing = session;
    session = undefined;
    await closing.close().catch(() => undefined);
  };

  /** Opens the session, or says why the records cannot be worked with. */
  const begin = async (keys: VaultKeys): Promise<Issue | undefined> => {
    try {
      session = await openSession(keys, options);
    } catch (error) {
      return refuse(keys.kind, error);
    }
    options.onOpen(session);
    be({ name: 'open', kind: keys.kind, officer: keys.identity.officer });
    return undefined;
  };

  /** How a new passphrase is to be derived; undefined when the policy could not be read. */
  const derivationNow = (): Promise<Derivation | undefined> =>
    options.policy().then(
      ({ fips }) => (fips ? PBKDF2 : ARGON2ID),
      () => undefined,
    );

  /** Opens the header with the secret, and counts a wrong one. */
  const tryOn = async (kind: VaultKind, secret: VaultSecret): Promise<Result<OpenedVault>> => {
    if ('passphrase' in secret && secret.passphrase === '') return failed(NO_PASSPHRASE);
    // Told apart from a wrong key by its check character alone, which says nothing of the vault.
    if ('recoveryKey' in secret && readRecoveryKey(secret.recoveryKey) === undefined)
      return failed(NOT_A_RECOVERY_KEY);
    const waitMs = await patience.waitMs();
    if (waitMs > 0) {
      await look();
      return failed(waitIssue(waitMs));
    }
    const found = await find(kind);
    if (found.name !== 'sound')
      return failed(found.name === 'none' ? NO_VAULT : damagedIssue(found.message));
    await patience.countTry();
    let opened: OpenedVault | undefined;
    try {
      opened = await openNewest(found.headers, secret, derive);
    } catch (error) {
      return failed(await refuse(kind, error));
    }
    if (opened === undefined) {
      await look();
      return failed(WRONG);
    }
    await patience.forgive();
    return passed(opened);
  };

  return {
    state: () => state,
    session: () => session,
    look: () => inTurn(look),

    create: (setup) =>
      inTurn(async () => {
        const checked = checkSetup(setup, options.random.id());
        if (!checked.ok) return checked;
        const { kind, passphrase } = setup;
        const found = await find(kind);
        if (found.name === 'damaged') return failed(damagedIssue(found.message));
        if (found.name === 'sound') return failed(ALREADY);
        const derivation = await derivationNow();
        if (derivation === undefined) return failed(NO_ANSWER);
        const made = await makeVault(kind, checked.value, passphrase, derive, derivation);
        await close();
        const issue = await keepNew();
        if (issue) await look();
        return issue ? failed(issue) : passed({ recoveryKey: made.recoveryKey });

        async function keepNew(): Promise<Issue | undefined> {
          try {
            await placeNewVault(made.header, places);
          } catch (error) {
            return damagedIssue(storageError(error).message);
          }
          return begin(made.keys);
        }
      }),

    unlock: (kind, secret) =>
      inTurn(async () => {
        const tried = await tryOn(kind, secret);
        if (!tried.ok) return tried;
        if (session?.keys.kind === kind) return passed(true);
        await close();
        const issue = await begin(tried.value.keys);
        if (issue) return failed(issue);
        const { shelf } = session ?? {};
        if (shelf)
          for (const told of await putRight(tried.value, { shelf, area: places.area }))
            options.onNotice(told);
        return passed(true);
      }),

    change: (secret, next) =>
      inTurn(async () => {
        if (session === undefined) return failed(LOCKED);
        const { kind } = session.keys;
        const weak = nextIssue(secret, next);
        if (weak) return failed(weak);
        const derivation = await derivationNow();
        if (derivation === undefined) return failed(NO_ANSWER);
        const tried = await tryOn(kind, secret);
        if (!tried.ok) return tried;
        const to = 'passphrase' in next ? { ...next, derivation } : next;
        const { shelf } = session;
        return changeHeader(tried.value, secret, to, { derive, shelf, area: places.area });
      }),

    lock: () =>
      inTurn(async () => {
        await close();
        await look();
      }),

    takeOver: (keys) =>
      inTurn(async () => {
        await begin(keys);
      }),
  };
}
