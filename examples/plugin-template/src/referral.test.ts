import { testAdapter } from '@cyber-prevent/core/testing';
import { referral } from './referral.js';

testAdapter(referral, import.meta.url, { fixtures: '../fixtures/referral-*.html' });
