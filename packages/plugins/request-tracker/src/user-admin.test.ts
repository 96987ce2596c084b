import { testAdapter } from '@cyber-prevent/core/testing';
import { userAdmin } from './user-admin.js';

testAdapter(userAdmin, import.meta.url, { fixtures: '../fixtures/admin-*.html' });
