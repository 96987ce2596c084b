import { testAdapter } from '@cyber-prevent/core/testing';
import { legacy } from './legacy.js';

testAdapter(legacy, import.meta.url, { fixtures: '../fixtures/legacy-*.html' });
