/** Opens the workspace in a tab of its own, or a second one: the address is always the same and says nothing. */
export function openWorkspace(): void {
  void chrome.tabs.create({ url: chrome.runtime.getURL('/workspace.html') });
}
