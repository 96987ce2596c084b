import { testAdapter } from '@cyber-prevent/core/testing';
import { summary } from './summary.js';

testAdapter(summary, import.meta.url, { fixtures: '../fixtures/summary-*.html' });
