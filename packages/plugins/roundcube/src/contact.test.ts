import { testAdapter } from '@cyber-prevent/core/testing';
import { contact } from './contact.js';

testAdapter(contact, import.meta.url, { fixtures: '../fixtures/contact-*.html' });
