import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig(
    'tagProduct',
    ['name', 'model', 'category', 'features', 'advantageKinds', 'keeper', 'tagReviewStatus', 'tagCompleteness'],
    { field: 'name' },
    { field: 'model' },
  ),
);
