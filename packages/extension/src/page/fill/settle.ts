/** Lets the page answer what was done to it: its microtasks, its next frame, and what that sets off. */
import { nextTask } from '../next-task.js';

/** A page that is busy paints late. */
const FRAME_MS = 60;
/** Pages that wait for a pause in typing wait about this long. */
const DELAY_MS = 400;

export async function settled(): Promise<void> {
  await nextTask();
  // A page in the background paints no frames, and is allowed a timer once a second.
  if (document.visibilityState === 'visible') await nextFrame();
  await nextTask();
}

/** For what a page does with some delay: only where it has not answered yet. */
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
