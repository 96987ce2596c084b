import { testAdapter } from '@cyber-prevent/core/testing';
import { history } from './history.js';

testAdapter(history, import.meta.url, { fixtures: '../fixtures/history-*.html' });
