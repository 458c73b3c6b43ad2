import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { Period } from '../calendar/working-calendar.ts';
import type { Settings } from '../settings.ts';

/**
 * How often a record is checked (4.1.1, 4.1.4, 4.1.10, A7): customers, open opportunities, members; opportunities in
 * after-sales at a pace of their own; closed opportunities never, and products where a setting says so (4.1.7 gives no
 * period).
 */
export const checkCadence = (
  object: GovernedObject,
  record: { readonly tagStage?: unknown; readonly tagOutcome?: unknown },
  settings: Settings,
): Period | null => {
  switch (object) {
    case 'company':
      return settings.customerCheck;
    case 'tagMember':
      return settings.memberCheck;
    case 'tagProduct':
      return settings.productCheck === 'NONE' ? null : settings.productCheck;
    case 'opportunity': {
      const outcome = record.tagOutcome ?? 'OPEN';
      if (record.tagStage === 'AFTER_SALES') {
        return outcome === 'OPEN' || outcome === 'WON' ? settings.afterSalesCheck : null;
      }
      return outcome === 'OPEN' ? settings.opportunityCheck : null;
    }
  }
};
