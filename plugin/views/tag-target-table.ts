import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig(
    'tagTarget',
    [
      'name',
      'member',
      'quarter',
      'state',
      'salesTarget',
      'salesActual',
      'salesAttainment',
      'newCustomerTarget',
      'newCustomerActual',
      'newCustomerAttainment',
      'profitTarget',
      'profitActual',
      'profitAttainment',
      'satisfactionTarget',
      'satisfactionActual',
      'satisfactionAttainment',
      'leftOut',
    ],
    { field: 'quarter', descending: true },
    { field: 'name' },
  ),
);
