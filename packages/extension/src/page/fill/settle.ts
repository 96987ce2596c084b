/** Lets the page answer what was done to it: its microtasks, its next frame, and what that sets off. */

/** A page in the background paints no frames. */
const FRAME_MS = 60;

export async function settled(): Promise<void> {
  await nextTask();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
  await nextTask();
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
