/** Opens the workspace in its own tab, or a second one: the address is always the same and reveals nothing. */
export function openWorkspace(): void {
  void chrome.tabs.create({ url: chrome.runtime.getURL('/workspace.html') });
}
