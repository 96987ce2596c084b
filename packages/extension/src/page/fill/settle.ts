/** Lets the page respond to an act: its microtasks, its next frame, and their consequences. */
import { nextTask } from '../next-task.js';

/** A busy page paints late. */
const FRAME_MS = 60;
/** Pages that wait for a pause in typing wait about this long. */
const DELAY_MS = 400;

export async function letSettle(): Promise<void> {
  await nextTask();
  // A page in the background paints no frames, and is allowed a timer once a second.
  if (document.visibilityState === 'visible') await nextFrame();
  await nextTask();
}

/** Waits for a delayed response of the page: only if it has not responded yet. */
export async function settledLate(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
