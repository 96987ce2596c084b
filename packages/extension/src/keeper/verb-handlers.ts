/** The keeper's handler for each verb. */
import { type Host, type Issue, passed } from '@cyber-prevent/core';
import type { Verb } from '../ports/verbs/verbs.js';
import { cardOf, fingerprint, readCard } from '../vault/card.js';
import type { HandlersOf } from './answer-request.js';
import type { Desk } from './desk/desk.js';
import { loggedCheckpoint } from './desk/logged-checkpoint.js';
import type { Pages } from './desk/pages.js';
import { type BackupJobs, readDisposalList } from './file/backup-jobs.js';
import type { Session } from './session.js';
import { sessionHandlers } from './session-handlers.js';
import { signerOf } from './signer.js';
import { whileOpen } from './while-open.js';

export interface HandlerParts {
  readonly host: Pick<Host, 'clock'>;
  readonly desk: Desk;
  readonly pages: Pages;
  readonly backups: BackupJobs;
  readonly notices: readonly Issue[];
  /** Called with the key of saved or discarded work. */
  readonly onWork: (key: string) => void;
  /** Called when every page is to be covered. */
  readonly onBlank: () => void;
}

export function verbHandlers({
  host: { clock },
  desk,
  pages,
  backups,
  notices,
  onWork,
  onBlank,
}: HandlerParts): HandlersOf<Verb> {
  const session = (): Session | undefined => desk.session();
  const opened = whileOpen(session);

  return {
    ...sessionHandlers({ clock, session, onWork }),
    async join(_, client) {
      pages.join(client);
      // Storage that was unavailable at start may be available by now, and a wait may be over.
      const state = desk.state();
      if (state.name === 'unavailable' || 'retryAfterMs' in state) await desk.look();
      return { state: desk.state(), notices };
    },
    async leave(_, client) {
      const open = session();
      open?.finds.left(client);
      void open?.puts.drop(client).catch(() => undefined);
      pages.leave(client);
    },
    'put-away': async (_, client) => pages.answer(client),
    create: ([setup]) => desk.create(setup),
    unlock: ([kind, secret]) => desk.unlock(kind, secret),
    lock: () => desk.lock(),
    async blank() {
      onBlank();
      await desk.lock();
    },
    change: ([secret, next]) => desk.change(secret, next),
    'enter-policy': ([reference]) => desk.enterPolicy(reference),
    'try-again': () => desk.tryAgain(),
    recover: ([kind, secret]) => desk.recover(kind, secret),
    'sealed-copy': ([kind, place]) => desk.sealedCopy(kind, place),
    'start-fresh': ([kind]) => desk.startFresh(kind),
    'set-aside': () => opened(async ({ quarantine }) => [...(await quarantine.list())]),
    'vaults-aside': async () => [...(await desk.vaultsAside())],
    'forget-set-aside': () => opened(({ quarantine }) => quarantine.forget()),
    card: () =>
      opened(async ({ keys }) => {
        const card = cardOf(keys.identity);
        return { card, fingerprint: await fingerprint(card) };
      }),
    checkpoint: ([asked]) =>
      opened((open) =>
        open.write(undefined, (store) =>
          loggedCheckpoint(asked, store, { signer: signerOf(open.keys), clock }),
        ),
      ),
    'sign-pack': ([text]) => opened(({ keys }) => signerOf(keys).sign(text)),
    'backup-last': () => opened((open) => backups.last(open)),
    'backup-make': () => opened((open) => backups.make(open)),
    'backup-piece': ([job, index]) => opened(() => backups.piece(job, index)),
    'backup-read': async ([what, secret, disposed]) =>
      backups.read(what, secret, readDisposalList(disposed)),
    'backup-push': ([job, index, bytes]) => backups.push(job, index, bytes),
    'backup-end': ([job]) => backups.end(job),
    'backup-stop': async ([job]) => backups.stop(job),
    'read-card': async ([text]) => {
      const read = await readCard(parsed(text));
      if (!read.ok) return read;
      return passed({ card: read.value, fingerprint: await fingerprint(read.value) });
    },
    'exchange-make': ([asked]) => opened((open) => backups.makeExchange(open, asked)),
    'exchange-read': async ([what, asked]) => backups.readExchange(what, asked),
    'disposal-list': () =>
      opened(async (open) => ({
        device: open.keys.identity.device.slice(0, 8),
        text: await backups.disposalList(open),
      })),
  };
}

/** Returns undefined if the text is not JSON, so not a card. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
