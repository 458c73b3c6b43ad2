import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig(
    'tagAssessment',
    [
      'name',
      'member',
      'quarter',
      'status',
      'score',
      'grade',
      'accuracy',
      'timeliness',
      'byDiscovery',
      'completeness',
      'propriety',
      'rectification',
      'appealUntil',
    ],
    { field: 'quarter', descending: true },
    { field: 'score', descending: true },
  ),
);
