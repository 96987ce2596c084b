/** The composition root: the one place where the core, the plugins, the keeper and the browser meet. */
import { firstCodeLists } from '@cyber-prevent/core';
import { adapterService } from '../adapters/adapter-service.js';
import { saveFile } from '../app/download.js';
import { browserShortcuts, type Commands } from '../app/keys/shortcuts.js';
import { awaitForLateViews } from '../app/late-view.js';
import { watchIdleness } from '../app/watch-idleness.js';
import {
  countOnToolbar,
  ensureOffscreen,
  localArea,
  localManaged,
} from '../keeper/client/browser-ports.js';
import { connectPage } from '../keeper/client/connect-page.js';
import { browserHost } from '../keeper/host.js';
import type { Policy, Services } from '../ports/services.js';
import { makeHostAccess } from '../press/host-access.js';
import { hostList } from '../press/host-list.js';
import { pageCapture } from '../press/page-capture.js';
import type { ParserOpening } from '../sandbox/parse-client.js';
import { LiveLists } from './live-lists.js';

/** Services for this page. @throws when the browser gives the page no window */
export async function makeServices({
  opensParser,
}: {
  readonly opensParser: ParserOpening;
}): Promise<Services> {
  const lists = new LiveLists(firstCodeLists());
  const host = browserHost();
  const connection = connectPage(import.meta.env.FIREFOX ? keepInThisPage : ensureOffscreen);
  const hosts = makeHostAccess(chrome.permissions);
  addEventListener('pagehide', () => void hosts.giveBack());
  connection.vault.subscribe(({ name }) => {
    if (name !== 'open') void hosts.giveBack();
  });
  connection.vault.subscribe(({ name }) => watchIdleness(name === 'open'));
  const { id: windowId = -1 } = await chrome.windows.getCurrent();
  const followed = import('./follow-rules.js').then(({ followRules }) =>
    followRules(connection, lists, localManaged),
  );
  awaitForLateViews(followed);
  const policy = async (): Promise<Policy> => (await followed).policy();
  const adapters = adapterService({
    shipped: async () => (await import('../plugins.js')).adapters,
    packed: async () => (await policy()).given?.adapters?.inForce ?? [],
    managed: localManaged,
    work: connection.work,
    vault: connection.vault,
    host,
    prove: async (file) =>
      (await import('../press/late-teach.js')).askTeachWorker({ kind: 'prove', file }),
  });
  const hostClasses = hostList(policy, (change) => {
    void followed.then(({ onChange }) => onChange(change));
    chrome.storage.onChanged.addListener((_, area) => {
      if (area === 'managed') change();
    });
  });
  const { look, parser, tabOf, readAgain, ...capture } = pageCapture({
    host,
    adapters: adapters.inUse,
    windowId,
    hosts,
    hostClasses,
    opensParser,
    onRead: (draft) => void adapters.note(draft),
  });
  return {
    ask: connection.ask,
    vault: { ...connection.vault, beforeLock: connection.beforeLock },
    recovery: connection.recovery,
    backup: connection.backup,
    exchange: connection.exchange,
    store: connection.store,
    saves: connection.saves,
    blobs: connection.blobs,
    log: connection.log,
    seenBefore: connection.seenBefore,
    rows: connection.rows,
    work: connection.work,
    notices: connection.notices,
    capture,
    fill: async () =>
      (await import('../press/late-fill.js')).lateFill({
        look,
        parser,
      }),
    files: async () => (await import('../press/late-files.js')).lateFiles(),
    adapters,
    teach: async () =>
      (await import('../press/late-teach.js')).lateTeach({ windowId, tabOf, readAgain }),
    shortcuts: browserShortcuts(chrome.commands as Commands, chrome.tabs),
    lists,
    host,
    download: saveFile,
    today: () => host.clock.today(),
    policy,
    policyFaults: async () =>
      (await import('../keeper/policy-faults.js')).policyFaults(await localManaged(), lists),
  };
}

/** Keeps the vault in this page, since Firefox has no offscreen document; another page takes over when it closes. */
async function keepInThisPage(): Promise<void> {
  const { keepHere } = await import('../keeper/keep-here.js');
  keepHere({
    area: localArea(),
    managed: localManaged,
    sharesKeys: true,
    onCount: countOnToolbar(),
  });
}
