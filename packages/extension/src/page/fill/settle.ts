/** Lets the page answer what was done to it: its microtasks, its next frame, and what that sets off. */
import { nextTask } from '../next-task.js';

/** A page that is busy paints late. */
const FRAME_MS = 60;

export async function settled(): Promise<void> {
  await nextTask();
  // A page in the background paints no frames, and is allowed a timer once a second.
  if (document.visibilityState === 'visible') await nextFrame();
  await nextTask();
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
