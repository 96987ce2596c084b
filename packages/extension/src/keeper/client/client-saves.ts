/** Saves by request id, from a page's side. */
import type { SaveService } from '../../ports/save-service.js';
import type { Line } from './line.js';

export function clientSaves(line: Pick<Line, 'ask'>): SaveService {
  return {
    keep: (request, commit) => line.ask('commit', [request, commit]),
    kept: (request) => line.ask('receipt-of', [request]),
  };
}
