/** Blobs from a page's side. */
import type { BlobService } from '../../ports/services.js';
import type { Line } from './line.js';

export function clientBlobs(line: Pick<Line, 'ask'>): BlobService {
  return {
    put: (bytes) => line.ask('blob-put', [bytes]),
    consult: (record, name, reason) => line.ask('blob-consult', [record, name, reason]),
    openFile: (record, reason) => line.ask('file-open', [record, reason]),
  };
}
