/** Resets counts before each test file: several share a worker, and a file must give the same ids in any order. */
import { restartCounts } from '../count.js';

restartCounts();
