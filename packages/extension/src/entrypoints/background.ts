/**
 * The service worker: opens the panel on the officer's press and passes on the pressed tab. It has no state and no key.
 */
import { defineBackground } from 'wxt/utils/define-background';
import { serveStorage, serveToolbar } from '../keeper/client/browser-ports.js';
import { rememberGrant } from '../press/grant.js';
import { dropHosts } from '../press/host-access.js';
import { rememberPoint } from '../press/point-press.js';
import { lockOnIdle } from '../start/idle-lock.js';

/** Command during teaching: “this one”. */
const POINT = 'point-at';

/** The item of the menu, and the command that does the same. */
const CLIP_MENU = 'clip-selection';

export default defineBackground(() => {
  chrome.runtime.onInstalled.addListener(() => {
    chrome.contextMenus.create({
      id: CLIP_MENU,
      title: 'Clip the selection',
      contexts: ['selection'],
    });
  });

  chrome.runtime.onStartup.addListener(() => void dropHosts(chrome.permissions));

  chrome.action.onClicked.addListener((tab) => {
    // Must be called before any await: for the browser the click is the permission to open the panel.
    openPanel(tab);
    void rememberGrant(tab, 'page');
  });

  chrome.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== CLIP_MENU || tab === undefined) return;
    openPanel(tab);
    void rememberGrant(tab, 'selection', info.frameId);
  });

  chrome.commands.onCommand.addListener((command, tab) => {
    if (command === POINT && tab !== undefined) void rememberPoint(tab);
    if (command !== CLIP_MENU || tab === undefined) return;
    openPanel(tab);
    void rememberGrant(tab, 'selection');
  });

  lockOnIdle();
  serveStorage();
  serveToolbar();
});

function openPanel(tab: chrome.tabs.Tab): void {
  if (import.meta.env.FIREFOX) {
    const { browser } = globalThis as unknown as {
      browser?: { sidebarAction: { open(): Promise<void> } };
    };
    void browser?.sidebarAction.open();
    return;
  }
  void chrome.sidePanel.open({ windowId: tab.windowId });
}
