import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig(
    'tagCredit',
    ['name', 'company', 'rating', 'ratedAt', 'isOverdueNow', 'hasOverdue', 'overdueCount', 'longestOverdueDays'],
    { field: 'ratedAt', descending: true },
  ),
);
