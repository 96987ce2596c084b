import { testAdapter } from '@cyber-prevent/core/testing';
import { preview } from './preview.js';

testAdapter(preview, import.meta.url, { fixtures: '../fixtures/preview-*.html' });
