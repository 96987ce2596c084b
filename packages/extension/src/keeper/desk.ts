/** The desk of the vault: sets up, unlocks and locks, one thing at a time, and knows what state the vault is in. */
import { failed, type Issue, passed, type Random, type Result } from '@cyber-prevent/core';
import type {
  ChangedSecret,
  NewVault,
  NextVaultSecret,
  Policy,
  VaultAside,
  VaultDamage,
  VaultKind,
  VaultRemains,
  VaultSecret,
  VaultSetup,
  VaultState,
} from '../app/services.js';
import type { CopyPlace } from '../storage/copy-place.js';
import { type FoundVault, findVault, unavailable } from '../storage/header-place.js';
import { placeNewVault } from '../storage/new-vault.js';
import type { Places } from '../storage/places.js';
import { type CopyPiece, copyPiece } from '../storage/sealed-copy.js';
import type { Shelf } from '../storage/shelf.js';
import { setAsideBefore, setVaultAside, standingPlaces } from '../storage/standing.js';
import { surveyVault } from '../storage/survey.js';
import { isDamage, storageError } from '../storage/trouble.js';
import type { Derivation, Derive } from '../vault/derivation.js';
import { ARGON2ID, PBKDF2 } from '../vault/derivation.js';
import { VAULT_KINDS, type VaultHeader } from '../vault/header.js';
import { makeVault, type OpenedVault, openNewest, type VaultKeys } from '../vault/open-vault.js';
import { passphraseIssue } from '../vault/passphrase.js';
import type { Patience } from '../vault/patience.js';
import { readRecoveryKey } from '../vault/recovery-key.js';
import {
  changeHeader,
  changePolicyReference,
  type HeaderPlaces,
  putRight,
} from './change-header.js';
import { alteredHeader, damagedState, foundDamaged, surveyed } from './desk-damage.js';
import {
  ALREADY,
  damagedIssue,
  LOCKED,
  NO_ANSWER,
  NO_PASSPHRASE,
  NO_VAULT,
  NOT_A_RECOVERY_KEY,
  NOT_DAMAGED,
  notDamaged,
  SAME_PASSPHRASE,
  setAsideIssue,
  WRONG,
  waitIssue,
} from './desk-issue.js';
import { openSession, type Session, type SessionOptions } from './session.js';
import { checkPolicy, checkSetup } from './setup.js';

export interface DeskOptions extends SessionOptions {
  readonly derive: Derive;
  readonly patience: Patience;
  readonly policy: () => Promise<Policy>;
  readonly random: Pick<Random, 'id'>;
  /** Told each new state. */
  readonly onState: (state: VaultState) => void;
  /** Told when a session opens. */
  readonly onOpen: (session: Session) => void;
  /** Told when who the officer is changed in the open session. */
  readonly onIdentity: (session: Session) => void;
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
  /** Keeps the policy document's reference with the officer of the open vault; empty takes it away. */
  enterPolicy(reference: string): Promise<Result<true>>;
  /** Looks again, forgetting what was found wrong before. */
  tryAgain(): Promise<void>;
  /** Puts right what can be, opens the vault if that is all of it, and counts what is left if not. */
  recover(kind: VaultKind, secret: VaultSecret): Promise<Result<VaultRemains>>;
  /** One piece of a damaged vault as it lies on the disk. @throws {PreventError} `CP_STORE_CLOSED` for any other */
  sealedCopy(kind: VaultKind, place: CopyPlace): Promise<CopyPiece>;
  /** Leaves a damaged vault as it is and lets the next one be made beside it. */
  startFresh(kind: VaultKind): Promise<Result<true>>;
  /** Vaults that were left so, oldest first. */
  vaultsAside(): Promise<readonly VaultAside[]>;
  /** Places the vault that a backup is of, with nothing in it yet, and opens it; a damaged one is left beside it. */
  adopt(header: VaultHeader, keys: VaultKeys): Promise<Result<true>>;
  lock(): Promise<void>;
  /** Goes on with keys that another page of ours held: the page that kept the vault was closed. */
  takeOver(keys: VaultKeys): Promise<void>;
}

const NONE: FoundVault = { name: 'none' };
const NOTHING_LOST = { entries: 0, readable: 0, missing: [], records: 0 } as const;

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
  const broken = new Map<VaultKind, VaultDamage>();
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
  const standing = (kind: VaultKind): Promise<Places> => standingPlaces(kind, places);
  const find = (kind: VaultKind): Promise<FoundVault> =>
    standing(kind).then(
      (here) => findVault(kind, here),
      () => unavailable(kind),
    );
  const damageOf = (kind: VaultKind, found: FoundVault): VaultDamage | undefined =>
    broken.get(kind) ?? foundDamaged(kind, found);

  const look = async (): Promise<void> => {
    if (session !== undefined) return;
    const found = await Promise.all(VAULT_KINDS.map(find));
    const damages = VAULT_KINDS.map((kind, index) => damageOf(kind, found[index] ?? NONE));
    const kinds = VAULT_KINDS.filter(
      (_, index) => found[index]?.name === 'sound' && damages[index] === undefined,
    );
    const damaged = damages.filter((one) => one !== undefined);
    const unread = found.flatMap((one) => (one.name === 'unavailable' ? [one.message] : []));
    if (kinds.length > 0) {
      for (const message of [...damaged.map((one) => one.message), ...unread])
        options.onNotice(damagedIssue(message));
      const retryAfterMs = await patience.waitMs();
      be({
        name: 'locked',
        kinds,
        ...(retryAfterMs > 0 ? { retryAfterMs } : {}),
        ...(damaged.length > 0 ? { damaged } : {}),
      });
    } else if (unread.length > 0 && damaged.length === 0)
      be({ name: 'unavailable', message: unread.join(' ') });
    else be(damagedState(damaged) ?? { name: 'none' });
  };

  /** What the officer is told of an error; one that says the records were altered stays said. */
  const refuse = async (kind: VaultKind, error: unknown, keys?: VaultKeys): Promise<Issue> => {
    const said = storageError(error);
    if (isDamage(said)) {
      const survey = keys && (await surveyVault(keys, await standing(kind)).catch(() => undefined));
      broken.set(kind, survey ? surveyed(kind, survey) : alteredHeader(kind, said.message));
    }
    await look();
    return damagedIssue(broken.get(kind)?.message ?? said.message);
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
    const { kind } = keys;
    let opened: Session;
    try {
      opened = await openSession(keys, { ...options, places: await standing(kind) });
    } catch (error) {
      return refuse(kind, error, keys);
    }
    session = opened;
    options.onOpen(opened);
    be({ name: 'open', kind, officer: keys.identity.officer });
    opened.whole.catch((error: unknown) => inTurn(() => giveUp(opened, error)));
    return undefined;
  };

  /** The records turned out to be of no use after the vault was open. */
  const giveUp = async (opened: Session, error: unknown): Promise<void> => {
    if (session !== opened) return;
    await close();
    const { keys } = opened;
    options.onNotice(await refuse(keys.kind, error, keys));
  };

  /** Places a vault that is not on this computer yet, and opens it; or says why not, and looks at what there is. */
  const placeAndBegin = async (
    header: VaultHeader,
    keys: VaultKeys,
  ): Promise<Issue | undefined> => {
    await close();
    try {
      await placeNewVault(header, await standing(keys.kind));
    } catch (error) {
      await look();
      return damagedIssue(storageError(error).message);
    }
    return begin(keys);
  };

  /** Leaves a damaged vault as it is, beside whatever comes next. */
  const leaveAside = async (kind: VaultKind): Promise<Issue | undefined> => {
    try {
      await setVaultAside(kind, places, options.host.clock.now());
    } catch (error) {
      return damagedIssue(storageError(error).message);
    }
    broken.delete(kind);
    options.onNotice(setAsideIssue(kind));
    return undefined;
  };

  /** How a new passphrase is to be derived; undefined when the policy could not be read. */
  const derivationNow = (): Promise<Derivation | undefined> =>
    options.policy().then(
      ({ fips }) => (fips ? PBKDF2 : ARGON2ID),
      () => undefined,
    );

  /**
   * Opens the header with the secret, and counts a wrong one.
   *
   * @param isDamagedToo - tries a vault that is damaged as well: for what is left of it
   */
  const tryOn = async (
    kind: VaultKind,
    secret: VaultSecret,
    isDamagedToo = false,
  ): Promise<Result<OpenedVault>> => {
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
    const damage = damageOf(kind, found);
    if (found.name === 'none') return failed(NO_VAULT);
    if (found.name === 'unavailable') return failed(damagedIssue(found.message));
    if (damage && !(isDamagedToo && found.headers.length > 0)) {
      // It may have come about since the browser was started.
      await look();
      return failed(damagedIssue(damage.message));
    }
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

  const headerPlaces = async (shelf: Shelf, kind: VaultKind): Promise<HeaderPlaces> => ({
    shelf,
    area: (await standing(kind)).area,
  });

  const levelHeaders = async (opened: OpenedVault): Promise<void> => {
    if (session === undefined) return;
    const { shelf, keys } = session;
    for (const told of await putRight(opened, await headerPlaces(shelf, keys.kind)))
      options.onNotice(told);
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
        const damage = damageOf(kind, found);
        if (damage) return failed(damagedIssue(damage.message));
        if (found.name === 'unavailable') return failed(damagedIssue(found.message));
        if (found.name === 'sound') return failed(ALREADY);
        const derivation = await derivationNow();
        if (derivation === undefined) return failed(NO_ANSWER);
        const made = await makeVault(kind, checked.value, passphrase, derive, derivation);
        const issue = await placeAndBegin(made.header, made.keys);
        return issue ? failed(issue) : passed({ recoveryKey: made.recoveryKey });
      }),

    unlock: (kind, secret) =>
      inTurn(async () => {
        const tried = await tryOn(kind, secret);
        if (!tried.ok) return tried;
        if (session?.keys.kind === kind) return passed(true);
        await close();
        const issue = await begin(tried.value.keys);
        if (issue) return failed(issue);
        await levelHeaders(tried.value);
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
        return changeHeader(tried.value, secret, to, {
          derive,
          ...(await headerPlaces(shelf, kind)),
        });
      }),

    enterPolicy: (typed) =>
      inTurn(async () => {
        if (session === undefined) return failed(LOCKED);
        const reference = checkPolicy(typed);
        if (!reference.ok) return reference;
        const { keys, shelf } = session;
        const found = await find(keys.kind);
        if (found.name === 'none') return failed(NO_VAULT);
        if (found.name !== 'sound') return failed(damagedIssue(found.message));
        const places = await headerPlaces(shelf, keys.kind);
        const changed = await changePolicyReference(keys, found.headers, reference.value, places);
        if (!changed.ok) return changed;
        session.keys = { ...keys, identity: changed.value };
        options.onIdentity(session);
        be({ name: 'open', kind: keys.kind, officer: changed.value.officer });
        return passed(true);
      }),

    tryAgain: () =>
      inTurn(async () => {
        broken.clear();
        await look();
      }),

    recover: (kind, secret) =>
      inTurn(async () => {
        const tried = await tryOn(kind, secret, true);
        if (!tried.ok) return tried;
        const { keys } = tried.value;
        await close();
        // Neither copy has anything: to open it would show the officer a vault with nothing in it.
        const isSound = (await find(kind)).name === 'sound';
        broken.delete(kind);
        const issue = isSound ? await begin(keys) : undefined;
        await session?.whole.catch((error: unknown) => session && giveUp(session, error));
        if (session) {
          await levelHeaders(tried.value);
          return passed({ isOpen: true, ...NOTHING_LOST });
        }
        if (issue && !broken.has(kind)) return failed(issue);
        try {
          const survey = await surveyVault(keys, await standing(kind));
          broken.set(kind, surveyed(kind, survey));
          await look();
          const { entries, readable, missing, records } = survey;
          return passed({ isOpen: false, entries, readable, missing: [...missing], records });
        } catch (error) {
          return failed(damagedIssue(storageError(error).message));
        }
      }),

    sealedCopy: (kind, place) =>
      inTurn(async () => {
        if (damageOf(kind, await find(kind)) === undefined) throw notDamaged();
        return copyPiece(kind, await standing(kind), place);
      }),

    startFresh: (kind) =>
      inTurn(async () => {
        if (damageOf(kind, await find(kind)) === undefined) return failed(NOT_DAMAGED);
        const issue = await leaveAside(kind);
        await look();
        return issue ? failed(issue) : passed(true);
      }),

    adopt: (header, keys) =>
      inTurn(async () => {
        const { kind } = keys;
        const found = await find(kind);
        const damage = damageOf(kind, found);
        if (found.name === 'unavailable') return failed(damagedIssue(found.message));
        if (found.name === 'sound' && !damage) return failed(ALREADY);
        const issue = (damage && (await leaveAside(kind))) ?? (await placeAndBegin(header, keys));
        return issue ? failed(issue) : passed(true);
      }),

    async vaultsAside() {
      const found = await Promise.all(
        VAULT_KINDS.map(async (kind) =>
          (await setAsideBefore(kind, places.area)).map(({ at }) => ({ kind, at })),
        ),
      );
      return found.flat().toSorted((one, other) => (one.at < other.at ? -1 : 1));
    },

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
