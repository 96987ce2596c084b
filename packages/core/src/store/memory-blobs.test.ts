import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import { BlobName } from '../shared/primitives.js';
import { testBlobStore } from '../testing/store/blob-store.js';
import { memoryBlobs } from './memory-blobs.js';

testBlobStore('blobs in memory', async () => ({
  blobs: memoryBlobs(async (bytes) =>
    v.parse(BlobName, createHmac('sha256', 'key').update(bytes).digest('base64url')),
  ),
}));
