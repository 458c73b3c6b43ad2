import { defineView } from 'twenty-sdk/define';
import { workViewConfig } from '../define/work-view.ts';

export default defineView(workViewConfig('agreements-ended'));
