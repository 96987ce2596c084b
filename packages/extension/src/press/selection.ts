/** The officer's selection on the page, in the frame where the menu was opened. */
import { type FailureReason, failureOf } from '../page/snapshot-failure.js';
import type { GrantedTab } from '../ports/capture-service.js';
import type { SelectionPlace } from '../sandbox/parse-request.js';

type Scripting = Pick<typeof chrome.scripting, 'executeScript'>;

export interface Selected {
  readonly ok: true;
  readonly text: string;
  /** Of the selection's frame; of the page if the frame has none, such as `about:srcdoc`. */
  readonly url: string;
  /** Title of the page. */
  readonly title: string;
  readonly at: SelectionPlace;
}

export interface NotSelected {
  readonly ok: false;
  readonly why: FailureReason | 'nothing-selected' | 'frame-not-read';
  /** A plain sentence that says what to do. */
  readonly message: string;
}

/** Never rejects: a failure is returned as a reason and a sentence. */
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
    const found = asked
      .flatMap(({ result }) => (result?.text.trim() ? [result] : []))
      .toSorted((a, b) => Number(b.isFocused) - Number(a.isFocused))[0];
    if (!found) return NOTHING_SELECTED;
    const hasAddress = /^(https?|file):/.test(found.url);
    return {
      ok: true,
      text: found.text,
      url: hasAddress ? found.url : (page?.url ?? found.url),
      title: page?.title ?? found.title,
      at: found.at,
    };
  } catch (error) {
    return failureOf(error);
  }
}

interface SelectedHere {
  readonly text: string;
  readonly url: string;
  readonly title: string;
  /** True if this frame, and not one inside it, has the focus. */
  readonly isFocused: boolean;
  readonly at: SelectionPlace;
}

/** Runs in each frame. A box has its own selection; that of a secret is not read. */
function selectedHere(): SelectedHere {
  const DEEPEST = 200;
  const LONGEST = 200;
  const MOST_OWNERS = 6;
  let box = document.activeElement;
  while (box?.shadowRoot?.activeElement) box = box.shadowRoot.activeElement;
  const selection = globalThis.getSelection();
  let text = String(selection ?? '');
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const around = range?.commonAncestorContainer;
  let element = around instanceof Element ? around : around?.parentElement;
  if (box instanceof HTMLInputElement && box.type === 'password') text = '';
  else if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement) {
    const typed = box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0);
    if (typed) element = box;
    text = typed || text;
  }

  /** Built from the same steps as in readings; a unique id shortens the path. */
  const selectorOf = (of: Element): string => {
    const steps: string[] = [];
    for (let at: Element | null = of; at && steps.length < DEEPEST; at = at.parentElement) {
      const { id, localName } = at;
      if (/^[A-Za-z][\w-]*$/.test(id) && document.querySelectorAll(`#${id}`).length === 1) {
        steps.unshift(`#${id}`);
        break;
      }
      let nth = 1;
      for (let up = at.previousElementSibling; up; up = up.previousElementSibling)
        if (up.localName === localName) nth += 1;
      steps.unshift(`${localName}:nth-of-type(${nth})`);
    }
    return steps.join(' > ');
  };
  /** The headings over it by level, the legend of its group, the title of its table. */
  const ownersOf = (of: Element): string[] => {
    const owners: string[] = [];
    let level = 8;
    for (let at: Element | null = of; at && owners.length < MOST_OWNERS; at = at.parentElement)
      for (let up = at.previousElementSibling; up; up = up.previousElementSibling) {
        const { localName } = up;
        const its = /^h[1-6]$/.test(localName) ? Number(localName.slice(1)) : 7;
        if ((its === 7 && !/^(?:legend|caption)$/.test(localName)) || its >= level) continue;
        const said = up.textContent?.replace(/\s+/g, ' ').trim() ?? '';
        if (said === '') continue;
        level = its;
        owners.unshift(said.slice(0, LONGEST));
      }
    return owners;
  };
  const frame: number[] = [];
  for (let at: Window = window; at !== at.parent && frame.length < 32; at = at.parent) {
    let index = Math.min(at.parent.length, 1_000) - 1;
    while (index >= 0 && at.parent[index] !== at) index -= 1;
    frame.unshift(index);
  }
  return {
    text,
    url: location.href,
    title: document.title,
    isFocused: document.hasFocus() && !(box instanceof HTMLIFrameElement),
    at: {
      frame,
      selector: element ? selectorOf(element) : '',
      owner: element ? ownersOf(element) : [],
    },
  };
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
    'What you selected is in a part of the page that comes from elsewhere and cannot be read. Copy the text and paste it.',
};
