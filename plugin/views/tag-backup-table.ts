import { defineView } from 'twenty-sdk/define';
import { tableViewConfig } from '../define/table-view.ts';

export default defineView(
  tableViewConfig(
    'tagBackup',
    ['name', 'kind', 'result', 'startedAt', 'records', 'places', 'recoverySeconds', 'lossSeconds', 'note'],
    {
      field: 'startedAt',
      descending: true,
    },
  ),
);
