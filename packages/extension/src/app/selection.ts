/** What the officer has selected on the page, in the frame where the menu was opened. */
import { type FailureReason, failureOf } from '../page/snapshot-failure.js';
import type { GrantedTab } from './capture-service.js';

type Scripting = Pick<typeof chrome.scripting, 'executeScript'>;

export interface Selected {
  readonly ok: true;
  readonly text: string;
  /** Of the frame that it stands in; of the page where the frame has no address of its own. */
  readonly url: string;
  /** The page's. */
  readonly title: string;
}

export interface NotSelected {
  readonly ok: false;
  readonly why: FailureReason | 'nothing-selected' | 'frame-not-read';
  /** A plain sentence that says what to do. */
  readonly message: string;
}

/** Never rejects: what goes wrong comes back as a reason and a sentence. */
export async function selectionIn(
  { tabId, frameId }: Pick<GrantedTab, 'tabId' | 'frameId'>,
  scripting: Scripting,
): Promise<Selected | NotSelected> {
  try {
    const results = await scripting.executeScript({
      target: { tabId, allFrames: true },
      func: selectedHere,
    });
    const page = results.find((each) => each.frameId === 0)?.result;
    const asked = results.filter((each) => frameId === undefined || each.frameId === frameId);
    if (asked.length === 0) return FRAME_NOT_READ;
    const found = asked.map(({ result }) => result).find((each) => each?.text.trim());
    if (!found) return NOTHING_SELECTED;
    const hasAddress = /^(https?|file):/.test(found.url);
    return {
      ok: true,
      text: found.text,
      url: hasAddress ? found.url : (page?.url ?? found.url),
      title: page?.title ?? found.title,
    };
  } catch (error) {
    return failureOf(error);
  }
}

/** Runs in each frame. A box keeps its selection to itself; a secret is not read out of one. */
function selectedHere(): { text: string; url: string; title: string } {
  let box = document.activeElement;
  while (box?.shadowRoot?.activeElement) box = box.shadowRoot.activeElement;
  let text = String(globalThis.getSelection() ?? '');
  if (box instanceof HTMLInputElement && box.type === 'password') text = '';
  else if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement)
    text = box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0) || text;
  return { text, url: location.href, title: document.title };
}

const NOTHING_SELECTED: NotSelected = {
  ok: false,
  why: 'nothing-selected',
  message:
    'Nothing is selected on the page. Select the text that you need, then clip the selection again.',
};

const FRAME_NOT_READ: NotSelected = {
  ok: false,
  why: 'frame-not-read',
  message:
    'What you selected stands in a part of the page that comes from elsewhere and cannot be read. Copy the text and paste it.',
};
