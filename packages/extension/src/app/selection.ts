/** What the officer has selected on the page, in whichever frame it is. */

/** The text, and the page's address and title; undefined when nothing is selected or the press no longer reaches it. */
export async function selectionIn(
  tabId: number,
): Promise<{ readonly text: string; readonly url: string; readonly title: string } | undefined> {
  const results = await chrome.scripting
    .executeScript({
      target: { tabId, allFrames: true },
      func: () => ({
        text: String(globalThis.getSelection() ?? ''),
        url: location.href,
        title: document.title,
      }),
    })
    .catch(() => []);
  return results.map(({ result }) => result).find((found) => found?.text.trim());
}
