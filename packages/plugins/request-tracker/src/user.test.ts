import { testAdapter } from '@cyber-prevent/core/testing';
import { user } from './user.js';

testAdapter(user, import.meta.url, { fixtures: '../fixtures/user-*.html' });
