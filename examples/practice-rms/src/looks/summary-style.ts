// The header and the style sheet of the summary look. The rules are ours; only the class names are the known ones.
import { html } from '../html.ts';

export const serviceHeader = html`<header><p>Refer a young person for cyber advice</p></header>`;

export const summaryStyle = html`<style>
  body { font-family: Arial, Helvetica, sans-serif; font-size: 18px; line-height: 1.3; margin: 0; color: #0b0c0c; }
  .practice-banner { background: #fff3bf; margin: 0; padding: 6px 24px; font-size: 15px; }
  header { background: #1d3f72; color: #fff; border-bottom: 8px solid #6b8fc9; }
  header p { max-width: 960px; margin: 0 auto; padding: 14px 24px; font-weight: bold; font-size: 22px; box-sizing: border-box; }
  main { max-width: 960px; margin: 0 auto; padding: 20px 24px 60px; box-sizing: border-box; }
  h1 { font-size: 36px; margin: 8px 0 28px; }
  a { color: #1d5fa8; }
  .govuk-summary-card { border: 1px solid #b1b4b6; margin: 0 0 28px; }
  .govuk-summary-card__title-wrapper { background: #f3f2f1; padding: 14px 20px; }
  .govuk-summary-card__title { font-size: 18px; margin: 0; }
  .govuk-summary-card__content { padding: 6px 20px; }
  .govuk-summary-list { margin: 0; }
  .govuk-summary-list__row { display: flex; border-bottom: 1px solid #b1b4b6; padding: 10px 0; }
  .govuk-summary-card .govuk-summary-list__row:last-child { border-bottom: 0; }
  .govuk-summary-list__key { flex: 0 0 30%; font-weight: bold; padding-right: 20px; box-sizing: border-box; }
  .govuk-summary-list__value { flex: 1 1 auto; margin: 0; overflow-wrap: anywhere; }
  .govuk-summary-list__value p { margin: 0 0 10px; }
  .govuk-summary-list__value p:last-child { margin: 0; }
  .govuk-summary-list__actions { flex: 0 0 90px; margin: 0; text-align: right; }
  .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .notice { border: 5px solid #00703c; margin: 0 0 28px; }
  .notice h2 { background: #00703c; color: #fff; font-size: 18px; margin: 0; padding: 4px 16px 8px; }
  .notice p { margin: 0; padding: 16px; font-weight: bold; font-size: 22px; }
  .group { margin: 0 0 26px; border: 0; padding: 0; min-width: 0; }
  .group > label, .group > legend { display: block; font-weight: bold; margin: 0 0 6px; padding: 0; }
  .section { border: 0; border-top: 2px solid #b1b4b6; padding: 20px 0 0; margin: 0 0 20px; }
  .section > legend { font-size: 26px; font-weight: bold; padding: 0 12px 0 0; }
  .hint { color: #505a5f; margin: 0 0 8px; }
  .group--error { border-left: 5px solid #d4351c; padding-left: 14px; }
  .error { color: #d4351c; font-weight: bold; margin: 0 0 8px; }
  .errors { border: 5px solid #d4351c; padding: 0 20px; margin: 0 0 28px; }
  .errors a { color: #d4351c; font-weight: bold; }
  input[type="text"], textarea { font: inherit; border: 2px solid #0b0c0c; padding: 6px; box-sizing: border-box; width: 100%; max-width: 520px; }
  .boxes { display: flex; gap: 18px; }
  .boxes input { width: 58px; }
  .boxes .wide input { width: 88px; }
  .boxes label { display: block; margin-bottom: 4px; }
  .stack input { margin-bottom: 8px; }
  .choice { margin: 0 0 10px; }
  button { font: inherit; background: #00703c; color: #fff; border: 0; box-shadow: 0 2px 0 #002d18; padding: 9px 14px; }
</style>`;
