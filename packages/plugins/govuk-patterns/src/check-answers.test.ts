import { testAdapter } from '@cyber-prevent/core/testing';
import { checkAnswers } from './check-answers.js';

testAdapter(checkAnswers, import.meta.url, { fixtures: '../fixtures/check-answers-*.html' });
