/** The forms of work with a subject: loaded together, since each leads to the others. */
export { NoticeView } from '../notice/notice-view.js';
export { StopCardView } from '../stop-card/stop-card-view.js';
export { TogetherView } from '../together/together-view.js';
export { PlanView } from './plan-view.js';
export { SessionView } from './session-view.js';
