import type { ReactNode } from 'react';

/** The class of what is printed, and of what is for the screen alone. */
export const PRINTED = 'tag-policy-decision-card';
export const SCREEN_ONLY = 'tag-policy-screen-only';

/**
 * How the page prints while the card stands on it: the card alone, in black on white, from the top of the sheet. What
 * is around it is laid out for a window of fixed height, which would cut it off after the first sheet.
 */
const PRINT_CSS = `
@media print {
  @page { margin: 14mm; }
  body:has(.${PRINTED}) *:not(:has(.${PRINTED})):not(.${PRINTED}, .${PRINTED} *) { display: none !important; }
  *:has(.${PRINTED}) {
    display: block !important; position: static !important; overflow: visible !important;
    width: auto !important; height: auto !important; min-height: 0 !important; max-height: none !important;
    margin: 0 !important; padding: 0 !important; border: 0 !important; transform: none !important;
    background: #fff !important; box-shadow: none !important; contain: none !important;
  }
  .${PRINTED} .${SCREEN_ONLY} { display: none !important; }
  .${PRINTED}, .${PRINTED} * { color: #000 !important; background: transparent !important; border-color: #999 !important; }
  .${PRINTED} { padding: 0 !important; font-size: 9pt !important; line-height: 1.4 !important; color-scheme: light !important; }
  .${PRINTED} h3 { font-weight: 600 !important; }
  .${PRINTED} [tabindex] { overflow: visible !important; }
  .${PRINTED} svg { stroke: #000 !important; }
  .${PRINTED} section, .${PRINTED} li, .${PRINTED} tr { break-inside: avoid; }
}`;

/** Twenty hands the rules of a style element on to the page around the component. */
export const PrintStyle = (): ReactNode => <style>{PRINT_CSS}</style>;
