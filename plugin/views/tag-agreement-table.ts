import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig(
    'tagAgreement',
    ['name', 'member', 'status', 'endsOn', 'signedOn', 'validUntil', 'clauses', 'coversLiability', 'acknowledgedAt'],
    { field: 'endsOn' },
  ),
);
