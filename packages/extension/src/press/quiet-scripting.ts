/**
 * Runs scripts in a page without lending it the officer's press. Chromium counts a script that our page injects just
 * after a press as a press on the page itself: it could then open windows, or send a form into one, where nothing
 * blocks it. A frame of ours created after the press has no press to lend.
 */
type Scripting = Pick<typeof chrome.scripting, 'executeScript'>;

interface OwnWindow {
  readonly chrome: { readonly scripting: Scripting };
}

interface Quiet {
  readonly frame: HTMLIFrameElement;
  readonly isReady: Promise<unknown>;
  /** Number of unanswered requests through it. */
  waiting: number;
}

/** @param quietPage - address of an empty page of ours */
export function quietScripting(quietPage: string, owner: Document = document): Scripting {
  let quiet: Quiet | undefined;

  async function executeScript(
    injection: chrome.scripting.ScriptInjection<never[], unknown>,
  ): Promise<unknown> {
    // A frame that was pressed on since would lend that press.
    if (!quiet || quiet.frame.contentWindow?.navigator.userActivation?.isActive) {
      const before = quiet;
      quiet = openFrame(owner, quietPage);
      if (before?.waiting === 0) before.frame.remove();
    }
    const through = quiet;
    through.waiting += 1;
    try {
      await through.isReady;
      const own = (through.frame.contentWindow ?? window) as unknown as OwnWindow;
      return await own.chrome.scripting.executeScript(injection);
    } finally {
      through.waiting -= 1;
      if (through !== quiet && through.waiting === 0) through.frame.remove();
    }
  }

  // A cast, since the overloads of this function cannot be stated again.
  return { executeScript: executeScript as Scripting['executeScript'] };
}

function openFrame(owner: Document, address: string): Quiet {
  const frame = owner.createElement('iframe');
  frame.hidden = true;
  frame.src = address;
  const isReady = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    owner.body.append(frame);
  });
  return { frame, isReady, waiting: 0 };
}
