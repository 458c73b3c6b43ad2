import { defineIndex } from 'twenty-sdk/define';
import { uniqueIndexConfig } from '../define/index-config.ts';

export default defineIndex(uniqueIndexConfig('tagTarget', 'key'));
