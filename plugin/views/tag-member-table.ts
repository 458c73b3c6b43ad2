import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig(
    'tagMember',
    [
      'name',
      'jobPosition',
      'duties',
      'reviewerSkills',
      'manager',
      'joinedOn',
      'expertiseIndustries',
      'tagReviewStatus',
      'tagCompleteness',
      'tagNextCheckOn',
    ],
    { field: 'name' },
  ),
);
