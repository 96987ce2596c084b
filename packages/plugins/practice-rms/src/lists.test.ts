import { testAdapter } from '@cyber-prevent/core/testing';
import { lists } from './lists.js';

testAdapter(lists, import.meta.url, { fixtures: '../fixtures/lists-*.html' });
