/** As the toolkit's service worker does it: opens the panel, and says which tab was pressed and when. */
chrome.action.onClicked.addListener((tab) => {
  void chrome.sidePanel.open({ windowId: tab.windowId });
  void chrome.storage.session.set({ press: { tabId: tab.id, at: Date.now() } });
});
