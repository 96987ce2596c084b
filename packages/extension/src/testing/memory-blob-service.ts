/** Blobs in memory with a store in memory, for tests of views. */
import { BlobName, memoryBlobs, type RecordStore } from '@cyber-prevent/core';
import * as v from 'valibot';
import { consultBlob } from '../keeper/desk/named-blobs.js';
import type { BlobService } from '../ports/services.js';

export function memoryBlobService(store: RecordStore): BlobService {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const blobs = memoryBlobs(async (bytes) => {
    const digest = await crypto.subtle.digest('SHA-256', Uint8Array.of(...key, ...bytes));
    const text = btoa(String.fromCharCode(...new Uint8Array(digest)));
    return v.parse(BlobName, text.replaceAll('+', '-').replaceAll('/', '_').replace('=', ''));
  });
  return {
    put: (bytes) => blobs.put(bytes),
    consult: (record, name, reason) =>
      consultBlob({ blobs, write: (_, change) => change(store) }, record, name, reason),
  };
}
