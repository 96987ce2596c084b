import { testAdapter } from '@cyber-prevent/core/testing';
import { casePage } from './case-page.js';

testAdapter(casePage, import.meta.url, { fixtures: '../fixtures/case-*.html' });
