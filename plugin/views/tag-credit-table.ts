import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig(
    'tagCredit',
    'All credit records',
    ['name', 'company', 'rating', 'ratedAt', 'isOverdueNow', 'hasOverdue', 'overdueCount', 'longestOverdueDays'],
    { field: 'ratedAt', descending: true },
  ),
);
