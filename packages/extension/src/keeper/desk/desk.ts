/** The desk of the vault: sets up, unlocks and locks, one act at a time, and knows the state of the vault. */
import { failed, type Issue, passed, type Result } from '@cyber-prevent/core';
import type { CopyPiece, CopyPlace } from '../../ports/sealed-copy.js';
import type {
  ChangedSecret,
  NewVault,
  NextVaultSecret,
  VaultAside,
  VaultKind,
  VaultRemains,
  VaultSecret,
  VaultSetup,
  VaultState,
} from '../../ports/services.js';
import { VAULT_KINDS } from '../../ports/vault-terms.js';
import { storageError } from '../../storage/place/trouble.js';
import { copyPiece } from '../../storage/sealed-copy.js';
import { setAsideBefore } from '../../storage/standing.js';
import { surveyVault } from '../../storage/survey.js';
import type { Derivation } from '../../vault/derivation.js';
import { ARGON2ID, PBKDF2 } from '../../vault/derivation.js';
import type { VaultHeader } from '../../vault/header.js';
import { makeVault, type VaultKeys } from '../../vault/open-vault.js';
import { passphraseIssue } from '../../vault/passphrase.js';
import type { Session } from '../session.js';
import { checkPolicy, checkSetup } from '../setup.js';
import { type DeskOptions, vaultInHand } from '../vault-in-hand.js';
import { changeHeader, changePolicyReference } from './change-header.js';
import { surveyed } from './desk-damage.js';
import {
  ALREADY,
  damagedIssue,
  LOCKED,
  NO_ANSWER,
  NO_VAULT,
  NOT_DAMAGED,
  notDamaged,
  SAME_PASSPHRASE,
} from './desk-issue.js';

export interface Desk {
  state(): VaultState;
  /** The open session; undefined while locked. */
  session(): Session | undefined;
  /** Looks for vaults on this computer. */
  look(): Promise<void>;
  create(setup: VaultSetup): Promise<Result<NewVault>>;
  unlock(kind: VaultKind, secret: VaultSecret): Promise<Result<true>>;
  /** Changes the passphrase of the open vault, or makes a new recovery key. */
  change(secret: VaultSecret, next: NextVaultSecret): Promise<Result<ChangedSecret>>;
  /** Keeps the policy document's reference with the officer of the open vault; an empty one removes it. */
  enterPolicy(reference: string): Promise<Result<true>>;
  /** Looks again, and forgets the damage found before. */
  tryAgain(): Promise<void>;
  /**
   * Repairs all that it can, opens the vault if that was everything, and counts the remains if not. Also opens one
   * without marks if all its entries can be read, and says so.
   */
  recover(kind: VaultKind, secret: VaultSecret): Promise<Result<VaultRemains>>;
  /** One piece of a damaged vault as it is on the disk. @throws {PreventError} `CP_STORE_CLOSED` for any other */
  sealedCopy(kind: VaultKind, place: CopyPlace): Promise<CopyPiece>;
  /** Leaves a damaged vault unchanged and lets the next one be made next to it. */
  startFresh(kind: VaultKind): Promise<Result<true>>;
  /** Vaults that were left in this way, oldest first. */
  vaultsAside(): Promise<readonly VaultAside[]>;
  /** Places the vault of a backup, still empty, and opens it; a damaged one is left next to it. */
  adopt(header: VaultHeader, keys: VaultKeys): Promise<Result<true>>;
  lock(): Promise<void>;
  /** Lets a changed policy act in the open vault; one that is being unlocked is waited for. */
  readPolicyAgain(): Promise<void>;
  /** Continues with keys from another page of ours: the page that kept the vault was closed. */
  takeOver(keys: VaultKeys): Promise<void>;
}

const NOTHING_LOST = { entries: 0, readable: 0, missing: [], records: 0 } as const;

/** The problem with the new secret, if any, before anything is tried. */
function nextIssue(secret: VaultSecret, next: NextVaultSecret): Issue | undefined {
  if (!('passphrase' in next)) return undefined;
  if ('passphrase' in secret && secret.passphrase === next.passphrase) return SAME_PASSPHRASE;
  return passphraseIssue(next.passphrase);
}

export function vaultDesk(options: DeskOptions): Desk {
  const { places, derive } = options;
  const hand = vaultInHand(options);
  const { inTurn, be, standing, find, damageOf, look, close, begin, giveUp } = hand;
  const { placeAndBegin, leaveAside, tryOn, headerPlaces, levelHeaders, broken } = hand;

  /** The derivation for a new passphrase; undefined when the policy could not be read. */
  const derivationNow = (): Promise<Derivation | undefined> =>
    options.policy().then(
      ({ fips }) => (fips ? PBKDF2 : ARGON2ID),
      () => undefined,
    );

  return {
    state: () => hand.state,
    session: () => hand.session,
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
        if (hand.session?.keys.kind === kind) return passed(true);
        await close();
        const issue = await begin(tried.value.keys);
        if (issue) return failed(issue);
        await levelHeaders(tried.value);
        return passed(true);
      }),

    change: (secret, next) =>
      inTurn(async () => {
        const { session } = hand;
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
        const { session } = hand;
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
        // Neither copy has any entries: opening it would show the officer an empty vault.
        const isSound = (await find(kind)).name === 'sound';
        broken.delete(kind);
        const issue = isSound ? await begin(keys, true) : undefined;
        const { session } = hand;
        await session?.whole.catch((error: unknown) => giveUp(session, error));
        if (hand.session) {
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
        const issue =
          (damage && (await leaveAside(kind))) ?? (await placeAndBegin(header, keys, true));
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

    async readPolicyAgain() {
      // Reads outside the turn: a lock does not wait for it.
      await inTurn(async () => undefined);
      await hand.session?.packs.reread();
    },

    takeOver: (keys) =>
      inTurn(async () => {
        await begin(keys);
      }),
  };
}
