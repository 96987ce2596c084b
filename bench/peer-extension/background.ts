/** Works like the toolkit's service worker: opens the panel, and passes on the pressed tab and the time. */
chrome.action.onClicked.addListener((tab) => {
  void chrome.sidePanel.open({ windowId: tab.windowId });
  void chrome.storage.session.set({ press: { tabId: tab.id, at: Date.now() } });
});
