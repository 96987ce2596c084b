/** The vault that the desk has in hand: the vaults found, the open one, the damage. The acts of the desk work on it. */
import { failed, type Issue, passed, type Random, type Result } from '@cyber-prevent/core';
import type { Policy, VaultDamage, VaultKind, VaultSecret, VaultState } from '../ports/services.js';
import { VAULT_KINDS } from '../ports/vault-terms.js';
import { type FoundVault, findVault, unavailable } from '../storage/journal/header-place.js';
import { placeNewVault } from '../storage/new-vault.js';
import type { Places } from '../storage/place/places.js';
import { isDamage, storageError } from '../storage/place/trouble.js';
import type { Shelf } from '../storage/shelf.js';
import { setVaultAside, standingPlaces } from '../storage/standing.js';
import { surveyVault } from '../storage/survey.js';
import type { Derive } from '../vault/derivation.js';
import type { VaultHeader } from '../vault/header.js';
import { type OpenedVault, openNewest, type VaultKeys } from '../vault/open-vault.js';
import type { Patience } from '../vault/patience.js';
import { readRecoveryKey } from '../vault/recovery-key.js';
import { type HeaderPlaces, putRight } from './desk/change-header.js';
import { alteredHeader, damagedState, foundDamaged, surveyed } from './desk/desk-damage.js';
import {
  damagedIssue,
  NO_PASSPHRASE,
  NO_VAULT,
  NOT_A_RECOVERY_KEY,
  setAsideIssue,
  WRONG,
  waitIssue,
} from './desk/desk-issue.js';
import { openSession, type Session } from './session.js';
import type { SessionOptions } from './session-options.js';

export interface DeskOptions extends SessionOptions {
  readonly derive: Derive;
  readonly patience: Patience;
  readonly policy: () => Promise<Policy>;
  readonly random: Pick<Random, 'id'>;
  /** Called with each new state. */
  readonly onState: (state: VaultState) => void;
  /** Called when a session opens. */
  readonly onOpen: (session: Session) => void;
  /** Called when the officer's details changed in the open session. */
  readonly onIdentity: (session: Session) => void;
  /** Asks the pages to save their work; resolves when they have, or when the time is up. */
  readonly beforeLock: () => Promise<void>;
}

export interface VaultInHand {
  readonly state: VaultState;
  /** The open session; undefined while locked. */
  readonly session: Session | undefined;
  /** Damage found in a vault once it was open: it stays reported until the browser starts again. */
  readonly broken: Map<VaultKind, VaultDamage>;
  /** Runs acts one after another. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  be(next: VaultState): void;
  standing(kind: VaultKind): Promise<Places>;
  find(kind: VaultKind): Promise<FoundVault>;
  damageOf(kind: VaultKind, found: FoundVault): VaultDamage | undefined;
  look(): Promise<void>;
  close(): Promise<void>;
  /**
   * Opens the session, or says why the records cannot be worked with.
   *
   * @param isUnmarkedTaken - opens one that has entries without a mark to say how many there were: the officer was
   * warned
   * @param isFilled - for a vault that is filled from a backup
   */
  begin(keys: VaultKeys, isUnmarkedTaken?: boolean, isFilled?: boolean): Promise<Issue | undefined>;
  /** Gives up a vault whose records turned out to be unusable after it was open. */
  giveUp(opened: Session, error: unknown): Promise<void>;
  /** Places a vault that is not on this computer yet, and opens it; or gives the reason why not, and looks again. */
  placeAndBegin(
    header: VaultHeader,
    keys: VaultKeys,
    isFilled?: boolean,
  ): Promise<Issue | undefined>;
  /** Leaves a damaged vault unchanged, next to its successor. */
  leaveAside(kind: VaultKind): Promise<Issue | undefined>;
  /**
   * Opens the header with the secret, and counts a wrong one.
   *
   * @param isDamagedToo - tries a damaged vault as well: for its remains
   */
  tryOn(kind: VaultKind, secret: VaultSecret, isDamagedToo?: boolean): Promise<Result<OpenedVault>>;
  headerPlaces(shelf: Shelf, kind: VaultKind): Promise<HeaderPlaces>;
  /** Updates the outdated copies of the header. */
  levelHeaders(opened: OpenedVault): Promise<void>;
}

const NONE: FoundVault = { name: 'none' };

export function vaultInHand(options: DeskOptions): VaultInHand {
  const { places, patience, derive } = options;
  let state: VaultState = { name: 'checking' };
  let session: Session | undefined;
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

  /** The message to the officer for an error; one that says the records were altered stays reported. */
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

  const begin = async (
    keys: VaultKeys,
    isUnmarkedTaken = false,
    isFilled = false,
  ): Promise<Issue | undefined> => {
    const { kind } = keys;
    let opened: Session;
    try {
      const places = await standing(kind);
      opened = await openSession(keys, { ...options, places, isUnmarkedTaken, isFilled });
    } catch (error) {
      return refuse(kind, error, keys);
    }
    session = opened;
    options.onOpen(opened);
    be({ name: 'open', kind, officer: keys.identity.officer });
    opened.whole.catch((error: unknown) => inTurn(() => giveUp(opened, error)));
    return undefined;
  };

  const giveUp = async (opened: Session, error: unknown): Promise<void> => {
    if (session !== opened) return;
    await close();
    const { keys } = opened;
    options.onNotice(await refuse(keys.kind, error, keys));
  };

  const placeAndBegin = async (
    header: VaultHeader,
    keys: VaultKeys,
    isFilled = false,
  ): Promise<Issue | undefined> => {
    await close();
    try {
      await placeNewVault({ header, keys }, await standing(keys.kind));
    } catch (error) {
      await look();
      return damagedIssue(storageError(error).message);
    }
    return begin(keys, false, isFilled);
  };

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

  const tryOn = async (
    kind: VaultKind,
    secret: VaultSecret,
    isDamagedToo = false,
  ): Promise<Result<OpenedVault>> => {
    if ('passphrase' in secret && secret.passphrase === '') return failed(NO_PASSPHRASE);
    // Distinguished from a wrong key by its check character alone, which reveals nothing about the vault.
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
      // The damage may have occurred since the browser was started.
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
    get state() {
      return state;
    },
    get session() {
      return session;
    },
    broken,
    inTurn,
    be,
    standing,
    find,
    damageOf,
    look,
    close,
    begin,
    giveUp,
    placeAndBegin,
    leaveAside,
    tryOn,
    headerPlaces,
    levelHeaders,
  };
}
