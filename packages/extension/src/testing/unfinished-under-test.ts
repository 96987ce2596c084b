/** Unfinished work over services in memory, with the clock of the test. */
import { vi } from 'vitest';
import { makeUnfinished } from '../app/unfinished.js';
import { memoryServices } from './memory-services.js';

/** Lets started work continue, without moving the clock further than requested. */
export const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

export async function desk() {
  const services = await memoryServices();
  const unfinished = makeUnfinished(services);
  return { services, work: services.work, unfinished };
}
