import { defineView } from 'twenty-sdk/define';
import { fieldsViewConfig } from '../define/fields-view.ts';

export default defineView(fieldsViewConfig('tagTarget'));
