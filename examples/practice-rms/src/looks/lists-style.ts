// The style sheet of the lists look.
import { html } from '../html.ts';

export const listsStyle = html`<style>
  body { font-family: "Segoe UI", Tahoma, Verdana, sans-serif; font-size: 15px; line-height: 1.45; margin: 0; color: #222; background: #f2f5f4; }
  .practice-banner { background: #fff3bf; border-bottom: 1px solid #d9b400; margin: 0; padding: 4px 24px; font-size: 13px; }
  header { display: flex; justify-content: space-between; align-items: center; background: #174d45; color: #fff; padding: 0 24px; }
  header p { font-size: 18px; margin: 12px 0; }
  header a { color: #fff; }
  main { max-width: 920px; margin: 0 auto; padding: 16px 24px 48px; }
  h1 { font-size: 26px; font-weight: 600; }
  section, fieldset { background: #fff; border: 1px solid #cfd8d5; border-radius: 4px; padding: 8px 20px 16px; margin: 0 0 18px; }
  h2, legend { font-size: 18px; font-weight: 600; color: #174d45; }
  legend { background: #fff; padding: 0 8px; }
  dl { display: grid; grid-template-columns: 240px 1fr; margin: 0; }
  dt { grid-column: 1; color: #555; padding: 4px 0; border-top: 1px solid #edf1ef; }
  dd { grid-column: 2; margin: 0; padding: 4px 0; }
  dt + dd { border-top: 1px solid #edf1ef; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; vertical-align: top; padding: 6px 10px; border: 1px solid #dde5e2; overflow-wrap: anywhere; }
  th { background: #eef3f1; font-weight: 600; }
  th[scope="row"] { width: 220px; }
  td p { margin: 0 0 6px; }
  td p:last-child { margin: 0; }
  .field { display: grid; grid-template-columns: 240px 1fr; gap: 2px 12px; align-items: start; margin: 0 0 8px; }
  .field > * { grid-column: 2; }
  .field > label:first-child { grid-column: 1; grid-row: 1; padding-top: 5px; }
  .field > .also { font-size: 12px; color: #555; }
  .check { margin: 0 0 4px; }
  input[type="text"], input[type="date"], input[type="email"], input[type="tel"], select, textarea { font: inherit; padding: 4px 6px; border: 1px solid #8a9a95; border-radius: 3px; box-sizing: border-box; width: 100%; max-width: 460px; }
  .error { color: #a30000; font-size: 13px; }
  .errors { border: 2px solid #a30000; background: #fff; padding: 8px 16px; }
  .saved { background: #dff3e4; border: 1px solid #2c7a4b; padding: 8px 16px; }
  .button, button { display: inline-block; font: inherit; background: #174d45; color: #fff; border: 0; border-radius: 3px; padding: 7px 16px; text-decoration: none; }
  iframe { width: 100%; height: 320px; border: 1px solid #8a9a95; }
</style>`;
