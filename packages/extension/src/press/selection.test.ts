// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { selectionIn } from './selection.js';

type Scripting = Parameters<typeof selectionIn>[1];
interface Frame {
  readonly frameId: number;
  readonly text: string;
  readonly url?: string;
  readonly isFocused?: boolean;
}

const TAB = { tabId: 7 };
const NOWHERE = { selector: '', owner: [] };
const REFUSED = 'Cannot access contents of the page. Extension manifest must request permission.';

/** A browser that admits scripts to these frames, each with its selection. */
function browserWith(...frames: readonly Frame[]): Scripting {
  return {
    executeScript: async () =>
      frames.map(({ frameId, text, url, isFocused }) => ({
        frameId,
        documentId: String(frameId),
        result: {
          text,
          url: url ?? `https://rms.example/${frameId}`,
          title: `Title ${frameId}`,
          isFocused: isFocused === true,
          at: { ...NOWHERE, frame: [frameId] },
        },
      })),
  } as unknown as Scripting;
}

describe('the selection on a page', () => {
  it('is the one of the frame where the menu was opened, though another frame still has one', async () => {
    const browser = browserWith({ frameId: 0, text: 'of before' }, { frameId: 4, text: 'of now' });
    expect(await selectionIn({ ...TAB, frameId: 4 }, browser)).toEqual({
      ok: true,
      text: 'of now',
      url: 'https://rms.example/4',
      title: 'Title 0',
      at: { ...NOWHERE, frame: [4] },
    });
  });

  it('is the first there is, where the browser does not say which frame', async () => {
    const browser = browserWith({ frameId: 0, text: ' ' }, { frameId: 4, text: 'of now' });
    expect(await selectionIn(TAB, browser)).toMatchObject({ text: 'of now' });
  });

  it('is the one of the frame in use, where the keys were pressed', async () => {
    const browser = browserWith(
      { frameId: 0, text: 'of before' },
      { frameId: 4, text: 'of now', isFocused: true },
    );
    expect(await selectionIn(TAB, browser)).toMatchObject({ text: 'of now' });
  });

  it('has the address of the page where its frame has none', async () => {
    const browser = browserWith(
      { frameId: 0, text: '' },
      { frameId: 4, text: 'a line', url: 'about:srcdoc' },
    );
    expect(await selectionIn({ ...TAB, frameId: 4 }, browser)).toMatchObject({
      url: 'https://rms.example/0',
    });
  });

  it.each([
    ['nothing is selected', browserWith({ frameId: 0, text: ' \n' }), 'nothing-selected'],
    ['the frame was not let in to', browserWith({ frameId: 0, text: 'a' }), 'frame-not-read'],
    ['the page is not open yet', refusing(REFUSED), 'grant-gone'],
    ['it is a page of the browser', refusing('Cannot access a chrome:// URL'), 'cannot-read'],
  ])('says so when %s', async (what, browser, why) => {
    const frameId = what.startsWith('the frame') ? 4 : 0;
    expect(await selectionIn({ ...TAB, frameId }, browser)).toMatchObject({ ok: false, why });
  });
});

/** Runs an injected function in this very document, as a browser would in a frame. */
const here = {
  executeScript: async ({ func }: { func: () => unknown }) => [{ frameId: 0, result: func() }],
} as unknown as Scripting;

describe('the place of a selection', () => {
  afterEach(() => document.body.replaceChildren());

  it('is its element and the headings over it', async () => {
    document.body.innerHTML =
      '<h1>Case 4417</h1><section><h2>Subject</h2><p>x</p><h2>Referring officer</h2>' +
      '<div><p>Seen last Monday</p></div><h2>Notes</h2></section>';
    const paragraph = document.querySelector('div p');
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
    expect(await selectionIn(TAB, here)).toMatchObject({
      at: {
        frame: [],
        owner: ['Case 4417', 'Referring officer'],
        selector:
          'html:nth-of-type(1) > body:nth-of-type(1) > section:nth-of-type(1) > ' +
          'div:nth-of-type(1) > p:nth-of-type(1)',
      },
    });
  });
});

describe('what is selected in a box', () => {
  const box = (markup: string): void => {
    document.body.innerHTML = markup;
    const control = document.querySelector<HTMLInputElement>('input, textarea');
    control?.focus();
    control?.setSelectionRange(5, 9);
  };
  afterEach(() => document.body.replaceChildren());

  it.each(['<textarea>Seen last Monday</textarea>', '<input value="Seen last Monday">'])(
    'is read out of %s',
    async (markup) => {
      box(markup);
      expect(await selectionIn(TAB, here)).toMatchObject({ ok: true, text: 'last' });
    },
  );

  it('is not read where a secret is typed', async () => {
    box('<input type="password" value="Seen last Monday">');
    expect(await selectionIn(TAB, here)).toMatchObject({ ok: false, why: 'nothing-selected' });
  });
});

function refusing(words: string): Scripting {
  return {
    executeScript: () => Promise.reject(new Error(words)),
  } as unknown as Scripting;
}
